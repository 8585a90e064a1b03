package bulletin

import "time"

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

// Values lists what the front matter may say.
func (Subject) Values() []string { return []string{"tap-the", "ca-nhan", "viec-tot"} }

// Field is the field of Party building that a model example belongs to.
type Field string

// Values lists what the front matter may say.
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
		No    int `yaml:"so" rule:"required,min=1"`
		Total int `yaml:"tong" rule:"min=1"`
	} `yaml:"ky" rule:"required"`
	Published *struct {
		By   string    `yaml:"co_quan" rule:"required"`
		On   time.Time `yaml:"ngay" rule:"required"`
		Link string    `yaml:"lien_ket"`
	} `yaml:"dang_phat" rule:"when=cap:toan-quoc"`
	Prizes  []string `yaml:"giai_da_dat"`
	Outcome string   `yaml:"ket_qua"`
}

// AwardLevel is the level at which an entry competes.
type AwardLevel string

// National is the level at which only works of licensed press qualify.
const National AwardLevel = "toan-quoc"

// Values lists what the front matter may say.
func (AwardLevel) Values() []string { return []string{"co-so", "thanh-pho", string(National)} }

// Press is the kind of press work.
type Press string

// Values lists what the front matter may say.
func (Press) Values() []string {
	return []string{"bao-in", "bao-dien-tu", "phat-thanh", "truyen-hinh", "anh-bao-chi", "bai-viet"}
}

// SessionArticle is the front matter of kind hoc-tap.
type SessionArticle struct {
	Article `yaml:",inline"`

	Form     SessionForm `yaml:"hinh_thuc" rule:"required"`
	Type     SessionType `yaml:"kieu" rule:"required"`
	State    State       `yaml:"tinh_trang"`
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

// Values lists what the front matter may say.
func (SessionForm) Values() []string { return []string{"truc-tiep", "truc-tuyen", "ket-hop"} }

// State says that a session does not take place as announced; empty when it does.
type State string

const (
	Cancelled State = "huy"
	Postponed State = "hoan" // its new time is not known yet
)

// Values lists what the front matter may say.
func (State) Values() []string { return []string{string(Cancelled), string(Postponed)} }

// Mark is a session's title with its state before it, as lists show it.
func (s State) Mark(title string) string {
	switch s {
	case Cancelled:
		return "Đã hủy: " + title
	case Postponed:
		return "Hoãn: " + title
	}
	return title
}

// SessionType is the occasion.
type SessionType string

// Values lists what the front matter may say.
func (SessionType) Values() []string { return []string{"nghi-quyet", "chuyen-de", "thuong-ky"} }

// Report is what is known of a session afterwards.
type Report struct {
	Summoned    int       `yaml:"trieu_tap" rule:"min=0"`
	Present     int       `yaml:"co_mat" rule:"min=0"`
	Opinions    int       `yaml:"y_kien" rule:"min=0"`
	Conclusion  string    `yaml:"ket_luan"`
	Reflections string    `yaml:"thu_hoach"`
	Due         time.Time `yaml:"han"`
}
