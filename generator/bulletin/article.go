package bulletin

import "time"

// Meta is the front matter that every page may have: our own keys and those of
// Hugo's that keep their names.
type Meta struct {
	Title       string    `yaml:"title" rule:"required"`
	Summary     string    `yaml:"tom_tat" rule:"max=300"`
	Date        time.Time `yaml:"date"`
	PublishDate time.Time `yaml:"publishDate"`
	ExpiryDate  time.Time `yaml:"expiryDate"`
	LastMod     time.Time `yaml:"lastmod"`
	Weight      int       `yaml:"weight"`
	Reach       Reach     `yaml:"pham_vi"`
	Draft       bool      `yaml:"draft"`
	Slug        string    `yaml:"slug"`
	Aliases     []string  `yaml:"aliases"`
	Description string    `yaml:"description"`
	Keywords    []string  `yaml:"keywords"`
	Tags        []string  `yaml:"tags"`
}

// Approval is the part of the front matter that says who let a page go out.
type Approval struct {
	Status     Status    `yaml:"trang_thai"`
	ApprovedBy string    `yaml:"nguoi_duyet"`
	ApprovedOn time.Time `yaml:"ngay_duyet"`
}

// Article is one article of any kind; exactly the part of its kind is filled.
type Article struct {
	Meta     `yaml:",inline"`
	Approval `yaml:",inline"`

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
}

// Consent says who agreed to the publication of a picture with children (Law
// on the Protection of Personal Data 91/2025/QH15).
type Consent string

func (Consent) Values() []string { return []string{"tre", "phu-huynh", "ca-hai", "khong-can"} }

// ModelArticle is the front matter of kind guong.
type ModelArticle struct {
	Article `yaml:",inline"`

	Subject     Subject  `yaml:"kieu" rule:"required"`
	Name        string   `yaml:"ten" rule:"required"`
	Field       Field    `yaml:"linh_vuc" rule:"required"`
	Background  string   `yaml:"boi_canh" rule:"required"`
	Method      string   `yaml:"cach_lam" rule:"required"`
	Results     []Result `yaml:"ket_qua" rule:"required"`
	Replication string   `yaml:"nhan_rong"`
	Praise      string   `yaml:"khen_thuong"`
	Verified    struct {
		By string    `yaml:"nguoi" rule:"required"`
		On time.Time `yaml:"ngay" rule:"required"`
	} `yaml:"xac_minh" rule:"required"`
}

// Subject is what a model example tells of.
type Subject string

func (Subject) Values() []string { return []string{"tap-the", "ca-nhan", "viec-tot"} }

// Field is the field of Party building that a model example belongs to.
type Field string

func (Field) Values() []string {
	return []string{"chinh-tri", "tu-tuong", "dao-duc", "to-chuc", "can-bo", "dan-van", "kiem-tra", "chuyen-mon"}
}

// Result is one figure before and after.
type Result struct {
	Measure string `yaml:"chi_tieu" rule:"required"`
	Before  string `yaml:"truoc"`
	After   string `yaml:"sau" rule:"required"`
}

// AwardArticle is the front matter of kind bua-liem-vang.
type AwardArticle struct {
	Article `yaml:",inline"`

	Season Season     `yaml:"mua_giai" rule:"required"`
	Level  AwardLevel `yaml:"cap" rule:"required"`
	Press  Press      `yaml:"loai_hinh" rule:"required"`
	Genre  string     `yaml:"the_loai" rule:"required"`
	Part   struct {
		No    int `yaml:"so" rule:"required"`
		Total int `yaml:"tong" rule:"required"`
	} `yaml:"ky" rule:"required"`
	Published *struct {
		By   string    `yaml:"co_quan" rule:"required"`
		On   time.Time `yaml:"ngay" rule:"required"`
		Link string    `yaml:"lien_ket"`
	} `yaml:"dang_phat"`
	Prizes  []string `yaml:"giai_da_dat"`
	Outcome string   `yaml:"ket_qua"`
}

// AwardLevel is the level at which an entry competes.
type AwardLevel string

// National is the level at which only works of licensed press qualify.
const National AwardLevel = "toan-quoc"

func (AwardLevel) Values() []string { return []string{"co-so", "thanh-pho", string(National)} }

// Press is the kind of press work.
type Press string

func (Press) Values() []string {
	return []string{"bao-in", "bao-dien-tu", "phat-thanh", "truyen-hinh", "anh-bao-chi", "bai-viet"}
}

// SessionArticle is the front matter of kind hoc-tap.
type SessionArticle struct {
	Article `yaml:",inline"`

	Form     SessionForm `yaml:"hinh_thuc" rule:"required"`
	Type     SessionType `yaml:"kieu" rule:"required"`
	Starts   time.Time   `yaml:"bat_dau" rule:"required"`
	Ends     time.Time   `yaml:"ket_thuc"`
	Place    string      `yaml:"dia_diem"`
	Audience string      `yaml:"thanh_phan" rule:"required"`
	Chair    string      `yaml:"chu_tri" rule:"required"`
	Speakers []struct {
		Name     string `yaml:"ho_ten" rule:"required"`
		Position string `yaml:"chuc_danh"`
	} `yaml:"bao_cao_vien" rule:"required"`
	Topics    []string `yaml:"chuyen_de" rule:"required"`
	Materials []struct {
		Name string `yaml:"ten" rule:"required"`
		Link string `yaml:"lien_ket"`
	} `yaml:"tai_lieu"`
	Report *Report `yaml:"bao_cao"`
}

// SessionForm is how people attend.
type SessionForm string

func (SessionForm) Values() []string { return []string{"truc-tiep", "truc-tuyen", "ket-hop"} }

// SessionType is the occasion.
type SessionType string

func (SessionType) Values() []string { return []string{"nghi-quyet", "chuyen-de", "thuong-ky"} }

// Report is what is known of a session afterwards.
type Report struct {
	Summoned    int       `yaml:"trieu_tap"`
	Present     int       `yaml:"co_mat"`
	Opinions    int       `yaml:"y_kien"`
	Conclusion  string    `yaml:"ket_luan"`
	Reflections string    `yaml:"thu_hoach"`
	Due         time.Time `yaml:"han"`
}
