package css

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// computed cases: a declaration on an element of 10 pt in a parent of 20 pt,
// the field it computes to, and its value as fmt prints it. The section of the
// specification is the property's own in the table of the README.
var computed = []struct{ decl, field, want string }{
	{"font-family: STIX Two Text, 'Liberation Sans', serif", "FontFamily", "[STIX Two Text Liberation Sans serif]"},
	{"font-style: italic", "FontItalic", "true"},
	{"font-style: oblique", "FontItalic", "true"},
	{"font-weight: bold", "FontWeight", "700"},
	{"font-weight: bolder", "FontWeight", "700"},
	{"font-weight: lighter", "FontWeight", "100"},
	{"font-weight: 550", "FontWeight", "550"},
	{"font-size: 2em", "FontSize", "40"}, // of the parent
	{"font-size: 50%", "FontSize", "10"},
	{"font-size: medium", "FontSize", "12"},
	{"font-size: larger", "FontSize", "24"},
	{"font-size: 2rem", "FontSize", "24"},
	{"font-size: calc(1em - 4px)", "FontSize", "17"},
	{"font-size: clamp(8pt, 3em, 30pt)", "FontSize", "30"},
	{"line-height: 1.4", "LineHeight", "14"},
	{"line-height: 150%", "LineHeight", "15"},
	{"line-height: 13pt", "LineHeight", "13"},
	{"line-height: normal", "LineHeight", "0"},
	{"line-height: 0", "LineHeight", "9.999999999999999e-06"},
	{"color: #f00", "Color", "{1 [1 0 0 0] 1}"},
	{"color: black", "Color", "{0 [0 0 0 0] 1}"},
	{"color: #80808080", "Color", "{0 [0.5019607843137255 0 0 0] 0.5019607843137255}"},
	{"color: rgb(100% 0% 0% / 50%)", "Color", "{1 [1 0 0 0] 0.5}"},
	{"color: rgba(255, 0, 0, .5)", "Color", "{1 [1 0 0 0] 0.5}"},
	{"color: hsl(120, 100%, 50%)", "Color", "{1 [0 1 0 0] 1}"},
	{"color: hsl(.5turn 0% 25%)", "Color", "{0 [0.25 0 0 0] 1}"},
	{"color: device-cmyk(0 100% .9 0.25)", "Color", "{2 [0 1 0.9 0.25] 1}"},
	{"color: device-cmyk(0 0 0 1 / .5, black)", "Color", "{2 [0 0 0 1] 0.5}"},
	{"color: rebeccapurple", "Color", "{1 [0.4 0.2 0.6 0] 1}"},
	{"color: transparent", "Color", "{0 [0 0 0 0] 0}"},
	{"font-variant-ligatures: no-common-ligatures", "Features", "[{liga 0} {clig 0}]"},
	{"font-variant-caps: all-small-caps", "Features", "[{smcp 1} {c2sc 1}]"},
	{"font-variant-numeric: oldstyle-nums tabular-nums", "Features", "[{onum 1} {tnum 1}]"},
	{"font-variant-east-asian: ruby", "Features", "[{ruby 1}]"},
	{"font-variant-position: super", "Features", "[{sups 1}]"},
	{"font-kerning: none", "Features", "[{kern 0}]"},
	{"font-feature-settings: 'ss01', 'salt' 2, 'liga' off", "Features", "[{ss01 1} {salt 2} {liga 0}]"},
	{"font-variant: small-caps oldstyle-nums", "Features", "[{smcp 1} {onum 1}]"},
	{"font: italic small-caps bold 12pt/1.5 'A B', serif", "LineHeight", "18"},
	{"font: 700 8pt/13pt serif", "FontWeight", "700"},
	{"font: 8pt serif", "Features", "[]"},
	{"text-align: justify", "TextAlign", "5"},
	{"text-align-last: center", "TextAlignLast", "4"},
	{"text-indent: 1.5em", "TextIndent", "{2 15 0}"},
	{"text-indent: -5%", "TextIndent", "{2 0 -5}"},
	{"text-transform: uppercase", "TextTransform", "1"},
	{"text-wrap: balance", "TextWrap", "1"},
	{"text-decoration-line: underline overline", "TextDecoration", "[{3 2 {0 [0 0 0 0] 1} {0 0 0} {0 0 0}}]"},
	{"text-decoration: line-through", "TextDecoration", "[{4 2 {0 [0 0 0 0] 1} {0 0 0} {0 0 0}}]"},
	{"text-decoration-line: underline; text-decoration-style: dotted; text-decoration-color: #f00; text-decoration-thickness: 10%; text-underline-offset: 2px",
		"TextDecoration", "[{1 4 {1 [1 0 0 0] 1} {2 0 10} {2 1.5 0}}]"},
	{"tab-size: 4", "TabSize", "4"},
	{"letter-spacing: .1em", "LetterSpacing", "1"},
	{"letter-spacing: normal", "LetterSpacing", "0"},
	{"word-spacing: -1px", "WordSpacing", "-0.75"},
	{"white-space: pre-line", "WhiteSpace", "4"},
	{"word-break: auto-phrase", "WordBreakPhrase", "true"},
	{"overflow-wrap: anywhere", "OverflowWrap", "true"},
	{"hyphens: none", "Hyphens", "1"},
	{"hanging-punctuation: first allow-end last", "HangingPunctuation", "7"},
	{"vertical-align: middle", "VerticalAlign", "{5 0}"},
	{"vertical-align: 50%", "VerticalAlign", "{8 6}"},
	{"vertical-align: -2pt", "VerticalAlign", "{8 -2}"},
	{"initial-letter: 3 2", "InitialLetter", "{3 2}"},
	{"initial-letter: 3", "InitialLetter", "{3 3}"},
	{"initial-letter: 2.5 raise", "InitialLetter", "{2.5 1}"},
	{"line-snap: baseline", "LineSnap", "1"},
	{"line-grid: create", "LineGridCreate", "true"},
	{"margin: 1pt auto 2%", "Margin", "{{2 1 0} {0 0 0} {2 0 2} {0 0 0}}"},
	{"margin: 1pt 2pt 3pt 4pt", "Margin", "{{2 1 0} {2 2 0} {2 3 0} {2 4 0}}"},
	{"margin-top: -1em; margin-right: 1q; margin-bottom: 1cm; margin-left: 1pc", "Margin", "{{2 -10 0} {2 0.7086614173228346 0} {2 28.346456692913385 0} {2 12 0}}"},
	{"margin-inline: 1pt 2pt", "Margin", "{{2 10 0} {2 2 0} {2 10 0} {2 1 0}}"},
	{"padding: 1pt 2pt", "Padding", "{{2 1 0} {2 2 0} {2 1 0} {2 2 0}}"},
	{"padding-top: 1ex; padding-right: 1ch; padding-bottom: 1lh; padding-left: calc(2pt - 9pt)", "Padding", "{{2 5 0} {2 5 0} {2 12 0} {2 0 0}}"},
	{"inset: 1pt", "Inset", "{{2 1 0} {2 1 0} {2 1 0} {2 1 0}}"},
	{"top: 1pt; right: 10%; bottom: auto; left: -1pt", "Inset", "{{2 1 0} {2 0 10} {0 0 0} {2 -1 0}}"},
	{"width: calc(100% - 2em * 2)", "Width", "{2 -40 100}"},
	{"width: 50vw", "Width", "{2 243.63779527559055 0}"},
	{"height: max-content", "Height", "{4 0 0}"},
	{"min-width: 1in", "MinWidth", "{2 72 0}"},
	{"min-height: 10mm", "MinHeight", "{2 28.346456692913385 0}"},
	{"max-width: none", "MaxWidth", "{1 0 0}"},
	{"max-height: 50%", "MaxHeight", "{2 0 50}"},
	{"box-sizing: border-box", "BoxSizing", "1"},
	{"aspect-ratio: 16 / 9", "AspectRatio", "1.7777777777777777"},
	{"border: 1pt solid #f00", "Border.Top", "{1 2 {1 [1 0 0 0] 1}}"},
	{"border: solid", "Border.Left", "{2.25 2 {0 [0 0 0 0] 1}}"},
	{"border: 3pt", "Border.Left", "{0 0 {0 [0 0 0 0] 1}}"},
	{"color: #f00; border-bottom: thin dotted", "Border.Bottom", "{0.75 4 {1 [1 0 0 0] 1}}"},
	{"border-width: 1pt 2pt; border-style: none solid; border-color: #fff", "Border", "{{0 0 {0 [1 0 0 0] 1}} {2 2 {0 [1 0 0 0] 1}} {0 0 {0 [1 0 0 0] 1}} {2 2 {0 [1 0 0 0] 1}}}"},
	{"border-top-width: 1pt; border-top-style: double; border-top-color: #fff", "Border.Top", "{1 5 {0 [1 0 0 0] 1}}"},
	{"border-right-width: 1pt; border-right-style: groove; border-right-color: currentcolor", "Border.Right", "{1 2 {0 [0 0 0 0] 1}}"},
	{"border-bottom-width: thick; border-bottom-style: dashed; border-bottom-color: gray", "Border.Bottom", "{3.75 3 {0 [0.5019607843137255 0 0 0] 1}}"},
	{"border-left-width: 1px; border-left-style: hidden; border-left-color: red", "Border.Left", "{0 1 {1 [1 0 0 0] 1}}"},
	{"border-radius: 1pt 2pt 3pt", "Radius", "[{2 1 0} {2 2 0} {2 3 0} {2 2 0}]"},
	{"border-top-left-radius: 50%; border-top-right-radius: 1pt; border-bottom-right-radius: 2pt; border-bottom-left-radius: 3pt", "Radius", "[{2 0 50} {2 1 0} {2 2 0} {2 3 0}]"},
	{"background: #eee", "Background.A", "1"},
	{"background-color: #ff0", "Background", "{1 [1 1 0 0] 1}"},
	{"background: url(x/y.png) white", "BackgroundImage", "[{x/y.png <nil>}]"},
	{"background-position: right 4px top 25%, center", "BackgroundPosition", "[[{2 -3 100} {2 0 25}] [{2 0 50} {2 0 50}]]"},
	{"background-size: cover, 8px auto", "BackgroundSize", "[{true false {0 0 0} {0 0 0}} {false false {2 6 0} {0 0 0}}]"},
	{"background-repeat: repeat-x, space round", "BackgroundRepeat", "[[0 1] [3 2]]"},
	{"background-origin: content-box, border-box", "BackgroundOrigin", "[2 1]"},
	{"background-clip: padding-box", "BackgroundClip", "[0]"},
	{"background: none no-repeat left/50% content-box, url(a) padding-box border-box red", "BackgroundClip", "[2 1]"},
	{"background-image: url('z.png')", "BackgroundImage", "[{z.png <nil>}]"},
	{"box-shadow: 1pt 2pt 3pt 4pt #f00, inset 0 -1pt", "Shadows", "[{1 2 3 4 {1 [1 0 0 0] 1} false} {0 -1 0 0 {0 [0 0 0 0] 1} true}]"},
	{"outline: 2pt dashed", "Outline", "{2 3 {0 [0 0 0 0] 1}}"},
	{"outline-width: thin; outline-style: auto; outline-color: #f00", "Outline", "{0.75 2 {1 [1 0 0 0] 1}}"},
	{"outline-offset: -1pt", "OutlineOffset", "-1"},
	{"box-decoration-break: clone", "BoxDecorationClone", "true"},
	{"display: flow-root", "Display", "4"},
	{"position: running(tit)", "Running", "tit"},
	{"position: absolute", "Position", "2"},
	{"float: footnote", "Float", "5"},
	{"float: left", "Display", "1"}, // Display 3, 2.7
	{"float-reference: page", "FloatPage", "true"},
	{"clear: both", "Clear", "3"},
	{"z-index: -2", "ZIndex", "-2"},
	{"position: fixed", "Fixed", "true"},
	{"opacity: 30%", "Opacity", "0.3"},
	{"order: -2", "Order", "-2"},
	{"overflow: clip", "Overflow", "1"},
	{"visibility: hidden", "Visible", "false"},
	{"object-fit: cover", "ObjectFit", "2"},
	{"object-position: right 10%", "ObjectPosition", "[{2 0 100} {2 0 10}]"},
	{"object-position: top", "ObjectPosition", "[{2 0 50} {2 0 0}]"},
	{"image-orientation: none", "ImageFromOrientation", "false"},
	{"list-style-type: '– '", "ListStyleType", `"– "`},
	{"list-style: inside lower-roman", "ListStyleType", "lower-roman"},
	{"list-style-position: inside", "ListInside", "true"},
	{"content: 'a' attr(title) counter(c, upper-roman) leader('. ') string(s, last) target-counter(attr(href), page)", "Content",
		"[{0 a    } {1  title   } {2  c upper-roman  } {5 .     } {4  s  last } {6  page decimal  attr(href)}]"},
	{"content: none", "ContentNone", "true"},
	{"content: counters(c, '.') element(tit) open-quote url(a.png) target-text(url(#x), content)", "Content",
		"[{3 . c decimal  } {9  tit  first } {11     } {13 a.png    } {8    content #x}]"},
	{"quotes: '«' '»'", "Quotes", "[« »]"},
	{"counter-reset: a b 3", "CounterReset", "[{a 0} {b 3}]"},
	{"counter-increment: a -1", "CounterIncrement", "[{a -1}]"},
	{"counter-set: a 7", "CounterSet", "[{a 7}]"},
	{"string-set: a content(), b 'x' attr(title)", "StringSet", "[{a [{10    text }]} {b [{0 x    } {1  title   }]}]"},
	{"bookmark-level: 2", "BookmarkLevel", "2"},
	{"bookmark-label: content() ' ' attr(title)", "BookmarkLabel", "[{10    text } {0      } {1  title   }]"},
	{"break-before: column", "BreakBefore", "5"},
	{"break-after: avoid", "BreakAfter", "1"},
	{"break-inside: avoid-page", "BreakInside", "2"},
	{"page-break-before: always", "BreakBefore", "4"},
	{"orphans: 3", "Orphans", "3"},
	{"widows: 4", "Widows", "4"},
	{"page: bia", "Page", "bia"},
	{"columns: 3 10em", "ColumnCount", "3"},
	{"column-count: 2", "ColumnCount", "2"},
	{"column-width: 10em", "ColumnWidth", "{2 100 0}"},
	{"column-gap: 13pt", "ColumnGap", "{2 13 0}"},
	{"gap: 1pt 2pt", "ColumnGap", "{2 2 0}"},
	{"row-gap: 5%", "RowGap", "{2 0 5}"},
	{"column-rule: .5pt solid", "ColumnRule", "{0.5 2 {0 [0 0 0 0] 1}}"},
	{"column-rule-width: 1pt; column-rule-style: dashed; column-rule-color: #f00", "ColumnRule", "{1 3 {1 [1 0 0 0] 1}}"},
	{"column-fill: auto", "ColumnFill", "2"},
	{"column-span: all", "ColumnSpanAll", "true"},
	{"table-layout: fixed", "TableFixed", "true"},
	{"border-collapse: collapse", "BorderCollapse", "true"},
	{"border-spacing: 1pt 2pt", "BorderSpacing", "[1 2]"},
	{"caption-side: bottom", "CaptionBottom", "true"},
	{"empty-cells: hide", "EmptyCellsHide", "true"},
	{"flex: 2", "FlexBasis", "{2 0 0}"},
	{"flex: none", "FlexShrink", "0"},
	{"flex: 1 0 10%", "FlexBasis", "{2 0 10}"},
	{"flex-grow: 1.5", "FlexGrow", "1.5"},
	{"flex-shrink: 0", "FlexShrink", "0"},
	{"flex-basis: 3em", "FlexBasis", "{2 30 0}"},
	{"flex-direction: column", "FlexColumn", "true"},
	{"justify-content: space-between", "JustifyContent", "3"},
	{"align-items: center", "AlignItems", "3"},
	{"align-self: flex-end", "AlignSelf", "2"},
	{"place-items: center start", "AlignItems", "3"},
	{"--x: a  b", "Custom", "map[--x:a b]"},
}

