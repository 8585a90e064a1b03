package publish

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"bantin/generator/board"
	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/fit"
	"bantin/generator/press"
	"bantin/generator/press/display"
	"bantin/generator/press/layout"
)

// boardFormat is the output format of an issue's display board sheets.
const boardFormat = "bangtin"

// boardJob is a page of sheets to be fitted to their paper and set as PDF.
type boardJob struct {
	printJob
	printed map[string]string // printed page of each anchor of the issue's print page
	told    bulletin.Findings // of the issue's make-up
	made    *fit.Result       // nil where a designer did it
}

// fit fits the sheets and says what is not well on them.
func (j boardJob) fit(tree *content.Tree) (*board.Set, bulletin.Findings, error) {
	var findings bulletin.Findings
	set, err := board.Open(j.files(), j.html, board.Options{Printed: j.printed, Press: press.Options{
		BasePath: j.basePath, Created: j.date(), Creator: "Bản tin",
		Warn: func(w press.Warning) { findings = append(findings, j.warning(w)) },
	}})
	if err != nil {
		return nil, nil, j.failed(err)
	}
	for _, f := range set.Findings {
		found := j.fault(f)
		if len(set.Sheets) > 0 { // not the issue itself
			if f.Code == layout.NearlyEmpty { // a short sheet is no fault
				continue
			}
			found.Message = strings.Replace(found.Message, "bản in, trang", "tờ in", 1)
		}
		findings = append(findings, found)
	}
	for _, s := range set.Sheets {
		if s.Pages > 1 || s.Over > 0 {
			findings = append(findings, j.tooLong(tree, s))
		}
	}
	if set.Metres > 0 {
		findings = append(findings, tooSmall(set.Pages, set.Metres)...)
	}
	return set, findings, findings.Err()
}

// tooLong says which field makes a sheet too long, and by how much.
func (j boardJob) tooLong(tree *content.Tree, s board.Sheet) bulletin.Finding {
	f := bulletin.Finding{File: j.issue.File(), Line: 1, Col: 1, Level: bulletin.Warning, Code: "to-khong-vua",
		Message: fmt.Sprintf("tờ in %d dài hơn giấy %s dù đã bỏ hết phần bỏ được", s.Page, millimetres(s.Over)),
		Fix:     "chọn khổ giấy lớn hơn (--kho) hoặc tầm nhìn gần hơn (--khoang-cach)"}
	if len(s.Fields) == 0 {
		return f
	}
	tallest := s.Fields[0]
	if p := tree.ByPath(tallest.File); p != nil {
		pos := p.At(tallest.Name)
		f.File, f.Line, f.Col = p.File(), pos.Line, pos.Col
	}
	cut := tallest.Runes
	if tallest.Height > s.Over {
		cut = int(float64(tallest.Runes)*s.Over/tallest.Height) + 1
	}
	f.Message += fmt.Sprintf("; chiếm chỗ nhất là %s, cao %s", tallest.Name, millimetres(tallest.Height))
	f.Fix = fmt.Sprintf("rút ngắn %s chừng %d ký tự, hoặc %s", tallest.Name, cut, f.Fix)
	return f
}

// tooSmall reports, once for each kind of text, what the style sheet sets too
// small for the distance.
func tooSmall(pages *display.Document, metres float64) (findings bulletin.Findings) {
	seen := map[string]bool{}
	for _, s := range board.TooSmall(pages, board.Readable(metres)) {
		if seen[s.Type] {
			continue
		}
		seen[s.Type] = true
		findings = append(findings, bulletin.Finding{File: "layouts/_css/bang-tin.css", Level: bulletin.Warning, Code: "chu-nho",
			Message: fmt.Sprintf("tờ in %d: chữ hoa của “%s” cao %s, đọc từ xa %s m cần %s", s.Page, s.Text, millimetres(s.Cap), decimal(metres), millimetres(s.Need)),
			Fix:     "tăng cỡ chữ ấy trong kiểu dáng"})
	}
	return findings
}

func millimetres(pt float64) string { return decimal(pt*25.4/72) + " mm" }

// decimal writes a number with one decimal at most, the Vietnamese way.
func decimal(v float64) string {
	return strings.Replace(strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0"), ".", ",", 1)
}

// boards makes the display board sheets beside an issue's PDF.
func (j printJob) boards(tree *content.Tree, html string, printed map[string]string) (*Print, bulletin.Findings, error) {
	b := boardJob{printJob: j, printed: printed}
	b.html, b.pdf = html, path.Join(path.Dir(html), "to-bang-tin-"+j.issue.Key+".pdf")
	set, findings, err := b.fit(tree)
	if err != nil {
		return nil, nil, err
	}
	if err := b.write(set.Doc); err != nil {
		return nil, nil, b.failed(err)
	}
	return &Print{File: b.pdf, Pages: len(set.Pages.Pages), Board: true}, findings, nil
}

// printedPages maps the anchors of a print page to the page numbers on paper.
func printedPages(doc *display.Document) map[string]string {
	pages := map[string]string{}
	for id, a := range doc.Anchors {
		if a.Page >= 0 && a.Page < len(doc.Pages) {
			pages[id] = doc.Pages[a.Page].Label
		}
	}
	return pages
}

// writeFile writes a new file in the staging folder.
func writeFile(root, name string, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(filepath.Join(root, filepath.FromSlash(name)), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

// layout sets a print page without writing it.
func (j printJob) layout() (*display.Document, error) {
	doc, err := press.Open(j.files(), j.html, press.Options{BasePath: j.basePath})
	if err != nil {
		return nil, j.failed(err)
	}
	pages, _, err := doc.Layout()
	if err != nil {
		return nil, j.failed(err)
	}
	return pages, nil
}
