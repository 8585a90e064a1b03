package publish

import (
	"regexp"
	"strings"
)

// pressWords say in Vietnamese what the press says in English; the first that
// matches counts. Names of properties, values and files stay as they are.
var pressWords = compile([][2]string{
	{`^a picture is drawn (\d+) pt beyond the edge of the sheet$`, "ảnh ở ngoài mép giấy $1 pt"},
	{`^(.+) is drawn (\d+) pt beyond the edge of the sheet$`, "chữ “$1” ở ngoài mép giấy $2 pt"},
	{`^property "(.+)" is not supported$`, "thuộc tính “$1” chưa được hỗ trợ"},
	{`^(.+): (.+) is not a value that is supported$`, "$1 chưa nhận giá trị $2"},
	{`^(.+): (.+) gives no value that is supported$`, "$1 chưa nhận giá trị $2"},
	{`^(.+): (.+) is not a value that (@page|@font-face) supports$`, "$1 trong $3 chưa nhận giá trị $2"},
	{`^descriptor "(.+)" of @font-face is not supported$`, "mục “$1” trong @font-face chưa được hỗ trợ"},
	{`^@font-face needs font-family and src; it is left out$`, "@font-face thiếu font-family hoặc src nên bị bỏ qua"},
	{`^@font-face "(.+)": (.+)$`, "không mở được phông “$1”: $2"},
	{`^selector (.+): .+; its rule is left out$`, "bộ chọn $1 chưa được hỗ trợ nên cả quy tắc bị bỏ qua"},
	{`^page selector (.+) is not supported; its rule is left out$`, "bộ chọn trang $1 chưa được hỗ trợ nên cả quy tắc bị bỏ qua"},
	{`^nested rule (.+) is not supported$`, "quy tắc lồng $1 chưa được hỗ trợ"},
	{`^media feature (.+) is not supported$`, "điều kiện @media $1 chưa được hỗ trợ"},
	{`^this @supports condition is not understood$`, "không hiểu điều kiện @supports này"},
	{`^a rule without a \{ \} block is left out$`, "quy tắc không có { } nên bị bỏ qua"},
	{`^(.+) is no declaration$`, "“$1” không phải là khai báo"},
	{`^@import without an address$`, "@import không ghi địa chỉ"},
	{`^@import must stand before the rules; it is left out$`, "@import phải đứng trước mọi quy tắc nên bị bỏ qua"},
	{`^@import with layer or supports\(\) is not supported$`, "@import có layer hay supports() chưa được hỗ trợ"},
	{`^@import of (.+) goes in a circle or too deep$`, "@import $1 lặp vòng, hoặc lồng quá sâu"},
	{`^@import of (.+): (.+)$`, "không mở được @import $1: $2"},
	{`^style sheet (.+): (.+)$`, "không mở được tờ kiểu dáng $1: $2"},
	{`^@(.+) is not supported in @page$`, "@$1 trong @page chưa được hỗ trợ"},
	{`^<(.+)> cannot be printed and is left out$`, "thẻ <$1> không in được nên bị bỏ qua"},
	{`^<img> without an address \(src\)$`, "thẻ <img> không ghi địa chỉ ảnh (src)"},
	{`^link to #(.+): the document has no such place$`, "liên kết đến #$1, nhưng trong bản in không có chỗ ấy"},
	{`^anchor (.+) is on page (\d+) of (\d+)$`, "chỗ #$1 ở trang $2, mà bản in có $3 trang"},

	{`^a line is wider than its column: (.+)$`, "dòng “$1”"},
	{`^wide word spaces stand one below the other on (\d+) lines; the last is: (.+)$`, "$1 dòng liền, dòng cuối là “$2”"},
	{`^the picture (.+) is (\d+) pt tall and was scaled down to (\d+) pt to fit its page$`, "$1 cao $2 pt, thu còn $3 pt"},
	{`^the last page is only (\d+)% full$`, "trang cuối chỉ đầy $1%"},
	{`^the column ends (\d+) pt above the longest one$`, "cột này ngắn hơn cột dài nhất $1 pt"},
	{`^the page's last (\d+) pt stay empty: what follows does not fit there$`, "$1 pt cuối trang để trống vì phần sau không chia được"},
	{`^elements are nested more than 480 deep; those further in are set one after the other$`, "khung lồng trong khung quá 480 lớp; từ đó trở vào các khung được xếp nối tiếp nhau"},
	{`^the document has more than (\d+) pages; the rest is left out$`, "quá $1 trang, phần còn lại bị bỏ"},
	{`^multi-column containers nested more than twice are set in one column$`, "khung nhiều cột lồng quá hai lần thì dàn một cột"},
	{`^orphans or widows could not be honoured at the foot$`, "ở cuối cột"},
	{`^a break that the style sheet avoids was needed at the foot$`, "ở cuối cột"},
	{`^page references move the pages that they refer to$`, "số trang in ra lại đẩy trang đi"},
	{`^a page reference names a place that is not there: (.+)$`, "#$1"},
	{`^a background picture would be repeated more than 2000 times; the rest is left out$`, "hình nền lặp quá 2000 lần, phần còn lại bị bỏ"},
	{`^content is taller than the page$`, "cao hơn trang giấy"},
	{`^<use> of "(.*)": the drawing has no such part$`, "phần “$1” được dùng lại mà không có trong hình"},
	{`^<use> of "(.*)" goes in a circle$`, "phần “$1” tự dùng lại chính nó"},
	{`^<image>: (.+)$`, "không mở được ảnh trong hình: $1"},
	{`^<(.+)> is not supported and is left out$`, "thẻ <$1> chưa vẽ được nên bị bỏ"},
	{`^<(.+)> in a clip path is not supported and is left out$`, "thẻ <$1> trong đường cắt chưa vẽ được nên bị bỏ"},
	{`^<textPath> is not supported: its text is set straight$`, "chữ chạy theo đường cong được xếp thẳng"},
	{`^rotate of single characters is not supported and is ignored$`, "từng chữ quay nghiêng được xếp thẳng"},
	{`^no font has the sign (.+)$`, "phông chữ không có $1"},
	{`^a gradient on text is not supported; its first colour is used$`, "chữ tô chuyển màu được in một màu"},
	{`^colour "(.*)" is not understood; black is used$`, "không hiểu màu “$1”, in màu đen"},
	{`^paint "(.*)" is not supported$`, "cách tô “$1” chưa vẽ được"},
	{`^path data has a mistake; the path ends there$`, "nét vẽ có chỗ sai nên bị cụt"},
	{`^spreadMethod (.+) is not supported; pad is used$`, "màu chuyển lặp lại ($1) chưa vẽ được"},
	{`^(\S+) "(.*)" is not understood and is (?:ignored|taken as 0)$`, "không hiểu $1 “$2” nên bỏ qua"},
	{`^(\S+) is not supported and is ignored$`, "$1 chưa vẽ được nên bỏ qua"},
	{`^(.+) is not supported$`, "$1 chưa được hỗ trợ"},
})

type wording struct {
	english    *regexp.Regexp
	vietnamese string
}

func compile(pairs [][2]string) (all []wording) {
	for _, p := range pairs {
		all = append(all, wording{regexp.MustCompile(p[0]), p[1]})
	}
	return all
}

// inVietnamese says what the press means; an unknown message stays as it is.
func inVietnamese(message string) string {
	if inner, ok := strings.CutPrefix(message, "in a drawing: "); ok {
		return "trong hình vẽ: " + inVietnamese(inner)
	}
	if inner, ok := strings.CutPrefix(message, "in a style attribute: "); ok {
		return "trong thuộc tính style: " + inVietnamese(inner)
	}
	for _, w := range pressWords {
		if m := w.english.FindStringSubmatchIndex(message); m != nil {
			return string(w.english.ExpandString(nil, w.vietnamese, message, m))
		}
	}
	return message
}
