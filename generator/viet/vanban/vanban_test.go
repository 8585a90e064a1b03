package vanban

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

var kindNames = []string{"unknown-code", "spacing", "order", "dash", "organ", "word", "colon"}

// line writes what was read of a number as the golden file writes it.
func line(n Number) string {
	date, kinds := "", []string{}
	if n.Date != nil {
		date = n.Date.Time.Format(time.DateOnly)
	}
	for _, s := range n.Suspicions {
		kinds = append(kinds, kindNames[s.Kind])
	}
	s := strings.Join([]string{n.Normal, n.Word, date, strings.Join(kinds, " ")}, " ; ")
	return strings.Join(strings.Fields(s), " ")
}

func TestCitationsOfALetter(t *testing.T) {
	file, err := os.ReadFile("testdata/trich-dan.txt")
	if err != nil {
		t.Fatal(err)
	}
	var letter strings.Builder
	numbers, flags := 0, 0
	for l := range strings.Lines(string(file)) {
		text, want, ok := strings.Cut(strings.TrimSpace(l), " => ")
		if strings.HasPrefix(l, "#") || !ok {
			continue
		}
		letter.WriteString(text + "\n")
		got := Find(text)
		if len(got) != 1 {
			t.Errorf("%q: found %d numbers", text, len(got))
			continue
		}
		if line(got[0]) != want {
			t.Errorf("%q:\n got %s\nwant %s", text, line(got[0]), want)
		}
	}
	for _, n := range Find(letter.String()) {
		numbers++
		flags += len(n.Suspicions)
	}
	if numbers != 14 || flags != 2 {
		t.Errorf("the whole has %d numbers and %d flags, want 14 and 2", numbers, flags)
	}
}

