package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// starters are the words before which the sense pauses.
var starters = set("và hay hoặc nhưng mà để vì nên khi nếu thì từ với trong ngoài trên dưới ở tại bằng theo qua về đến tới như là cho do giữa " +
	"sau trước cùng nhờ tuy dù bởi rồi không chưa đừng hãy sẽ đã đang phải vẫn còn cũng của")

// holders are the words that a line shall not end in: they belong to what
// follows.
var holders = set("của và hay hoặc nhưng mà để vì nếu từ với trong ngoài trên dưới ở tại bằng theo qua về đến tới như là cho do giữa " +
	"các những mọi mỗi từng nhiều ít một hai ba bốn sáu bảy tám chín mười trăm nghìn cái con chiếc cuộc nỗi niềm sự cây tờ ngôi lá quả " +
	"rất không chưa đừng hãy sẽ đã đang phải vẫn còn cũng bị được")

// trailers are the words that a line shall not begin with: they belong to what
// stands before them.
var trailers = set("này ấy đó kia nọ nữa hết lại lên xuống đi nhau thôi nhé ạ xong")

// families are the family names that a person's full name begins with.
var families = set("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh mai trịnh đào đoàn lương tạ tô cao lưu hà vương chu quách thái đàm")

// sentence is a text with what is known of its words.
type sentence struct {
	words   []word
	keys    []string
	ends    []bool // punctuation behind it
	opens   []bool // punctuation before it
	capital []bool // begins with a capital and goes on in small letters
	shouted bool   // no small letter at all
}

// dash is the key of a dash between spaces.
const dash = "-"

func read(words []word) *sentence {
	n := len(words)
	s := &sentence{words, make([]string, n), make([]bool, n), make([]bool, n), make([]bool, n), true}
	for i, w := range words {
		if len(w.text) > 0 && strings.Trim(w.text, "-–—") == "" {
			s.keys[i], s.ends[i] = dash, w.last
			continue
		}
		bare := strings.TrimFunc(w.text, func(r rune) bool { return !letterOrDigit(r) && r != '%' })
		at := strings.Index(w.text, bare)
		s.keys[i] = key(bare)
		s.opens[i], s.ends[i] = at > 0, w.last || at+len(bare) < len(w.text)
		first, size := utf8.DecodeRuneInString(bare)
		small := strings.ContainsFunc(bare[min(size, len(bare)):], unicode.IsLower)
		s.capital[i] = unicode.IsUpper(first) && (small || len(bare) == size)
		s.shouted = s.shouted && !small && !unicode.IsLower(first)
	}
	return s
}

// whole reports that no mark stands between words i and j, j included.
func (s *sentence) whole(i, j int) bool {
	for k := i; k < j; k++ {
		if s.ends[k] || s.opens[k+1] {
			return false
		}
	}
	return true
}

// grades grades the spaces between words.
func grades(words []word, title bool) []Grade {
	if len(words) < 2 {
		return nil
	}
	s := read(words)
	out := make([]Grade, len(words)-1)
	for i := range out {
		out[i] = Plain
	}
	single := s.segment(out, title)
	for i := range out {
		if title && out[i] == Plain {
			out[i] = s.sense(i, single)
		}
		prev, next := "", ""
		if i > 0 && !words[i-1].last {
			prev = words[i-1].text
		}
		if i+2 < len(words) && !words[i+1].last {
			next = words[i+2].text
		}
		switch {
		case words[i].last:
			out[i] = Good
		case joins(prev, words[i].text, words[i+1].text, next):
			out[i] = Never
		}
	}
	s.people(out)
	return out
}

// segment divides the text into as few words of the lexicon as it can, and
// grades the spaces inside of them. single tells the words that stand alone.
// In running text only names, written with a capital, hold together.
func (s *sentence) segment(out []Grade, title bool) (single []bool) {
	n := len(s.keys)
	lex := dictionary()
	cost, step := make([]int, n+1), make([]int, n)
	for i := n - 1; i >= 0; i-- {
		cost[i], step[i] = cost[i+1]+1, 1
		for k := 2; k <= min(lex.longest[s.keys[i]], n-i) && s.whole(i, i+k-1); k++ {
			if lex.known[strings.Join(s.keys[i:i+k], " ")] != nil && cost[i+k]+1 <= cost[i] {
				cost[i], step[i] = cost[i+k]+1, k
			}
		}
	}
	single = make([]bool, n)
	for i := 0; i < n; i += step[i] {
		single[i] = step[i] == 1
		if step[i] == 1 || !title && !s.name(i, step[i]) {
			continue
		}
		copy(out[i:], lex.known[strings.Join(s.keys[i:i+step[i]], " ")])
	}
	for i := range out {
		// "phòng học tập" may be read in two ways: neither word shall be parted.
		if title && single[i] != single[i+1] && s.whole(i, i+1) && lex.known[s.keys[i]+" "+s.keys[i+1]] != nil {
			out[i] = Never
		}
	}
	return single
}

// name reports whether the k words from i on are all written with capitals.
func (s *sentence) name(i, k int) bool {
	for j := i; j < i+k; j++ {
		if !s.capital[j] {
			return false
		}
	}
	return true
}

// sense grades a space between two words.
func (s *sentence) sense(i int, single []bool) Grade {
	a, b := s.keys[i], s.keys[i+1]
	switch {
	case b == dash: // no line begins with one
		return Never
	case a == dash || s.ends[i] || s.opens[i+1]:
		return Good
	case single[i] && holders[a], single[i+1] && trailers[b]:
		return Poor
	case s.capital[i+1] && !s.capital[i] && !s.shouted: // a title and its name
		return Poor
	case startsWithDigit(a) && !startsWithDigit(b): // a number and what it counts
		return Poor
	case single[i+1] && starters[b]:
		return Good
	}
	return Plain
}

// longestName is the number of syllables up to which capitals make a name; more
// are a line in which every word has one.
const longestName = 4

// people keeps names together that no list knows: words with capitals one after
// the other, or, where all is in capitals, a family name with "Văn" or "Thị".
func (s *sentence) people(out []Grade) {
	for i := 0; i < len(s.keys); {
		from, to := i, i+1
		if s.shouted {
			if families[s.keys[i]] && i+2 < len(s.keys) && (s.keys[i+1] == "văn" || s.keys[i+1] == "thị") && s.whole(i, i+2) {
				to = i + 3
			}
		} else if s.capital[i] {
			for to < len(s.keys) && s.capital[to] && !s.ends[to-1] && !s.opens[to] {
				to++
			}
			if s.starts(i) && !families[s.keys[i]] {
				from++ // the capital is the sentence's
			}
		}
		if to-from <= longestName {
			for k := from; k < to-1; k++ {
				out[k] = Never
			}
		}
		i = to
	}
}

// starts reports whether word i begins a sentence or a line.
func (s *sentence) starts(i int) bool {
	return i == 0 || s.words[i-1].last || s.opens[i] || strings.ContainsAny(s.words[i-1].text[len(s.words[i-1].text)-1:], ".!?:")
}
