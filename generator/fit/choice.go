package fit

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Opening is how an article begins on paper. The style sheet in-mo-bai.css says
// what each looks like.
type Opening string

const (
	Lead   Opening = "chinh" // the first article: its picture above everything
	Wide   Opening = "rong"  // a picture across the page
	Side   Opening = "vua"   // two thirds of the page, the caption beside it
	Column Opening = "cot"   // in the first column, text beside it
	Beside Opening = "canh"  // beside the headline
	Plain  Opening = "chu"   // no picture
	Short  Opening = "tin"   // a news item
)

// Box is where the box of an article stands.
type Box string

const (
	BoxEnd    Box = "cuoi" // across the page, after the text
	BoxColumn Box = "cot"  // at the end of the text, in its column
	BoxTop    Box = "tren" // across the page, before the text
)

// Choice is one way to set one article.
type Choice struct {
	Opening Opening
	Height  float64 // of its first picture, pt; 0 when it has none
	Step    int     // of the headline, 1 the largest
	Box     Box
	Inside  Inside
	Quotes  int     // sentences of its own that stand out of its text
	Fresh   bool    // it begins a page
	Gap     float64 // white space added above it, pt
	BoxGap  float64 // and above its box
}

// story is what is known of an article before it is set.
type story struct {
	id      string
	node    *html.Node
	words   int
	first   bool
	ratio   float64 // height of its first picture for each unit of width; 0 without one
	box     bool    // has a box that may stand in several places
	insides []Inside
	flat    *html.Node // the last flat picture of the text
	quotes  []quote    // sentences that may stand out of the text
	pinned  *Line
	choices []Choice
}

// maxCut is how much of a picture may be cut away.
const maxCut = 0.115

func newStory(n *html.Node, first bool) *story {
	s := &story{id: attr(n, "id"), node: n, first: first}
	s.words = len(strings.Fields(text(find(n, "than"))))
	if fig := find(n, "anh-dau"); fig != nil {
		s.ratio = ratio(fig)
	}
	s.box = movable(n) != nil
	s.insides = insides(n)
	s.quotes = quotesOf(n, s.words)
	s.flat = wideOf(n)
	return s
}

// movable is the box of an article that may stand in several places.
func movable(n *html.Node) *html.Node {
	for _, class := range []string{"hop-guong", "hop-bao-cao"} {
		if b := find(n, class); b != nil {
			return b
		}
	}
	return nil
}

// ratio is height over width of the picture of a figure.
func ratio(fig *html.Node) float64 {
	for n := range fig.Descendants() {
		if n.Data == "img" {
			w, _ := strconv.ParseFloat(attr(n, "width"), 64)
			h, _ := strconv.ParseFloat(attr(n, "height"), 64)
			if w > 0 && h > 0 {
				return h / w
			}
		}
	}
	return 2.0 / 3
}

func text(n *html.Node) string {
	var b strings.Builder
	if n != nil {
		for c := range n.Descendants() {
			if c.Type == html.TextNode {
				b.WriteString(c.Data)
			}
		}
	}
	return b.String()
}

// widths of the places that pictures stand in.
type widths struct{ page, column, height float64 }

func (w widths) of(o Opening) float64 {
	switch o {
	case Lead, Wide:
		return w.page
	case Side:
		return 0.65 * w.page
	case Beside:
		return 0.34 * w.page
	}
	return w.column
}

// list makes all the choices of a story.
func (s *story) list(w widths, pitch float64) {
	boxes := []Box{BoxEnd}
	if s.box {
		boxes = []Box{BoxEnd, BoxColumn, BoxTop}
	}
	for _, o := range s.openings() {
		for _, h := range s.heights(o, w, pitch) {
			for _, step := range s.steps(o) {
				for _, box := range boxes {
					s.choices = append(s.choices, s.inner(Choice{Opening: o, Height: h, Step: step, Box: box}, w)...)
				}
			}
		}
	}
	if len(s.choices) == 0 && s.pinned == nil {
		// A picture like a ribbon fits no place: the narrowest one cuts it.
		all := s.openings()
		o := all[len(all)-1]
		s.choices = []Choice{{Opening: o, Height: max(0.5, min(s.ratio*w.of(o), 0.62*w.height)), Step: s.steps(o)[0], Box: BoxEnd}}
	}
}

