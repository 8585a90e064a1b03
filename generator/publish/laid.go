package publish

import (
	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/press"
	"bantin/generator/press/display"
)

// Laid is an issue's print page after layout, not yet a PDF.
type Laid struct {
	Issue    *content.Page
	HTML     string // the print page, relative to the destination
	BasePath string
	Tree     *content.Tree // whose pages own the files that are shown; may be nil
	Pages    *display.Document
	Faults   []press.Finding
	Warnings []press.Warning
}

// Findings are what printing would tell of the pages.
func (l *Laid) Findings() bulletin.Findings {
	j := printJob{html: l.HTML, basePath: l.BasePath, issue: l.Issue, tree: l.Tree}
	var list bulletin.Findings
	for _, w := range l.Warnings {
		list = append(list, j.warning(w))
	}
	for _, f := range l.Faults {
		list = append(list, j.fault(f))
	}
	return append(list, tooLong(l.Issue, len(l.Pages.Pages))...)
}

// FaultText says in Vietnamese what is wrong with a page, without its place.
func FaultText(f press.Finding) string {
	if text := faults[string(f.Code)]; text != "" {
		return text
	}
	return f.Message
}
