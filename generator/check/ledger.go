package check

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"bantin/generator/address"
	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/ledger"
)

// published is what is out in the world, and where everything will stand. It is
// made when a rule first asks.
type published struct {
	planned sync.Once
	places  *address.Plan

	read     sync.Once
	lost     []lost
	problems bulletin.Findings
}

// lost is an address of one of the ledgers.
type lost struct {
	ledger.Lost
	file string
}

func (x *index) plan() *address.Plan {
	x.out.planned.Do(func() { x.out.places = address.New(x.tree, x.opt.Static) })
	return x.out.places
}

// losses are the addresses that the edition no longer has. The internal edition
// also answers for the public ledger: paper carries its addresses.
func (x *index) losses() []lost {
	x.out.read.Do(func() {
		if x.opt.Ledger == nil {
			return
		}
		x.lose(x.tree.Options.Edition)
		if x.tree.Options.Edition != bulletin.Public {
			x.lose(bulletin.Public)
		}
	})
	return x.out.lost
}

func (x *index) lose(edition bulletin.Edition) {
	book, problems := x.opt.Ledger(edition)
	for _, problem := range problems {
		x.out.problems = append(x.out.problems, bulletin.Finding{File: ledger.File(edition), Line: problem.Line, Col: 1, Level: bulletin.Error, Code: "so-dia-chi", Message: problem.Message, Fix: problem.Fix})
	}
	if book == nil {
		return
	}
	for _, l := range book.Missing(x.tree, x.plan(), func(p *content.Page) bool { return edition.Holds(p.Meta.Reach) }) {
		if l.Owner != nil && l.Owner.Out == content.IsExpired && len(l.Printed) == 0 {
			continue // that is what an expiry date is for
		}
		i := slices.IndexFunc(x.out.lost, func(other lost) bool { return other.Address == l.Address })
		switch {
		case i < 0:
			x.out.lost = append(x.out.lost, lost{l, book.Name})
		case len(l.Printed) > 0:
			if l.Session == nil { // the public ledger knows only of the paper yet
				both := *l.Entry
				both.Session = x.out.lost[i].Session
				l.Entry = &both
			}
			x.out.lost[i] = lost{l, book.Name}
		}
	}
}

// lostAddresses: what was published still leads somewhere.
func lostAddresses(all *whole) {
	losses := all.losses()
	all.loose = append(all.loose, all.out.problems...)
	for _, p := range all.passes {
		p.movedHere()
	}
	for _, l := range losses {
		if l.Heir != nil {
			continue // told at the page
		}
		f := bulletin.Finding{File: l.file, Line: l.Line, Col: 1, Level: l.level(), Code: "dia-chi-mat"}
		f.Message, f.Fix = all.lostMessage(l)
		all.loose = append(all.loose, f)
	}
}

// movedHere tells a page that it has become what stood at an old address, and
// writes the address down.
func (p *pass) movedHere() {
	if p.page.Out != "" {
		return
	}
	for _, l := range p.losses() {
		if l.Heir == nil || l.Heir.Path != p.page.Path || slices.Contains(ledger.Aliases(p.page), l.Address) {
			continue
		}
		var edits []edit
		if at, text, ok := p.page.InsertAlias(l.Address); ok {
			edits = []edit{{at, at, text}}
		}
		p.addAs(l.level(), p.page.At("title"), "dia-chi-doi", fmt.Sprintf("bài này trước ở %s, địa chỉ ấy đã công bố%s mà nay không còn", l.Address, l.paper()),
			fmt.Sprintf("ghi aliases: [%s] để địa chỉ cũ dẫn đến bài; check --sua ghi giúp. Nếu là bài khác thì rút địa chỉ cũ: viết rut: ở đầu dòng %d trong %s", l.Address, l.Line, l.file), edits...)
	}
}

// level: a code on paper cannot be called back.
func (l lost) level() bulletin.Level {
	if len(l.Printed) > 0 {
		return bulletin.Error
	}
	return bulletin.Warning
}

func (l lost) paper() string {
	if len(l.Printed) == 0 {
		return ""
	}
	return fmt.Sprintf(" và đã in thành mã QR (số %s)", strings.Join(l.Printed, ", "))
}

func (x *index) lostMessage(l lost) (message, fix string) {
	p := &pass{index: x}
	message = fmt.Sprintf("địa chỉ %s (%s) đã công bố%s mà nay không còn", l.Address, l.Title, l.paper())
	if s := l.Session; s != nil && s.Day >= x.tree.Options.Now.Format(time.DateOnly) {
		message = fmt.Sprintf("buổi học %s (%s, ngày %s) đã vào lịch của người khác mà nay không còn", l.Address, l.Title, s.Day)
		fix = "không họp nữa thì trả lại bài và ghi tinh_trang: huy, để lịch của người dự cũng hủy"
	} else {
		fix = "trả lại bài"
	}
	fix += fmt.Sprintf("; hoặc ghi địa chỉ này vào aliases của bài thay nó; hoặc rút hẳn: viết rut: ở đầu dòng %d trong %s, lý do ở cuối dòng", l.Line, l.file)
	switch {
	case l.Owner != nil && p.mayName(l.Owner):
		message += fmt.Sprintf(": %s %s", l.Owner.File(), l.Owner.Out)
	case l.Owner != nil:
		message += fmt.Sprintf(": bài ấy nay %s", l.Owner.Out)
	case len(l.May) > 0:
		var names []string
		for _, may := range l.May[:min(3, len(l.May))] {
			names = append(names, path.Dir(may.File()))
		}
		message += "; có thể nay là " + strings.Join(names, " hoặc ")
	}
	return message, fix
}