// inner makes the choices that differ within the text.
func (s *story) inner(c Choice, w widths) (all []Choice) {
	for _, c.Inside = range s.insides {
		for c.Quotes = range len(s.quotes) + 1 {
			if s.pinned.allows(c, s, w) {
				all = append(all, c)
			}
		}
	}
	return all
}

func (s *story) openings() []Opening {
	short := s.words < 260 && !s.first
	switch {
	case s.ratio == 0 && short:
		return []Opening{Short, Plain}
	case s.ratio == 0:
		return []Opening{Plain}
	case s.ratio > 1.1 && short:
		return []Opening{Beside, Column}
	case s.ratio > 1.1:
		return []Opening{Column, Beside}
	case s.ratio < 0.35:
		return []Opening{Wide, Side, Column}
	case s.ratio > 0.85:
		return []Opening{Side, Column, Beside}
	case short:
		return []Opening{Side, Column, Beside, Wide}
	case s.first:
		return []Opening{Lead, Wide, Side}
	}
	return []Opening{Wide, Side, Column, Beside}
}

// heights of a picture in a place, within what may be cut.
func (s *story) heights(o Opening, w widths, pitch float64) (all []float64) {
	if s.ratio == 0 {
		return []float64{0}
	}
	whole := s.ratio * w.of(o)
	low, high := whole*(1-maxCut), whole/(1-maxCut)
	if s.ratio > 1.1 {
		high = whole // an upright picture loses of its foot, not of its sides
	}
	high = min(high, 0.62*w.height)
	step := pitch
	if o == Column {
		step = 2 * pitch // one line of both columns
	}
	for h := math.Ceil(low*2) / 2; h <= high; h += step {
		all = append(all, h)
	}
	return all
}

func (s *story) steps(o Opening) []int {
	long := len([]rune(text(find(s.node, "dau-bai").FirstChild)))
	for n := range s.node.Descendants() {
		if n.Data == "h2" {
			long = len([]rune(text(n)))
			break
		}
	}
	switch {
	case o == Short:
		return []int{4}
	case s.first && long < 70:
		return []int{1, 2}
	case s.first:
		return []int{2, 3}
	case s.words < 260 || long > 90:
		return []int{3, 4}
	case s.words < 500:
		return []int{2, 3, 4}
	}
	return []int{2, 3}
}

// classes are those that say a choice in the print page.
func (c Choice) classes() []string {
	all := []string{"mo-" + string(c.Opening), "tit-" + strconv.Itoa(c.Step)}
	if c.Box != BoxEnd {
		all = append(all, "hop-"+string(c.Box))
	}
	if c.Fresh {
		all = append(all, "trang-moi")
	}
	return all
}

// style are the custom properties of a choice.
func (c Choice) style() string {
	var all []string
	if c.Height > 0 {
		all = append(all, fmt.Sprintf("--cao-anh: %gpt", round(c.Height)))
	}
	if c.Gap > 0.05 && !c.Fresh {
		all = append(all, fmt.Sprintf("--tren: %gpt", round(27+c.Gap)))
	}
	if c.BoxGap > 0.05 {
		all = append(all, fmt.Sprintf("--tren-hop: %gpt", round(13.5+c.BoxGap)))
	}
	return strings.Join(all, "; ")
}

func round(x float64) float64 { return math.Round(x*10) / 10 }

// apply writes a choice into an article that is free to be changed.
func (c Choice) apply(a *html.Node) {
	set(a, "class", strings.Join(append(strings.Fields(attr(a, "class")), c.classes()...), " "))
	than, head, fig := find(a, "than"), find(a, "dau-bai"), find(a, "anh-dau")
	c.within(than)
	switch {
	case fig == nil || than == nil || head == nil:
	case c.Opening == Side:
		beside(fig, head)
	case c.Opening == Column:
		move(fig, than, than.FirstChild)
	case c.Opening == Beside:
		move(fig, head, head.FirstChild)
	case c.Opening == Lead:
		move(fig, a, head)
	}
	if box := movable(a); box != nil && than != nil {
		switch c.Box {
		case BoxColumn:
			move(box, than, find(than, "van-ban-dan"))
		case BoxTop:
			move(box, a, than)
		}
	}
}

// move puts n into parent, before a child or at the end.
func move(n, parent, before *html.Node) {
	if n == before {
		return
	}
	n.Parent.RemoveChild(n)
	parent.InsertBefore(n, before)
}
