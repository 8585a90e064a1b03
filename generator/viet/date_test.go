package viet

import (
	"errors"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
)

func day(y int, m time.Month, d int) time.Time {
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func TestFormatDates(t *testing.T) {
	for _, tt := range []struct {
		t           time.Time
		long, short string
	}{
		{day(2022, 10, 7), "ngày 07 tháng 10 năm 2022", "07/10/2022"},
		{day(2023, 9, 15), "ngày 15 tháng 9 năm 2023", "15/9/2023"},
		{day(2024, 1, 5), "ngày 05 tháng 01 năm 2024", "05/01/2024"},
		{day(2024, 2, 29), "ngày 29 tháng 02 năm 2024", "29/02/2024"},
	} {
		if got := LongDate(tt.t); got != tt.long {
			t.Errorf("LongDate = %q, want %q", got, tt.long)
		}
		if got := ShortDate(tt.t); got != tt.short {
			t.Errorf("ShortDate = %q, want %q", got, tt.short)
		}
		for _, s := range []string{tt.long, tt.short, norm.NFD.String(tt.long)} {
			if got, err := ParseDate(s); err != nil || !got.Equal(tt.t) {
				t.Errorf("ParseDate(%q) = %v, %v", s, got, err)
			}
		}
	}
}

func TestParseDate(t *testing.T) {
	for _, s := range []string{"7 tháng 10 năm 2022", "Ngày 7 tháng 10 năm 2022", "7/10/2022", "07-10-2022", "07.10.2022", "ngày 07/10/2022"} {
		if got, err := ParseDate(s); err != nil || !got.Equal(day(2022, 10, 7)) {
			t.Errorf("ParseDate(%q) = %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "ngày", "10/2022", "7/10/22", "7/10-2022", "2022-10-07", "7/10/20222", "ngày 7 tháng 10", "7/10/2022 sau"} {
		if got, err := ParseDate(s); !errors.Is(err, ErrDate) {
			t.Errorf("ParseDate(%q) = %v, %v; want ErrDate", s, got, err)
		}
	}
	for _, s := range []string{"31/4/2023", "ngày 29 tháng 02 năm 2023", "00/01/2023", "1/13/2023"} {
		if _, err := ParseDate(s); !errors.Is(err, ErrImpossible) {
			t.Errorf("ParseDate(%q) = %v, want ErrImpossible", s, err)
		}
	}
}

func TestFindDates(t *testing.T) {
	s := "Từ ngày 02 tháng 10 năm 2023, không phải 7/1/2023. Số 30/2020/NĐ-CP; điện thoại 1.12.2023.4; hết 30/02/2023."
	got := FindDates(s)
	want := []struct {
		text   string
		padded bool
		err    error
	}{
		{"ngày 02 tháng 10 năm 2023", true, nil},
		{"7/1/2023", false, nil},
		{"30/02/2023", false, ErrImpossible},
	}
	if len(got) != len(want) {
		t.Fatalf("got %d dates %+v, want %d", len(got), got, len(want))
	}
	for i, w := range want {
		if g := got[i]; s[g.Start:g.End] != w.text || g.Padded != w.padded || g.Err != w.err {
			t.Errorf("date %d: %q %+v, want %+v", i, s[g.Start:g.End], g, w)
		}
	}
}

func FuzzFindDates(f *testing.F) {
	f.Add("ngày 07 tháng 10 năm 2022 và 31/4/2023")
	f.Add("ngày\xff 1/2/2003/")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, d := range FindDates(s) {
			if d.Start < last || d.End <= d.Start || d.End > len(s) {
				t.Fatalf("bad span %+v in %q", d, s)
			}
			last = d.End
			if got, err := ParseDate(s[d.Start:d.End]); err != d.Err || !got.Equal(d.Time) {
				t.Fatalf("%q found as %v, read as %v, %v", s[d.Start:d.End], d.Time, got, err)
			}
		}
	})
}
