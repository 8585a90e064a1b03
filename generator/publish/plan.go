package publish

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/durable"
	"bantin/generator/fit"
)

// plansOf is where the plans of a site's issues are remembered; safe to delete.
func plansOf(site string) fit.Cache {
	dir, err := filepath.Abs(site)
	if err != nil {
		return fit.Cache{}
	}
	return fit.Cache{Dir: filepath.Join(dir, "resources", "_gen", "dan-trang")}
}

const (
	articlePrefix = "bai-" // of ids of the print page
	fillerPrefix  = "lap-"
	documentsLine = "van-ban-so"
)

// fitLines are lines of a plan as the fitter has them.
func fitLines(plan []bulletin.PlanLine) (all []fit.Line) {
	for _, l := range plan {
		line := fit.Line{
			Article: articlePrefix + l.Article, Opening: fit.Opening(l.Opening), Picture: string(l.Picture), Height: tenths(l.Height),
			Step: l.Step, Box: fit.Box(l.Box), Inside: fit.Inside(l.Inside), Quotes: l.Quotes, Fresh: l.Fresh, Gap: tenths(l.Above), BoxGap: tenths(l.AboveBox),
		}
		if l.Article == documentsLine {
			line.Article = documentsLine
		}
		if l.Filler != "" {
			line.Fillers = []fit.Filled{{Filler: fillerPrefix + l.Filler, Gap: tenths(l.AboveFiller)}}
		}
		all = append(all, line)
	}
	return all
}

func tenths(n int) float64 { return float64(n) / 10 }

// planText is a plan as a file that people read and change.
func planText(issue string, plan []fit.Line) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# Cách dàn trang in của số %s. Có tệp này thì số ấy in ra như cũ, kể cả khi đổi bản chương trình;\n# xóa tệp thì máy dàn lại. Muốn chỉ giữ vài bài thì chép các dòng của bài ấy sang mục dan_trang trong _index.md.\ndan_trang:\n", issue)
	for _, l := range plan {
		if l.Article == documentsLine && len(l.Fillers) == 0 {
			continue
		}
		field := func(key string, value any, there bool) {
			if there {
				fmt.Fprintf(&b, "    %s: %v\n", key, value)
			}
		}
		fmt.Fprintf(&b, "  - bai: %s\n", strings.TrimPrefix(l.Article, articlePrefix))
		field("mo", l.Opening, l.Opening != "")
		field("anh", l.Picture, l.Picture != "")
		field("cao", whole(l.Height), l.Height > 0)
		field("dau_de", l.Step, l.Step > 0)
		field("hop", l.Box, l.Box != "")
		field("hinh", l.Inside, l.Inside != "")
		if l.Quotes != nil {
			field("trich", *l.Quotes, true)
		}
		if l.Fresh != nil {
			field("trang_moi", *l.Fresh, true)
		}
		field("tren", whole(l.Gap), l.Gap > 0)
		field("tren_hop", whole(l.BoxGap), l.BoxGap > 0)
		for _, f := range l.Fillers {
			field("lap", strings.TrimPrefix(f.Filler, fillerPrefix), true)
			field("tren_lap", whole(f.Gap), f.Gap > 0)
		}
	}
	return []byte(b.String())
}

func whole(pt float64) int { return int(math.Round(10 * pt)) }

// KeepPlan writes how an issue is laid out beside it, so that it stays so. It
// says where.
func KeepPlan(site string, s *Sheets) (file string, err error) {
	file = filepath.ToSlash(filepath.Join(content.Dir, "so", s.folder, content.PlanFile))
	if err := durable.Put(filepath.Join(site, filepath.FromSlash(file)), planText(s.Name, s.plan)); err != nil {
		return file, fmt.Errorf("ghi %s: %w", file, err)
	}
	return file, nil
}
