// Package ooxml opens the zip files of Office Open XML (.docx, .xlsx) that
// strangers send: it reads parts and relationships, and refuses what is made to
// harm. It knows neither texts nor sheets.
//
// Contract: nothing is written anywhere; a part is read only up to the limits
// below, whatever its header claims; XML has no DTD, no entities of its own and
// bounded depth. Every refusal is an *Error that says which.
package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"
)

// Limits of a package. Office files of real people stay far below.
const (
	maxParts  = 20_000
	maxTotal  = 1 << 30   // bytes unpacked, all parts
	maxPart   = 256 << 20 // bytes unpacked, one part
	maxXML    = 64 << 20  // bytes of one XML part
	maxRatio  = 200       // unpacked to packed, of a part above ratioFrom
	ratioFrom = 4 << 20
)

// Fault is why a file is refused.
type Fault int

const (
	NotZip    Fault = iota // no zip at all
	OldBinary              // .doc, .xls
	Encrypted
	Bomb // unpacks to more than is sane
	Traversal
	DTD
	TooDeep
	Macros
	BrokenXML
	Missing // a part that must be there
	TooMany
	WrongKind // another kind of document
)

// Error is a refused file.
type Error struct {
	Fault Fault
	Part  string
	Err   error
}

func (e *Error) Error() string {
	text := [...]string{"not a zip file", "an old binary Office file", "encrypted", "unpacks to too much", "has names that lead out of it",
		"has a document type declaration", "is nested too deeply", "holds macros", "is broken XML", "lacks a part", "has too many parts", "is another kind of document"}[e.Fault]
	if e.Part != "" {
		text = e.Part + ": " + text
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

// Package is an opened file.
type Package struct {
	parts map[string]*zip.File
	read  int64 // bytes unpacked so far
}

var (
	oldMagic  = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}
	encrypted = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")
)

// Open looks at the whole of a file.
func Open(data []byte) (*Package, error) {
	if bytes.HasPrefix(data, oldMagic) {
		if bytes.Contains(data, encrypted) {
			return nil, &Error{Fault: Encrypted}
		}
		return nil, &Error{Fault: OldBinary}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Error{Fault: NotZip, Err: err}
	}
	p := &Package{parts: map[string]*zip.File{}}
	var total uint64
	for _, f := range z.File {
		if total += f.UncompressedSize64; total > maxTotal {
			return nil, &Error{Fault: Bomb}
		}
		if err := p.add(f); err != nil {
			return nil, err
		}
	}
	return p, p.refuseMacros()
}

func (p *Package) add(f *zip.File) error {
	name := strings.ReplaceAll(f.Name, `\`, "/")
	switch clean := path.Clean(name); {
	case len(p.parts) >= maxParts:
		return &Error{Fault: TooMany}
	case strings.HasPrefix(name, "/"), strings.Contains(name, ":"), clean == "..", strings.HasPrefix(clean, "../"), strings.ContainsRune(name, 0):
		return &Error{Fault: Traversal, Part: f.Name}
	case f.Flags&1 != 0:
		return &Error{Fault: Encrypted, Part: f.Name}
	case f.UncompressedSize64 > maxPart, f.UncompressedSize64 > ratioFrom && f.UncompressedSize64/maxRatio > f.CompressedSize64:
		return &Error{Fault: Bomb, Part: f.Name}
	case !strings.HasSuffix(name, "/"):
		// Office compares names without case; of two, the first counts.
		if key := strings.ToLower(clean); p.parts[key] == nil {
			p.parts[key] = f
		}
	}
	return nil
}

// Has reports whether there is a part of the name.
func (p *Package) Has(name string) bool { return p.parts[strings.ToLower(name)] != nil }

// Read unpacks a part.
func (p *Package) Read(name string) ([]byte, error) {
	f := p.parts[strings.ToLower(strings.TrimPrefix(name, "/"))]
	if f == nil {
		return nil, &Error{Fault: Missing, Part: name}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Error{Fault: NotZip, Part: name, Err: err}
	}
	defer r.Close()
	// One byte more than the header says: it may lie.
	data, err := io.ReadAll(io.LimitReader(r, int64(f.UncompressedSize64)+1))
	p.read += int64(len(data))
	switch {
	case uint64(len(data)) > f.UncompressedSize64, p.read > maxTotal:
		return nil, &Error{Fault: Bomb, Part: name}
	case err != nil:
		return nil, &Error{Fault: NotZip, Part: name, Err: err}
	}
	return data, nil
}

// refuseMacros refuses a file with macros, whatever its name says.
func (p *Package) refuseMacros() error {
	root, err := p.XML("[Content_Types].xml")
	if err != nil {
		return err
	}
	for _, n := range root.Children {
		kind := strings.ToLower(n.Attr("ContentType"))
		if strings.Contains(kind, "macroenabled") || strings.Contains(kind, "vbaproject") {
			return &Error{Fault: Macros}
		}
	}
	for name := range p.parts {
		if strings.HasSuffix(name, "vbaproject.bin") {
			return &Error{Fault: Macros, Part: name}
		}
	}
	return nil
}

// Relation is one reference of a part to another or to somewhere outside.
type Relation struct {
	Type     string // the last part of its address: "image", "hyperlink"
	Target   string // a part's name, or an address
	External bool
}

// Relations are the references of a part by their ids; of the package for "".
func (p *Package) Relations(part string) (map[string]Relation, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	rels := map[string]Relation{}
	if !p.Has(name) {
		return rels, nil
	}
	root, err := p.XML(name)
	if err != nil {
		return nil, err
	}
	for _, n := range root.Children {
		r := Relation{Type: path.Base(n.Attr("Type")), Target: n.Attr("Target"), External: n.Attr("TargetMode") == "External"}
		if !r.External {
			if strings.HasPrefix(r.Target, "/") {
				r.Target = strings.TrimPrefix(path.Clean(r.Target), "/")
			} else {
				r.Target = path.Join(dir, r.Target)
			}
		}
		rels[n.Attr("Id")] = r
	}
	return rels, nil
}

// Main finds the main part of a document.
func (p *Package) Main() (string, error) {
	rels, err := p.Relations("")
	if err != nil {
		return "", err
	}
	for _, r := range rels {
		if r.Type == "officeDocument" && !r.External && p.Has(r.Target) {
			return r.Target, nil
		}
	}
	return "", &Error{Fault: Missing, Part: "officeDocument"}
}
