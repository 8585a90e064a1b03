package css

import "strings"

// contentItem reads one part of a content list (CSS Content 3, section 2;
// CSS GCPM 3).
func contentItem(r *reader) (ContentItem, bool) {
	if s, ok := r.str(); ok {
		return ContentItem{Kind: ContentText, Text: s}, true
	}
	if u, ok := r.address(); ok {
		return ContentItem{Kind: ContentURL, Text: u}, true
	}
	if w, ok := r.take("open-quote", "close-quote", "contents"); ok {
		k := map[string]ContentKind{"open-quote": ContentOpenQuote, "close-quote": ContentCloseQuote, "contents": ContentSelf}[w]
		return ContentItem{Kind: k}, true
	}
	v := r.peek()
	read := contentFunctions[v.text]
	if v.kind != kFunc || read == nil {
		return ContentItem{}, false
	}
	f := &reader{v: v.args, url: r.url}
	it, ok := read(f)
	if !ok || !f.done() {
		return it, false
	}
	r.i++
	return it, true
}

var contentFunctions map[string]func(*reader) (ContentItem, bool)

func init() {
	contentFunctions = map[string]func(*reader) (ContentItem, bool){
		"attr": readAttr, "counter": readCounter, "counters": readCounters, "string": readString, "leader": readLeader,
		"target-counter": readTarget(ContentTargetCounter), "target-counters": readTarget(ContentTargetCounters), "target-text": readTarget(ContentTargetText),
		"element": readElement, "content": readSelf,
	}
}

func readAttr(r *reader) (ContentItem, bool) {
	name, ok := r.ident()
	r.take("string", "url")
	return ContentItem{Kind: ContentAttr, Name: strings.ToLower(name)}, ok
}

// counterStyle reads the optional last argument of counter functions.
func counterStyle(r *reader) (string, bool) {
	if !r.comma() {
		return "decimal", true
	}
	w := r.word()
	r.i++
	return w, counterStyles[w]
}

func readCounter(r *reader) (ContentItem, bool) {
	name, ok := r.ident()
	style, known := counterStyle(r)
	return ContentItem{Kind: ContentCounter, Name: name, Style: style}, ok && known
}

func readCounters(r *reader) (ContentItem, bool) {
	name, ok := r.ident()
	sep, ok2 := "", ok && r.comma()
	if ok2 {
		sep, ok2 = r.str()
	}
	style, known := counterStyle(r)
	return ContentItem{Kind: ContentCounters, Name: name, Text: sep, Style: style}, ok2 && known
}

func readString(r *reader) (ContentItem, bool) {
	name, ok := r.ident()
	it := ContentItem{Kind: ContentString, Name: name, Arg: "first"}
	if ok && r.comma() {
		it.Arg, ok = r.take("first", "start", "last", "first-except")
	}
	return it, ok
}

func readElement(r *reader) (ContentItem, bool) {
	it, ok := readString(r)
	it.Kind = ContentElement
	return it, ok
}

func readLeader(r *reader) (ContentItem, bool) {
	if w, ok := r.take("dotted", "solid", "space"); ok {
		return ContentItem{Kind: ContentLeader, Text: map[string]string{"dotted": ".", "solid": "_", "space": " "}[w]}, true
	}
	s, ok := r.str()
	return ContentItem{Kind: ContentLeader, Text: s}, ok && s != ""
}

func readSelf(r *reader) (ContentItem, bool) {
	it := ContentItem{Kind: ContentSelf, Arg: "text"}
	ok := true
	if !r.done() {
		it.Arg, ok = r.take("text", "before", "after", "first-letter")
	}
	return it, ok
}

// readTarget reads target-counter(), target-counters() and target-text().
func readTarget(kind ContentKind) func(*reader) (ContentItem, bool) {
	return func(r *reader) (ContentItem, bool) {
		it := ContentItem{Kind: kind}
		ok := false
		if v := r.peek(); v.kind == kURL || v.kind == kString {
			it.Target, ok = v.text, true // a fragment; not resolved against the sheet
			r.i++
		} else if f, is := r.function("attr"); is {
			var a ContentItem
			a, ok = readAttr(f)
			it.Target, ok = "attr("+a.Name+")", ok && f.done()
		}
		if !ok {
			return it, false
		}
		if kind == ContentTargetText {
			it.Arg = "content"
			if r.comma() {
				it.Arg, ok = r.take("content", "before", "after", "first-letter")
			}
			return it, ok
		}
		if !r.comma() {
			return it, false
		}
		if it.Name, ok = r.ident(); !ok {
			return it, false
		}
		if kind == ContentTargetCounters {
			if !r.comma() {
				return it, false
			}
			if it.Text, ok = r.str(); !ok {
				return it, false
			}
		}
		it.Style, ok = counterStyle(r)
		return it, ok
	}
}
