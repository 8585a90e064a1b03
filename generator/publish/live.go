package publish

import (
	"bantin/generator/content"
	"bantin/generator/hugosite"
)

// LiveSite are the options with which Hugo shows a tree that is still being
// written: in memory, without PDFs, without what only the public needs. change
// may alter them.
func LiveSite(opt Options, tree *content.Tree, change func(*hugosite.Options)) hugosite.Options {
	hugo := hugosite.Options{Dir: opt.Site, BaseURL: opt.BaseURL}
	opt.Print, opt.BaseURL = false, "" // no sheet shall lead to this machine
	p := params(opt)
	p["co_the"], p["xem_truoc"] = false, true
	hugo.Params, hugo.Content = p, SiteFiles(opt.Site, tree.Files())
	hugo.Drafts, hugo.Future, hugo.Memory, hugo.Watch = true, true, true, true
	hugo.Static = CleanStatic
	if change != nil {
		change(&hugo)
	}
	return hugo
}

// Translate turns what hugosite says, in English, into what editors read:
// findings where the mistake is in a file.
func Translate(err error) error { return translate(err) }
