package preview

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// events tells a browser what becomes of the page that it shows, as server-sent
// events: "trang" (the page's new HTML, or that it is gone) and "tinh-trang"
// (see status). What a browser missed it learns when it comes back: it says
// which version of the page it has.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "không gửi được sự kiện", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	output := outputOf(r.URL.Query().Get("trang"))
	has := r.URL.Query().Get("ban")
	if id := r.Header.Get("Last-Event-ID"); id != "" {
		has = id
	}
	select {
	case s.views <- output:
	default: // too many at once: the sketch can wait
	}
	b := &browser{server: s, output: output, tag: has}
	beat := time.NewTicker(20 * time.Second)
	defer beat.Stop()
	for {
		_, changed := s.store.next()
		if text := b.news(r.Context()); len(text) > 0 {
			if _, err := w.Write(text); err != nil {
				return
			}
			flusher.Flush()
		}
		select {
		case <-r.Context().Done():
			return
		case <-changed:
		case <-beat.C:
			if _, err := w.Write([]byte("event: nhip\ndata: 1\n\n")); err != nil {
				return
			}
			flusher.Flush()
		}
	}
}

// browser is one page of one browser, and what it knows.
type browser struct {
	server *Server
	output string
	tag    string // of the page that it shows, "" for none
	status []byte
}

// gone is the tag of a page that is not there.
const gone = "-"

// news are the events that bring the browser up to date.
func (b *browser) news(ctx context.Context) []byte {
	var out bytes.Buffer
	if b.server.store.ready() {
		data, tag, ok := b.server.look(ctx, b.output)
		if !ok {
			tag = gone
		}
		if tag != b.tag && (ok || b.tag != "") {
			write(&out, "trang", tag, map[string]any{"ban": tag, "html": string(data), "mat": !ok})
		}
		b.tag = tag
	}
	status := b.server.state.of(b.output)
	status.Editor, status.Root = b.server.opt.Editor, b.server.root
	text, err := json.Marshal(status)
	if err == nil && !bytes.Equal(text, b.status) {
		b.status = text
		write(&out, "tinh-trang", b.tag, status)
	}
	return out.Bytes()
}

// write adds one event; JSON has no line ends of its own.
func write(out *bytes.Buffer, name, id string, value any) {
	var data bytes.Buffer
	encoder := json.NewEncoder(&data) // ends in a line end of its own
	encoder.SetEscapeHTML(false)
	if encoder.Encode(value) != nil {
		return // strings and numbers always marshal
	}
	fmt.Fprintf(out, "event: %s\n", name)
	if id != "" {
		fmt.Fprintf(out, "id: %s\n", id)
	}
	fmt.Fprintf(out, "data: %s\n", data.Bytes())
}
