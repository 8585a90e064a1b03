package publish

import (
	"fmt"
	"html/template"

	"bantin/generator/viet/phrase"
)

// phrases is what templates ask where lines may not end
// (layouts/_partials/khong-ngat.html, tieu-de.html). Plain text and HTML come
// back as what they were.
type phrases struct{}

// Text keeps names and numbers together.
func (phrases) Text(v any) any { return joined(v, phrase.JoinHTML) }

// Title also keeps words together.
func (phrases) Title(v any) any { return joined(v, phrase.JoinTitleHTML) }

// joined gives HTML back as HTML. Templates have HTML in strings, too; what
// looks like a tag in plain text comes to no harm.
func joined(v any, join func(string) string) any {
	switch v := v.(type) {
	case nil:
		return ""
	case template.HTML:
		return template.HTML(join(string(v)))
	}
	return join(fmt.Sprint(v))
}
