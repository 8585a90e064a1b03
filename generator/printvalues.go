package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bantin/generator/publish"
)

// papers are the names that layouts/_partials/bang-tin/kho.html knows.
var papers = []string{"a0", "a1", "a2", "a3", "a4"}

// values are the numbers that the templates get.
func (job *printJob) values(paper, turn, distance string, each int) error {
	job.Values = map[string]any{}
	if paper = strings.ToLower(paper); paper != "" {
		if !slices.Contains(papers, paper) && !millimetres(paper) {
			return usageError{fmt.Sprintf("không có khổ giấy %q", paper), "--kho nhận " + strings.Join(papers, ", ") + ", hoặc rộngxcao từ 100 đến 5000 mm, ví dụ 3000x297"}
		}
		job.Values["kho"] = paper
		if millimetres(paper) {
			job.Values["huong"] = ""
		}
	}
	switch turn {
	case "":
		// Texts lie; what is read from top to bottom stands.
		if _, set := job.Values["huong"]; !set && (job.Form == publish.FormBanner || job.Form == publish.FormStrip || job.Form == publish.FormSection) {
			job.Values["huong"] = "ngang"
		}
	case "doc", "ngang":
		job.Values["huong"] = turn
	default:
		return usageError{fmt.Sprintf("không có hướng giấy %q", turn), "--huong nhận: doc, ngang"}
	}
	if distance != "" {
		m, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(strings.TrimSuffix(strings.ToLower(distance), "m")), ",", ".", 1), 64)
		if err != nil || !(m >= 0.5 && m <= 10) {
			return usageError{fmt.Sprintf("không hiểu khoảng cách %q", distance), "ghi số mét từ 0,5 đến 10, ví dụ --khoang-cach 2m"}
		}
		job.Values["khoang_cach"] = m
	}
	if each < 0 || each > 3 {
		return usageError{fmt.Sprintf("--bai-moi-to %d không dùng được", each), "mỗi tờ từ 1 đến 3 bài; 0 là tự tính"}
	}
	if each > 0 {
		job.Values["bai_moi_to"] = each
	}
	return nil
}

// millimetres reports whether s is a paper size such as 3000x297.
func millimetres(s string) bool {
	w, h, ok := strings.Cut(s, "x")
	for _, side := range []string{w, h} {
		if n, err := strconv.Atoi(side); err != nil || n < 100 || n > 5000 {
			return false
		}
	}
	return ok
}

// subject takes the argument: a text, or what to print.
func (job *printJob) subject(args []string) error {
	text := job.Form == publish.FormBanner || job.Form == publish.FormStrip
	switch {
	case len(args) == 0 && text:
		return usageError{"chưa ghi dòng chữ", `thử: go run ./generator print --khuon ` + string(job.Form) + ` "Học tập và làm theo Bác"`}
	case len(args) == 0:
		return usageError{"chưa cho biết in gì", "ghi khóa của số báo, ví dụ: go run ./generator print 2023-10"}
	case text:
		job.Text = strings.Join(strings.Fields(strings.Join(args, " ")), " ")
		if job.Text == "" {
			return usageError{"dòng chữ để trống", "ghi dòng chữ trong ngoặc kép"}
		}
	case len(args) > 1:
		return usageError{fmt.Sprintf("thừa %q", args[1]), "mỗi lần in một số hoặc một bài; cờ đứng trước"}
	default:
		job.Target = args[0]
	}
	return nil
}
