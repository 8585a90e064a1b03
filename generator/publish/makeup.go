package publish

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/fit"
	"bantin/generator/press"
)

// designed is the style sheet with which a designer makes an issue up by hand.
const designed = "dan-trang.css"

// MakeUp are the options with which an issue's pages are made up; ok is false
// where a designer did it.
func MakeUp(tree *content.Tree, issue *content.Page, root func(name string) bool, html string) (opt fit.Options, ok bool) {
	if issue.Issue == nil || root(path.Join(path.Dir(html), designed)) {
		return opt, false
	}
	if four := issue.Issue.Fourfold; four != nil && *four {
		opt.Multiple = 4
	}
	opt.Reorder = issue.Issue.Order == bulletin.Flexible
	opt.Pinned, opt.Keep = fitLines(issue.Issue.Plan), fitLines(tree.Kept(issue))
	return opt, true
}

// makeUp has the issue's print page fitted and written anew. A page that cannot
// be fitted stays as it is: whoever sets it says what is wrong.
func (j printJob) makeUp() (*fit.Result, bulletin.Findings, error) {
	there := func(name string) bool {
		_, err := os.Stat(filepath.Join(j.root, filepath.FromSlash(name)))
		return err == nil
	}
	opt, ok := MakeUp(j.tree, j.issue, there, j.html)
	if !ok || !there(j.html) {
		return nil, nil, nil
	}
	opt.Press = press.Options{BasePath: j.basePath}
	res, err := j.plans.Fit(os.DirFS(j.root), j.html, opt)
	if err != nil {
		return nil, nil, j.failed(err)
	}
	if err := os.WriteFile(filepath.Join(j.root, filepath.FromSlash(j.html)), res.HTML, 0o644); err != nil {
		return nil, nil, j.failed(err)
	}
	css := path.Join(path.Dir(j.html), fit.CSSName)
	err = writeFile(j.root, css, func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(res.CSS))
		return err
	})
	if err != nil {
		return nil, nil, j.failed(err)
	}
	return res, MakeUpFindings(j.issue, j.tree.Kept(j.issue) != nil, res), nil
}

// MakeUpFindings say what no layout could mend and what would, most useful first,
// and that an issue keeps the layout that it was printed in.
func MakeUpFindings(issue *content.Page, keeps bool, res *fit.Result) (all bulletin.Findings) {
	if keeps {
		file := path.Join(path.Dir(issue.File()), content.PlanFile)
		message, mend := "bản in giữ cách dàn đã ghi khi in số này", "muốn máy dàn lại thì xóa tệp này"
		if !res.Kept {
			message = "bài của số đã thêm bớt từ khi in: máy dàn lại, chỉ giữ cách mở của những bài còn đó"
			mend = "đã in rồi thì trả các bài về như cũ; không cần giữ nữa thì xóa tệp này"
		}
		all = append(all, bulletin.Finding{File: file, Level: bulletin.Hint, Code: "giu-dan-trang", Message: message, Fix: mend})
	}
	for _, f := range res.Faults {
		if f.Small() {
			continue
		}
		message, mend := faultWords(f)
		all = append(all, bulletin.Finding{File: issue.File(), Level: bulletin.Hint, Code: "vua-trang",
			Message: fmt.Sprintf("bản in, trang %d: %s", f.Page, message), Fix: mend})
	}
	return all
}

// faultWords says what is wrong with a page and the one thing to do about it.
func faultWords(f fit.Fault) (message, mend string) {
	title := "“" + strings.TrimSpace(f.Title) + "”"
	mend = fmt.Sprintf("viết thêm bài %s chừng %d chữ", title, f.Words)
	if f.Words < 0 {
		mend = fmt.Sprintf("rút bài %s chừng %d chữ", title, -f.Words)
	}
	switch f.Kind {
	case fit.Drifting:
		return "khối hay ảnh của bài " + title + " sang trang một mình", mend
	case fit.LongCover:
		return "trang nhất không đủ chỗ cho mục lục", "rút ngắn tên bài mở đầu và tên các bài"
	case fit.Multiple:
		return "số trang không chia hết cho bốn", "thêm hay bớt một bài, hoặc bỏ gap_doi"
	case fit.Imprint:
		return "khối xuất bản sang trang cuối một mình", mend
	case fit.Trailing:
		return "phần đuôi của bài " + title + " chiếm riêng một trang", mend
	case fit.Lopsided:
		switch f.Part {
		case "anh":
			mend = "cho ảnh ở đầu cột phải nhỏ lại, hoặc dời nó lên trước một đoạn, trong bài " + title
		case "bang":
			mend = "dời bảng ở đầu cột phải lên trước một đoạn, trong bài " + title
		}
		return "các cột kết thúc lệch nhau ở bài " + title, mend
	}
	return fmt.Sprintf("chân trang trống %d%% sau bài %s", f.Percent, title), mend
}

// unfolded tells of an issue whose pages do not make whole sheets, unless its
// editors have said whether they shall.
func unfolded(issue *content.Page, n int) bulletin.Findings {
	if n%4 == 0 || n <= 4 || issue.Issue == nil || issue.Issue.Fourfold != nil {
		return nil
	}
	return bulletin.Findings{{File: issue.File(), Level: bulletin.Hint, Code: "vua-trang",
		Message: fmt.Sprintf("bản in có %d trang, không chia hết cho bốn: đóng ghim giữa thì thừa %d trang trắng", n, 4-n%4),
		Fix:     "đóng ghim thì ghi gap_doi: true trong tệp của số, máy dàn lại cho vừa; không đóng ghim thì ghi gap_doi: false"}}
}
