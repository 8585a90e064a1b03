// Package preview shows a bulletin while it is being written: it serves the
// site on a local address, watches the folders, and sends browsers what changed.
//
// Contract: what is served once nothing has changed for a while is what a
// clean build of the same files gives. Two builders work towards it. The
// sketch (sketch.go) renders, of the whole site, only the page being written
// and what belongs to its issue, within milliseconds; what it changed is laid
// over the page that is served (merge.go). The whole site follows when the
// editor pauses, and replaces what was laid over. A mistake of any kind, in
// hugo.toml too, leaves the last good pages served; browsers are told of it.
//
// Nothing is written to disk but Hugo's cache of scaled pictures (resources/),
// as in every build, and nothing can be written through the server. It
// serves from memory what was built, answers no foreign site (guard.go), and
// does not follow links out of the site.
package preview

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/hugosite"
	"bantin/generator/publish"
)

// SheetFiles is the address that Options.SheetFile's names are below.
const SheetFiles = own + "to-in/"

// Options say what to show.
type Options struct {
	Site    string // the folder that holds hugo.toml
	Edition bulletin.Edition
	BaseURL string // where the server can be reached: "http://127.0.0.1:1313/"
	Hosts   []string
	// Editor, when not empty, is the address that opens a file at a line in
	// the editor's program; %f is the absolute file, %l the line:
	// "vscode://file/%f:%l".
	Editor string
	// Poll, when above 0, is how often to look whether files changed, where
	// the system sends no events: network drives, WSL, containers.
	Poll time.Duration
	// Report, when not nil, is told of each build, in Vietnamese.
	Report func(text string)
	// Sheets, when not nil, draws the printed sheets of an issue as one HTML
	// page, which is served at /so/<key>/to-in/. It is called when somebody
	// looks, again after each change, never twice at once.
	Sheets func(ctx context.Context, site Snapshot, issueKey string) ([]byte, bulletin.Findings, error)
	// Refit, if not nil, is asked when nothing has changed for a while: whether
	// Sheets would draw the issue better now. It is then drawn again.
	Refit func(issueKey string) bool
	// Contact, when not nil, draws the contact sheet of the pictures of an issue,
	// which is served at /so/<key>/khung-anh/.
	Contact func(ctx context.Context, site Snapshot, issueKey string) ([]byte, error)
	// SheetFile, when not nil, is what the sheets' pages name below SheetFiles:
	// fonts and the like.
	SheetFile func(name string) (data []byte, ok bool)
}

// Snapshot is the site as it is served now.
type Snapshot struct {
	Files fs.FS           // every output: "so/2023-10/in.html"
	Tree  *content.Tree   // of the last whole build
	Pages []hugosite.Page // likewise
}

// Server is a running preview.
type Server struct {
	opt   Options
	root  string // absolute, links resolved
	store *store
	state *state
	views chan string // outputs that a browser begins to look at
	sheet sheets
	index index

	mu       sync.Mutex
	snapshot Snapshot
	builds   int  // whole builds begun
	sketches int  // sketches shown
	rest     bool // nothing is left to build or to judge
}

// New prepares a preview; Run makes it live.
func New(opt Options) (*Server, error) {
	root, err := filepath.Abs(opt.Site)
	if err == nil {
		root, err = filepath.EvalSymlinks(root)
	}
	if err != nil {
		return nil, fmt.Errorf("mở thư mục bản tin: %w", err)
	}
	if opt.Report == nil {
		opt.Report = func(string) {}
	}
	opt.Site = root
	return &Server{opt: opt, root: root, store: newStore(), state: newState(root), views: make(chan string, 16)}, nil
}

// Counts says how many whole builds were begun and how many sketches shown.
func (s *Server) Counts() (builds, sketches int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.builds, s.sketches
}

// resting says whether all that changed is built and judged.
func (s *Server) resting() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rest
}

// Snapshot is what is served now.
func (s *Server) Snapshot() Snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	snap := s.snapshot
	snap.Files = s.store
	return snap
}

// publishOptions are those under which content is read and judged.
func (s *Server) publishOptions() publish.Options {
	return publish.Options{Site: s.root, Edition: s.opt.Edition, BaseURL: s.opt.BaseURL, Drafts: true, Now: time.Now()}
}

// Run builds, watches and builds again until ctx ends. Mistakes in the site
// end nothing; only what keeps the folders from being watched does.
func (s *Server) Run(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	w, err := watch(s.root, s.opt.Poll)
	if err != nil {
		return err
	}
	batches := make(chan []string, 64)
	failed := make(chan error, 1)
	go func() {
		failed <- w.run(ctx, func(names []string) {
			s.mu.Lock()
			s.rest = false
			s.mu.Unlock()
			select {
			case batches <- names:
			case <-ctx.Done():
			}
		})
	}()
	newLoop(s).run(ctx, batches, failed)
	stop()
	return <-failed
}
