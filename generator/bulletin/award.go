package bulletin

import (
	"cmp"
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/goccy/go-yaml"
)

// Season is the key of one year's award, as an entry names it.
type Season string

// AwardRules are the rules of one year's Búa liềm vàng award. A zero date, an
// empty list or a nil limit is unknown, not unlimited: nothing may be concluded
// from it.
type AwardRules struct {
	Key                  Season    `yaml:"-"`
	Name                 string    `yaml:"ten"`
	WindowFrom           time.Time `yaml:"dang_tu"` // first day of publication, included
	WindowTo             time.Time `yaml:"dang_den"`
	Deadline             time.Time `yaml:"han_nop"` // day of the postmark
	Press                []Press   `yaml:"loai_hinh"`
	MaxParts             *int      `yaml:"so_ky_toi_da"` // parts of a series
	MaxPerAuthor         *int      `yaml:"so_bai_moi_tac_gia"`
	DeclareEarlierPrizes *bool     `yaml:"khai_giai_da_dat"`
	RefusedPrizes        []string  `yaml:"khong_nhan"` // their winners may not enter
}

// The rules of each year are a file of their own, named for the season's key.
//
//go:embed giai/*.yaml
var awardFiles embed.FS

// awards reads the embedded rules once. They are part of the program: a file
// that does not read is a mistake of ours, which the tests find.
var awards = sync.OnceValue(func() []AwardRules {
	entries, err := awardFiles.ReadDir("giai")
	if err != nil {
		panic(err)
	}
	var all []AwardRules
	for _, e := range entries {
		data, err := awardFiles.ReadFile("giai/" + e.Name())
		if err != nil {
			panic(err)
		}
		r := AwardRules{Key: Season(strings.TrimSuffix(e.Name(), path.Ext(e.Name())))}
		if err := yaml.UnmarshalWithOptions(data, &r, yaml.Strict()); err != nil {
			panic(fmt.Sprintf("award rules %s: %v", e.Name(), err))
		}
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b AwardRules) int {
		return cmp.Or(a.Deadline.Compare(b.Deadline), cmp.Compare(a.Key, b.Key))
	})
	return all
})

// Values lists the seasons whose rules are known, the oldest first.
func (Season) Values() []string {
	var keys []string
	for _, a := range awards() {
		keys = append(keys, string(a.Key))
	}
	return keys
}

// Rules returns the rules of a season.
func (s Season) Rules() (AwardRules, bool) {
	for _, a := range awards() {
		if a.Key == s {
			return a, true
		}
	}
	return AwardRules{}, false
}

// Unset names, in Vietnamese, the limits that the rules leave unknown: what an
// entry must be held against by hand.
func (r AwardRules) Unset() (names []string) {
	for _, limit := range []struct {
		unknown bool
		name    string
	}{
		{r.WindowFrom.IsZero() || r.WindowTo.IsZero(), "thời gian đăng, phát"},
		{r.Deadline.IsZero(), "hạn nộp"},
		{len(r.Press) == 0, "loại hình được nhận"},
		{r.MaxParts == nil, "số kỳ tối đa của một loạt bài"},
		{r.MaxPerAuthor == nil, "số bài tối đa của mỗi tác giả"},
		{r.DeclareEarlierPrizes == nil, "việc khai giải đã đạt"},
	} {
		if limit.unknown {
			names = append(names, limit.name)
		}
	}
	return names
}
