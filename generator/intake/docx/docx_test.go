package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/markdown"
	"bantin/generator/intake/ooxml"
	. "bantin/generator/internal/worddoc"
)

// parts is a small whole package, to spoil.
func parts(change map[string]string) map[string]string {
	all := map[string]string{}
	z, err := zip.NewReader(bytes.NewReader(small()), int64(len(small())))
	if err != nil {
		panic(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			panic(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			panic(err)
		}
		all[f.Name] = b.String()
	}
	for name, text := range change {
		all[name] = text
	}
	return all
}

func small() []byte { return Doc{Body: P("Một đoạn.")}.Bytes() }

// lying is a file whose header claims that a part is small.
func lying() []byte {
	var packed, out bytes.Buffer
	w, err := flate.NewWriter(&packed, 9)
	if err == nil {
		_, err = w.Write(bytes.Repeat([]byte("<!-- -->"), 1<<20))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err)
	}
	z := zip.NewWriter(&out)
	r, err := z.CreateRaw(&zip.FileHeader{Name: "[Content_Types].xml", Method: zip.Deflate, UncompressedSize64: 10, CompressedSize64: uint64(packed.Len())})
	if err == nil {
		_, err = r.Write(packed.Bytes())
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		panic(err)
	}
	return out.Bytes()
}

func TestHostile(t *testing.T) {
	deep := `<w:body>` + strings.Repeat("<w:smartTag>", 400) + strings.Repeat("</w:smartTag>", 400) + `</w:body>`
	doc := func(inner string) string {
		return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + inner + `</w:document>`
	}
	for name, c := range map[string]struct {
		data []byte
		want ooxml.Fault
	}{
		"no zip":          {[]byte("xin chào"), ooxml.NotZip},
		"old binary":      {append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 512)...), ooxml.OldBinary},
		"encrypted":       {append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, "\x00E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"...), ooxml.Encrypted},
		"ratio":           {Zip(parts(map[string]string{"word/media/a.png": strings.Repeat("\x00", 32<<20)})), ooxml.Bomb},
		"traversal":       {Zip(parts(map[string]string{"../../etc/x": "x"})), ooxml.Traversal},
		"absolute":        {Zip(parts(map[string]string{"/etc/x": "x"})), ooxml.Traversal},
		"backslash":       {Zip(parts(map[string]string{`..\x`: "x"})), ooxml.Traversal},
		"macro":           {Zip(parts(map[string]string{"word/vbaProject.bin": "x"})), ooxml.Macros},
		"DTD":             {Zip(parts(map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>` + doc("<w:body/>")})), ooxml.DTD},
		"billion laughs":  {Zip(parts(map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>` + doc("&c;")})), ooxml.DTD},
		"unknown entity":  {Zip(parts(map[string]string{"word/document.xml": doc("<w:body>&x;</w:body>")})), ooxml.BrokenXML},
		"deep":            {Zip(parts(map[string]string{"word/document.xml": doc(deep)})), ooxml.TooDeep},
		"broken":          {Zip(parts(map[string]string{"word/document.xml": doc("<w:body>")[:100]})), ooxml.BrokenXML},
		"another kind":    {Zip(parts(map[string]string{"word/document.xml": `<workbook/>`})), ooxml.WrongKind},
		"no main part":    {Zip(map[string]string{"[Content_Types].xml": `<Types/>`}), ooxml.Missing},
		"lying header":    {lying(), ooxml.NotZip},
		"no types at all": {Zip(map[string]string{"a.txt": "x"}), ooxml.Missing},
	} {
		_, err := Read(c.data)
		var refused *ooxml.Error
		if !errors.As(err, &refused) || refused.Fault != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if m, err := Read(small()); err != nil || manuscript.PlainText(m.Blocks) != "Một đoạn." {
		t.Error(err)
	}
}

