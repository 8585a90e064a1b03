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
	req, err := askFor(environment{stderr: &said}, strings.NewReader("Tủ sách\n\nChi bộ 1\n"),
		scaffold.Request{Kind: kind, Today: time.Date(2023, 11, 5, 0, 0, 0, 0, time.UTC), Values: map[string]string{}})
	if err != nil {
		t.Fatal(err)
	}
	if req.Title != "Tủ sách" || req.Values["don_vi"] != "Chi bộ 1" || len(req.Values) != 1 {
		t.Errorf("%+v", req)
	}
	if !strings.Contains(said.String(), "don_vi (chi bộ, đơn vị của bài): ") {
		t.Errorf("asked: %s", said.String())
	}
}
