// Package ledger keeps what is out in the world and cannot be called back:
// addresses that were published, those whose code was printed, and the sessions
// that stand in other people's calendars.
//
// A ledger is a text file in the content folder that the editors commit with
// their content: one line an address, sorted, so that two editors' changes merge. Each
// edition has its own, for the public one must be fit for a repository that all
// can read: it names nothing that the public edition did not publish. Hugo is
// told to ignore both.
//
//	/guong/tu-sach/ van=9f3c21aa00b1c2d3 in=2023-10 | Tủ sách xe đẩy
//	/hoc-tap/buoi-mot/ van=… uid=3f00… lan=1 luc=2026-11-28T01:00:00Z gio=51c0aa17 ngay=2026-12-01 | Buổi một
//	rut: /guong/bai-da-go/ bài có số liệu sai, đã đính chính
//
// Only a real build writes it (package publish). A line that begins with "rut:"
// is an editor's word that the address is withdrawn knowingly; it is kept as it
// is.
package ledger

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// File is the path of an edition's ledger in the site's folder.
func File(e bulletin.Edition) string {
	if e == bulletin.Public {
		return content.Dir + "/so-dia-chi.txt"
	}
	return content.Dir + "/so-dia-chi-noi-bo.txt"
}

// Entry is one address.
type Entry struct {
	Address string
	Title   string
	Text    uint64   // see Fingerprint; 0: too short to know again
	Printed []string // keys of the issues that carry its code on paper
	Session *Session // when it is one
	Line    int      // in the file as it was read

	withdrawn string // the whole line, when an editor withdrew it
}

// Withdrawn reports whether an editor gave the address up.
func (e *Entry) Withdrawn() bool { return e.withdrawn != "" }

// Session is what calendars know of a study session.
type Session struct {
	UID     string
	Changes int       // SEQUENCE of RFC 5545
	At      time.Time // of the last change; zero: none
	Key     string    // of time, place and state: what a change changes
	Day     string    // on which it takes place, 2006-01-02
}

// Ledger is one edition's.
type Ledger struct {
	Name    string
	entries map[string]*Entry
}

// Problem is a line that cannot be read.
type Problem struct {
	Line         int
	Message, Fix string
}

const rut = "rut:"

// Parse reads a ledger. What cannot be read is a problem, and such a ledger
// must not be written: it would lose the line.
func Parse(name, text string) (*Ledger, []Problem) {
	l := &Ledger{Name: name, entries: map[string]*Entry{}}
	var problems []Problem
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		e, reason := parseLine(line)
		if reason != "" {
			problems = append(problems, Problem{n, "không đọc được dòng này: " + reason, "xóa dòng hỏng, hoặc lấy lại tệp từ bản trước (git checkout " + name + "); dấu <<<<<<< là hai bản chưa gộp xong: giữ cả hai phía, bỏ các dòng dấu"})
			continue
		}
		e.Line = n
		l.join(e)
	}
	return l, problems
}

func parseLine(line string) (e *Entry, reason string) {
	if rest, ok := strings.CutPrefix(line, rut); ok {
		address, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
		if !strings.HasPrefix(address, "/") {
			return nil, "sau rut: phải là địa chỉ"
		}
		return &Entry{Address: address, withdrawn: line}, ""
	}
	head, title, _ := strings.Cut(line, " | ")
	words := strings.Fields(head)
	if !strings.HasPrefix(words[0], "/") {
		return nil, "không bắt đầu bằng địa chỉ"
	}
	e = &Entry{Address: words[0], Title: strings.TrimSpace(title)}
	for _, word := range words[1:] {
		key, value, ok := strings.Cut(word, "=")
		if !ok || !e.set(key, value) {
			return nil, fmt.Sprintf("không hiểu %q", word)
		}
	}
	return e, ""
}

// set takes one key=value of a line.
func (e *Entry) set(key, value string) (ok bool) {
	var err error
	switch key {
	case "van":
		e.Text, err = strconv.ParseUint(value, 16, 64)
		return err == nil
	case "in":
		e.Printed = strings.Split(value, ",")
		return true
	}
	if e.Session == nil {
		e.Session = &Session{}
	}
	switch s := e.Session; key {
	case "uid":
		s.UID = value
	case "lan":
		s.Changes, err = strconv.Atoi(value)
	case "luc":
		s.At, err = time.Parse(time.RFC3339, value)
	case "gio":
		s.Key = value
	case "ngay":
		s.Day = value
	default:
		return false
	}
	return err == nil
}

// join adds an entry; of two of one address, as a merge may leave them, what
// either knows is kept.
func (l *Ledger) join(e *Entry) {
	old := l.entries[e.Address]
	l.entries[e.Address] = e
	if old == nil {
		return
	}
	if old.Withdrawn() {
		l.entries[e.Address] = old
		return
	}
	e.Printed = union(e.Printed, old.Printed)
	if e.Session == nil || old.Session != nil && old.Session.Changes > e.Session.Changes {
		e.Session = old.Session
	}
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// Entries lists what the ledger holds, by address.
func (l *Ledger) Entries() (all []*Entry) {
	for _, address := range slices.Sorted(maps.Keys(l.entries)) {
		all = append(all, l.entries[address])
	}
	return all
}

// Of is the entry of an address that was not withdrawn, nil when there is none.
func (l *Ledger) Of(address string) *Entry {
	if e := l.entries[address]; e != nil && !e.Withdrawn() {
		return e
	}
	return nil
}

// take is the entry of an address that is published now, made if need be.
func (l *Ledger) take(address string) *Entry {
	e := l.Of(address)
	if e == nil {
		e = &Entry{Address: address}
		l.entries[address] = e
	}
	return e
}

const head = `# Sổ địa chỉ: mỗi dòng một địa chỉ đã công bố, chương trình tự ghi khi dựng. Đưa tệp này lên kho cùng với bài.
# Địa chỉ đã công bố thì không được mất: bài đổi chỗ thì ghi địa chỉ cũ vào aliases của bài (check --sua ghi giúp).
# Thật muốn rút một địa chỉ thì viết rut: ở đầu dòng của nó, và lý do ở cuối. Xem HUONG-DAN.md, mục 9.
`

// String is the ledger's file.
func (l *Ledger) String() string {
	var b strings.Builder
	b.WriteString(head)
	if l.Name == File(bulletin.Internal) {
		b.WriteString("# Tệp này kể tên cả trang nội bộ: kho công khai thì không đưa tệp này lên.\n")
	}
	for _, e := range l.Entries() {
		b.WriteString(e.line() + "\n")
	}
	return b.String()
}

func (e *Entry) line() string {
	if e.Withdrawn() {
		return e.withdrawn
	}
	words := []string{e.Address}
	add := func(key, value string) {
		if value != "" {
			words = append(words, key+"="+value)
		}
	}
	if e.Text != 0 {
		add("van", fmt.Sprintf("%016x", e.Text))
	}
	add("in", strings.Join(e.Printed, ","))
	if s := e.Session; s != nil {
		add("uid", s.UID)
		add("lan", strconv.Itoa(s.Changes))
		if !s.At.IsZero() {
			add("luc", s.At.UTC().Format(time.RFC3339))
		}
		add("gio", s.Key)
		add("ngay", s.Day)
	}
	return strings.TrimRight(strings.Join(words, " ")+" | "+cmp.Or(e.Title, "…"), " ")
}
