package markdown

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"bantin/generator/intake/manuscript"
)

func run(text, looks string) manuscript.Run {
	return manuscript.Run{Text: text, Format: manuscript.Format{Bold: strings.Contains(looks, "b"), Italic: strings.Contains(looks, "i"), Strike: strings.Contains(looks, "s")}}
}

func TestLooks(t *testing.T) {
	for want, runs := range map[string][]manuscript.Run{
		"**Kết quả**:đạt":           {run("Kết quả:", "b"), run("đạt", "")},
		"Học **Nghị quyết** số":     {run("Học ", ""), run("Nghị quyết ", "b"), run("số", "")},
		"từ **“lời nói”** đi":       {run("từ ", ""), run("“lời nói” ", "b"), run("đi", "")},
		"**một *hai* ba**":          {run("một ", "b"), run("hai", "bi"), run(" ba", "b")},
		"*một **hai** ba*":          {run("một ", "i"), run("hai", "bi"), run(" ba", "i")},
		"***cả hai***":              {run("cả hai", "bi")},
		`5 \* 6 \# \[x\](y)`:        nil,
		"200 m² và H₂O":             {run("200 m", ""), {Text: "2", Format: manuscript.Format{Super: true}}, run(" và H", ""), {Text: "2", Format: manuscript.Format{Sub: true}}, run("O", "")},
		"<https://a.example/x_y>.":  {run("https://a.example/x_y.", "")},
		"[xem](https://a.example/)": {{Text: "xem", Format: manuscript.Format{Link: "https://a.example/"}}},
		"dòng một\\\ndòng hai":      {run("dòng một \n dòng hai", "")},
		`1\. Một`:                   {run("1. Một", "")},
		`\- Một`:                    {run("- Một", "")},
		`\{\{\< figure >}}`:         {run("{{< figure >}}", "")},
	} {
		if runs == nil {
			continue
		}
		if got := Write([]manuscript.Block{&manuscript.Paragraph{Runs: runs}}); got != want+"\n" {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func item(level int, label string, number int, text string) *manuscript.Paragraph {
	return &manuscript.Paragraph{List: &manuscript.Item{Level: level, Label: label, Number: number, Bullet: label == "•"}, Runs: []manuscript.Run{{Text: text}}}
}

func TestLists(t *testing.T) {
	for want, blocks := range map[string][]manuscript.Block{
		"- một\n- hai\n":                     {item(0, "•", 0, "một"), item(0, "•", 0, "hai")},
		"2. hai\n3. ba\n":                    {item(0, "2.", 2, "hai"), item(0, "3.", 3, "ba")},
		"1. một\n2. hai\n\n1) lại một\n":     {item(0, "1.", 1, "một"), item(0, "2.", 2, "hai"), item(0, "1.", 1, "lại một")},
		"- một\n  - con\n- hai\n":            {item(0, "•", 0, "một"), item(1, "•", 0, "con"), item(0, "•", 0, "hai")},
		"a) một\n\nb) hai\n":                 {item(0, "a)", 0, "một"), item(0, "b)", 0, "hai")},
		"1. một\n\n   a) con\n\n   b) hai\n": {item(0, "1.", 1, "một"), item(1, "a)", 0, "con"), item(1, "b)", 0, "hai")},
		"- một\n\n1. hai\n":                  {item(0, "•", 0, "một"), item(0, "1.", 1, "hai")},
	} {
		if got := Write(blocks); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNotesAndTables(t *testing.T) {
	note := &manuscript.Note{Blocks: []manuscript.Block{manuscript.P("Lời một."), manuscript.P("Lời hai.")}}
	cell := func(s string) manuscript.Cell {
		return manuscript.Cell{Columns: 1, Rows: 1, Blocks: []manuscript.Block{manuscript.P(s)}}
	}
	got := Write([]manuscript.Block{
		&manuscript.Paragraph{Runs: []manuscript.Run{{Text: "Câu"}, {Note: note}, {Text: "."}}},
		&manuscript.Table{Rows: [][]manuscript.Cell{{cell("Tên"), cell("A|B")}, {cell("x\ny"), cell("")}}},
	})
	want := "Câu[^1].\n\n| Tên | A\\|B |\n|---|---|\n| x y | |\n\n[^1]: Lời một.\n\n    Lời hai.\n"
	if got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// signs are what random texts are made of: everything that means something to
// Markdown, Hugo or YAML, at every place.
var signs = []string{"a", "b", "đạt", "Kết quả", "1", "12", " ", " ", " ", "\n", "\t", "*", "**", "_", "__", "~", "~~", "`", "```", "#", "##", "-", "--", "---", "+", "=", "===", ">", "<", "<b>", "</b>", "<!--", "-->",
	"[", "]", "(", ")", "[^1]", "[a](b)", "![", "!", "|", "|---|", ":", ":-", "\\", "&", "&amp;", "&#35;", "{", "}", "{{<", "{{%", "{#id}", "{.c}", "1.", "1)", ".", ",", "“", "”", "\"", "'", "https://a.example/x_y", "www.b.example/x*y", "a_b@c.example", "http://", "•", "\u00a0", "\u00ad", "…", "a\u0300", "²", "$", "^", "@", "%", "/", ";", "?"}

func randomRuns(r *rand.Rand) (runs []manuscript.Run) {
	for range 1 + r.IntN(5) {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(signs[r.IntN(len(signs))])
		}
		n := manuscript.Run{Text: b.String()}
		n.Bold, n.Italic, n.Strike = r.IntN(3) == 0, r.IntN(3) == 0, r.IntN(8) == 0
		if r.IntN(8) == 0 {
			n.Link = "https://c.example/(" + strconv.Itoa(r.IntN(9)) + ")"
		}
		runs = append(runs, n)
	}
	return runs
}

func randomBlocks(r *rand.Rand) (blocks []manuscript.Block) {
	for range 1 + r.IntN(6) {
		p := &manuscript.Paragraph{Runs: randomRuns(r)}
		switch r.IntN(7) {
		case 0:
			p.Heading = 1 + r.IntN(6)
		case 1, 2:
			p.List = &manuscript.Item{Level: r.IntN(3), Bullet: true, Label: "•"}
		case 3:
			n := 1 + r.IntN(4)
			p.List = &manuscript.Item{Level: r.IntN(3), Number: n, Label: strconv.Itoa(n) + "."}
		case 4:
			p.Quote = true
		}
		if r.IntN(6) == 0 {
			t := &manuscript.Table{}
			width := 1 + r.IntN(3)
			for range 1 + r.IntN(3) {
				var row []manuscript.Cell
				for range width {
					row = append(row, manuscript.Cell{Columns: 1, Rows: 1, Blocks: []manuscript.Block{&manuscript.Paragraph{Runs: randomRuns(r)}}})
				}
				t.Rows = append(t.Rows, row)
			}
			blocks = append(blocks, t)
			continue
		}
		blocks = append(blocks, p)
	}
	return blocks
}

// TestTextInIsTextOut writes random manuscripts and reads them back. Set
// BANTIN_ROUNDS for more.
func TestTextInIsTextOut(t *testing.T) {
	rounds := 3000
	if n, err := strconv.Atoi(os.Getenv("BANTIN_ROUNDS")); err == nil {
		rounds = n
	}
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 21))
		blocks := randomBlocks(r)
		w := &writer{}
		var want []string
		for _, p := range manuscript.Paragraphs(blocks) {
			want = append(want, strings.Fields(visible(w.letters(p.Runs, inBlock)))...)
		}
		md := Write(blocks)
		if got, err := Read(md); err != nil || got != strings.Join(want, " ") {
			t.Fatalf("seed %d:\ngot  %q\nwant %q\nof\n%s", seed, got, strings.Join(want, " "), md)
		}
	}
}
