// Package sheet reads the figures of Excel files (.xlsx): every visible sheet is
// a table, with what its cells show. Lines with one filled cell above and below
// the figures are paragraphs.
//
// Contract: cells come out as Excel formats them. Hidden sheets, rows and
// columns, comments, and formulas that nobody computed are told and left out.
package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
)

// Limits of a sheet that becomes a table of an article.
const (
	maxRows    = 2000
	maxColumns = 60
)

// ErrTooBig is returned for sheets that no page can hold.
var ErrTooBig = errors.New("bảng quá lớn cho một bài — chép phần cần in sang tệp Excel mới rồi nhập")

// Read reads a file.
func Read(data []byte) (m *manuscript.Manuscript, err error) {
	if _, err := ooxml.Open(data); err != nil {
		return nil, err
	}
	defer func() { // of a library that reads what strangers send
		if p := recover(); p != nil {
			m, err = nil, &ooxml.Error{Fault: ooxml.BrokenXML, Err: fmt.Errorf("%v", p)}
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 256 << 20, UnzipXMLSizeLimit: 64 << 20})
	if err != nil {
		return nil, &ooxml.Error{Fault: ooxml.BrokenXML, Err: err}
	}
	m = &manuscript.Manuscript{}
	err = sheets(f, m)
	return m, errors.Join(err, f.Close())
}

func sheets(f *excelize.File, m *manuscript.Manuscript) error {
	names := f.GetSheetList()
	var shown []string
	for _, name := range names {
		if visible, err := f.GetSheetVisible(name); err == nil && !visible {
			m.Leave(manuscript.Sheet, name)
			continue
		}
		shown = append(shown, name)
	}
	for _, name := range shown {
		g, err := readGrid(f, name, m)
		if err != nil {
			return err
		}
		if len(shown) > 1 && g.filled() {
			m.Blocks = append(m.Blocks, &manuscript.Paragraph{Heading: 2, Runs: []manuscript.Run{{Text: name}}})
		}
		m.Blocks = append(m.Blocks, g.blocks()...)
		comments(f, name, m)
	}
	return nil
}

func comments(f *excelize.File, name string, m *manuscript.Manuscript) {
	all, err := f.GetComments(name)
	if err != nil {
		return
	}
	for _, c := range all {
		text := c.Text
		for _, r := range c.Paragraph {
			text += r.Text
		}
		m.Left = append(m.Left, manuscript.Left{Kind: manuscript.Comment, Text: c.Cell + ": " + strings.TrimSpace(text), Who: c.Author})
	}
}
