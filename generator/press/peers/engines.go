package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"bantin/generator/press/face"
)

// engine is a way to set a document as a process of its own.
type engine struct {
	name string
	// args are the command that sets dir/in.html (or in.typ) as the PDF out.
	args func(in, out string) []string
	env  []string
	many bool // several processes: their memory is summed while they run
	// typst: it reads in.typ and sets a design of its own.
	typst bool
	// idle is the command of the same process without work, which is taken off.
	idle []string
}

// engines finds what is installed and tells what is not.
func engines(o options, dir string) ([]engine, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	fonts, conf, err := installFonts(filepath.Join(dir, "fonts"))
	if err != nil {
		return nil, fmt.Errorf("fonts for the peers: %w", err)
	}
	env := []string{"FONTCONFIG_FILE=" + conf}
	list := []engine{{name: "press", args: func(in, out string) []string { return []string{self, "set", "-root", o.root, in, out} }}}
	if chromium := find("chromium", "chromium-browser", "google-chrome"); chromium != "" {
		list = append(list, engine{name: "Chromium", env: env, many: true, args: func(in, out string) []string {
			profile, _ := os.MkdirTemp(dir, "profile")
			return []string{chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
				"--disable-component-update", "--disable-sync", "--allow-file-access-from-files", "--user-data-dir=" + profile, "--no-pdf-header-footer", "--print-to-pdf=" + out, "file://" + in}
		}})
	}
	if weasy := find("weasyprint"); weasy != "" {
		list = append(list, engine{name: "WeasyPrint", env: env, args: func(in, out string) []string { return []string{weasy, "-q", in, out} }})
	}
	return append(list, typstEngines(o, dir, fonts)...), nil
}

// typstEngines are the native program and the compiler that runs within Node.
func typstEngines(o options, dir, fonts string) (list []engine) {
	if o.typst == "" {
		fmt.Fprintln(os.Stderr, "peers: no -typst folder: going on without Typst (npm install --ignore-scripts typst @myriaddreamin/typst-ts-node-compiler, in a folder of its own)")
		return nil
	}
	native, _ := filepath.Glob(filepath.Join(o.typst, "node_modules/@typst-community/*/.typst/bin/typst"))
	for _, bin := range native {
		list = append(list, engine{name: "Typst", typst: true, args: func(in, out string) []string {
			return []string{bin, "compile", "--font-path", fonts, in, out}
		}})
	}
	module, err := filepath.Abs(filepath.Join(o.typst, "node_modules/@myriaddreamin/typst-ts-node-compiler"))
	if _, missing := os.Stat(module); err != nil || missing != nil {
		return list
	}
	node := find("node")
	if node == "" {
		return list
	}
	script := filepath.Join(dir, "typst.cjs")
	src := fmt.Sprintf(`const {NodeCompiler}=require(%q),fs=require("fs"),path=require("path");
const [,,input,out]=process.argv;
if(input){const c=NodeCompiler.create({workspace:path.dirname(input),fontArgs:[{fontPaths:[%q]}]});fs.writeFileSync(out,c.pdf({mainFilePath:input}))}
`, module, fonts)
	if err := os.WriteFile(script, []byte(src), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "peers: typst in node:", err)
		return list
	}
	return append(list, engine{name: "Typst/Node", typst: true, idle: []string{node, script}, args: func(in, out string) []string {
		return []string{node, script, in, out}
	}})
}

// find returns the first program that is installed, and says when none is.
func find(names ...string) string {
	for _, n := range names {
		if path, err := exec.LookPath(n); err == nil {
			return path
		}
	}
	fmt.Fprintf(os.Stderr, "peers: %s is not installed: going on without it\n", names[0])
	return ""
}

// installFonts writes the press's embedded faces where other engines find them,
// and a configuration of fontconfig that knows only these.
func installFonts(dir string) (fonts, conf string, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", "", err
	}
	set := face.NewSet()
	for _, family := range []string{"STIX Two Text", "Liberation Sans", "Noto Sans", "Liberation Serif", "Liberation Mono"} {
		for _, weight := range []int{400, 500, 600, 700} {
			for _, italic := range []bool{false, true} {
				f := set.Match([]string{family}, weight, italic)[0]
				if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d-%t.otf", family, weight, italic)), f.Data, 0o644); err != nil {
					return "", "", err
				}
			}
		}
	}
	conf = filepath.Join(dir, "fonts.conf")
	src := "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>" + dir + "</dir><cachedir>" + dir + "/cache</cachedir></fontconfig>"
	return dir, conf, os.WriteFile(conf, []byte(src), 0o644)
}
