package main

import (
	"strings"
	"testing"
	"time"

	"bantin/generator/scaffold"
)

// TestAsk answers what `new` asks on a terminal: an empty answer leaves the key
// for later, and the end of input leaves the rest.
func TestAsk(t *testing.T) {
	kind, _ := scaffold.KindOf("guong")
	var said strings.Builder
	req, err := askFor(environment{stderr: &said}, strings.NewReader("Tủ sách\n\nChi bộ 1\n\nTập thể\n\nchuyênmôn\nchuyen-mon\n"),
		scaffold.Request{Kind: kind, Today: time.Date(2023, 11, 5, 0, 0, 0, 0, time.UTC), Values: map[string]string{}})
	if err != nil {
		t.Fatal(err)
	}
	if req.Title != "Tủ sách" || req.Values["don_vi"] != "Chi bộ 1" || req.Values["kieu"] != "tap-the" || req.Values["linh_vuc"] != "chuyen-mon" || len(req.Values) != 3 {
		t.Errorf("%+v", req)
	}
	for _, want := range []string{"don_vi (chi bộ, đơn vị của bài): ", "kieu (kiểu gương: tap-the, ca-nhan, viec-tot): ", `không dùng được "chuyênmôn" — có phải "chuyen-mon" không?`} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("not asked: %s\n%s", want, said.String())
		}
	}
}
