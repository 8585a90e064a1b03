package check

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/media"
	"bantin/generator/picture"
)

// soundness judges every picture that the page shows or links, as the build
// will read it: nothing about a picture may be wrong first in the build.
func soundness(p *pass) {
	if p.opt.Files == nil {
		return
	}
	for _, shown := range p.tree.Shows(p.page) {
		if media.IsName(shown.Name) {
			p.recording(shown)
		}
		if !picture.IsName(shown.Name) {
			continue
		}
		if info, err := fs.Stat(p.opt.Files, shown.Source); err == nil && info.Size() > picture.MaxBytes {
			p.add(shown.At, "anh-hong", fmt.Sprintf("tệp ảnh %q lớn %d MB, quá %d MB", shown.Name, info.Size()>>20, picture.MaxBytes>>20), "lưu lại thành JPEG rộng 4000 điểm: đủ in tràn trang A4")
			continue
		}
		facts, err := p.pictureFacts(shown.Source)
		var fault *picture.Error
		switch {
		case errors.As(err, &fault):
			message, fix := faultText(fault)
			p.add(shown.At, "anh-hong", fmt.Sprintf("ảnh %q %s", shown.Name, message), fix)
		case err == nil && facts.Info.Place:
			p.add(shown.At, "anh-toa-do", fmt.Sprintf("tệp gốc của ảnh %q còn ghi tọa độ nơi chụp; trên trang và bản in thì đã bỏ", shown.Name),
				"đăng thì không phải làm gì; trước khi gửi tệp gốc cho người khác, lưu lại ảnh không kèm vị trí (Windows: Properties, Details, Remove Properties)")
		}
	}
}

// recording tells of what a sound, a film or a PDF says of those who made it.
func (p *pass) recording(shown content.Shown) {
	info, err := fs.Stat(p.opt.Files, shown.Source)
	if err != nil {
		return // its absence is told elsewhere
	}
	if info.Size() > media.MaxBytes {
		p.add(shown.At, "tep-ke", fmt.Sprintf("tệp %q lớn %d MB nên không được xem, có thể còn ghi tên người làm, nơi quay", shown.Name, info.Size()>>20), "nén lại cho nhỏ hơn, hoặc đưa phim lên YouTube rồi dẫn bằng mã ngắn video")
		return
	}
	data, err := fs.ReadFile(p.opt.Files, shown.Source)
	if err != nil {
		return
	}
	found := media.Clean(data, shown.Name)
	switch {
	case len(found.Left) > 0:
		p.add(shown.At, "tep-ke", fmt.Sprintf("tệp %q còn ghi %s, không tự bỏ được", shown.Name, listed(found.Left)), cmp.Or(recordingFix[strings.ToLower(path.Ext(shown.Name))], "mở bằng Audacity, xuất lại, để trống các ô tên"))
	case slices.Contains(found.Removed, media.Place):
		p.addAs(p.page.Level(bulletin.Hint), shown.At, "tep-ke", fmt.Sprintf("tệp gốc %q còn ghi nơi quay; trên trang thì đã bỏ", shown.Name), "đăng thì không phải làm gì; trước khi gửi tệp gốc cho người khác, lưu lại không kèm vị trí")
	}
}

const filmFix = "xuất lại phim, tắt mục vị trí; hoặc đưa phim lên YouTube rồi dẫn bằng mã ngắn video"

// recordingFix says how to save a file without what it tells.
var recordingFix = map[string]string{
	".pdf": "Word: Tệp, Thông tin, Kiểm tra tài liệu, bỏ hết, rồi lưu lại thành PDF; hoặc in ra PDF (Microsoft Print to PDF)",
	".mp4": filmFix, ".m4v": filmFix, ".webm": filmFix, ".ogv": filmFix,
}

func listed(facts []media.Fact) string {
	var names []string
	for _, f := range facts {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// pictureFacts are what is known of a picture of the content folder.
func (p *pass) pictureFacts(source string) (picture.Facts, error) {
	data, err := fs.ReadFile(p.opt.Files, source)
	if err != nil {
		return picture.Facts{}, err // its absence is told elsewhere
	}
	return p.opt.Pictures.Facts(data, source)
}

// faultText says what is wrong with a picture and what to do.
func faultText(fault *picture.Error) (message, fix string) {
	const again = "chép lại từ máy ảnh hoặc điện thoại, mở thử xem có đủ hình không; hoặc thay ảnh khác"
	switch fault.Fault {
	case picture.NoPicture:
		return "không phải là ảnh, chỉ mang tên ảnh", again
	case picture.Foreign:
		return fmt.Sprintf("là %s, trình duyệt và bản in không mở được", foreign[fault.Format].name), foreign[fault.Format].fix
	case picture.CutShort:
		return "bị cụt, thiếu phần cuối", again
	case picture.Empty:
		return "không có điểm ảnh nào", again
	case picture.Huge:
		return fmt.Sprintf("rộng %d, cao %d điểm, quá %d triệu điểm", fault.Width, fault.Height, picture.MaxPixels>>20), "thu nhỏ ảnh: bề rộng 4000 điểm là đủ in tràn trang A4"
	case picture.Turned:
		return "là ảnh động bị nằm nghiêng", "xoay ảnh cho thẳng rồi lưu lại"
	case picture.Misnamed:
		return fmt.Sprintf("thật ra là %s", formatNames[fault.Format]), "đổi đuôi tên tệp cho đúng, và sửa tên trong bài"
	}
	return "bị hỏng, không đọc được hết", again
}

var formatNames = map[picture.Format]string{
	picture.JPEG: "ảnh JPEG (.jpg)", picture.PNG: "ảnh PNG (.png)", picture.WebP: "ảnh WebP (.webp)", picture.GIF: "ảnh GIF (.gif)", picture.SVG: "hình vẽ SVG (.svg)",
}

var foreign = map[picture.Format]struct{ name, fix string }{
	picture.HEIC: {"ảnh HEIC của điện thoại", content.PhoneFix},
	picture.AVIF: {"ảnh AVIF", "mở ảnh rồi lưu thành JPEG"},
	picture.TIFF: {"ảnh TIFF", "mở ảnh rồi lưu thành JPEG"},
	picture.BMP:  {"ảnh BMP", "mở ảnh rồi lưu thành PNG"},
}
