package content

import (
	"path"
	"regexp"
	"strings"

	"bantin/generator/viet"
)

// plainName matches names that are safe in an address as they are.
var (
	plainDir  = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]*$`)
	plainFile = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._-]*$`)
)

// asciiPath makes every part of a path ASCII: "guong/Đường lối/Ảnh 1.JPG"
// becomes "guong/duong-loi/anh-1.jpg", the same for NFC and NFD. ok is false
// when a part has no letter and no digit.
func asciiPath(p string) (ascii string, ok bool) {
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
