package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"syscall"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/preview"
	"bantin/generator/proof"
	"bantin/generator/publish"
)

const serveHelp = `Xem trước bản tin trên máy này: lưu tệp là trang đang mở đổi theo.

Cách dùng:
  go run ./generator serve [cờ] [thư mục bản tin]

Cờ:
  --cong 1313             cổng; bận thì tự lấy cổng trống kế tiếp
  --addr 127.0.0.1        địa chỉ nhận kết nối; mặc định chỉ máy này xem được
  --edition noi-bo        xem bản nội bộ (mặc định), hoặc --edition cong-khai
  --hoi-lai 2s            thư mục nằm trên ổ mạng, WSL hay trong container: cứ 2 giây xem lại một
                          lần tệp nào đổi (lưu tệp mà trang không đổi theo thì thêm cờ này)
  --mo vscode             khi Alt+bấm vào một đoạn, thêm nút mở tệp bằng VS Code

Bài nháp, bài chờ duyệt, bài chưa đến ngày đăng và bài nội bộ đều hiện, kèm nhãn nói
vì sao công chúng không thấy. Alt+bấm vào một đoạn để biết nó ở tệp nào, dòng nào.
Các tờ in của một số báo hiện ở /so/<khóa>/to-in/, đúng như trong PDF.
Nhấn Ctrl-C để dừng. Thư mục public không bị đụng đến.

Ví dụ:
  go run ./generator serve
  go run ./generator serve --edition cong-khai --cong 8080

Kết quả trả về: 0 khi dừng bằng Ctrl-C, 1 khi máy không cho chạy, 2 là gõ sai lệnh.
`

// serveOptions is the command line of serve.
type serveOptions struct {
	preview.Options
	addr string
	port int
}

func runServe(env environment, args []string) error {
	opt, err := parseServe(args)
	if err != nil {
		return err
	}
	listener, err := listen(env.ctx, opt.addr, opt.port)
	if err != nil {
		return err
	}
	defer listener.Close()
	if got := listener.Addr().(*net.TCPAddr).Port; opt.port != 0 && got != opt.port {
		fmt.Fprintf(env.stderr, "Cổng %d đang có chương trình khác dùng: lấy cổng %d.\n", opt.port, got)
	}
	hidden := "bài nháp, bài chờ duyệt, bài chưa đến ngày đăng"
	if opt.Edition == bulletin.Internal {
		hidden += " và bài nội bộ"
	}
	if warning := whoReads(listener.Addr().(*net.TCPAddr), hidden); warning != "" {
		fmt.Fprintln(env.stderr, warning)
	}
	opt.BaseURL = "http://" + visible(listener.Addr().(*net.TCPAddr)) + "/"
	opt.Report = func(text string) { fmt.Fprintln(env.stderr, text) }
	proofs := proof.New(preview.SheetFiles)
	opt.SheetFile, opt.Refit = proofs.File, proofs.Refit
	opt.Sheets = func(ctx context.Context, site preview.Snapshot, key string) ([]byte, bulletin.Findings, error) {
		return proofs.Page(ctx, site.Files, site.Tree, key)
	}
	opt.Contact = func(ctx context.Context, site preview.Snapshot, key string) ([]byte, error) {
		return proofs.Contact(ctx, site.Files, site.Tree, key, func(file string, said bulletin.Focus) (int, int) { return publish.FocusAt(opt.Site, file, said) })
	}
	live, err := preview.New(opt.Options)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "Xem trước tại %s (Ctrl-C để dừng)\n", opt.BaseURL)
	return serveUntil(env.ctx, live, listener)
}

