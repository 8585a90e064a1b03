package press

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"
)

var (
	errRemote = errors.New("press reads no addresses on the network")
	errLarge  = errors.New("file is too large")
)

// maxFile bounds a style sheet, font or picture, in bytes.
const maxFile = 256 << 20

// files reads what a document names.
type files struct {
	fsys fs.FS
	base string // prefix of absolute addresses
}

// load reads a file by its address, already resolved against the document:
// absolute ones are relative to the root of the file system.
func (f files) load(addr string) ([]byte, error) {
	if rest, ok := strings.CutPrefix(addr, "data:"); ok {
		return dataURL(rest)
	}
	u, err := url.Parse(addr)
	if err != nil {
		return nil, fmt.Errorf("address %q: %w", addr, err)
	}
	if u.Scheme != "" || u.Host != "" {
		return nil, fmt.Errorf("%s: %w", addr, errRemote)
	}
	return f.read(f.name(u.Path), maxFile)
}

// name turns an address into a name of the file system.
func (f files) name(p string) string {
	if base := strings.Trim(f.base, "/"); base != "" {
		if rest, ok := strings.CutPrefix(p, "/"+base+"/"); ok {
			p = "/" + rest
		}
	}
	return strings.TrimPrefix(path.Clean("/"+p), "/")
}

// read reads at most limit bytes of a file.
func (f files) read(name string, limit int64) ([]byte, error) {
	file, err := f.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var data bytes.Buffer
	if st, err := file.Stat(); err == nil {
		if st.Size() > limit {
			return nil, fmt.Errorf("%s: %w", name, errLarge)
		}
		data.Grow(int(st.Size()) + bytes.MinRead) // the buffer grows no more when the size is true
	}
	if _, err := data.ReadFrom(io.LimitReader(file, limit+1)); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if int64(data.Len()) > limit {
		return nil, fmt.Errorf("%s: %w", name, errLarge)
	}
	return data.Bytes(), nil
}

// dataURL decodes what follows "data:" (RFC 2397).
func dataURL(s string) ([]byte, error) {
	head, body, ok := strings.Cut(s, ",")
	if !ok {
		return nil, errors.New("data: address without a comma")
	}
	text, err := url.PathUnescape(body)
	if err != nil {
		return nil, fmt.Errorf("data: address: %w", err)
	}
	if !strings.HasSuffix(head, ";base64") {
		return []byte(text), nil
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil {
		return nil, fmt.Errorf("data: address: %w", err)
	}
	return data, nil
}
