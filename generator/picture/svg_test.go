package picture

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// hostile are drawings that run, load or hide something.
var hostile = []string{
	`<script>x()</script>`, `<script href="b.js"/>`, `<script xlink:href="b.js"/>`, `<rect onload="x()"/>`, `<g ONCLICK="x()"/>`,
	`<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="c.xhtml"/></foreignObject>`, `<a href="javascript:x()"><rect/></a>`,
	`<use href="ngoai.svg#a"/>`, `<use xlink:href="data:image/svg+xml;base64,PHN2Zy8+#a"/>`, `<image href="https://theo-doi.example/a.png"/>`,
	`<image href="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9IngoKSIvPg=="/>`, `<animate attributeName="href" to="javascript:x()"/>`, `<set attributeName="onclick" to="x()"/>`,
	`<style>@import url(https://theo-doi.example/a.css);</style>`, `<style>rect { fill: url(https://theo-doi.example/a.svg#b) }</style>`, `<rect style="fill:u\72l(https://theo-doi.example)"/>`,
	`<rect fill="url(https://theo-doi.example/a.svg#b)"/>`, `<rect filter='url("//theo-doi.example/a.svg#b")'/>`, `<handler xmlns="http://www.w3.org/2001/xml-events">x()</handler>`,
	`<h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script>`, `<?xml-stylesheet href="b.css"?>`, `<metadata>bí mật</metadata>`, `<!-- bí mật -->`, `<style>/* bí mật */</style>`,
	`<feImage href="https://theo-doi.example/a.png"/>`, `<mpath href="x"/>`, `<discard/>`, `<iframe/>`, `<listener event="click"/>`, `<image href="bí mật.png"/>`,
}

// TestSanitize: nothing of a hostile drawing is left that runs, loads or tells.
func TestSanitize(t *testing.T) {
	for _, inner := range hostile {
		out, err := sanitize([]byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()" viewBox="0 0 9 9">` + inner + `</svg>`))
		if err != nil {
			t.Errorf("%s: %v", inner, err)
			continue
		}
		if bad := unsafe(string(out)); bad != "" {
			t.Errorf("%s: %q is left in %s", inner, bad, out)
		}
	}
}

// unsafe is what of a written drawing could harm, "" for nothing. It reads the
// result as a browser's parser would, not with the lists that made it.
func unsafe(svg string) string {
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return ""
		}
		if err != nil {
			return "not well-formed: " + err.Error()
		}
		switch t := token.(type) {
		case xml.Comment, xml.ProcInst, xml.Directive:
			return "a comment, an instruction or a type"
		case xml.CharData:
			if low := strings.ToLower(string(t)); strings.Contains(low, "@import") || strings.Contains(low, "//") || strings.Contains(low, "bí mật") || strings.Contains(low, "x()") {
				return low
			}
		case xml.StartElement:
			switch strings.ToLower(t.Name.Local) {
			case "script", "foreignobject", "iframe", "animate", "set", "handler", "a", "metadata", "feimage":
				return t.Name.Local
			}
			for _, a := range t.Attr {
				if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" {
					continue
				}
				low := strings.ToLower(a.Value)
				if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || strings.Contains(low, "//") || strings.Contains(low, "javascript") || strings.Contains(a.Value, `\`) ||
					a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") && !strings.HasPrefix(a.Value, "data:image/png") && !strings.HasPrefix(a.Value, "data:image/jpeg") &&
						!strings.HasPrefix(a.Value, "data:image/gif") && !strings.HasPrefix(a.Value, "data:image/webp") {
					return a.Name.Local + "=" + a.Value
				}
			}
		}
	}
}

// TestSanitizeKeeps: what drawing programs write comes through.
func TestSanitizeKeeps(t *testing.T) {
	in := `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_i "http://ns.adobe.com/i/">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="&ns_i;" viewBox="0 0 10 10" role="img" aria-label="Cờ"><title>Cờ</title>
<defs><linearGradient id="a"><stop offset="0" stop-color="device-cmyk(0 1 1 0)"/></linearGradient></defs><style>.b{fill:url(#a)}</style>
<g style="fill:red;stroke-width:2" transform="translate(1)"><path class="b" d="M0 0h5" fill="url(#a)"/><use xlink:href="#c"/><text x="1">Đảng &amp; <tspan>dân</tspan></text></g></svg>`
	out, err := sanitize([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`viewBox="0 0 10 10"`, `<title>Cờ</title>`, `device-cmyk(0 1 1 0)`, `.b{fill:url(#a)}`, `style="fill:red;stroke-width:2"`, `fill="url(#a)"`,
		`<use xlink:href="#c">`, `Đảng &amp; <tspan>dân</tspan>`, `aria-label="Cờ"`, `d="M0 0h5"`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("lost %s in\n%s", want, out)
		}
	}
}

func FuzzSanitize(f *testing.F) {
	for _, s := range hostile {
		f.Add(`<svg xmlns="http://www.w3.org/2000/svg">` + s + `</svg>`)
	}
	f.Fuzz(func(t *testing.T, in string) {
		out, err := sanitize([]byte(in))
		if err != nil {
			return
		}
		d := xml.NewDecoder(strings.NewReader(string(out)))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%v in %s", err, out)
			}
			if e, ok := token.(xml.StartElement); ok {
				if !svgElements[e.Name.Local] {
					t.Fatalf("element %s in %s", e.Name.Local, out)
				}
				for _, a := range e.Attr {
					if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") {
						t.Fatalf("attribute %s in %s", a.Name.Local, out)
					}
				}
			}
		}
		again, err := sanitize(out)
		if err != nil || string(again) != string(out) {
			t.Fatalf("written again it differs (%v):\n%s\n%s", err, out, again)
		}
	})
}

func FuzzClean(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe0\x00\x02\xff\xd9"), "a.jpg")
	f.Add([]byte(pngMagic+"\x00\x00\x00\x00IEND"), "a.png")
	f.Add([]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "a.gif")
	f.Add([]byte("RIFF\x04\x00\x00\x00WEBPVP8 "), "a.webp")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		if info, err := Inspect(data); err == nil && info.Width*info.Height > 1<<20 {
			return
		}
		_, _ = Clean(data, name)
	})
}
