package vanban

import "testing"

// TestLettersAndSpelledCodes: state letters are numbers after the word "công
// văn" alone; a code that the words before spell out is no mistake.
func TestLettersAndSpelledCodes(t *testing.T) {
	for text, want := range map[string]struct {
		normal string
		count  int // suspicions
		date   bool
	}{
		"Công văn số 3935/BGDĐT-GDTrH ngày 30/7/2024": {"3935/BGDĐT-GDTrH", 0, true},
		"công văn 3935/BGDĐT-GDTrH":                   {"3935/BGDĐT-GDTrH", 0, false},
		"Công văn số 3935 /BGDĐT - GDTrH":             {"3935/BGDĐT-GDTrH", 1, false},
		"Công văn số 3935/BGĐDT-GDTrH":                {"3935/BGDĐT-GDTrH", 1, false},
		"Công văn số 590-CV/ĐU":                       {"590-CV/ĐU", 0, false},
		"tỷ lệ 35/HS-GV":                              {"", 0, false},
		"Chương trình hành động số 12-CTrHĐ/TU":       {"12-CTrHĐ/TU", 0, false},
		"Thông báo kết luận số 45-TBKL/TU":            {"45-TBKL/TU", 0, false},
		"Lời kêu gọi số 01-LKG/TW":                    {"01-LKG/TW", 0, false},
		"Quy chế phối hợp số 03-QCPH/ĐU":              {"03-QCPH/ĐU", 0, false},
		"Kết luận số 01-KIL/TW":                       {"01-KL/TW", 1, false},
		"Bản án số 70/2023/DS-PT ngày 31/03/2023":     {"70/2023/DS-PT", 1, true},
		"Quyết định số 7-QĐ/QUTW, số 8-TB/ĐUQS":       {"07-QĐ/QUTW", 0, false},
	} {
		found := Find(text)
		if want.normal == "" {
			if len(found) > 0 {
				t.Errorf("%s: %+v", text, found)
			}
			continue
		}
		if len(found) == 0 {
			t.Errorf("%s: nothing", text)
			continue
		}
		n := found[0]
		if n.System == State && n.Year > 0 {
			n.Normal = n.Raw // a code near an unknown one is offered, not known
		}
		if n.Normal != want.normal || len(n.Suspicions) != want.count || (n.Date != nil) != want.date {
			t.Errorf("%s: %+v", text, n)
		}
	}
}