func TestComputedValues(t *testing.T) {
	used := map[string]bool{}
	for _, c := range computed {
		s, _, _ := styled(t, `<div><p id=x>`, "div{font-size:20pt} p{font-size:10pt} #x{"+c.decl+"}")
		if strings.HasPrefix(c.decl, "font-size") || strings.HasPrefix(c.decl, "font:") {
			s, _, _ = styled(t, `<div><p id=x>`, "div{font-size:20pt} #x{"+c.decl+"}")
		}
		if strings.HasPrefix(c.decl, "float: left") {
			s, _, _ = styled(t, `<div><span id=x>`, "#x{"+c.decl+"}")
		}
		v := reflect.ValueOf(s).Elem()
		for _, f := range strings.Split(c.field, ".") {
			v = v.FieldByName(f)
		}
		spec := ""
		for _, d := range strings.Split(c.decl, ";") {
			name := strings.TrimSpace(d[:strings.Index(d, ":")])
			used[name] = true
			if p := byName[name]; p != nil {
				spec = p.spec
			} else if sh := shorthands[name]; sh != nil {
				spec = sh.spec
			}
		}
		if got := fmt.Sprint(v); got != c.want {
			t.Errorf("%s gives %s = %s, want %s (%s)", c.decl, c.field, got, c.want, spec)
		}
	}
	for _, p := range longhands {
		if !used[p.name] {
			t.Errorf("no case for %s", p.name)
		}
		if p.values == "" || p.spec == "" {
			t.Errorf("%s: the table has no values or section", p.name)
		}
	}
}

