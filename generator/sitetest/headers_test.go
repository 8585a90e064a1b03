package sitetest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bantin/generator/bulletin"
)

func TestPolicy(t *testing.T) {
	all := headers()
	if len(all) == 0 || all[0].pattern != "/*" {
		t.Fatalf("%v", all)
	}
	policy := all[0].values["Content-Security-Policy"]
	for _, want := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy has no %s", want)
		}
	}
	if regexp.MustCompile(`unsafe|data:|blob:|https?://\*`).MatchString(policy) {
		t.Errorf("the policy allows too much: %s", policy)
	}
	for _, name := range []string{"Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "X-Frame-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"} {
		if all[0].values[name] == "" {
			t.Errorf("no %s", name)
		}
	}
}

// TestImmutable: only files whose names change with their content may be kept
// for ever.
func TestImmutable(t *testing.T) {
	s := sample(t, bulletin.Public)
	kept := 0
	for _, name := range s.files(t, "") {
		for _, block := range headersFor("/" + name) {
			if strings.Contains(block["Cache-Control"], "immutable") {
				kept++
				if !regexp.MustCompile(`\.[0-9a-f]{64}\.|/[0-9a-f]{16}/`).MatchString(name) {
					t.Errorf("%s is kept for ever", name)
				}
			}
		}
	}
	if kept < 2 {
		t.Errorf("%d files are kept", kept)
	}
}

// TestNginx: the guide's nginx settings send what netlify.toml sends.
func TestNginx(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join(source, "HUONG-DAN.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range headers() {
		for name, value := range block.values {
			if !strings.Contains(string(guide), "add_header "+name+" ") || !strings.Contains(string(guide), `"`+value+`"`) {
				t.Errorf("HUONG-DAN.md does not send %s: %q", name, value)
			}
		}
	}
}
