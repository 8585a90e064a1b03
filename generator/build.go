package main

import (
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/publish"
)

const buildHelp = `Dựng trang web và bản in (PDF) của bản tin.

Cách dùng:
  go run ./generator build [cờ] [thư mục bản tin]

Cờ:
  --edition noi-bo        dựng mọi bài đã duyệt (mặc định)
  --edition cong-khai     chỉ dựng những gì ghi pham_vi: cong-khai
  --destination public    thư mục nhận kết quả; bản cũ chỉ bị thay khi dựng xong
  --base-url https://…/   địa chỉ của trang web (mặc định: baseURL trong hugo.toml)
  --drafts                dựng cả bài nháp, bài chờ duyệt và bài chưa đến ngày đăng
  --no-print              không làm PDF
  --no-ledger             dựng thử: không ghi vào sổ địa chỉ (content/so-dia-chi.txt)

Ví dụ:
  go run ./generator build
  go run ./generator build --edition cong-khai --base-url https://bantin.example.vn/
  go run ./generator build --drafts --no-print --destination xem-thu

Kết quả trả về: 0 là tốt, 1 là bài có lỗi, 2 là gõ sai lệnh.
`

func runBuild(env environment, args []string) error {
	opt, err := buildOptions(args)
	if err != nil {
		return err
	}
	progress := newProgress(env.stderr)
	opt.Progress = progress.show
	start := time.Now()
	res, err := publish.Build(env.ctx, opt)
	progress.clear()
	if err != nil {
		if publish.BadDestination(err) {
			return usageError{err.Error(), "xem cờ --destination: go run ./generator build --help"}
		}
		return err
	}
	printFindings(env.stderr, res.Findings)
	summary(env.stdout, res, time.Since(start))
	return nil
}

func buildOptions(args []string) (publish.Options, error) {
	opt := publish.Options{Print: true, Now: time.Now()}
	fs := flag.NewFlagSet("build", flag.ContinueOnError)
	edition := fs.String("edition", string(bulletin.Internal), "")
	fs.StringVar(&opt.Destination, "destination", "public", "")
	fs.StringVar(&opt.BaseURL, "base-url", "", "")
	fs.BoolVar(&opt.Drafts, "drafts", false, "")
	noPrint := fs.Bool("no-print", false, "")
	noLedger := fs.Bool("no-ledger", false, "")
	if err := parseFlags(fs, args); err != nil {
		return opt, err
	}
	opt.Print = !*noPrint
	opt.Register = registering(opt, *noLedger)
	opt.Edition = bulletin.Edition(*edition)
	if !opt.Edition.Known() {
		return opt, usageError{fmt.Sprintf("không có ấn phẩm %q", *edition), "--edition nhận: " + strings.Join(opt.Edition.Values(), ", ")}
	}
	if err := checkBaseURL(opt.BaseURL); err != nil {
		return opt, err
	}
	if opt.Destination == "" {
		return opt, usageError{"cờ --destination để trống", "ghi tên thư mục, ví dụ --destination public"}
	}
	var err error
	if opt.Created, err = sourceDate(); err != nil {
		return opt, err
	}
	opt.Site, err = siteFolder(fs.Args())
	return opt, err
}

// registering decides whether a build is one that readers will see: drafts and a
// site without its prints are trials. A machine of a host or of continuous
// integration throws its files away, so that it can only compare.
func registering(opt publish.Options, refused bool) publish.Register {
	switch {
	case refused, opt.Drafts, !opt.Print:
		return publish.RegisterNothing
	case os.Getenv("CI") != "" || os.Getenv("NETLIFY") != "":
		return publish.RegisterCompare
	}
	return publish.RegisterWrite
}

func checkBaseURL(s string) error {
	if s == "" {
		return nil
	}
	if u, err := url.Parse(s); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return usageError{fmt.Sprintf("địa chỉ %q không dùng được", s), "ghi đầy đủ, ví dụ --base-url https://bantin.example.vn/"}
	}
	return nil
}

// sourceDate reads SOURCE_DATE_EPOCH, seconds since 1970 (reproducible-builds.org).
func sourceDate() (time.Time, error) {
	s := os.Getenv("SOURCE_DATE_EPOCH")
	if s == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return time.Time{}, usageError{fmt.Sprintf("biến SOURCE_DATE_EPOCH=%q không phải số giây", s), "bỏ biến này đi, hoặc ghi số giây tính từ 01/01/1970"}
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// siteFolder is the folder named on the command line, or the current one.
func siteFolder(args []string) (string, error) {
	if len(args) > 1 {
		return "", usageError{fmt.Sprintf("thừa %q", args[1]), "chỉ ghi nhiều nhất một thư mục; cờ đứng trước thư mục"}
	}
	dir := "."
	if len(args) == 1 {
		dir = args[0]
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return "", usageError{fmt.Sprintf("không có thư mục %q", dir), "ghi đường dẫn đến thư mục của bản tin, hoặc bỏ đi để dùng thư mục đang đứng"}
	}
	if _, err := os.Stat(filepath.Join(dir, "hugo.toml")); err != nil {
		return "", usageError{fmt.Sprintf("thư mục %q không phải bản tin (không có tệp hugo.toml)", dir), "chạy lệnh tại thư mục của bản tin, hoặc ghi đường dẫn đến nó ở cuối lệnh"}
	}
	if info, err := os.Stat(filepath.Join(dir, content.Dir)); err != nil || !info.IsDir() {
		return "", usageError{fmt.Sprintf("thư mục %q chưa có thư mục con %q để chứa bài", dir, content.Dir), "tạo thư mục ấy, hoặc chạy lệnh tại thư mục của bản tin"}
	}
	return filepath.Abs(dir)
}

func summary(w io.Writer, res *publish.Result, took time.Duration) {
	fmt.Fprintf(w, "Đã dựng %d trang web (%d bài) vào %s trong %s giây.\n", res.Pages, res.Articles, res.Destination,
		strings.Replace(strconv.FormatFloat(took.Seconds(), 'f', 1, 64), ".", ",", 1))
	for _, p := range res.Prints {
		name := "bản in"
		if p.Board {
			name = "tờ bảng tin"
		}
		fmt.Fprintf(w, "  %s: %s (%d trang)\n", name, filepath.Join(res.Destination, filepath.FromSlash(p.File)), p.Pages)
	}
	if n := res.Findings.Count(bulletin.Warning); n > 0 {
		fmt.Fprintf(w, "  %d cảnh báo, nên xem ở trên\n", n)
	}
}
