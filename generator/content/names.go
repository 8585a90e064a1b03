package content

import (
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"bantin/generator/viet"
)

// Names that are fit for an address as they are. A second dot is not: Hugo
// reads "anh.en.jpg" as the English version of a picture.
var (
	plainDir  = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)
	plainFile = regexp.MustCompile(`^[a-z0-9_][a-z0-9_-]*(\.[a-z0-9]+)?$`)
)

// asciiPath makes every part of a path ASCII: "guong/Đường lối/Ảnh 1.JPG"
// becomes "guong/duong-loi/anh-1.jpg", the same for NFC and NFD. ok is false
// when a part has no letter and no digit.
func asciiPath(p string) (ascii string, ok bool) {
	if !utf8.ValidString(p) {
		return "", false
	}
	parts := strings.Split(p, "/")
	for i, part := range parts {
		if i < len(parts)-1 {
			parts[i] = asciiDir(part)
		} else {
			parts[i] = asciiFile(part)
		}
		if parts[i] == "" {
			return "", false
		}
	}
	return strings.Join(parts, "/"), true
}

func asciiDir(name string) string {
	if plainDir.MatchString(name) {
		return name
	}
	return viet.Slug(name)
}

func asciiFile(name string) string {
	if plainFile.MatchString(name) {
		return name
	}
	if low := strings.ToLower(name); low == "index.md" || low == "_index.md" {
		return low
	}
	ext := path.Ext(name)
	stem := viet.Slug(strings.TrimSuffix(name, ext))
	if stem == "" {
		return ""
	}
	if ext = viet.Slug(ext); ext != "" {
		ext = "." + ext
	}
	return stem + ext
}
