package sheet

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/markdown"
	"bantin/generator/intake/ooxml"
)

// book is a workbook as an office sends it.
func book(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	set := func(sheet, cell string, v any) {
		if err := f.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	set("Sheet1", "A1", "THỐNG KÊ LƯỢT MƯỢN")
	set("Sheet1", "A3", "Khối")
	set("Sheet1", "B3", "Lượt")
	set("Sheet1", "C3", "Tỷ lệ")
	set("Sheet1", "A4", "Khối 6")
	set("Sheet1", "B4", 1210)
	set("Sheet1", "C4", 0.75)
	set("Sheet1", "A5", "Khối 7")
	set("Sheet1", "B5", 38)
	set("Sheet1", "A7", "Người lập: tổ thư viện")
	if err := f.SetCellFormula("Sheet1", "C5", "B5/100"); err != nil {
		t.Fatal(err)
	}
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	if err != nil {
		t.Fatal(err)
	}
	_ = f.SetCellStyle("Sheet1", "C4", "C4", percent)
	_ = f.MergeCell("Sheet1", "A1", "C1")
	if _, err := f.NewSheet("Nháp"); err != nil {
		t.Fatal(err)
	}
	set("Nháp", "A1", "bí mật")
	_ = f.SetSheetVisible("Nháp", false)
	_ = f.AddComment("Sheet1", excelize.Comment{Cell: "B4", Author: "An", Paragraph: []excelize.RichTextRun{{Text: "hỏi lại"}}})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRead(t *testing.T) {
	m, err := Read(book(t))
	if err != nil {
		t.Fatal(err)
	}
	want := "THỐNG KÊ LƯỢT MƯỢN\n\n| Khối | Lượt | Tỷ lệ |\n|---|---|---|\n| Khối 6 | 1210 | 75% |\n| Khối 7 | 38 | |\n\nNgười lập: tổ thư viện\n"
	if got := markdown.Write(m.Blocks); got != want {
		t.Errorf("got %q", got)
	}
	told := map[manuscript.Kind]string{}
	for _, l := range m.Left {
		told[l.Kind] += l.Text
	}
	if !strings.Contains(told[manuscript.Comment], "hỏi lại") || !strings.Contains(told[manuscript.Sheet], "Nháp") || !strings.Contains(told[manuscript.Sheet], "C5 =B5/100") {
		t.Error(m.Left)
	}
}

func TestRefused(t *testing.T) {
	var refused *ooxml.Error
	if _, err := Read([]byte("không")); !errors.As(err, &refused) {
		t.Error(err)
	}
	f := excelize.NewFile()
	_ = f.SetCellValue("Sheet1", "A3000", "x")
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(b.Bytes()); !errors.Is(err, ErrTooBig) {
		t.Error(err)
	}
}
