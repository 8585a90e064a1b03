package proof

import (
	"bytes"
	"fmt"
	"html"
	"math"

	"bantin/generator/bulletin"
	"bantin/generator/press"
	"bantin/generator/press/display"
	"bantin/generator/publish"
)

// view is one page of sheets being written.
type view struct {
	*publish.Laid
	Key      string
	files    string
	fonts    string // name of the style sheet of the fonts
	svgs     []string
	findings bulletin.Findings
	b        bytes.Buffer
}

func (v *view) printf(format string, args ...any) { fmt.Fprintf(&v.b, format, args...) }

// page writes the whole page. A sheet is one line, so that a difference of two
// pages is the sheets that changed.
func (v *view) page() []byte {
	v.printf("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Trang in – %s</title>\n", html.EscapeString(v.Issue.Meta.Title))
	v.printf("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n")
	v.printf("<link rel=\"stylesheet\" href=\"%sto-in.css\">\n<link rel=\"stylesheet\" href=\"%s%s\">\n<script src=\"%sto-in.js\" defer></script>\n</head>\n<body class=\"trang-in\">\n", v.files, v.files, v.fonts, v.files)
	v.head()
	v.printf("<main class=\"cac-to\">\n")
	for i := range v.svgs {
		v.sheet(i)
	}
	v.printf("</main>\n</body></html>\n")
	return v.b.Bytes()
}

// head writes the bar with the choices. They are the reader's: plain controls
// whose state no update touches.
func (v *view) head() {
	v.printf("<header class=\"thanh\">\n<h1>Trang in: <a href=\"/so/%s/\">%s</a></h1>\n", html.EscapeString(v.Key), html.EscapeString(v.Issue.Meta.Title))
	v.printf("<p class=\"so-lieu\">%d trang%s · %s · <a href=\"/so/%s/khung-anh/\">khung cắt ảnh</a></p>\n", len(v.svgs), v.paper(), v.count(), html.EscapeString(v.Key))
	v.printf("<form class=\"chon\">\n")
	v.printf("<label><input type=\"checkbox\" id=\"doi\"> Trang đôi</label>\n")
	v.printf("<label><input type=\"checkbox\" id=\"mep\"> Mép cắt và tràn mép</label>\n")
	v.printf("<label><input type=\"checkbox\" id=\"luoi\"> Lưới dòng</label>\n")
	v.printf("<label><input type=\"checkbox\" id=\"loi\" checked> Lỗi dàn trang</label>\n")
	v.printf("<label>Cỡ <select id=\"co\"><option value=\"ngang\">vừa bề ngang</option><option value=\"ca\">vừa cả trang</option><option value=\"that\">cỡ thật</option></select></label>\n")
	v.printf("</form>\n</header>\n")
}

// paper is the format of the sheets when they share one.
func (v *view) paper() string {
	const mm = 25.4 / 72
	w, h := math.Round(v.Pages.Pages[0].Width*mm), math.Round(v.Pages.Pages[0].Height*mm)
	for _, p := range v.Pages.Pages {
		if math.Round(p.Width*mm) != w || math.Round(p.Height*mm) != h {
			return ""
		}
	}
	return fmt.Sprintf(" %g × %g mm", w, h)
}

func (v *view) count() string {
	if len(v.Faults) == 0 {
		return "không có lỗi dàn trang"
	}
	return fmt.Sprintf("<a href=\"#to-%d\">%d lỗi dàn trang</a>", max(1, v.Faults[0].Page), len(v.Faults))
}

// sheet writes page i with what can be laid over it.
func (v *view) sheet(i int) {
	page := v.Pages.Pages[i]
	var faults []press.Finding
	for _, f := range v.Faults {
		if f.Page == page.Number {
			faults = append(faults, f)
		}
	}
	side := "phai"
	if page.Number%2 == 0 {
		side = "trai"
	}
	v.printf("<figure class=\"to %s\" id=\"to-%d\"><div class=\"giay\">%s", side, page.Number, v.svgs[i])
	v.layer(page, faults)
	v.printf("</div><figcaption>Trang %s", html.EscapeString(page.Label))
	if len(faults) > 0 {
		v.printf("<ol class=\"loi-to\">")
		for _, f := range faults {
			v.printf("<li>%s</li>", html.EscapeString(told(f)))
		}
		v.printf("</ol>")
	}
	v.printf("</figcaption></figure>\n")
}

// told is what is said of a fault on its sheet.
func told(f press.Finding) string {
	text := publish.FaultText(f)
	if f.Column > 0 {
		text = fmt.Sprintf("cột %d: %s", f.Column, text)
	}
	return text
}

// layer writes the edges, the grid and the marks of faults, in the page's own
// coordinates.
func (v *view) layer(p *display.Page, faults []press.Finding) {
	v.printf("<svg class=\"lop\" viewBox=\"0 0 %.6g %.6g\" aria-hidden=\"true\">", p.Width, p.Height)
	v.printf("<g class=\"mep\"><rect class=\"xen\" width=\"%.6g\" height=\"%.6g\"/>", p.Width, p.Height)
	if b := p.Bleed; b > 0 {
		v.printf("<rect class=\"tran\" x=\"%.6g\" y=\"%.6g\" width=\"%.6g\" height=\"%.6g\"/>", -b, -b, p.Width+2*b, p.Height+2*b)
	}
	a := p.Area
	v.printf("<rect class=\"vung\" x=\"%.6g\" y=\"%.6g\" width=\"%.6g\" height=\"%.6g\"/></g>", a.X, a.Y, a.W, a.H)
	if p.GridPitch >= 2 && a.W > 0 {
		v.printf("<path class=\"luoi\" d=\"")
		for k := 0; ; k++ {
			y := p.GridStart + float64(k)*p.GridPitch
			if y > a.Y+a.H {
				break
			}
			v.printf("M%.6g %.6gh%.6g", a.X, y, a.W)
		}
		v.printf("\"/>")
	}
	for k, f := range faults {
		v.fault(p, f, k+1)
	}
	v.printf("</svg>")
}

// fault marks one fault: its area, a line across where it has none, or the page.
func (v *view) fault(p *display.Page, f press.Finding, n int) {
	x, y, w, h := f.X, f.Y, f.W, f.H
	switch {
	case w > 0 && h > 0:
	case x != 0 || y != 0:
		y, w, h = y-2, max(24, min(160, p.Area.X+p.Area.W-x)), 4
	default:
		x, y, w, h = p.Area.X, p.Area.Y, p.Area.W, p.Area.H
	}
	v.printf("<g class=\"loi\"><title>%s</title><rect x=\"%.6g\" y=\"%.6g\" width=\"%.6g\" height=\"%.6g\"/>", html.EscapeString(told(f)), x, y, w, h)
	v.printf("<circle cx=\"%.6g\" cy=\"%.6g\" r=\"6\"/><text x=\"%.6g\" y=\"%.6g\">%d</text></g>", x, y, x, y+2.8, n)
}
