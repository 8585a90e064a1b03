package bulletin

import "time"

// Meta is the front matter that every page may have: our own keys and those of
// Hugo's that keep their names.
type Meta struct {
	Title       string    `yaml:"title" rule:"required,max=300"`
	Summary     string    `yaml:"tom_tat" rule:"max=300"`
	Date        time.Time `yaml:"date"`
	PublishDate time.Time `yaml:"publishDate"`
	ExpiryDate  time.Time `yaml:"expiryDate"`
	LastMod     time.Time `yaml:"lastmod"`
	Weight      int       `yaml:"weight"`
	Reach       Reach     `yaml:"pham_vi"`
	Draft       bool      `yaml:"draft"`
	Slug        string    `yaml:"slug" rule:"slug"`
	Aliases     []string  `yaml:"aliases"`
	Description string    `yaml:"description"`
	Keywords    []string  `yaml:"keywords"`
	Tags        []string  `yaml:"tags"`
}

// Approval is the part of the front matter that says who let a page go out.
type Approval struct {
	Status     Status    `yaml:"trang_thai"`
	ApprovedBy string    `yaml:"nguoi_duyet" rule:"when=trang_thai:da-duyet"`
	ApprovedOn time.Time `yaml:"ngay_duyet" rule:"when=trang_thai:da-duyet"`
}

// Article is one article of any kind; exactly the part of its kind is filled.
type Article struct {
	Meta     `yaml:",inline" rule:"require=tom_tat date"`
	Approval `yaml:",inline" rule:"require=trang_thai"`

	Kind      Kind     `yaml:"loai"`
	Issue     string   `yaml:"so"`
	Column    string   `yaml:"chuyen_muc"`
	Unit      string   `yaml:"don_vi" rule:"required"`
	Authors   []Author `yaml:"tac_gia" rule:"required"`
	Documents []string `yaml:"van_ban"`
	Photos    []Photo  `yaml:"anh"`
}

// Author is one author. There is no key for private data on purpose.
type Author struct {
	Name     string `yaml:"ho_ten" rule:"required"`
	PenName  string `yaml:"but_danh"`
	Position string `yaml:"chuc_vu"`
}

// Photo is one picture with what the law and good practice ask to know of it.
type Photo struct {
	File     string  `yaml:"tep" rule:"required"`
	Caption  string  `yaml:"chu_thich" rule:"required"`
	Credit   string  `yaml:"tac_gia" rule:"required"`
	Alt      string  `yaml:"alt"`
	Children *bool   `yaml:"co_tre_em" rule:"required"`
	Consent  Consent `yaml:"dong_y"`
	Focus    Focus   `yaml:"tam"`
}

// Consent says who agreed to the publication of a picture with children (Law
// on the Protection of Personal Data 91/2025/QH15).
type Consent string

// Values lists what the front matter may say.
func (Consent) Values() []string { return []string{"tre", "phu-huynh", "ca-hai", "khong-can"} }

// PrivateKeys are front matter keys that people carry over from entry forms.
// They name private data, which has no place in a folder that becomes a site.
func PrivateKeys() []string {
	return []string{
		"nam_sinh", "ngay_sinh", "dia_chi", "dien_thoai", "so_dien_thoai", "email", "thu_dien_tu",
		"namsinh", "ngaysinh", "diachi", "dienthoai", "sdt", "so_dt", "que_quan", "noi_o",
		"cccd", "cmnd", "can_cuoc", "so_cccd", "so_cmnd", "tai_khoan", "so_tai_khoan", "stk", "ho_so",
	}
}
