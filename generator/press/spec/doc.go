// Package spec holds small cases for what the W3C's specifications for paged
// media say, each with the geometry that follows from the cited section by hand.
// It has no code of its own: its test sets every case through the public
// interface of press and compares the finished pages.
//
// The cases are testdata/*.txtar, one file a specification. Each file of an
// archive is a case; its name says what is tested:
//
//	-- margins of siblings collapse to the larger --
//	§ CSS 2.2, 8.3.1 Collapsing margins
//	<div class=red style="height:10pt;margin-bottom:20pt"></div>
//	<div class=blue style="height:10pt;margin-top:30pt"></div>
//	=
//	red 1 0 0 200 10
//	blue 1 0 40 200 10
//
// Above "=" stands the document; pages are 200 x 300 pt without margins, text is
// 10pt/10pt in a font whose every character, the space too, is a square of 1 em
// (0.8 above the baseline), and paragraphs have no margins, unless the case says
// otherwise. The classes red, lime, blue, yellow, aqua and fuchsia are
// backgrounds. Below it stand the items: kind, page, then x y width height in
// pt from the top left corner of the trimmed page:
//
//	red 1 0 0 200 10        a background of that colour, or cmyk(…)
//	radius 1 2 0 0 2        the corners of such a background, from the top left on
//	order 1 red blue        the colours of backgrounds as painted, the first undermost
//	text 1 0 0 30 10 abc    one run of text: its em squares
//	rule 1 0 9 50 1         a border edge, column rule, underline
//	line 1 dashed red       style and colour of a rule
//	hole 1 0 0 50 50        what a background leaves free: the box of a shadow
//	frame 1 0 0 50 50       a border that is alike on all sides, outer edge
//	image 1 0 0 40 30       a picture; clip is the part of it that shows
//	fill 1 red              what a shape of an svg is filled with
//	font 1 10 Name abc      size and PostScript name of a run
//	group 1 0.5             what shows with that opacity as a whole
//	link 1 0 0 30 10 #a     a link's area
//	page 1 200 300 0 "1"    width, height, bleed, page counter
//	bookmark 1 0 2 Title    page, y, level
//	pages 2                 how many there are
//	finding 1 clipped       page and code of a finding
//	warnings 1              how many things are not understood
//	none red                no such item
//
// A section line that begins with "§?" marks what press is known not to do yet:
// the case is skipped, saying what it has instead.
//
// All items of a kind that a case names must be listed, in any order.
package spec
