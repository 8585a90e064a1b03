package viet

import "testing"

func TestFormatNumbers(t *testing.T) {
	for _, tt := range []struct {
		got, want string
	}{
		{FormatInt(0), "0"},
		{FormatInt(999), "999"},
		{FormatInt(1000), "1.000"},
		{FormatInt(-1234567), "-1.234.567"},
		{FormatFloat(1234.5, 1), "1.234,5"},
		{FormatFloat(1234.5, -1), "1.234,5"},
		{FormatFloat(17.5, 0), "18"},
		{FormatFloat(-0.25, 2), "-0,25"},
		{FormatFloat(1e6, -1), "1.000.000"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestParseNumber(t *testing.T) {
	for s, want := range map[string]float64{
		"1.234,5": 1234.5, "1234,5": 1234.5, "-7": -7, " 1.000.000 ": 1e6, "0,25": 0.25,
	} {
		if got, err := ParseNumber(s); err != nil || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"", "1.5", "1,234.5", "1.2345", "12.34.567", "1,", "1,2,3", "--1", "năm", "1234.567"} {
		if got, err := ParseNumber(s); err == nil {
			t.Errorf("ParseNumber(%q) = %v, want an error", s, got)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	f.Add("1.234,5")
	f.Add("-.")
	f.Fuzz(func(t *testing.T, s string) {
		x, err := ParseNumber(s)
		if err != nil {
			return
		}
		if y, err := ParseNumber(FormatFloat(x, -1)); err != nil || y != x {
			t.Errorf("%q reads as %v, but writes as %q", s, x, FormatFloat(x, -1))
		}
	})
}
