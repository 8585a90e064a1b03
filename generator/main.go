// Command generator (bantin) turns a folder of Markdown into a bulletin site
// and print-ready issues. This package only wires commands to packages: what a
// command decides is decided in the package it calls.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	os.Exit(Main(os.Args[1:], os.Stdout, os.Stderr))
}

// Exit statuses. Scripts may rely on them.
const (
	exitGood    = 0
	exitContent = 1 // the content has errors, or the machine refused something
	exitUsage   = 2 // wrong command line
)

// command is one word after the program's name.
type command struct {
	name, summary string
	help          string
	run           func(env environment, args []string) error
}

// environment is what a command may touch besides its arguments.
type environment struct {
	ctx            context.Context // ends with Ctrl-C, or when the system asks
	stdout, stderr io.Writer
}

// commands in the order of the help.
func commands() []command {
	return []command{
		{"build", "dựng trang web và bản in của bản tin", buildHelp, runBuild},
		{"print", "in riêng: số báo, tờ bảng tin, biểu ngữ, hồ sơ dự giải", printHelp, runPrint},
		{"check", "soát bài: báo chỗ sai và cách sửa; --sua để tự sửa", checkHelp, runCheck},
		{"import", "nhập bài từ Word, Zalo, trang web, Excel và ảnh", importHelp, runImport},
		{"new", "tạo bài, số báo hoặc văn bản mới", newHelp, runNew},
		{"serve", "xem trước trên máy này: lưu tệp là trang đổi theo", serveHelp, runServe},
	}
}

// Main runs one command line and returns its exit status. Tests call it as the
// real program.
func Main(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	defer stop()
	context.AfterFunc(ctx, stop) // a second one ends the program at once
	err := dispatch(environment{ctx, stdout, stderr}, args)
	return report(stderr, err)
}

// endings are the signals that ask a program to end: the keyboard's, those of a
// system that shuts down or of docker stop, and of a terminal that is closed,
// unless it was told not to mind (nohup).
func endings() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

func dispatch(env environment, args []string) error {
	if len(args) == 0 {
		return usageError{"chưa cho biết phải làm gì", "thử: go run ./generator build (hoặc --help để xem các lệnh)"}
	}
	if isHelp(args[0]) || args[0] == "help" && len(args) == 1 {
		_, err := fmt.Fprint(env.stdout, overview())
		return err
	}
	name, rest := args[0], args[1:]
	if name == "help" {
		name, rest = args[1], []string{"--help"}
	}
	for _, c := range commands() {
		if c.name != name {
			continue
		}
		for _, a := range rest {
			if a == "--" {
				break
			}
			if isHelp(a) {
				_, err := fmt.Fprint(env.stdout, c.help)
				return err
			}
		}
		return c.run(env, rest)
	}
	return unknownCommand(name)
}

func isHelp(arg string) bool { return arg == "--help" || arg == "-help" || arg == "-h" }
