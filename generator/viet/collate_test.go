package viet

import (
	"slices"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSort(t *testing.T) {
	tests := []struct {
		name string
		want []string
	}{
		{"tones", []string{"ma", "mà", "mả", "mã", "má", "mạ"}},
		{"letters", []string{"an", "ăn", "ân", "ba", "ca", "da", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư"}},
		{"đ after all of d", []string{"dân vận", "dự", "đảng viên", "đoàn"}},
		{"numbers by value", []string{"Số 2", "Số 9", "Số 10", "Số 100"}},
		{"space before letters", []string{"an ninh", "anh"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := slices.Clone(tt.want)
			slices.Reverse(got)
			Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCompareForms(t *testing.T) {
	if s := "Đường lối đổi mới"; Compare(s, norm.NFD.String(s)) != 0 {
		t.Error("NFC and NFD of one text differ")
	}
	if Compare("Đảng", "đảng") == 0 || Compare("hoà", "hòa") == 0 {
		t.Error("different texts compare equal: a sort would not be repeatable")
	}
}

func TestCompareConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 200 {
				if Compare("dân", "đan") >= 0 {
					t.Error("d is not before đ")
				}
			}
		})
	}
	wg.Wait()
}

func FuzzCompare(f *testing.F) {
	f.Add("ma", "mạ")
	f.Add("Số 9", "Số 010")
	f.Add("\xff", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		if Compare(a, b) != -Compare(b, a) {
			t.Errorf("Compare(%q, %q) is not antisymmetric", a, b)
		}
	})
}
