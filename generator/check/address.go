package check

import (
	"errors"
	"fmt"

	"bantin/generator/address"
	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// aliases: the old addresses of a page can be kept.
func aliases(p *pass) {
	if p.page.Meta == nil {
		return
	}
	for i, alias := range p.page.Meta.Aliases {
		var bad address.AliasError
		if _, err := address.AliasPath(p.page, alias); errors.As(err, &bad) {
			p.add(p.page.At(content.Index("aliases", i)), "dia-chi-cu", bad.Reason, bad.Fix)
		}
	}
}

// sameAddress: no two things of the site stand at one place.
func sameAddress(all *whole) {
	for _, clash := range all.plan().Clashes() {
		at, with := clash.At, clash.With
		f := bulletin.Finding{File: at.File, Line: at.Pos().Line, Col: at.Pos().Col, Level: bulletin.Error, Code: "trung-dia-chi"}
		f.Message = fmt.Sprintf("địa chỉ %s trùng với %s", at.Address(), owner(with))
		f.Fix = moves[at.Free]
		all.loose = append(all.loose, f)
	}
}

// owner says whose a place is.
func owner(c address.Claim) string {
	if c.File == "" {
		return fmt.Sprintf("trang do chương trình làm (%s)", c.Address())
	}
	return fmt.Sprintf("%s:%d (%s)", c.File, c.Pos().Line, c.Address())
}

// moves says how a claim gives its place up.
var moves = map[address.Free]string{
	address.Alias:  "bỏ dòng này: địa chỉ cũ chỉ giữ được khi không còn trang nào dùng nó",
	address.Slug:   "đổi slug của một trong hai, hoặc bỏ dòng này để địa chỉ lấy theo tên thư mục",
	address.File:   "đổi tên tệp",
	address.Folder: "đổi tên thư mục của bài, hoặc ghi slug khác",
}
