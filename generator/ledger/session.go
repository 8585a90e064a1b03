package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"bantin/generator/address"
	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// Sessions says of every session of an edition what calendars shall be told: the
// UID under which they know it, how often it changed and when. It is pure: what
// the ledger does not know yet counts as changed at now, or as long ago as it
// was when now is zero.
func (l *Ledger) Sessions(tree *content.Tree, now time.Time) map[*content.Page]Session {
	all := map[*content.Page]Session{}
	for _, p := range tree.In(content.Article) {
		if p.Session == nil {
			continue
		}
		s := Session{Key: sessionKey(p.Session, tree.Options.Edition), Day: p.Session.Starts.Format(time.DateOnly)}
		if old := l.sessionOf(p); old != nil {
			s.UID, s.Changes, s.At = old.UID, old.Changes, old.At
			if old.Key != s.Key {
				s.Changes++
				if !now.IsZero() {
					s.At = now.UTC().Truncate(time.Second)
				}
			}
		}
		all[p] = s
	}
	return all
}

// sessionOf is what the ledger knows of a session, also under an address that
// it had before.
func (l *Ledger) sessionOf(p *content.Page) *Session {
	if e := l.Of(p.Address()); e != nil && e.Session != nil {
		return e.Session
	}
	for _, old := range Aliases(p) {
		if e := l.Of(old); e != nil && e.Session != nil {
			return e.Session
		}
	}
	return nil
}

// Aliases are a page's old addresses as the ledger writes them.
func Aliases(p *content.Page) (all []string) {
	for _, alias := range p.Meta.Aliases {
		if at, err := address.AliasPath(p, alias); err == nil {
			all = append(all, address.Claim{Path: at}.Address())
		}
	}
	return all
}

// sessionKey changes when calendars must be told. The place is no part of the
// public edition.
func sessionKey(s *bulletin.SessionArticle, edition bulletin.Edition) string {
	place := ""
	if edition == bulletin.Internal {
		place = s.Place
	}
	const layout = "2006-01-02T15:04"
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%s|%s|%s", s.Starts.Format(layout), s.Ends.Format(layout), place, s.State))
	return hex.EncodeToString(sum[:4])
}

// Publish enters what an edition publishes: its pages and their old addresses.
// uid reads the UID under which a session went out.
func (l *Ledger) Publish(tree *content.Tree, sessions map[*content.Page]Session, uid func(*content.Page) string) {
	for _, p := range tree.Pages {
		if p.Out != "" || !Lasting(p) {
			continue
		}
		e := l.enter(p)
		if s, ok := sessions[p]; ok {
			if s.UID == "" {
				s.UID = uid(p)
			}
			e.Session = &s
		}
		for _, old := range Aliases(p) {
			if e := l.take(old); e.Title == "" {
				e.Title = oneLine(p.Meta.Title)
			}
		}
	}
}

// enter makes or refreshes a page's entry. The fingerprint stays until the text
// has become another one: a line that changes with every comma cannot be merged.
func (l *Ledger) enter(p *content.Page) *Entry {
	e, title := l.take(p.Address()), oneLine(p.Meta.Title)
	if e.Text == 0 || e.Title != title {
		e.Text = Fingerprint(p.Body)
	}
	e.Title = title
	return e
}

// Print marks the addresses whose code an issue carries on paper.
func (l *Ledger) Print(p *content.Page, issue string) {
	e := l.enter(p)
	e.Printed = union(e.Printed, []string{issue})
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
