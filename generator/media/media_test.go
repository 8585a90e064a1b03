package media

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
)

const secret = "Nguyen Van Bi Mat"

func box(kind string, parts ...string) string {
	body := strings.Join(parts, "")
	return string(binary.BigEndian.AppendUint32(nil, uint32(len(body)+8))) + kind + body
}

func little(n int) string { return string(binary.LittleEndian.AppendUint32(nil, uint32(n))) }

func chunk(kind, body string) string {
	if len(body)%2 == 1 {
		body += "\x00"
	}
	return kind + little(len(body)) + body
}

func oggPage(packet string) string {
	page := []byte("OggS\x00\x02" + strings.Repeat("\x00", 20) + string([]byte{byte(len(packet)/255 + 1)}))
	for range len(packet) / 255 {
		page = append(page, 255)
	}
	page = append(page, byte(len(packet)%255))
	page = append(page, packet...)
	binary.LittleEndian.PutUint32(page[22:], oggSum(page))
	return string(page)
}

func element(id, body string) string {
	return id + string([]byte{0x10 | byte(len(body)>>24), byte(len(body) >> 16), byte(len(body) >> 8), byte(len(body))}) + body
}

func pdfFile(info string) string {
	return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Metadata 4 0 R>>\nendobj\n3 0 obj\n<<" + info + ">>\nendobj\n4 0 obj\n<</Type/Metadata/Subtype/XML/Length 99>>\nstream\n<?xpacket begin='' id='x'?><dc:creator>" + secret + "</dc:creator><?xpacket end='w'?>\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Info 3 0 R>>\n%%EOF\n"
}

// samples are files that tell the secret, and the sound or picture in them.
func samples() map[string]string {
	sound := "\xff\xfb\x90\x00âm thanh"
	comments := little(6) + "Lavf58" + little(2) + little(len("ARTIST="+secret)) + "ARTIST=" + secret + little(7) + "TITLE=x"
	id3 := "ID3\x03\x00\x00\x00\x00\x00\x40" + (secret + strings.Repeat("\x00", 64))[:64]
	return map[string]string{
		"a.mp3":  id3 + sound + "TAG" + (secret + strings.Repeat("\x00", 125))[:125],
		"a.wav":  "RIFF" + little(999) + "WAVE" + chunk("fmt ", "1234567890123456") + chunk("LIST", "INFOIART"+little(len(secret))+secret) + chunk("data", sound),
		"a.flac": "fLaC" + "\x00\x00\x00\x22" + strings.Repeat("s", 34) + "\x84\x00\x00" + string([]byte{byte(len(comments))}) + comments + sound,
		"a.ogg":  oggPage("\x01vorbis"+sound) + oggPage("\x03vorbis"+comments+"\x01") + oggPage(sound),
		"a.opus": oggPage("OpusHead"+sound) + oggPage("OpusTags"+comments),
		"a.mp4":  box("ftyp", "isomisom") + box("moov", box("mvhd", strings.Repeat("\x00", 20)), box("trak", box("udta", box("\xa9nam", secret))), box("udta", box("\xa9xyz", "\x00\x12\x15\xc7+10.7769+106.7009/", secret))) + box("mdat", sound),
		"a.m4a":  box("ftyp", "M4A M4A ") + box("mdat", sound) + box("moov", box("udta", box("meta", "\x00\x00\x00\x00", box("ilst", box("\xa9ART", secret))))),
		"a.webm": element("\x1a\x45\xdf\xa3", "webm") + element("\x18\x53\x80\x67", element("\x15\x49\xa9\x66", element("\x4d\x80", secret)+element("\x7b\xa9", secret))+element("\x12\x54\xc3\x67", secret)+element("\x1f\x43\xb6\x75", sound)),
		"a.pdf":  pdfFile("/Title(Tên bài)/Author(" + secret + ")/Creator <" + "4e67" + ">/Producer(a\\)(b)" + secret + ")"),
	}
}

// TestCleanTellsNothing: the secret goes, the sound stays, and what counts from
// the file's beginning stays where it was.
func TestCleanTellsNothing(t *testing.T) {
	for name, file := range samples() {
		got := Clean([]byte(file), name)
		if len(got.Removed) == 0 || len(got.Left) > 0 {
			t.Errorf("%s: removed %q, left %q", name, got.Removed, got.Left)
		}
		if bytes.Contains(got.Data, []byte(secret)) || bytes.Contains(got.Data, []byte("106.7009")) {
			t.Errorf("%s: still tells: %q", name, got.Data)
		}
		if name != "a.pdf" && !bytes.Contains(got.Data, []byte("âm thanh")) {
			t.Errorf("%s: the sound is gone", name)
		}
		if name != "a.mp3" && len(got.Data) != len(file) {
			t.Errorf("%s: %d bytes, was %d", name, len(got.Data), len(file))
		}
		again := Clean(got.Data, name)
		if !bytes.Equal(again.Data, got.Data) || name == "a.mp4" && !slices.Contains(got.Removed, Place) {
			t.Errorf("%s: cleaned again it is another file; removed %q", name, got.Removed)
		}
	}
	pdf := string(Clean([]byte(samples()["a.pdf"]), "a.pdf").Data)
	if !strings.Contains(pdf, "(Tên bài)") || !strings.Contains(pdf, "endobj\n4 0 obj") {
		t.Error(pdf)
	}
}

// TestLeftIsTold: what cannot be taken out is named.
func TestLeftIsTold(t *testing.T) {
	for _, c := range []struct {
		name, file string
		left       Fact
	}{
		{"a.pdf", "%PDF-1.5\n1 0 obj\n<</Type/XRef/Info 3 0 R>>\nstream\nx\nendstream\nendobj\n", Author},
		{"a.pdf", strings.Replace(pdfFile("/Author(x)"), "trailer\n<<", "trailer\n<</Encrypt 9 0 R", 1), Author},
		{"a.mp4", box("ftyp", "isom") + box("moov", box("trak", box("mdia", box("minf", box("stbl", "stsd gpmd"))))), Place},
		{"a.ogg", oggPage("\x03vorbis" + little(9999)), Author},
	} {
		if got := Clean([]byte(c.file), c.name); !slices.Contains(got.Left, c.left) {
			t.Errorf("%s: left %q", c.name, got.Left)
		}
	}
}

func FuzzClean(f *testing.F) {
	var names []string
	for name, file := range samples() {
		names = append(names, name)
		f.Add(name, []byte(file))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if !slices.Contains(names, name) {
			return
		}
		was := bytes.Clone(data)
		got := Clean(data, name)
		if !bytes.Equal(was, data) || len(got.Data) > len(data) {
			t.Fatal("the file was changed, or grew")
		}
	})
}