// serveUntil serves until ctx ends; it does not wait for connections that
// browsers hold open.
func serveUntil(ctx context.Context, live *preview.Server, listener net.Listener) error {
	server := &http.Server{Handler: live.Handler(), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	err := live.Run(ctx)
	closing := server.Close()
	if serving := <-failed; err == nil && !errors.Is(serving, http.ErrServerClosed) {
		err = serving
	}
	if err == nil {
		err = closing
	}
	return err
}

func parseServe(args []string) (serveOptions, error) {
	var opt serveOptions
	fs := flag.NewFlagSet("serve", flag.ContinueOnError)
	edition := fs.String("edition", string(bulletin.Internal), "")
	editor := fs.String("mo", "", "")
	fs.StringVar(&opt.addr, "addr", "127.0.0.1", "")
	port := fs.String("cong", "1313", "")
	poll := fs.String("hoi-lai", "", "")
	if err := parseFlags(fs, args); err != nil {
		return opt, err
	}
	var err error
	opt.Edition = bulletin.Edition(*edition)
	if !opt.Edition.Known() {
		return opt, usageError{fmt.Sprintf("không có ấn phẩm %q", *edition), "--edition nhận: " + strings.Join(opt.Edition.Values(), ", ")}
	}
	if opt.port, err = strconv.Atoi(*port); err != nil || opt.port < 0 || opt.port > 65535 {
		return opt, usageError{fmt.Sprintf("cổng %q không dùng được", *port), "ghi một số từ 1 đến 65535, ví dụ --cong 1313; 0 là cổng trống bất kỳ"}
	}
	switch *editor {
	case "":
	case "vscode":
		opt.Editor = "vscode://file/%f:%l"
	default:
		return opt, usageError{fmt.Sprintf("không biết chương trình %q", *editor), "--mo nhận: vscode"}
	}
	if opt.Poll, err = pollEvery(*poll); err != nil {
		return opt, err
	}
	if opt.addr != "" && net.ParseIP(opt.addr) == nil {
		opt.Hosts = []string{strings.ToLower(opt.addr)}
	}
	opt.Site, err = siteFolder(fs.Args())
	return opt, err
}

// pollEvery reads how often to look: "2s", "500ms", "2".
func pollEvery(s string) (time.Duration, error) {
	if s == "" {
		return 0, nil
	}
	if _, err := strconv.Atoi(s); err == nil {
		s += "s"
	}
	every, err := time.ParseDuration(s)
	if err != nil || every < 200*time.Millisecond || every > time.Minute {
		return 0, usageError{fmt.Sprintf("khoảng hỏi lại %q không dùng được", s), "ghi từ 200ms đến 60s, ví dụ --hoi-lai 2s"}
	}
	return every, nil
}

// whoReads warns of a preview that other machines can open: it has no password.
func whoReads(a *net.TCPAddr, hidden string) string {
	if a.IP.IsLoopback() {
		return ""
	}
	where := "tại địa chỉ " + a.String()
	if a.IP.IsUnspecified() {
		where = fmt.Sprintf("tại mọi địa chỉ của máy này, cổng %d", a.Port)
	}
	return fmt.Sprintf("Cảnh báo: bất kỳ ai nối được đến máy này %s đều đọc được %s; không có mật khẩu. Chỉ mình xem thì bỏ cờ --addr.", where, hidden)
}

// ports is how many ports are tried.
const ports = 20

// listen takes the port, or the next free one.
func listen(ctx context.Context, addr string, port int) (net.Listener, error) {
	var config net.ListenConfig
	var first error
	for p := port; p < port+ports && p <= 65535; p++ {
		listener, err := config.Listen(ctx, "tcp", net.JoinHostPort(addr, strconv.Itoa(p)))
		if err == nil {
			return listener, nil
		}
		if first == nil {
			first = err
		}
		if !errors.Is(err, syscall.EADDRINUSE) {
			return nil, fmt.Errorf("không nhận được kết nối tại %s cổng %d: %w", addr, p, err)
		}
	}
	return nil, fmt.Errorf("các cổng từ %d đến %d đều bận, chọn cổng khác bằng --cong: %w", port, port+ports-1, first)
}

// visible is the address that a browser of this machine can visit.
func visible(a *net.TCPAddr) string {
	ip := a.IP.String()
	if a.IP.IsUnspecified() {
		ip = "127.0.0.1"
	}
	return net.JoinHostPort(ip, strconv.Itoa(a.Port))
}
