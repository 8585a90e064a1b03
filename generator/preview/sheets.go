package preview

import (
	"context"
	"fmt"
	"html"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/cause"
)

// sheets are the issues' printed sheets, drawn when somebody looks.
type sheets struct {
	mu    sync.Mutex
	drawn map[string]drawnSheets // by issue key
	quiet map[string]*time.Timer // until the issue is made up anew
}

// pause is how long nothing must change before an issue is made up anew.
const pause = 3 * time.Second

type drawnSheets struct {
	edition int
	html    []byte
}

// sheetsKey is the issue whose sheets an output shows, "" for other outputs.
func sheetsKey(output string) string { return keyOf(output, "to-in") }

// keyOf is the issue of an output so/<key>/<what>/index.html.
func keyOf(output, what string) string {
	parts := strings.Split(output, "/")
	if len(parts) == 4 && parts[0] == "so" && parts[2] == what && parts[3] == "index.html" {
		return parts[1]
	}
	return ""
}

// look returns what an output shows now: a file of the site, or sheets.
func (s *Server) look(ctx context.Context, output string) (data []byte, tag string, ok bool) {
	if inIndex(output) {
		return s.searched(output)
	}
	if key := keyOf(output, "khung-anh"); key != "" && s.opt.Contact != nil {
		return s.drawContact(ctx, key)
	}
	key := sheetsKey(output)
	if key == "" || s.opt.Sheets == nil {
		return s.store.get(output)
	}
	if _, _, exists := s.store.get(path.Join("so", key, "in.html")); !exists {
		return nil, "", false
	}
	data = s.drawSheets(ctx, key)
	return data, tagOf(data), true
}

// drawSheets draws the sheets of an issue unless nothing changed since the
// last time.
func (s *Server) drawSheets(ctx context.Context, key string) []byte {
	s.sheet.mu.Lock()
	defer s.sheet.mu.Unlock()
	edition, _ := s.store.next()
	last, drawn := s.sheet.drawn[key]
	if drawn && last.edition == edition {
		return last.html
	}
	page, findings, err := s.opt.Sheets(ctx, s.Snapshot(), key)
	file := "content/so/" + key + "/_index.md"
	if err != nil {
		findings = append(findings, bulletin.Finding{File: file, Line: 1, Level: bulletin.Error, Code: "to-in",
			Message: "chưa dàn được trang in: " + cause.Say(err), Fix: "xem lại bài vừa sửa"})
		if page = last.html; page == nil {
			page = fmt.Appendf(nil, "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Trang in</title>\n</head><body><p>%s</p></body></html>\n",
				html.EscapeString("Chưa dàn được trang in: "+err.Error()))
		}
	}
	s.state.change(func(st *state) {
		st.byFile["to-in/"+key] = findings
		st.pages[path.Join("so", key, "to-in", "index.html")] = source{File: file, Badges: []string{}}
	})
	if ctx.Err() == nil { // else the drawing may be half
		if s.sheet.drawn == nil {
			s.sheet.drawn = map[string]drawnSheets{}
		}
		s.sheet.drawn[key] = drawnSheets{edition, page}
		s.refitLater(key, edition)
	}
	return page
}

// refitLater draws an issue again when nothing has changed for a while and it
// can be made up better. The caller holds the sheets' lock.
func (s *Server) refitLater(key string, edition int) {
	if s.opt.Refit == nil {
		return
	}
	if s.sheet.quiet == nil {
		s.sheet.quiet = map[string]*time.Timer{}
	}
	if t := s.sheet.quiet[key]; t != nil {
		t.Stop()
	}
	s.sheet.quiet[key] = time.AfterFunc(pause, func() {
		s.sheet.mu.Lock()
		now, _ := s.store.next()
		again := now == edition && s.opt.Refit(key)
		if again {
			delete(s.sheet.drawn, key)
		}
		s.sheet.mu.Unlock()
		if again {
			s.store.touch()
		}
	})
}

// drawContact draws the contact sheet of an issue. What keeps it from being drawn
// stands on it.
func (s *Server) drawContact(ctx context.Context, key string) (page []byte, tag string, ok bool) {
	if _, _, exists := s.store.get(path.Join("so", key, "in.html")); !exists {
		return nil, "", false
	}
	page, err := s.opt.Contact(ctx, s.Snapshot(), key)
	if err != nil {
		page = fmt.Appendf(nil, "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Khung cắt ảnh</title>\n</head><body><p>%s</p></body></html>\n",
			html.EscapeString("Chưa xem được khung cắt ảnh: "+err.Error()))
	}
	return page, tagOf(page), true
}

// sheetFile serves what the sheets' pages need besides the site.
func (s *Server) sheetFile(w http.ResponseWriter, r *http.Request) {
	if s.opt.SheetFile != nil {
		if data, ok := s.opt.SheetFile(strings.TrimPrefix(r.URL.Path, SheetFiles)); ok {
			serve(w, r, r.URL.Path, data, tagOf(data))
			return
		}
	}
	http.NotFound(w, r)
}
