package prose

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"
)

var markdown = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))

func blocks(source string) []Block {
	return Blocks(markdown.Parser().Parse(text.NewReader([]byte(source))), []byte(source))
}

func TestBlocks(t *testing.T) {
	source := "## Đầu mục\n\nCâu *một*\ncó `mã` và [liên kết](/guong/x/).[^1]\n\n- mục ![ảnh](a.png)\n\n| a | b |\n|---|---|\n| c | d |\n\n    21-KL/TW\n\n<!-- lời -->\n\n[^1]: Chú thích.\n"
	var got []string
	for _, b := range blocks(source) {
		got = append(got, strings.ReplaceAll(b.Text, string(Gap), "_"))
	}
	want := "Đầu mục|Câu một\ncó _ và liên kết._|mục _|a|b|c|d|Chú thích._"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %q\nwant %q", s, want)
	}
}

// TestPlaces: every letter of the text is the letter of the source at its place.
func TestPlaces(t *testing.T) {
	source := "Chữ **đậm** và [chữ](x) rồi\nxuống dòng."
	b := blocks(source)[0]
	for i, r := range b.Text {
		if r != Gap && r != '\n' && !strings.HasPrefix(source[b.Source(i):], string(r)) {
			t.Errorf("byte %d, %q: source has %q", i, r, source[b.Source(i):])
		}
	}
	at := strings.Index(b.Text, "chữ")
	if !b.InLink(at) || b.InLink(at-2) {
		t.Error("the link's text is not told apart")
	}
	if _, start, stop, ok := b.Span(at, at+len("chữ")); !ok || source[start:stop] != "chữ" {
		t.Errorf("Span = %d, %d, %t", start, stop, ok)
	}
	if _, _, _, ok := b.Span(0, len(b.Text)); ok {
		t.Error("a span crosses nodes")
	}
}

func TestDecomposed(t *testing.T) {
	source := norm.NFD.String("Tiếng Việt đẹp")
	b := blocks(source)[0]
	if b.Text != "Tiếng Việt đẹp" {
		t.Errorf("text %q", b.Text)
	}
	at := strings.Index(b.Text, "đẹp")
	if got := norm.NFC.String(source[b.Source(at):]); got != "đẹp" {
		t.Errorf("source %q", got)
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add("a *b* [c](d)\n\n| e |\n|---|\n| f |\n[^1]\n\n[^1]: g")
	f.Add("e\u0301\xff\u0301 <b> \\* &amp;")
	f.Fuzz(func(t *testing.T, source string) {
		for _, b := range blocks(source) {
			for i := range b.Text {
				if at := b.Source(i); at < 0 || at > len(source) {
					t.Fatalf("byte %d of %q lies at %d of %q", i, b.Text, at, source)
				}
			}
		}
	})
}
