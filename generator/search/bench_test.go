package search_test

import (
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"bantin/generator/search"
)

// many is how many articles the benchmarks have; BANTIN_ARTICLES asks for others.
func many(tb testing.TB) int { return number(tb, "BANTIN_ARTICLES", 10000) }

// number is the number that an environment variable gives, or the usual one.
func number(tb testing.TB, variable string, usual int) int {
	text := os.Getenv(variable)
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		tb.Fatalf("%s: %v", variable, err)
	}
	return n
}

// prose adds to made-up articles paragraphs whose words come as often as words
// do: the k-th most frequent of the two-syllable words one k-th as often as
// the first, of 20,000. Without it so few parts would be too kind to an index.
func prose(w writer, _ int) []string {
	const count = 20_000
	var blocks []string
	for range 4 {
		var s []string
		for range 45 {
			s = append(s, compound(int(math.Exp(w.Float64()*math.Log(count)))))
		}
		blocks = append(blocks, strings.Join(s, " "))
	}
	return blocks
}

var (
	onsets = strings.Fields("b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x")
	rimes  = strings.Fields("a á à ả ạ an ang áng ảnh ạch ai ái ao áo âm ấp ân ất ật ây ấy e én eo iên iến iện iếu inh ình ích iết o ò ong óng ọc oan oạt ôi ối ội ông ống ộng ốc ơi ới ợp u ú ung úng ức ước ượng ướng ưa ừng uyên uyết uật uốc")
)

// compound is a made-up word of two syllables; frequent words share syllables
// with others, as they do in Vietnamese.
func compound(k int) string {
	syllable := func(h uint32) string {
		h = (h ^ h>>13) * 0x5bd1e995
		h ^= h >> 15
		r := float64(h%10007) / 10007
		n := int(r * r * float64(len(onsets)*len(rimes))) // some syllables more often
		return onsets[n%len(onsets)] + rimes[n/len(onsets)]
	}
	return syllable(uint32(k)*2+1) + " " + syllable(uint32(k)*2+7_000_003)
}

// BenchmarkWrite writes the index of many articles of some 700 words. MB-above
// is the most memory in use beyond what the texts took before; s-files is what
// copying its files takes, with nothing to work out: on a slow disk,
// or one that has just deleted as many, that is most of the time (TMPDIR on a
// file system in memory shows the rest).
func BenchmarkWrite(b *testing.B) {
	all := pagesOfArticles(articles(many(b), 6, 1, prose))
	var stats search.Stats
	for b.Loop() {
		b.StopTimer()
		dir := b.TempDir()
		above := memory()
		b.StartTimer()
		var err error
		if stats, err = search.Write(dir, all, documentsOfTests()); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(above(), "MB-above")
		b.StopTimer()
		b.ReportMetric(again(b, dir).Seconds(), "s-files")
		b.StartTimer()
	}
	b.ReportMetric(float64(stats.Bytes)/1e6, "MB-index")
	b.ReportMetric(float64(stats.Files), "files")
	b.Logf("%+v", stats)
}

// memory starts watching the heap; the function it returns ends that and says
// by how many megabytes it grew at most.
func memory() func() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before := m.HeapAlloc
	var most atomic.Uint64
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most.Store(max(most.Load(), m.HeapAlloc))
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return func() float64 {
		close(stop)
		<-stopped
		return float64(most.Load()-before) / 1e6
	}
}

// again says how long copying a folder takes.
func again(b *testing.B, dir string) time.Duration {
	to := b.TempDir()
	start := time.Now()
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}
