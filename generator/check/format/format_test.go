package format

import (
	"encoding/json"
	"strings"
	"testing"

	"bantin/generator/bulletin"
)

var sample = bulletin.Findings{
	{File: "content/guong/Đường lối/index.md", Line: 3, Col: 8, Level: bulletin.Error, Code: "ma-loai", Message: "không có loại văn bản", Fix: "có phải 01-KL/TW không?"},
	{File: "content/a.png", Level: bulletin.Warning, Code: "tep-mo-coi", Message: "tệp không thuộc bài nào"},
}

func write(t *testing.T, format string) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, format, sample); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	want := "content/guong/Đường lối/index.md:3:8: lỗi: không có loại văn bản — có phải 01-KL/TW không? [ma-loai]\n" +
		"content/a.png: cảnh báo: tệp không thuộc bài nào [tep-mo-coi]\n"
	if got := write(t, "text"); got != want {
		t.Errorf("got %q", got)
	}
}

func TestJSON(t *testing.T) {
	var got struct {
		Errors, Warnings, Hints int
		Findings                []map[string]any
	}
	if err := json.Unmarshal([]byte(write(t, "json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Errors != 1 || got.Warnings != 1 || len(got.Findings) != 2 || got.Findings[0]["column"] != 8.0 || got.Findings[0]["level"] != "error" {
		t.Errorf("%+v", got)
	}
}

func TestSARIF(t *testing.T) {
	var got sarif
	if err := json.Unmarshal([]byte(write(t, "sarif")), &got); err != nil {
		t.Fatal(err)
	}
	r := got.Runs[0]
	first := r.Results[0]
	if got.Version != "2.1.0" || r.Tool.Driver.Rules[first.RuleIndex].ID != "ma-loai" || first.Locations[0].Physical.Region.Line != 3 {
		t.Errorf("%+v", first)
	}
	if uri := first.Locations[0].Physical.Artifact.URI; strings.ContainsAny(uri, "Đ ") {
		t.Errorf("%q is no URI", uri)
	}
	if r.Results[1].Locations[0].Physical.Region != nil {
		t.Error("a finding about a whole file has a region")
	}
}
