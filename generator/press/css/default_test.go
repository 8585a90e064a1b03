package css

import "testing"

// TestDefaultsAreSilent holds default values written out: nothing is left out, so
// nothing is told. What shows on paper and is not supported is told.
func TestDefaultsAreSilent(t *testing.T) {
	for _, d := range []string{"background-position:0 0", "background-position:left top", "background-size:auto auto", "background-repeat:repeat",
		"background:none repeat scroll 0 0", "background:transparent", "background-attachment:scroll", "flex-wrap:nowrap", "opacity:1", "opacity:100%",
		"text-decoration:underline solid", "text-decoration:underline currentColor", "text-decoration:none", "text-decoration-color:currentcolor",
		"text-decoration-thickness:auto", "transform:none", "box-shadow:none", "overflow-x:visible", "overflow:visible visible", "overflow:hidden hidden",
		"list-style-image:none", "list-style:none none", "border-image:none", "border-radius:4px/4px", "align-items:normal", "justify-content:normal",
		"align-self:normal", "white-space:normal", "text-justify:auto", "font-stretch:100%", "filter:none", "direction:ltr", "writing-mode:horizontal-tb",
		"font:inherit", "line-break:auto", "vertical-align:initial", "quotes:none", "clip-path:none", "columns:auto auto", "flex:1 1 0%", "gap:0",
		"object-position:50% 50%", "order:0", "tab-size:8", "column-count:auto", "outline:none", "outline:0", "outline-style:none"} {
		if _, w := Parse("a.css", []byte("b{"+d+"}")); len(w) > 0 {
			t.Errorf("%s: %s", d, w[0].Message)
		}
	}
	for _, d := range []string{"tab-size:4px", "border-radius:4px/8px", "text-decoration:underline wavy",
		"text-underline-position:under", "overflow:hidden visible", "text-shadow:1px 1px red", "background-clip:text"} {
		if _, w := Parse("a.css", []byte("b{"+d+"}")); len(w) == 0 {
			t.Errorf("%s: nothing told", d)
		}
	}
}
