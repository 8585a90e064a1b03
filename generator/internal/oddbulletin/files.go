package oddbulletin

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"path"
	"strings"
)

// names of folders and files, without an ending.
var names = []string{"bai", "Bài viết mới", "BAI-HOA", "a.b", "a'b", "100%", "bài #1", "c++", "--x--", "_x", "ảnh 1 (2)", "index", "page", "tags", "x y", "trang", "đ", "in", "chia-se", "a&b", "2023", "a,b", "a;b", "a=b", "a@b", "a!b", "a~b", "\u1ebd", "e\u0303", "“ngoặc”", "…"}

var endings = []string{".png", ".jpg", ".jpeg", ".JPG", ".gif", ".webp", ".svg", ".PNG", ".heic", ".pdf", ".mp4", ".mp3", ".docx", ".html", ".js", ".txt", ".ics", ".tiff", ".avif", ".jpg.png", ".md", ".css"}

func (r dice) name() string { return pick(r, names) }

// picture is a file, most often a picture, good or broken; ending "" for any.
func (r dice) picture(ending string) (name string, data []byte) {
	if ending == "" || r.one(4) {
		ending = pick(r, endings)
	}
	name = r.name() + ending
	format := strings.ToLower(path.Ext(name))
	if r.one(6) {
		format = pick(r, []string{".png", ".jpg", ".gif", ".svg"})
	}
	data = r.encoded(format)
	switch r.IntN(14) {
	case 0:
		data = data[:r.IntN(len(data)+1)]
	case 1:
		data = bytes.Clone(data)
		for range 1 + r.IntN(6) {
			data[r.IntN(len(data))] ^= byte(1 << r.IntN(8))
		}
	case 2:
		data = append(bytes.Clone(data), "đuôi thừa"...)
	case 3:
		data = nil
	}
	return name, data
}

func (r dice) encoded(format string) []byte {
	w, h := pick(r, []int{1, 2, 3, 40, 500, 700}), pick(r, []int{1, 2, 30, 400})
	if r.one(20) {
		w = 2100
	}
	var b bytes.Buffer
	var err error
	switch format {
	case ".png":
		err = png.Encode(&b, r.image(w, h))
	case ".gif":
		frames := &gif.GIF{}
		for range 1 + r.IntN(3) {
			p := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black, color.White, color.Transparent})
			frames.Image, frames.Delay = append(frames.Image, p), append(frames.Delay, 10)
		}
		err = gif.EncodeAll(&b, frames)
	case ".svg":
		return []byte(pick(r, drawings))
	case ".pdf":
		return []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
	case ".webp":
		// One pixel, lossless.
		return []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00")
	case ".heic":
		return []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
	case ".mp4":
		return []byte("\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isommp42\x00\x00\x00\x08mdat")
	case ".jpg", ".jpeg":
		err = jpeg.Encode(&b, r.image(w, h), nil)
	default:
		return []byte("chữ thường\n")
	}
	if err != nil {
		return []byte("chữ")
	}
	return b.Bytes()
}

func (r dice) image(w, h int) image.Image {
	rect := image.Rect(0, 0, w, h)
	switch r.IntN(5) {
	case 0:
		return image.NewGray(rect)
	case 1:
		return image.NewNRGBA64(rect)
	case 2:
		return image.NewPaletted(rect, color.Palette{color.Black, color.White})
	case 3:
		return image.NewGray16(rect)
	}
	return image.NewRGBA(rect)
}

var drawings = []string{
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50" fill="#c00"/></svg>`,
	`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="4"/></svg>`,
	`<svg xmlns="http://www.w3.org/2000/svg"></svg>`,
	`<svg viewBox="0 0 0 0"/>`,
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e-9"><path d="M0 0h1"/></svg>`,
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="a b c d" width="100%" height="-5"><text x="1" y="1">chữ</text></svg>`,
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><a href="javascript:x"><rect onclick="x" width="9" height="9"/></a></svg>`,
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><use href="#a"/><g id="a"><use href="#a"/></g></svg>`,
	`<?xml version="1.0" encoding="utf-16"?><svg xmlns="http://www.w3.org/2000/svg"/>`,
	`<!DOCTYPE svg [<!ENTITY a "&b;&b;"><!ENTITY b "x">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>`,
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0 L"/><path d="zzz"/><image href="x.png" width="9" height="9"/><linearGradient id="g" href="#g"/><rect fill="url(#g)" width="9" height="9"/></svg>`,
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g`,
	`<html><svg></svg></html>`,
}
