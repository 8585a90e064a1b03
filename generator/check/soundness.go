package check

import (
	"errors"
	"fmt"
	"io/fs"

	"bantin/generator/content"
	"bantin/generator/picture"
)

// soundness judges every picture that the page shows or links, as the build
// will read it: nothing about a picture may be wrong first in the build.
func soundness(p *pass) {
	if p.opt.Files == nil {
		return
	}
	for _, shown := range p.tree.Shows(p.page) {
		if !picture.IsName(shown.Name) {
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
