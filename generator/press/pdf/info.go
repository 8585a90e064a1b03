package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// Info is what a file says of itself. Empty fields and a zero time are left out.
type Info struct {
	Title, Author, Subject string
	Keywords               []string
	Creator, Producer      string
	Lang                   string // BCP 47
	Created                time.Time
}

// AddInfo writes the information dictionary and the same as XMP (ISO 32000-1,
// 14.3), which readers that know PDF/A and PDF/UA prefer.
func (d *Writer) AddInfo(in Info) (info, xmp Ref) {
	var dict Dict
	text := func(key Name, v string) {
		if v != "" {
			dict = append(dict, Entry{key, v})
		}
	}
	text("Title", in.Title)
	text("Author", in.Author)
	text("Subject", in.Subject)
	text("Keywords", strings.Join(in.Keywords, ", "))
	text("Creator", in.Creator)
	text("Producer", in.Producer)
	if !in.Created.IsZero() {
		text("CreationDate", date(in.Created))
		text("ModDate", date(in.Created))
	}
	// Left uncompressed: programs that know no PDF search files for it.
	r := d.Alloc()
	d.SetPacked(r, Dict{{"Type", Name("Metadata")}, {"Subtype", Name("XML")}}, packet(in))
	return d.Add(dict), r
}

// date writes a time as ISO 32000-1, 7.9.4 says.
func date(t time.Time) string {
	zone := t.Format("-07'00'")
	if _, off := t.Zone(); off == 0 {
		zone = "Z"
	} else {
		zone = t.Format("-07") + "'" + t.Format("-0700")[3:] + "'"
	}
	return "D:" + t.Format("20060102150405") + zone
}

// packet writes the XMP packet (ISO 16684-1).
func packet(in Info) []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
		"<dc:format>application/pdf</dc:format>\n")
	alt := func(tag, v string) {
		if v != "" {
			fmt.Fprintf(&b, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%s>\n", tag, escape(v), tag)
		}
	}
	list := func(tag, kind string, vs ...string) {
		if len(vs) == 0 || vs[0] == "" {
			return
		}
		fmt.Fprintf(&b, "<%s><rdf:%s>", tag, kind)
		for _, v := range vs {
			fmt.Fprintf(&b, "<rdf:li>%s</rdf:li>", escape(v))
		}
		fmt.Fprintf(&b, "</rdf:%s></%s>\n", kind, tag)
	}
	plain := func(tag, v string) {
		if v != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>\n", tag, escape(v), tag)
		}
	}
	alt("dc:title", in.Title)
	list("dc:creator", "Seq", in.Author)
	alt("dc:description", in.Subject)
	list("dc:subject", "Bag", in.Keywords...)
	list("dc:language", "Bag", in.Lang)
	plain("pdf:Keywords", strings.Join(in.Keywords, ", "))
	plain("pdf:Producer", in.Producer)
	plain("xmp:CreatorTool", in.Creator)
	if !in.Created.IsZero() {
		plain("xmp:CreateDate", in.Created.Format(time.RFC3339))
		plain("xmp:ModifyDate", in.Created.Format(time.RFC3339))
		plain("xmp:MetadataDate", in.Created.Format(time.RFC3339))
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
