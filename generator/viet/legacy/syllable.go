package legacy

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// onsets and rimes build every syllable of Vietnamese; rimes are written
// without tones.
var (
	onsets = strings.Fields("ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p q r s t v x")
	rimes  = set(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uât uây uâng uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uynh uyt uyu uynh ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y ych yêm yên yêng yêt yêu ynh yt êc êng iêp uyp`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Syllable reports whether a word could be a Vietnamese syllable: an onset, a
// rime and at most one tone, which is sắc or nặng before c, ch, p and t.
func Syllable(word string) bool {
	if utf8.RuneCountInString(word) > 7 {
		return false
	}
	bare, tone, ok := withoutTone(strings.ToLower(norm.NFC.String(word)))
	if !ok {
		return false
	}
	if rimeFits(bare, tone) {
		return true
	}
	for _, o := range onsets {
		if rest, has := strings.CutPrefix(bare, o); has && rimeFits(rest, tone) {
			return true
		}
	}
	return bare == "gi" || bare == "quy"
}

func rimeFits(rime string, tone rune) bool {
	if !rimes[rime] {
		return false
	}
	for _, stop := range []string{"c", "ch", "p", "t"} {
		if strings.HasSuffix(rime, stop) {
			return tone == '\u0301' || tone == '\u0323'
		}
	}
	return true
}

// withoutTone takes the tone off; ok is false when there are two.
func withoutTone(word string) (bare string, tone rune, ok bool) {
	var b strings.Builder
	for _, r := range norm.NFD.String(word) {
		switch r {
		case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
			if tone != 0 {
				return "", 0, false
			}
			tone = r
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String()), tone, true
}
