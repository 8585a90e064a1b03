package bulletin

import (
	"time"

	"bantin/generator/viet"
)

// Document is one entry of the register.
type Document struct {
	Meta `yaml:",inline"`

	Number     string `yaml:"so_ky_hieu" rule:"required"`
	Organ      string `yaml:"co_quan" rule:"required"`
	Subject    string `yaml:"trich_yeu" rule:"required"`
	Term       string `yaml:"khoa"`
	ReplacedBy string `yaml:"thay_the_boi"`
	Note       string `yaml:"ghi_chu"`
}

// Key is the document's key and folder name. Numbers start again at 01 in each
// term of office, so a number alone names several documents; with its type and
// organ (both in the number) and its date it names one. A document whose date
// is not known has its number alone.
func (d Document) Key() string {
	if d.Date.IsZero() {
		return viet.Slug(d.Number)
	}
	return viet.Slug(d.Number + " " + d.Date.Format(time.DateOnly))
}

// Plain is a page of no kind, such as "about us".
type Plain struct {
	Meta `yaml:",inline"`
}

// Head is the page that opens a section. Only it may steer Hugo.
type Head struct {
	Meta `yaml:",inline"`

	Layout  string         `yaml:"layout"`
	Outputs []string       `yaml:"outputs"`
	Cascade any            `yaml:"cascade"`
	Build   map[string]any `yaml:"build"`
	Sitemap map[string]any `yaml:"sitemap"`
}