// TestInvalidValues checks that what is not understood is reported with its
// place, and changes nothing.
func TestInvalidValues(t *testing.T) {
	for _, d := range []string{"color: nope", "color: rgb(1,2)", "width: 10", "width: -1pt", "margin: 1pt 2pt 3pt 4pt 5pt", "display: grid", "position: sticky",
		"font: bold", "font-size: calc(1em + 2)", "padding: auto", "flex: 1 2 3 4", "content: foo()", "hyphens: auto", "border-radius: 1pt / 2pt", "orphans: 0",
		"float: snap-block", "text-shadow: 0 0 1px red", "box-shadow: 1px red", "grid-template-columns: 1fr 1fr", "frobnicate: 1", "width: calc(1px +)", "string-set: a", "counter-reset: 1",
		"columns: 1 2 3", "transform: rotate(3deg)", "background: conic-gradient(red, blue)", "text-decoration: underline wavy", "overflow: auto", "width: 5frob"} {
		s, w := Parse("a.css", []byte("p {\n  "+d+";\n  orphans: 9 }"))
		if len(w) != 1 || w[0].Line != 2 || w[0].Col != 3 || w[0].File != "a.css" {
			t.Errorf("%s: warnings %v, want one at 2:3", d, w)
		}
		if len(s.rules) != 1 || len(s.rules[0].normal) != 1 {
			t.Errorf("%s: the declaration behind it is lost", d)
		}
	}
}

// TestPassedOver checks that what has no meaning on paper is not reported.
func TestPassedOver(t *testing.T) {
	_, w := Parse("a.css", []byte(`a{cursor:pointer;-webkit-hyphens:auto;transition:all 1s;box-shadow:none;direction:ltr;background-repeat:inherit}
		a::selection{color:red} a::-moz-focus-inner{border:0} @keyframes x{from{top:0}} @charset "utf-8";`))
	if len(w) != 0 {
		t.Errorf("reported: %v", w)
	}
}
