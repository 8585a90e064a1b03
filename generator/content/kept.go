package content

import (
	"io/fs"
	"path"
	"reflect"

	"bantin/generator/bulletin"
)

// PlanFile, beside an issue, keeps how the issue was laid out when it was printed.
// It is never published.
const PlanFile = "dan-trang.yaml"

// Kept is how an issue was laid out when it was printed, nil when nobody keeps it.
func (t *Tree) Kept(issue *Page) []bulletin.PlanLine {
	if t == nil {
		return nil
	}
	return t.kept[issue]
}

// keptPlans reads the plans of printed issues.
func (l *loader) keptPlans() {
	l.tree.kept = map[*Page][]bulletin.PlanLine{}
	for _, p := range l.tree.Pages {
		if p.Role != Issue {
			continue
		}
		name := path.Join(path.Dir(p.Source), PlanFile)
		data, err := fs.ReadFile(l.root, name)
		if err != nil {
			continue
		}
		var kept struct {
			Plan []bulletin.PlanLine `yaml:"dan_trang"`
		}
		_, problems, _ := decodeFront(data, 0, reflect.ValueOf(&kept).Elem())
		for _, q := range problems {
			l.report(name, q.pos, p.Level(bulletin.Error), q.code, q.message, q.fix)
		}
		if len(problems) == 0 {
			l.tree.kept[p] = kept.Plan
		}
	}
}
