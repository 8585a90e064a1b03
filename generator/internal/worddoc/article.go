package worddoc

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
)

// Whole is a whole article as an office sends it: no headings but bold lines,
// a letterhead in a table, a list typed by hand, a table with merged cells, a
// picture with its caption, a footnote, tracked changes and a comment.
func Whole() []byte {
	headLine := func(s string, props ...string) string { return PP([]string{Center}, R(s, props...)) }
	body := Table(false, []string{
		Cell(headLine("ĐẢNG BỘ THÀNH PHỐ A"), headLine("CHI BỘ TRƯỜNG THCS HOA MAI", "b"), headLine("*"), headLine("Số 12-BC/CB")),
		Cell(headLine("ĐẢNG CỘNG SẢN VIỆT NAM", "b"), headLine("Hoa Mai, ngày 12 tháng 10 năm 2023", "i")),
	}) +
		headLine("BÁO CÁO", "b") + headLine("Mô hình “Giờ đọc đầu tuần”", "b") +
		P(R("Mỗi sáng thứ Hai, cả trường dành mười lăm phút đọc sách trước giờ vào lớp.", "b")) +
		P(R("1. Vì sao có giờ đọc", "b")) +
		P("Cả chi bộ có ", Del("Lê Thị Mai", "12"), Ins("Lê Thị Mai", "21"), " đảng viên", FootRef(2), ", ai cũng dạy ít nhất một lớp", `<w:r><w:commentReference w:id="0"/></w:r>`, ". Khảo sát đầu năm cho thấy các em mượn sách nhiều nhưng đọc ít.") +
		PP([]string{Center}, Picture("p1", "Một góc sân có ghế và giá sách")) +
		PP([]string{Center}, R("Góc đọc ở sân trường. Ảnh: Ban Biên tập", "i")) +
		P(R("2. Cách làm", "b")) + P("Chi bộ giao ba việc:") + P("- Mỗi tổ chọn một tủ sách;") + P("-Mỗi lớp một người giữ sổ;") + P("- Cuối tháng đọc chung một cuốn.") +
		P(R("3. Kết quả", "b")) +
		Table(true, []string{CP(`<w:vMerge w:val="restart"/>`, "Khối"), CP(`<w:gridSpan w:val="2"/>`, "Lượt mượn mỗi tuần")}, []string{CP(`<w:vMerge/>`, ""), Cell("Trước"), Cell("Sau")},
			Texts("Khối 6", "45", "210"), Texts("Khối 7", "38", "164")) +
		P(R("Bài học:", "b"), " ai cũng có việc của mình thì việc chung không phải nhắc.") +
		PP([]string{Right}, R("NGƯỜI VIẾT", "b")) + PP([]string{Right}, "Phạm Thu Hà")
	return Doc{
		Body:      body,
		Footnotes: Footnote(2, "Tính đến tháng 9 năm 2023."),
		Comments:  `<w:comment w:id="0" w:author="Ban Biên tập">` + P("Hỏi lại số lớp") + `</w:comment>`,
		Media:     map[string][]byte{"p1.jpg": Photo(1600, 1000)},
	}.Bytes()
}

// Photo is a JPEG of a size: a sky, a ground, and something that stands on it.
func Photo(width, height int) []byte {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		c := color.RGBA{uint8(120 + 100*y/height), uint8(170 + 60*y/height), 220, 255}
		if y > height*2/3 {
			c = color.RGBA{90, uint8(130 - 60*y/height), 60, 255}
		}
		for x := range width {
			if x > width/3 && x < width/2 && y > height/3 && y < height*5/6 {
				img.SetRGBA(x, y, color.RGBA{150, 60, 40, 255})
				continue
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 80}); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}
