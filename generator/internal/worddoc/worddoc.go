// Package worddoc writes small Word files for tests: OOXML by hand, so that a
// test says exactly what stands in the file.
package worddoc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"
)

// Doc is a file in the making.
type Doc struct {
	Body      string // the inside of w:body
	Styles    string // the inside of w:styles
	Numbering string // the inside of w:numbering
	Footnotes string // w:footnote elements
	Endnotes  string
	Comments  string
	Header    string            // the inside of w:hdr
	Media     map[string][]byte // name below word/media -> bytes; relation id is its stem
	Links     map[string]string // relation id -> address outside
	Extra     map[string]string // other parts, by full name
}

const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ` +
	`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`

const header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// Bytes is the file. The same Doc gives the same bytes.
func (d Doc) Bytes() []byte {
	parts := map[string]string{}
	types, rels := "", ""
	part := func(name, kind, root, inner string) {
		if inner == "" {
			return
		}
		parts["word/"+name+".xml"] = header + "<w:" + root + " " + space + ">" + inner + "</w:" + root + ">"
		types += `<Override PartName="/word/` + name + `.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.` + kind + `+xml"/>`
		rels += `<Relationship Id="rel` + name + `" Type="` + relations + kind + `" Target="` + name + `.xml"/>`
	}
	part("styles", "styles", "styles", d.Styles)
	part("numbering", "numbering", "numbering", d.Numbering)
	part("footnotes", "footnotes", "footnotes", d.Footnotes)
	part("endnotes", "endnotes", "endnotes", d.Endnotes)
	part("comments", "comments", "comments", d.Comments)
	part("header1", "header", "hdr", d.Header)
	for _, name := range slices.Sorted(maps.Keys(d.Media)) {
		stem, _, _ := strings.Cut(name, ".")
		rels += `<Relationship Id="` + stem + `" Type="` + relations + `image" Target="media/` + name + `"/>`
	}
	for _, id := range slices.Sorted(maps.Keys(d.Links)) {
		rels += `<Relationship Id="` + id + `" Type="` + relations + `hyperlink" Target="` + html.EscapeString(d.Links[id]) + `" TargetMode="External"/>`
	}
	parts["word/document.xml"] = header + "<w:document " + space + "><w:body>" + d.Body + "<w:sectPr/></w:body></w:document>"
	parts["word/_rels/document.xml.rels"] = header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels + `</Relationships>`
	parts["_rels/.rels"] = header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations + `officeDocument" Target="word/document.xml"/></Relationships>`
	parts["[Content_Types].xml"] = header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` + types + `</Types>`
	maps.Copy(parts, d.Extra)
	for name, data := range d.Media {
		parts["word/media/"+name] = string(data)
	}
	return Zip(parts)
}

// Zip packs parts, the content types first.
func Zip(parts map[string]string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	names := slices.Sorted(maps.Keys(parts)) // "[" stands before all small letters, not before "_"
	slices.SortStableFunc(names, func(a, b string) int {
		return strings.Compare(strings.TrimLeft(b[:1], "_abcdefghijklmnopqrstuvwxyz"), strings.TrimLeft(a[:1], "_abcdefghijklmnopqrstuvwxyz"))
	})
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// T is text in XML.
func T(s string) string { return html.EscapeString(s) }

// R is a run; props are elements of w:rPr by name ("b", "i"), or whole ones.
func R(text string, props ...string) string {
	return "<w:r>" + props1("rPr", props) + `<w:t xml:space="preserve">` + T(text) + "</w:t></w:r>"
}

func props1(name string, props []string) string {
	if len(props) == 0 {
		return ""
	}
	var b strings.Builder
	for _, p := range props {
		if !strings.HasPrefix(p, "<") {
			p = "<w:" + p + "/>"
		}
		b.WriteString(p)
	}
	return "<w:" + name + ">" + b.String() + "</w:" + name + ">"
}

// P is a paragraph of runs (XML), or of plain texts.
func P(inner ...string) string { return PP(nil, inner...) }

// PP is P with elements of w:pPr.
func PP(props []string, inner ...string) string {
	var b strings.Builder
	b.WriteString("<w:p>" + props1("pPr", props))
	for _, s := range inner {
		if !strings.HasPrefix(s, "<") {
			s = R(s)
		}
		b.WriteString(s)
	}
	return b.String() + "</w:p>"
}

// Properties of paragraphs and runs that tests use.
const (
	Center = `<w:jc w:val="center"/>`
	Right  = `<w:jc w:val="right"/>`
	Tab    = `<w:r><w:tab/></w:r>`
	Break  = `<w:r><w:br/></w:r>`
)

// Style names a paragraph's style, Num its list, Font a run's font.
func Style(id string) string { return `<w:pStyle w:val="` + id + `"/>` }

func Num(id, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, id)
}

func Font(name string) string {
	return `<w:rFonts w:ascii="` + name + `" w:hAnsi="` + name + `" w:cs="` + name + `"/>`
}

// Table is a table of cells (XML made by Cell); borders draws its lines.
func Table(borders bool, rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<w:tbl><w:tblPr>")
	if borders {
		b.WriteString(`<w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>`)
	}
	b.WriteString("</w:tblPr><w:tblGrid>")
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row)+strings.Count(strings.Join(row, ""), "gridSpan")) // tests span two
	}
	b.WriteString(strings.Repeat(`<w:gridCol w:w="2400"/>`, columns) + "</w:tblGrid>")
	for _, row := range rows {
		b.WriteString("<w:tr>" + strings.Join(row, "") + "</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

// Cell is a cell of paragraphs; a plain text is one.
func Cell(inner ...string) string { return CP("", inner...) }

// CP is Cell with elements of w:tcPr.
func CP(props string, inner ...string) string {
	var b strings.Builder
	b.WriteString("<w:tc><w:tcPr>" + props + "</w:tcPr>")
	for _, s := range inner {
		if !strings.HasPrefix(s, "<") {
			s = P(s)
		}
		b.WriteString(s)
	}
	return b.String() + "</w:tc>"
}

// Texts are cells of plain texts.
func Texts(texts ...string) (row []string) {
	for _, s := range texts {
		row = append(row, Cell(s))
	}
	return row
}

// Picture is a run with a picture, by its relation.
func Picture(id, descr string) string {
	return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="` + id + `" descr="` + T(descr) + `"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/></pic:nvPicPr><pic:blipFill><a:blip r:embed="` + id + `"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

// Ins and Del are tracked changes.
func Ins(who, text string) string {
	return `<w:ins w:id="1" w:author="` + T(who) + `" w:date="2023-10-02T08:00:00Z">` + R(text) + `</w:ins>`
}

func Del(who, text string) string {
	return `<w:del w:id="2" w:author="` + T(who) + `" w:date="2023-10-02T08:00:00Z"><w:r><w:delText xml:space="preserve">` + T(text) + `</w:delText></w:r></w:del>`
}

// Field is a complex field.
func Field(code, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + T(code) + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

// FootRef calls a footnote.
func FootRef(id int) string {
	return fmt.Sprintf(`<w:r><w:footnoteReference w:id="%d"/></w:r>`, id)
}

// Footnote is one footnote.
func Footnote(id int, text string) string {
	return fmt.Sprintf(`<w:footnote w:id="%d">%s</w:footnote>`, id, P(`<w:r><w:footnoteRef/></w:r>`, " "+text))
}

// Level is one level of a list's definition.
func Level(level int, format, text string, more ...string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, level, format, T(text), strings.Join(more, ""))
}

// List defines a list of levels under an id.
func List(id int, levels ...string) string {
	return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum><w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, id, strings.Join(levels, ""), id, id)
}
