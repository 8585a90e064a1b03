package testtool

import (
	"encoding/xml"
	"strings"
	"testing"
)

// Word is a word of a PDF with its box, in pt from the top left corner of the
// page. XMin is the origin of its first glyph.
type Word struct {
	XMin float64 `xml:"xMin,attr"`
	YMin float64 `xml:"yMin,attr"`
	XMax float64 `xml:"xMax,attr"`
	YMax float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

// Words asks poppler for the words of every page of a PDF file.
func Words(tb testing.TB, name string) [][]Word {
	tb.Helper()
	out := Run(tb, "pdftotext", "-bbox", name, "-")
	var doc struct {
		Pages []struct {
			Words []Word `xml:"word"`
		} `xml:"body>doc>page"`
	}
	d := xml.NewDecoder(strings.NewReader(out))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	if err := d.Decode(&doc); err != nil {
		tb.Fatalf("read the words of %s: %v", name, err)
	}
	var pages [][]Word
	for _, p := range doc.Pages {
		pages = append(pages, p.Words)
	}
	return pages
}
