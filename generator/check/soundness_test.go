package check

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
)

// TestSoundness: a picture that cannot be used is an error at the line that
// shows it, and says what to do, before anything is built.
func TestSoundness(t *testing.T) {
	heic := []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
	whole := photograph(1600)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"cut.jpg":   {whole[:len(whole)/2], "bị cụt"},
		"text.jpg":  {[]byte("Kính gửi"), "không phải là ảnh"},
		"phone.jpg": {heic, "HEIC"},
		"draw.png":  {[]byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), "thật ra là hình vẽ SVG"},
		"bomb.gif":  {append([]byte("GIF89a\xff\xff\xff\xff\x00\x00\x00"), ';'), "quá 64 triệu điểm"},
		"mangled.jpg": {func() []byte {
			data := append([]byte{}, whole...)
			for i := len(data) - 60; i < len(data)-2; i++ {
				data[i] = 0x55 // sound segments, broken pixels
			}
			return data
		}(), "bị hỏng"},
	} {
		root := exampleSite(t)
		put(root, "guong/thu/index.md", "guong", nil, "Lời.\n\n![Họp]("+name+" \"Họp\")\n")
		root["guong/thu/"+name] = &fstest.MapFile{Data: c.data}
		_, findings := judge(root, bulletin.Internal)
		var got []string
		for _, f := range findings {
			if f.Code == "anh-hong" {
				got = append(got, fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Message))
			}
		}
		if len(got) != 1 || !strings.HasPrefix(got[0], "content/guong/thu/index.md:22: ") || !strings.Contains(got[0], c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	// A picture in the telephone's own format never comes so far.
	root := exampleSite(t)
	put(root, "guong/thu/index.md", "guong", nil, "Lời.\n\n![Họp](phone.heic \"Họp\")\n")
	root["guong/thu/phone.heic"] = &fstest.MapFile{Data: heic}
	_, findings := judge(root, bulletin.Internal)
	if findings.Err() == nil || !strings.Contains(findings.Err().Error(), "Tương thích nhất") {
		t.Errorf("HEIC: %v", findings)
	}
}
