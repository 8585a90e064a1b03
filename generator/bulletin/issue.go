package bulletin

import "time"

// Issue is one number of the bulletin.
type Issue struct {
	Meta     `yaml:",inline" rule:"require=date"`
	Approval `yaml:",inline"`

	Cover   *Cover  `yaml:"anh_bia"`
	Imprint Imprint `yaml:"xuat_ban" rule:"required"`

	// Sheets folded once have four pages: the issue shall have a multiple, or need
	// not; nil when nobody has said.
	Fourfold *bool      `yaml:"gap_doi"`
	Order    Order      `yaml:"thu_tu"`
	Plan     []PlanLine `yaml:"dan_trang"`
}

// Order says whether articles of one column may change places in print.
type Order string

// Flexible lets them.
const Flexible Order = "linh-hoat"

// Values lists what the front matter may say.
func (Order) Values() []string { return []string{string(Flexible)} }

// PlanLine pins how one article is laid out in print; what is left out the
// program chooses.
type PlanLine struct {
	Article string   `yaml:"bai" rule:"required"` // its folder's name
	Opening Opening  `yaml:"mo"`
	Picture Picture  `yaml:"anh"`
	Height  int      `yaml:"cao" rule:"min=0"` // of the picture, tenths of a point: a plan that was kept
	Step    int      `yaml:"dau_de" rule:"min=0"`
	Box     BoxPlace `yaml:"hop"`
	Inside  Inside   `yaml:"hinh"`
	Quotes  *int     `yaml:"trich"` // sentences that stand out of the text
	Fresh   *bool    `yaml:"trang_moi"`
	Filler  string   `yaml:"lap"` // below the article

	// White space above the article, its box and the filler, tenths of a point.
	Above       int `yaml:"tren" rule:"min=0"`
	AboveBox    int `yaml:"tren_hop" rule:"min=0"`
	AboveFiller int `yaml:"tren_lap" rule:"min=0"`
}

// Inside is where pictures and tables stand in the text of an article in print.
type Inside string

// Values lists what the front matter may say.
func (Inside) Values() []string { return []string{"noi", "dong", "ngang"} }

// Opening is how an article begins in print.
type Opening string

// Values lists what the front matter may say.
func (Opening) Values() []string {
	return []string{"chinh", "rong", "vua", "cot", "canh", "chu", "tin"}
}

// Picture is the size of an article's first picture in print.
type Picture string

// Values lists what the front matter may say.
func (Picture) Values() []string { return []string{"nho", "vua", "lon"} }

// BoxPlace is where the box of an article stands in print.
type BoxPlace string

// Values lists what the front matter may say.
func (BoxPlace) Values() []string { return []string{"cuoi", "cot", "tren"} }

// Cover is the picture of an issue's first page.
type Cover struct {
	File    string `yaml:"tep" rule:"required"`
	Caption string `yaml:"chu_thich"`
	Credit  string `yaml:"tac_gia"`
	Alt     string `yaml:"alt"`
	Focus   Focus  `yaml:"tam"`
}

// Imprint is the block that the law asks a licensed bulletin to carry (Press
// Law 2016, article 34), and what the other regimes print in its place.
type Imprint struct {
	Regime      Regime   `yaml:"che_do" rule:"required"`
	Name        string   `yaml:"ten" rule:"required"`
	Organ       string   `yaml:"co_quan" rule:"required"`
	Superior    string   `yaml:"cap_tren"`
	Number      int      `yaml:"so" rule:"required,min=1"`
	Frequency   string   `yaml:"ky_han" rule:"required"`
	Licence     *Licence `yaml:"giay_phep" rule:"when=che_do:ban-tin"`
	Responsible string   `yaml:"chiu_trach_nhiem" rule:"required"`
	Editors     string   `yaml:"ban_bien_tap"`
	Printer     string   `yaml:"noi_in"`
	Copies      int      `yaml:"so_luong" rule:"min=0"`
	Paper       Paper    `yaml:"kho" rule:"required"`
	LegalCopies string   `yaml:"luu_chieu"`
	Circulation string   `yaml:"pham_vi_luu_hanh"`
	Contact     string   `yaml:"lien_he"`
}

// Licence is the publishing licence.
type Licence struct {
	Number string    `yaml:"so" rule:"required"`
	Date   time.Time `yaml:"ngay" rule:"required"`
	Issuer string    `yaml:"noi_cap" rule:"required"`
}

// Regime is the law under which an issue appears.
type Regime string

// Licensed is the regime of a bulletin with a licence.
const Licensed Regime = "ban-tin"

// Values lists what the front matter may say.
func (Regime) Values() []string { return []string{string(Licensed), "khong-kinh-doanh", "to-dan"} }

// Paper is the trimmed size of the printed issue.
type Paper string

// Values lists what the front matter may say.
func (Paper) Values() []string { return []string{"a4", "190x270"} }
