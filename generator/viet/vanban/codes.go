package vanban

import (
	"strings"

	"bantin/generator/viet"
)

// partyCodes are the type codes of Party documents, the commoner first: the
// first of equally near codes is the one suggested.
var partyCodes = strings.Fields("NQ QĐ KL CT HD KH CV TB BC CTr QC TTr ĐA TT TC BB QyĐ QĐi BS GM")

// stateCodes are the type codes of Decree 30/2020/NĐ-CP, Appendix III, and
// those of legislation.
var stateCodes = strings.Fields("NĐ QĐ TT NQ CT TTLT NQLT KH HD TB BC CTr TTr QC QyĐ ĐA DA PA HĐ CĐ BB TC BGN BTT BTTr L PL SL VBHN GM GGT GUQ GNP PG PC PB")

// words are the type words and the codes that go with each.
var words = map[string][]string{
	"nghị quyết": {"NQ"}, "nghị quyết liên tịch": {"NQLT", "NQ"},
	"quyết định": {"QĐ"}, "quy định": {"QĐ", "QĐi", "QyĐ"}, "quy chế": {"QC"},
	"chỉ thị": {"CT"}, "kết luận": {"KL"}, "hướng dẫn": {"HD"}, "kế hoạch": {"KH"},
	"công văn": {"CV"}, "thông báo": {"TB"}, "báo cáo": {"BC"}, "chương trình": {"CTr"},
	"chương trình hành động": {"CTr"}, "tờ trình": {"TTr"}, "đề án": {"ĐA"},
	"thông tri": {"TT"}, "thông tư": {"TT"}, "thông tư liên tịch": {"TTLT"},
	"thông cáo": {"TC"}, "biên bản": {"BB"}, "nghị định": {"NĐ"}, "công điện": {"CĐ"},
	"phương án": {"PA"}, "dự án": {"DA"}, "hợp đồng": {"HĐ"}, "pháp lệnh": {"PL"},
	"lệnh": {"L"}, "sắc lệnh": {"SL"}, "giấy mời": {"GM"}, "luật": nil, "bộ luật": nil,
}

// wordOf is a word that fits code, for a suggestion; "" when none does.
func wordOf(code string) string {
	best := ""
	for w, codes := range words {
		for _, c := range codes {
			if c == code && (best == "" || len(w) < len(best) || len(w) == len(best) && w < best) {
				best = w
			}
		}
	}
	return best
}

func known(codes []string, code string) bool {
	for _, c := range codes {
		if c == code {
			return true
		}
	}
	return false
}

// nearest is the known code that a mistyped one most likely means: one that
// differs in case and marks only, or else in one letter; "" when none is near.
func nearest(codes []string, code string) string {
	folded := viet.Fold(code)
	for _, c := range codes {
		if viet.Fold(c) == folded {
			return c
		}
	}
	for _, c := range codes {
		if oneApart([]rune(folded), []rune(viet.Fold(c))) {
			return c
		}
	}
	return ""
}

// oneApart reports whether one insertion, deletion or exchange makes a into b.
func oneApart(a, b []rune) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	rest := b[i:]
	if len(a) == len(b) && i < len(b) {
		rest = b[i+1:]
	}
	return string(a[min(i+1, len(a)):]) == string(rest)
}

// normalOrgan writes Trung ương as TW and the eth of some keyboards as Đ.
func normalOrgan(o string) string {
	o = viet.NFC(o)
	return strings.NewReplacer("T.Ư", "TW", "TƯ", "TW", "T.W", "TW", "Ð", "Đ", "Ɖ", "Đ").Replace(o)
}

// partyLevels end the names of Party organs, partyOffices may stand before.
var (
	partyLevels  = strings.Fields("TW TU HU QU ĐU ĐUK ĐUB CB QUTW ĐUQS ĐUCA ĐH")
	partyOffices = " VP BTG BTC BDV BTGDV BNC UBKT BKT BCĐ HĐLL TC VPĐU BXDĐ CQUBKT TCT "
)

// partyOrgan reports whether the normal form o names a Party organ: "TW",
// "BTGTU", "BTC.ĐUK", "UBKTTU", "BCSĐ".
func partyOrgan(o string) bool {
	if i := strings.LastIndexByte(o, '.'); i > 0 {
		o = o[i+1:]
	}
	if o == "BCSĐ" || o == "ĐĐ" {
		return true
	}
	for _, level := range partyLevels {
		if office, ok := strings.CutSuffix(o, level); ok && (office == "" || strings.Contains(partyOffices, " "+office+" ")) {
			return true
		}
	}
	return false
}