func TestFindVariants(t *testing.T) {
	tests := []struct{ text, want string }{
		// written wrongly in the wild
		{"Kết luận 100 - KL/TW", "100-KL/TW ; kết luận ; ; spacing"},
		{"Quyết định 31/QĐ-TW", "31-QĐ/TW ; quyết định ; ; order"},
		{"Quy định số 296-QĐ/TƯ", "296-QĐ/TW ; quy định ; ; organ"},
		{"Chỉ thị số 42-CT/T.Ư.", "42-CT/TW ; chỉ thị ; ; organ"},
		{"Công văn số 80-CV/BTC.ĐUK ngày 2/3/2022", "80-CV/BTC.ĐUK ; công văn ; 2022-03-02 ;"},
		{"Kế hoạch số 49-KL/ĐUK, ngày 27/5/2022", "49-KL/ĐUK ; kế hoạch ; 2022-05-27 ; word"},
		{"Kế hoạch số 107-KH-ĐUK", "107-KH/ĐUK ; kế hoạch ; ; order"},
		{"Kế hoạch số 107/KH-ĐUK", "107-KH/ĐUK ; kế hoạch ; ; order"},
		{"Quy định số 37-QD/TW", "37-QĐ/TW ; quy định ; ; unknown-code"},
		{"Quy định số 37-QÐ/TW", "37-QĐ/TW ; quy định ; ; unknown-code"},
		{"Chương trình số 12-CTR/TU", "12-CTr/TU ; chương trình ; ; unknown-code"},
		{"số 21–KL/TW", "21-KL/TW ; ; ; dash"},
		{"Số: 127-QĐ/TW", "127-QĐ/TW ; ; ; colon"},
		{"Nghị quyết số 12-XYZ/TW", "12-XYZ/TW ; nghị quyết ; ; unknown-code"},
		// written well
		{"Số 127-QĐ/TW", "127-QĐ/TW ; ; ;"},
		{"24-BS/UBKTTU", "24-BS/UBKTTU ; ; ;"},
		{"Hướng dẫn 36-HD/VPTW", "36-HD/VPTW ; hướng dẫn ; ;"},
		{"Quy định số 8-QĐ/TW", "08-QĐ/TW ; quy định ; ;"},
		{"NGHỊ QUYẾT số 21-NQ/TW", "21-NQ/TW ; nghị quyết ; ;"},
		{"số\u00a021-KL/TW (ngày\u00a025/10/2021)", "21-KL/TW ; ; 2021-10-25 ;"},
		{"theo kết luận 21-KL/TW.Nghị quyết", "21-KL/TW ; kết luận ; ;"},
		{"để hướng dẫn 12-CT/TW", "12-CT/TW ; hướng dẫn ; ;"},
		{"Số: 30/2020/NĐ-CP", "30/2020/NĐ-CP ; ; ;"},
		{"Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", "30/2020/NĐ-CP ; nghị định ; 2020-03-05 ;"},
		{"Nghị định số 30/2020/NĐ/CP", "30/2020/NĐ-CP ; nghị định ; ; order"},
		{"Nghị định số 30/2020/ND-CP", "30/2020/NĐ-CP ; nghị định ; ; unknown-code"},
		{"Thông tư 32/2018/TT-BGDĐT", "32/2018/TT-BGDĐT ; thông tư ; ;"},
		{"Thông tư liên tịch số 11/2015/TTLT-BGDĐT-BNV", "11/2015/TTLT-BGDĐT-BNV ; thông tư liên tịch ; ;"},
		{"Quyết định số 1989/QĐ-BGDĐT", "1989/QĐ-BGDĐT ; quyết định ; ;"},
		{"Luật số 91/2025/QH15", "91/2025/QH15 ; luật ; ;"},
	}
	for _, tt := range tests {
		got := Find(tt.text)
		if len(got) != 1 {
			t.Errorf("%q: found %d numbers %+v", tt.text, len(got), got)
			continue
		}
		if n := got[0]; line(n) != tt.want || n.Raw != tt.text[n.Start:n.End] {
			t.Errorf("%q:\n got %s\nwant %s", tt.text, line(n), tt.want)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, s := range []string{
		"", "lớp 10 - A/B", "tỷ lệ 10-15/20", "ngày 12/10/2023", "16/20 phiếu", "năm học 2022-2023",
		"điểm 9/10", "/van-ban/21-kl-tw-2021-10-25/", "https://vd.vn/21-KL/TW", "A21-KL/TW", "1.21-KL/TW",
		"21-KL/tw", "21-KL/Tw", "123456-KL/TW", "21-KL", "21-KL/", "3-4 HS/lớp", "km/h 60-K/H", "01/2023",
		"lớp 10/A-B", "2/A-B",
	} {
		if got := Find(s); len(got) != 0 {
			t.Errorf("%q: found %+v", s, got)
		}
	}
}

func TestSuggestions(t *testing.T) {
	for text, want := range map[string]Suspicion{
		"01-KIL/TW":              {UnknownCode, "KIL", "KL"},
		"590 -CV/ĐU":             {Spacing, "590 -CV/ĐU", "590-CV/ĐU"},
		"Kế hoạch số 49-KL/ĐUK":  {WordMismatch, "kế hoạch", "kết luận"},
		"12-NQ/BTGT.Ư":           {OrganForm, "BTGT.Ư", "BTGTW"},
		"Nghị quyết 12-XYZ/TW":   {UnknownCode, "XYZ", ""},
		"Quyết định số 5/QĐ-ĐUK": {Order, "5/QĐ-ĐUK", "05-QĐ/ĐUK"},
	} {
		got := Find(text)
		if len(got) != 1 || len(got[0].Suspicions) != 1 || got[0].Suspicions[0] != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

func TestParseAndKey(t *testing.T) {
	n, err := Parse("37-QĐ/TW")
	if err != nil || n.Key(time.Date(2021, 10, 25, 0, 0, 0, 0, time.UTC)) != "37-qd-tw-2021-10-25" {
		t.Errorf("Parse: %+v, %v", n, err)
	}
	if _, err := Parse("số 37-QĐ/TW"); err == nil {
		t.Error("Parse took text around a number")
	}
}

// slow are texts that a search which goes back would need quadratic time for.
var slow = []string{"1", "1-", "1-A/", "1 - ", "1-AAAAAA/", "1/2020/", "số ", "Quyết định ", "1-QĐ/A.", "A", "1-QĐ/TW "}

// BenchmarkSlow reads texts made to be slow: the time for a byte must be the
// same at both sizes.
func BenchmarkSlow(b *testing.B) {
	for _, s := range slow {
		for _, size := range []int{1 << 14, 1 << 18} {
			text := strings.Repeat(s, size/len(s))
			b.Run(fmt.Sprintf("%q/%d KiB", s, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Find(text)
				}
			})
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Kết luận số 01-KIL/TW ngày 18 tháng 5 năm 2021; 590 -CV/ĐU; 31/QĐ-TW")
	f.Add("30/2020/NĐ-CP, 91/2025/QH15, 42-CT/T.Ư. 80-CV/BTC.ĐUK")
	f.Add("1-\xffA/TW\u0301")
	f.Add("l số 0-L/TW")
	f.Add("Kết luận lớn số 3-KLL/TW")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, n := range Find(s) {
			if n.Start < last || n.End <= n.Start || n.End > len(s) || n.Raw != s[n.Start:n.End] {
				t.Fatalf("bad span %+v in %q", n, s)
			}
			last = n.End
			again, err := Parse(n.Normal)
			// A code that only the words before it explain is read anew without them.
			if err != nil || again.Normal != n.Normal && (known(partyCodes, n.Code) || known(stateCodes, n.Code)) {
				t.Fatalf("%q has normal form %q, which reads as %+v, %v", n.Raw, n.Normal, again, err)
			}
		}
	})
}
