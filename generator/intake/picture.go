package intake

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"bantin/generator/content"
	"bantin/generator/intake/manuscript"
	"bantin/generator/picture"
	"bantin/generator/viet"
)

// extensions are those of the formats that the site shows.
var extensions = map[picture.Format]string{picture.JPEG: ".jpg", picture.PNG: ".png", picture.WebP: ".webp", picture.GIF: ".gif", picture.SVG: ".svg"}

// namePictures gives every picture a file name, in the order of the text, and the bytes
// to write: upright, full size, without the place where it was taken. What
// cannot be read is told and left out.
func namePictures(m *manuscript.Manuscript) (all []*manuscript.Picture, files map[string][]byte) {
	files = map[string][]byte{}
	told := map[*manuscript.Picture]bool{}
	for _, p := range manuscript.Paragraphs(m.Blocks) {
		for _, pic := range p.Pictures() {
			if pic.File != "" || told[pic] {
				continue
			}
			told[pic] = true
			data, ext, reason := publishable(pic)
			if reason != "" {
				m.Leave(manuscript.Unread, pic.Name+": "+reason)
				continue
			}
			pic.File = freeName(pic, ext, files, len(all)+1)
			files[pic.File] = data
			all = append(all, pic)
		}
	}
	return all, files
}

// publishable is a picture as the bundle keeps it, or why there is none.
func publishable(pic *manuscript.Picture) (data []byte, ext, reason string) {
	data = pic.Data
	format := picture.Sniff(data)
	if format == picture.BMP || format == picture.TIFF {
		converted, err := asPNG(data, format)
		if err != nil {
			return nil, "", "không đọc được ảnh"
		}
		data, format = converted, picture.PNG
	}
	ext, ok := extensions[format]
	switch {
	case format == picture.HEIC || format == picture.AVIF:
		return nil, "", content.PhoneFix
	case !ok:
		return nil, "", "không phải dạng ảnh dùng được trên trang; trong Word: bấm phải vào hình, Lưu dưới dạng ảnh (Save as Picture), chọn PNG"
	}
	clean, err := picture.Clean(data, "anh"+ext)
	if err != nil {
		return nil, "", "không đọc được ảnh: " + err.Error()
	}
	if clean.Press == nil { // one in the colours of the press stays as it is
		data = clean.Data
	}
	return data, ext, ""
}

func asPNG(data []byte, format picture.Format) ([]byte, error) {
	decode, config := bmp.Decode, bmp.DecodeConfig
	if format == picture.TIFF {
		decode, config = tiff.Decode, tiff.DecodeConfig
	}
	c, err := config(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if c.Width*c.Height > picture.MaxPixels {
		return nil, fmt.Errorf("%d × %d pixels", c.Width, c.Height)
	}
	img, err := decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = png.Encode(&out, img)
	return out.Bytes(), err
}

// freeName is the name of a photograph that somebody named, else a number.
func freeName(pic *manuscript.Picture, ext string, files map[string][]byte, n int) string {
	stem := fmt.Sprintf("anh-%d", n)
	if pic.Own {
		if own := viet.Slug(strings.TrimSuffix(pic.Name, pathExt(pic.Name))); own != "" {
			stem = own
		}
	}
	name := stem + ext
	for i := 2; files[name] != nil; i++ {
		name = fmt.Sprintf("%s-%d%s", stem, i, ext)
	}
	return name
}

func pathExt(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[i:]
	}
	return ""
}
