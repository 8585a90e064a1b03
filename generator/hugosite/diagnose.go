package hugosite

import (
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"bantin/generator/hugosite/staging"

	"github.com/gohugoio/hugo/common/herrors"
)

// diagnose turns an error of Hugo's into Errors, each place once.
func (e *Engine) diagnose(err error) error {
	var refused *staging.Error
	if errors.As(err, &refused) {
		return err
	}
	if lost(err) {
		return Errors{e.stuck(err)}
	}
	var errs Errors
	for _, leaf := range split(err) {
		var own *Error
		switch {
		case errors.As(leaf, &own):
			errs = errs.add(own)
		case loggedOnly.MatchString(leaf.Error()):
			for _, text := range e.log.errors() {
				errs = errs.add(e.fromLog(text))
			}
		default:
			errs = errs.add(e.fromHugo(leaf))
		}
	}
	if len(errs) == 0 {
		errs = Errors{{Kind: KindInternal, Message: err.Error(), cause: err}}
	}
	return errs
}

// loggedOnly is how Hugo fails a build whose errors it has only logged.
var loggedOnly = regexp.MustCompile(`^logged \d+ error\(s\)$`)

// split undoes errors.Join.
func split(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var leaves []error
	for _, e := range joined.Unwrap() {
		leaves = append(leaves, split(e)...)
	}
	return leaves
}

// add appends err unless its place and message are known already: one broken
// partial fails every page that uses it.
func (e Errors) add(err *Error) Errors {
	for _, old := range e {
		if old.File == err.File && old.Line == err.Line && old.Col == err.Col && old.Message == err.Message {
			return e
		}
	}
	return append(e, err)
}

// fromHugo reads one chain of errors. The innermost file of the site is the
// culprit: the outer ones only lead to it (a page to its template, the
// template to a partial).
func (e *Engine) fromHugo(err error) *Error {
	x := &Error{cause: err, Message: message(err.Error())}
	name := ""
	for _, fe := range herrors.UnwrapFileErrors(err) {
		p := fe.Position()
		if !filepath.IsAbs(p.Filename) {
			continue // Hugo's name for data that a template read
		}
		name, x.Line, x.Col = p.Filename, p.LineNumber, p.ColumnNumber
		if cause := errors.Unwrap(fe); cause != nil {
			x.Message = message(cause.Error())
		}
	}
	if m := renderOf.FindStringSubmatch(err.Error()); m != nil {
		x.Page = e.display(m[1])
	}
	if m := baseFailed.FindStringSubmatch(err.Error()); m != nil {
		// Hugo blames the base template for a template that does not parse.
		name, x.Col = filepath.Join(e.opt.Dir, "layouts", filepath.FromSlash(m[1])), 0
		x.Line, _ = strconv.Atoi(m[2])
	}
	if name == "" && e.sites == nil {
		name = filepath.Join(e.opt.Dir, configFile)
		x.Line = e.keyLine(name, x.Message)
	}
	e.locate(x, name)
	return x
}

var (
	renderOf   = regexp.MustCompile(`render of "([^"]+)" failed`)
	baseFailed = regexp.MustCompile(`apply base template failed: template: ([^:]+):(\d+):`)
	// The noise that Hugo and text/template put before the reason.
	chain = regexp.MustCompile(`^(?:failed to (?:load config|create config from result|create config|load modules|load data|render shortcode "[^"]*"|process shortcode|load translations|extract shortcode|decode "[^"]*"): |` +
		`process: |assemble: |render: |readAndProcessContent: |copy static files: |unmarshal failed: (?:toml: )?|apply base template failed: |parse failed: |execute of template failed: |` +
		`template: [^\s:]+(?::\d+)*: |executing "[^"]*" at |\[\d+:\d+\] |"[^"]+:\d+:\d+": |\d+ error\(s\) decoding:\s+\* |\* )`)
)

// message strips the chain of an error's text down to its reason: one line.
func message(text string) string {
	text = strings.TrimSpace(text)
	for {
		short := chain.ReplaceAllString(text, "")
		if short == text || short == "" {
			break
		}
		text = short
	}
	if first, rest, more := strings.Cut(text, "\n"); more {
		if text = first; strings.HasSuffix(first, ":") {
			text += " " + message(rest)
		}
	}
	return strings.TrimSpace(text)
}

// fromLog reads an error that Hugo only logged: a template's errorf, a broken
// ref. Such a text may name its place.
func (e *Engine) fromLog(text string) *Error {
	x := &Error{Message: text, cause: errors.New(text)}
	if m := logSee.FindStringSubmatch(text); m != nil {
		x.Message, x.Line = strings.TrimSuffix(text, m[0]), e.keyLine(m[1], text)
		e.locate(x, m[1])
		return x
	}
	m := logPlace.FindStringSubmatchIndex(text)
	if m == nil {
		e.locate(x, "")
		x.Kind = KindTemplate // only a template logs an error without a place
		return x
	}
	name := text[m[2]:m[3]]
	x.Line, _ = strconv.Atoi(text[m[4]:m[5]])
	x.Col, _ = strconv.Atoi(text[m[6]:m[7]])
	x.Message = strings.TrimRight(strings.TrimSpace(text[:m[0]]+text[m[1]:]), " :")
	e.locate(x, name)
	return x
}

var (
	logSee   = regexp.MustCompile(`: see ([/\\]\S.*|[A-Za-z]:.*)$`)
	logPlace = regexp.MustCompile(`"?((?:[A-Za-z]:)?[/\\][^":\n]+):(\d+):(\d+)"?:? ?`)
)

// locate fills in everything that follows from the absolute name of the file.
func (e *Engine) locate(x *Error, name string) {
	x.Message = strings.ReplaceAll(x.Message, e.opt.Dir+string(filepath.Separator), "")
	if name == "" {
		x.Line, x.Col, x.Kind = 0, 0, KindInternal
		return
	}
	x.File = e.display(name)
	x.Kind = kindOf(x.File)
	x.Excerpt, x.First = e.excerpt(name, x.Line)
}

func kindOf(file string) Kind {
	first, _, nested := strings.Cut(file, "/")
	switch {
	case !nested && file == configFile || first == "config":
		return KindConfig
	case first == contentDir:
		return KindContent
	case first == "layouts":
		return KindTemplate
	case first == "assets", first == "static", first == "data", first == "i18n":
		return KindAsset
	}
	return KindInternal
}

// excerpt returns the lines around line and the number of the first.
func (e *Engine) excerpt(name string, line int) ([]string, int) {
	lines := e.lines(name)
	first := max(line-2, 1)
	if line < 1 || first > len(lines) {
		return nil, 0
	}
	return lines[first-1 : min(line+2, len(lines))], first
}

// lines are the lines of a file as Hugo sees it, none if it cannot be read.
func (e *Engine) lines(name string) []string {
	f, err := e.files.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

// keyLine finds the line of a file of settings or of front matter of which an
// error without a line speaks: Hugo quotes the key, in a spelling of its own.
// 0: not found.
func (e *Engine) keyLine(name, message string) int {
	lines := e.lines(name)
	for _, m := range quoted.FindAllStringSubmatch(message, -1) {
		key := regexp.MustCompile(`(?i)(^|[\s\["'.])` + regexp.QuoteMeta(m[1]) + `(["'\s=:\].]|$)`)
		for i, line := range lines {
			if key.MatchString(line) && !strings.HasPrefix(strings.TrimSpace(line), "#") {
				return i + 1
			}
		}
	}
	return 0
}

var quoted = regexp.MustCompile(`["']([\w-]+)["']`)
