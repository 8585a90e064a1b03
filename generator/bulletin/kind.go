// Package bulletin holds the words of the domain as types, with the rules that
// need nothing but themselves: kinds, editions, articles, documents, issues,
// awards and findings. It does no I/O and knows no file format; the struct tags
// are the one place that says what front matter may hold:
//
//	yaml:"key"          the key in the front matter
//	yaml:",inline"      the fields of the embedded struct are the parent's own
//	rule:"required"     the key must be there and not be empty
//	rule:"require=a b"  on an embedded struct: these of its keys are required here
//	rule:"when=k:v"     required when key k of the same mapping has the value v
//	rule:"max=300"      at most so many characters (after NFC)
//	rule:"min=1"        the number is at least so much
//	rule:"slug"         fit for an address as it stands (viet.Slug leaves it alone)
//
// Rules are separated by commas. A type with a Values method is an enumeration.
package bulletin

import "slices"

// Kind is the kind of an article; its value is the folder's name.
type Kind string

const (
	Model   Kind = "guong"         // model example
	Award   Kind = "bua-liem-vang" // entry for the Búa liềm vàng press award
	Session Kind = "hoc-tap"       // study session
)

// Values lists the kinds in the order in which the site shows them.
func (Kind) Values() []string { return []string{string(Model), string(Award), string(Session)} }

// Known reports whether k is one of the kinds.
func (k Kind) Known() bool { return slices.Contains(k.Values(), string(k)) }

// Edition is what is built.
type Edition string

const (
	Internal Edition = "noi-bo"    // every approved article
	Public   Edition = "cong-khai" // only what is marked public
)

// Values lists the editions, the default first.
func (Edition) Values() []string { return []string{string(Internal), string(Public)} }

// Known reports whether e is one of the editions.
func (e Edition) Known() bool { return slices.Contains(e.Values(), string(e)) }

// Reach says how far a page may travel. Silence means internal.
type Reach string

const (
	ReachInternal Reach = "noi-bo"
	ReachPublic   Reach = "cong-khai"
)

// Values lists what the front matter may say.
func (Reach) Values() []string { return []string{string(ReachPublic), string(ReachInternal)} }

// Holds reports whether the edition may hold a page of this reach.
func (e Edition) Holds(r Reach) bool { return e == Internal || r == ReachPublic }

// Status is how far an article is on its way to print.
type Status string

const (
	Draft    Status = "nhap"
	Waiting  Status = "cho-duyet"
	Approved Status = "da-duyet"
)

// Values lists what the front matter may say.
func (Status) Values() []string { return []string{string(Draft), string(Waiting), string(Approved)} }

// Columns names the columns of an issue, in the order in which it usually shows
// them; an empty one vanishes. Editors may add their own, so an unknown name is
// no error.
func Columns() []string {
	return []string{
		"Tiêu điểm", "Văn bản mới", "Học tập và làm theo Bác", "Mô hình hay, cách làm hiệu quả",
		"Gương người tốt, việc tốt", "Búa liềm vàng", "Học tập, quán triệt nghị quyết",
		"Nghiệp vụ công tác Đảng", "Bảo vệ nền tảng tư tưởng", "Nhiệm vụ tháng tới", "Hỏi – đáp",
	}
}