// TestStyleLoop: styles based on each other, notes that call themselves.
func TestStyleLoop(t *testing.T) {
	m, err := Read(Doc{
		Styles:    `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`,
		Footnotes: `<w:footnote w:id="2">` + P("Lời", FootRef(2)) + `</w:footnote>`,
		Body:      PP([]string{Style("A")}, "Chữ", FootRef(2)),
	}.Bytes())
	if err != nil || manuscript.PlainText(m.Blocks) != "Chữ\nLời" {
		t.Errorf("%v %q", err, manuscript.PlainText(m.Blocks))
	}
}

// words of random documents; signs that mean something to XML and Markdown.
var words = []string{"đạt", "Kết quả", "12", " ", " ", "*", "**", "_", "#", "- ", "1. ", "a) ", "<b>", "&amp;", "[x](y)", "|", "\\", "`", "{{<", "~~", "“", "”", ":", "…", "http://a.example/x_y", "\u00a0", "!", "•"}

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(6) {
		b.WriteString(words[r.IntN(len(words))])
	}
	return b.String()
}

// randomBody is the inside of a document, and the text that a reader sees.
func randomBody(r *rand.Rand) (body string, text []string) {
	for range 1 + r.IntN(6) {
		inner, seen := "", ""
		for range 1 + r.IntN(5) {
			s := randomText(r)
			switch r.IntN(8) {
			case 0:
				inner += Del("A", s)
				continue
			case 1:
				inner += Ins("A", s)
			case 2:
				inner += R(s, "vanish")
				continue
			case 3:
				inner += R(s, "b")
			case 4:
				inner += R(s, "i", "b")
			case 5:
				inner += Break
				seen += "\n"
				continue
			case 6:
				inner += Field("PAGE", R(s))
			default:
				inner += R(s)
			}
			seen += s
		}
		switch r.IntN(4) {
		case 0:
			body += Table(true, []string{Cell(P(inner))}, []string{Cell("ô")})
			text = append(text, seen, "ô")
		default:
			body += P(inner)
			text = append(text, seen)
		}
	}
	return body, text
}

// TestTextInIsTextOut: random documents through a Word file and Markdown. Set
// BANTIN_ROUNDS for more.
func TestTextInIsTextOut(t *testing.T) {
	rounds := 1000
	if n, err := strconv.Atoi(os.Getenv("BANTIN_ROUNDS")); err == nil {
		rounds = n
	}
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 7))
		body, text := randomBody(r)
		m, err := Read(Doc{Body: body}.Bytes())
		if err != nil {
			t.Fatal(seed, err)
		}
		want := strings.Join(strings.Fields(strings.Join(text, " ")), " ")
		if got := strings.Join(strings.Fields(manuscript.PlainText(m.Blocks)), " "); got != want {
			t.Fatalf("seed %d: read\n%q\nwant\n%q", seed, got, want)
		}
		md := markdown.Write(m.Blocks)
		if got, err := markdown.Read(md); err != nil || strings.Join(strings.Fields(got), " ") != want {
			t.Fatalf("seed %d: %v\n%q\nwant\n%q\nof\n%s", seed, err, got, want, md)
		}
	}
}

func FuzzRead(f *testing.F) {
	for i := range uint64(8) {
		body, _ := randomBody(rand.New(rand.NewPCG(i, 9)))
		f.Add([]byte(body))
	}
	f.Add([]byte(P(Picture("p1", "x")) + Table(false, []string{CP(`<w:gridSpan w:val="9999999"/>`, "x")}, []string{CP(`<w:vMerge/>`, "")})))
	f.Add([]byte(PP([]string{Num(1, 3)}, FootRef(1)) + `<w:sdt/><mc:AlternateContent/><w:tbl/><w:r/>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := Read(Doc{Body: string(body), Numbering: List(1, Level(0, "decimal", "%1."), Level(3, "lowerRoman", "%4)")), Footnotes: Footnote(1, "x")}.Bytes())
		if err != nil {
			return
		}
		markdown.Write(m.Blocks)
	})
}
