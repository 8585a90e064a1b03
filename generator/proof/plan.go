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
	weight int // of its faults
}

// makeUp fits the issue's pages. While somebody writes, the plan that he sees is
// kept as long as it does not become worse: pages shall not jump at every letter.
func (p *Proofs) makeUp(files fs.FS, laid *publish.Laid, key string) (fs.FS, bulletin.Findings, error) {
	there := func(name string) bool {
		_, err := fs.Stat(files, name)
		return err == nil
	}
	opt, ok := publish.MakeUp(laid.Issue, there, laid.HTML)
	if !ok || !there(laid.HTML) {
		return files, nil, nil
	}
	if last, drawn := p.plans[key]; drawn && last.lines != nil && reflect.DeepEqual(last.asked, opt) {
		kept := opt
		kept.Pinned = last.lines
		res, err := fit.Fit(files, laid.HTML, kept)
		if err == nil && res.Better && res.Meter.Weight() <= last.weight {
			return res.Over(files), publish.MakeUpFindings(laid.Issue, res), nil
		}
	}
	res, err := fit.Fit(files, laid.HTML, opt)
	if err != nil {
		return nil, nil, err
	}
	p.plans[key] = plan{opt, res.Plan, res.Meter.Weight()}
	return res.Over(files), publish.MakeUpFindings(laid.Issue, res), nil
}
