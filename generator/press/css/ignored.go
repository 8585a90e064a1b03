package css

import "strings"

// ignored are properties without effect on paper; they are passed over in
// silence, because style sheets shared with the screen are full of them.
var ignored = wordSet(`cursor transition transition-property transition-duration transition-timing-function transition-delay
	animation animation-name animation-duration animation-timing-function animation-delay animation-iteration-count animation-direction
	animation-fill-mode animation-play-state will-change pointer-events user-select touch-action text-size-adjust text-rendering
	scroll-behavior scroll-margin scroll-margin-top scroll-padding scroll-padding-top scroll-snap-type scroll-snap-align scrollbar-width
	scrollbar-color scrollbar-gutter overscroll-behavior appearance
	caret-color accent-color color-scheme resize print-color-adjust color-adjust forced-color-adjust image-rendering isolation
	backface-visibility content-visibility contain font-smooth font-synthesis bookmark-state speak speak-as align-content justify-items
	justify-self text-decoration-skip-ink hyphenate-limit-chars page-transition marker-side`)

// onlyDefault are properties of which we support the default behaviour only:
// the values listed do nothing, any other is reported.
var onlyDefault = map[string]map[string]bool{
	"background-attachment": wordSet("scroll local"),
	"border-image":          wordSet("none"), "text-shadow": wordSet("none"), "filter": wordSet("none"), "transform": wordSet("none"),
	"clip-path": wordSet("none"), "mix-blend-mode": wordSet("normal"), "list-style-image": wordSet("none"), "direction": wordSet("ltr"),
	"unicode-bidi": wordSet("normal"), "writing-mode": wordSet("horizontal-tb"), "line-break": wordSet("auto loose normal strict"),
	"flex-wrap": wordSet("nowrap"), "font-stretch": wordSet("normal 100%"), "font-width": wordSet("normal 100%"), "font-size-adjust": wordSet("none"), "font-optical-sizing": wordSet("auto"),
	"font-language-override": wordSet("normal"), "text-justify": wordSet("auto inter-word"),

	"footnote-display": wordSet("block"), "footnote-policy": wordSet("auto"), "margin-break": wordSet("auto"), "float-defer": wordSet("none"),
	"text-wrap-mode": wordSet("wrap"), "text-wrap-style": wordSet("auto stable"), "white-space-collapse": wordSet("collapse"), "marks": wordSet(""),
	"initial-letter-align": wordSet("auto alphabetic"), "block-ellipsis": wordSet("none"), "overflow-x": wordSet("visible"), "overflow-y": wordSet("visible"),
	"text-underline-position": wordSet("auto from-font"),
	"text-autospace":          wordSet("normal no-autospace"), "text-spacing-trim": wordSet("normal"),
}

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// passedOver tells whether a property has no effect on paper: vendor prefixes
// and what only a screen needs.
func passedOver(name string) bool {
	return ignored[name] || len(name) > 1 && name[0] == '-' && name[1] != '-'
}

// CSS-wide keywords (CSS Cascade 4, section 7.3).
type wide uint8

const (
	notWide wide = iota
	wideInitial
	wideInherit
	wideUnset
)

func wideOf(word string) wide {
	switch word {
	case "initial":
		return wideInitial
	case "inherit":
		return wideInherit
	case "unset", "revert", "revert-layer":
		return wideUnset
	}
	return notWide
}
