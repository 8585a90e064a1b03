// Package picture knows what a photograph or drawing is, and makes of a file
// as an editor has it the one that may be published and printed: upright, in
// sRGB, with nothing in it but the picture. It knows neither Hugo nor content.
//
// Contract: Inspect reads the structure of a file, whole but without decoding
// pixels, and tells what is wrong with it as an *Error. Clean writes a file
// anew: no Exif, XMP, IPTC, comment, place, thumbnail, second picture or editor's
// data stays, whatever the format. Pixels change only where the picture has to be
// turned or its colours converted; otherwise the compressed data stays byte for
// byte. An SVG is rewritten from a list of what may stand in it (svg.go). The
// same bytes give the same bytes.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // decoders register themselves
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/webp"
)

// Format is what the bytes of a file are.
type Format string

// The formats that are told from their first bytes. The last ones are known,
// to be named, but not read.
const (
	Unknown Format = ""
	JPEG    Format = "jpeg"
	PNG     Format = "png"
	WebP    Format = "webp"
	GIF     Format = "gif"
	SVG     Format = "svg"
	HEIC    Format = "heic"
	AVIF    Format = "avif"
	TIFF    Format = "tiff"
	BMP     Format = "bmp"
)

// Fault is what is wrong with a file.
type Fault string

// Every fault that Inspect and Clean tell of.
const (
	NoPicture Fault = "no picture"          // text, a page, nothing at all
	Foreign   Fault = "format is not read"  // HEIC, AVIF, TIFF, BMP
	CutShort  Fault = "file is cut short"   //
	Broken    Fault = "file is broken"      // structure or pixels
	Empty     Fault = "picture has no area" //
	Huge      Fault = "too many pixels"     //
	Turned    Fault = "cannot be turned"    // an animation lying on its side
	Misnamed  Fault = "named as another format"
)

// Error is a fault of one file.
type Error struct {
	Fault         Fault
	Format        Format
	Width, Height int // where known
	cause         error
}

func (e *Error) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("%s: %v", e.Fault, e.cause)
	}
	return string(e.Fault)
}

func (e *Error) Unwrap() error { return e.cause }

// MaxPixels is the largest picture that is decoded: a 64-megapixel camera's.
const MaxPixels = 64 << 20

// MaxBytes is the largest file that is read.
const MaxBytes = 64 << 20

// Info is what a file's structure tells.
type Info struct {
	Format        Format
	Width, Height int // upright; 0 for a drawing
	Orientation   int // Exif, 1..8
	Animated      bool
	CMYK          bool
	Place         bool // it says where it was taken

	profile []byte // embedded ICC profile
}

// Sniff tells the format from the first bytes.
func Sniff(data []byte) Format {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return JPEG
	case bytes.HasPrefix(data, []byte(pngMagic)):
		return PNG
	case bytes.HasPrefix(data, []byte("GIF87a")), bytes.HasPrefix(data, []byte("GIF89a")):
		return GIF
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return WebP
	case len(data) >= 12 && string(data[4:8]) == "ftyp":
		return brand(data)
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")):
		return TIFF
	case bytes.HasPrefix(data, []byte("BM")) && len(data) > 26:
		return BMP
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	if bytes.HasPrefix(text, []byte("<")) && bytes.Contains(text[:min(len(text), 64<<10)], []byte("<svg")) {
		return SVG
	}
	return Unknown
}

// brand tells HEIC and AVIF apart (ISO/IEC 23008-12, 10.2).
func brand(data []byte) Format {
	switch string(data[8:12]) {
	case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1":
		if bytes.Contains(data[:min(len(data), 64)], []byte("avif")) {
			return AVIF
		}
		return HEIC
	case "avif", "avis":
		return AVIF
	}
	return Unknown
}

// Inspect reads the structure of a file.
func Inspect(data []byte) (Info, error) {
	info, _, err := inspect(data)
	return info, err
}

// inspect also returns the file written anew without what is not the picture.
func inspect(data []byte) (info Info, bare []byte, err error) {
	info = Info{Format: Sniff(data), Orientation: 1}
	switch info.Format {
	case JPEG:
		bare, err = info.jpeg(data)
	case PNG:
		bare, err = info.png(data)
	case WebP:
		bare, err = info.webp(data)
	case GIF:
		bare, err = info.gif(data)
	case SVG:
		bare, err = sanitize(data)
		if err != nil {
			err = &Error{Fault: Broken, cause: err}
		}
	case Unknown:
		err = &Error{Fault: NoPicture}
	default:
		err = &Error{Fault: Foreign}
	}
	if err == nil && info.Format != SVG {
		err = info.size()
	}
	var fault *Error
	if errors.As(err, &fault) {
		fault.Format, fault.Width, fault.Height = info.Format, info.Width, info.Height
	}
	if info.Orientation >= 5 {
		info.Width, info.Height = info.Height, info.Width
	}
	return info, bare, err
}

func (i *Info) size() error {
	switch {
	case i.Width < 1 || i.Height < 1:
		return &Error{Fault: Empty}
	case int64(i.Width)*int64(i.Height) > MaxPixels:
		return &Error{Fault: Huge}
	case i.Animated && i.Orientation > 1:
		return &Error{Fault: Turned}
	}
	return nil
}

// Verify is Inspect, and decodes the pixels too; name says what format the
// file is to be published in.
func Verify(data []byte, name string) (Info, error) {
	info, _, err := inspect(data)
	if err == nil {
		err = info.named(name)
	}
	if err != nil || info.Format == SVG || info.Animated && info.Format == WebP {
		return info, err
	}
	_, err = decode(data, info)
	return info, err
}

// named reports a name whose promise cannot be kept: pixels can be written in
// another format, a drawing and an animation cannot.
func (i Info) named(name string) error {
	want := promised(name, i.Format)
	if want == i.Format || want != SVG && want != GIF && i.Format != SVG && !i.Animated {
		return nil
	}
	return &Error{Fault: Misnamed, Format: i.Format, Width: i.Width, Height: i.Height}
}

func decode(data []byte, info Info) (image.Image, error) {
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, &Error{Fault: Broken, Format: info.Format, Width: info.Width, Height: info.Height, cause: err}
	}
	return m, nil
}
