package proof

import (
	"io/fs"
	"reflect"

	"bantin/generator/bulletin"
	"bantin/generator/fit"
	"bantin/generator/publish"
)

// plan is how an issue was made up when it was last looked at.
type plan struct {
	asked  fit.Options // by the issue
	lines  []fit.Line
	stale  bool // the text has changed since
	quiet  bool // nobody writes: look for a better one
	weight int
}

// makeUp fits the issue's pages. While somebody writes, the plan that he sees is
// kept: pages shall not jump at every letter. When he pauses, Refit looks again.
func (p *Proofs) makeUp(files fs.FS, laid *publish.Laid, key string) (fs.FS, bulletin.Findings, error) {
	there := func(name string) bool {
		_, err := fs.Stat(files, name)
		return err == nil
	}
	opt, ok := publish.MakeUp(laid.Tree, laid.Issue, there, laid.HTML)
	if !ok || !there(laid.HTML) {
		return files, nil, nil
	}
	keeps := opt.Keep != nil
	last, drawn := p.plans[key]
	if drawn = drawn && last.lines != nil && reflect.DeepEqual(last.asked, opt); drawn {
		kept := opt
		kept.Keep = last.lines
		res, err := fit.Fit(files, laid.HTML, kept)
		if drawn = err == nil && res.Kept; drawn && !last.quiet {
			last.stale = true
			p.plans[key] = last
			return res.Over(files), publish.MakeUpFindings(laid.Issue, keeps, res), nil
		}
		if drawn {
			last.weight = res.Meter.Weight() + 3*res.Meter.Pages
		}
	}
	res, err := fit.Fit(files, laid.HTML, opt)
	if err != nil {
		return nil, nil, err
	}
	if drawn && res.Meter.Weight()+3*res.Meter.Pages >= last.weight { // what is seen is as good
		kept := opt
		kept.Keep = last.lines
		if same, err := fit.Fit(files, laid.HTML, kept); err == nil {
			p.plans[key] = plan{asked: opt, lines: last.lines}
			return same.Over(files), publish.MakeUpFindings(laid.Issue, keeps, same), nil
		}
	}
	p.plans[key] = plan{asked: opt, lines: res.Plan}
	return res.Over(files), publish.MakeUpFindings(laid.Issue, keeps, res), nil
}

// Refit has the next Page look for a better layout of an issue whose text has
// changed since its layout was found. It reports whether there is such an issue.
func (p *Proofs) Refit(key string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	last, drawn := p.plans[key]
	if !drawn || !last.stale {
		return false
	}
	last.quiet = true
	p.plans[key] = last
	return true
}
