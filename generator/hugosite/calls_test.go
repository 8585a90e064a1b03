package hugosite

import (
	"fmt"
	"testing"

	"bantin/generator/internal/oddbulletin"
)

// TestCallsAsHugo: a text builds exactly when no call in it has a fault.
func TestCallsAsHugo(t *testing.T) {
	files := "-- layouts/_shortcodes/video.html --\n{{ .Get \"ten\" }}\n-- layouts/_shortcodes/tieng.html --\n{{ .Get 0 }}\n-- layouts/_shortcodes/hop.html --\n({{ .Inner }})\n"
	known := map[string]bool{"video": true, "tieng": true, "hop": true}
	texts := append(oddbulletin.Calls(), `{{< hop >}}a{{< tieng "x" >}}b{{< /hop >}}`, `{{< hop >}}`, `{{< hop />}}`, `{{< /hop >}}`, `{{< hop >}}{{< hop >}}{{< /hop >}}`, `{{< hop >}}a{{< /video >}}`, `{{% hop %}}**a**{{% /hop %}}`)
	good, bad, page := files, 0, "-- content/b%d/index.md --\n---\ntitle: x\n---\n%s\n"
	for i, text := range texts {
		fault, unknown := "", false
		for _, c := range Calls([]byte(text), func(name string) bool { return name == "hop" }) {
			fault += c.Fault
			unknown = unknown || c.Name != "" && !known[c.Name]
		}
		switch {
		case unknown: // told by name
		case fault == "":
			good += fmt.Sprintf(page, i, text)
		default:
			bad++
			if err := buildOnly(t, files+fmt.Sprintf(page, i, text)); err == nil {
				t.Errorf("%q: found %q, and Hugo builds it", text, fault)
			}
		}
	}
	if err := buildOnly(t, good); err != nil || bad < 10 {
		t.Errorf("%d bad ones; the good ones: %v", bad, err)
	}
}

func buildOnly(t *testing.T, site string) error {
	t.Helper()
	e := open(t, writeSite(t, site), func(o *Options) { o.Memory = true })
	err := e.Build()
	if closing := e.Close(); closing != nil {
		t.Fatal(closing)
	}
	return err
}
