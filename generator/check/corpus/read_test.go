package main

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"
)

// mo is a gettext catalogue of a header and one translation.
func mo(original, translation string) []byte {
	texts := []string{"", original, "Language: vi\n", translation}
	var data []byte
	for _, v := range []uint32{0x950412de, 0, 2, 28, 44, 0, 0} { // the table of originals at 28, of translations at 44
		data = binary.LittleEndian.AppendUint32(data, v)
	}
	at := uint32(60)
	for _, t := range texts {
		data = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(data, uint32(len(t))), at)
		at += uint32(len(t)) + 1
	}
	return append(data, strings.Join(texts, "\x00")+"\x00"...)
}

func TestReaders(t *testing.T) {
	for name, c := range map[string]struct {
		file, data string
		want       []string
	}{
		"HTML":      {"a.html", "<head><title>x</title></head><p>Chạy <code>ls -l</code> để <b>xem</b>.</p><pre>bỏ</pre><p>a*b</p>", []string{"Chạy `x` để xem.", `a\*b`}},
		"Mallard":   {"a.page", "<page><p>Nhấn <gui>OK</gui>, rồi<br/>chờ.</p></page>", []string{"Nhấn OK, rồi", "chờ."}},
		"catalogue": {"a.mo", string(mo("_Open\n\nx", "_Mở tệp\n\nHai")), []string{"Mở tệp", "Hai"}},
		"manual":    {"/man/vi/man1/a.1", ".TH A\n.SH TÊN\n\\fBls\\fP \\- liệt kê\n.I tệp\ntrong thư mục.\n.PP\nHai.\n", []string{"ls - liệt kê tệp trong thư mục.", "Hai."}},
	} {
		got, err := reader(c.file)([]byte(c.data))
		if err != nil {
			t.Fatal(name, err)
		}
		for i, s := range got {
			got[i] = strings.Join(strings.Fields(s), " ")
		}
		got = slices.DeleteFunc(got, func(s string) bool { return s == "" })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if reader("a.png") != nil {
		t.Error("a picture was taken for prose")
	}
}

func TestProse(t *testing.T) {
	for s, want := range map[string]bool{
		"Tổ đảng mang sổ ra giữa buổi họp.": true, "The quick brown fox jumps over it": false, "Quá ngắn": false, "Không mở được tệp %s để ghi": false,
	} {
		if prose(s) != want {
			t.Errorf("%q", s)
		}
	}
}

func FuzzCatalogue(f *testing.F) {
	f.Add(mo("a", "b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := catalogue(data); err == nil && len(data) < 20 {
			t.Error("too short for a catalogue")
		}
	})
}
