//go:build keepdeps

package main

import (
	_ "github.com/andybalholm/cascadia"
	_ "github.com/bep/logg"
	_ "github.com/bep/overlayfs"
	_ "github.com/fsnotify/fsnotify"
	_ "github.com/go-fonts/liberation/liberationsansbold"
	_ "github.com/go-fonts/stix/stix2textregular"
	_ "github.com/go-text/typesetting/font"
	_ "github.com/go-text/typesetting/segmenter"
	_ "github.com/go-text/typesetting/shaping"
	_ "github.com/goccy/go-yaml"
	_ "github.com/gohugoio/hugo/config/allconfig"
	_ "github.com/gohugoio/hugo/deps"
	_ "github.com/gohugoio/hugo/hugolib"
	_ "github.com/pdfcpu/pdfcpu/pkg/api"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/rogpeppe/go-internal/txtar"
	_ "github.com/spf13/afero"
	_ "github.com/spf13/fsync"
	_ "github.com/tdewolff/parse/v2/css"
	_ "github.com/yuin/goldmark"
	_ "golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
	_ "golang.org/x/net/html"
	_ "golang.org/x/text/collate"
	_ "golang.org/x/text/unicode/norm"
)
