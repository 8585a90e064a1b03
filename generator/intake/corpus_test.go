package intake

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"strings"

	. "bantin/generator/internal/worddoc"
)

// sample is a document of a shape that offices send, and what has to come out.
// A point is "what: text": has, not, once, head, item, cell, bold, italic, link,
// image (a number), line (a whole block), field (key=value; not asked of peers).
type sample struct {
	name   string
	data   []byte
	points []string
}

const prose = "Chi bộ họp ngày đầu tháng, ai cũng có việc của mình và nói được việc ấy đã đi đến đâu."

func photo(seed uint8) []byte {
	img := image.NewRGBA(image.Rect(0, 0, 64, 48))
	for i := range img.Pix {
		img.Pix[i] = uint8(i)*seed | 0x80
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const headings = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Ti"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Ca"><w:name w:val="caption"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style><w:style w:type="character" w:styleId="St"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>` +
	`<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>`

// head is the title that most samples begin with.
var head = PP([]string{Center}, R("MÔ HÌNH “GIỜ ĐỌC ĐẦU TUẦN”", "b"))

func doc(body ...string) Doc { return Doc{Body: head + strings.Join(body, ""), Styles: headings} }

func with(d Doc, change func(*Doc)) []byte {
	change(&d)
	return d.Bytes()
}

var letterhead = Table(false, []string{
	Cell(PP([]string{Center}, "ĐẢNG BỘ THÀNH PHỐ A"), PP([]string{Center}, R("ĐẢNG ỦY SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b")), PP([]string{Center}, "*"), PP([]string{Center}, "Số 12-BC/ĐU")),
	Cell(PP([]string{Center}, R("ĐẢNG CỘNG SẢN VIỆT NAM", "b")), PP([]string{Center}, R("Thành phố A, ngày 12 tháng 10 năm 2023", "i"))),
})

var signed = Table(false, []string{
	Cell(P(R("Nơi nhận:", "b", "i")), P("- Như trên;"), P("- Lưu văn phòng.")),
	Cell(PP([]string{Center}, R("T/M ĐẢNG ỦY", "b")), PP([]string{Center}, R("PHÓ BÍ THƯ", "b")), PP([]string{Center}, R("(đã ký)", "i")), PP([]string{Center}, R("Trần Thị Bình", "b"))),
})

const textBox = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>%[1]s</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
	`<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>%[1]s</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

func samples() []sample {
	picture := map[string][]byte{"p1.jpg": photo(3), "p2.jpg": photo(5)}
	legacyRun := func(font, text string, more ...string) string { return R(text, append(more, Font(font))...) }
	return []sample{
		{"bold lines as headings", doc(P(R("Vì sao đọc", "b")), P(prose), P(R("Đọc thế nào", "b")), P(prose)).Bytes(), []string{"head: Vì sao đọc", "head: Đọc thế nào", "head: MÔ HÌNH “GIỜ ĐỌC ĐẦU TUẦN”"}},
		{"numbered bold headings", doc(P(R("I. ĐẶC ĐIỂM TÌNH HÌNH", "b")), P(R("1. Thuận lợi", "b")), P(prose), P(R("2. Khó khăn", "b")), P(prose), P(R("II. KẾT QUẢ", "b")), P(prose)).Bytes(),
			[]string{"head: I. ĐẶC ĐIỂM TÌNH HÌNH", "head: 1. Thuận lợi", "head: 2. Khó khăn", "head: II. KẾT QUẢ", "line: " + prose}},
		{"styled headings", Doc{Styles: headings, Body: PP([]string{Style("Ti")}, "Một đầu đề") + PP([]string{Style("H1")}, "Phần một") + P(prose) + PP([]string{Style("H2")}, "Mục một") + P(prose)}.Bytes(), []string{"head: Phần một", "head: Mục một", "head: Một đầu đề"}},
		{"outline level without style", doc(PP([]string{`<w:outlineLvl w:val="0"/>`}, "Phần có cấp"), P(prose)).Bytes(), []string{"head: Phần có cấp"}},
		{"automatic roman numbers", with(doc(PP([]string{Num(1, 0)}, R("TÌNH HÌNH", "b")), P(prose), PP([]string{Num(1, 0)}, R("KẾT QUẢ", "b")), P(prose)), func(d *Doc) { d.Numbering = List(1, Level(0, "upperRoman", "%1.")) }),
			[]string{"head: I. TÌNH HÌNH", "head: II. KẾT QUẢ"}},
		{"bullet list", with(doc(P("Ba việc:"), PP([]string{Num(1, 0)}, "Việc một"), PP([]string{Num(1, 1)}, "Việc con"), PP([]string{Num(1, 0)}, "Việc hai")), func(d *Doc) {
			d.Numbering = List(1, Level(0, "bullet", "\uf0b7", `<w:rPr>`+Font("Symbol")+`</w:rPr>`), Level(1, "bullet", "o"))
		}), []string{"item: Việc một", "item: Việc con", "item: Việc hai"}},
		{"lettered points", with(doc(P("Chi bộ làm:"), PP([]string{Num(1, 0)}, "Rà soát hồ sơ;"), PP([]string{Num(1, 0)}, "Lập kế hoạch.")), func(d *Doc) { d.Numbering = List(1, Level(0, "lowerLetter", "%1)")) }), []string{"label: a) Rà soát hồ sơ;", "label: b) Lập kế hoạch."}},
		{"list that starts at 2", with(doc(PP([]string{Num(1, 0)}, "Việc thứ hai là đọc."), PP([]string{Num(1, 0)}, "Việc thứ ba là viết.")), func(d *Doc) {
			d.Numbering = strings.Replace(List(1, Level(0, "decimal", "%1.")), `<w:start w:val="1"/>`, `<w:start w:val="2"/>`, 1)
		}), []string{"item: Việc thứ hai là đọc.", "start: 2"}},
		{"numbers of many levels", with(doc(PP([]string{Num(1, 0)}, "Việc lớn"), PP([]string{Num(1, 1)}, "Việc nhỏ ở trong"), PP([]string{Num(1, 1)}, "Việc nhỏ nữa")), func(d *Doc) {
			d.Numbering = List(1, Level(0, "decimal", "%1."), Level(1, "decimal", "%1.%2."))
		}), []string{"item: Việc lớn", "has: 1.1. Việc nhỏ ở trong", "has: 1.2. Việc nhỏ nữa"}},
		{"typed bullets", doc(P("Ba việc:"), P("-Việc một"), P("- Việc hai"), P("•", Tab, "Việc ba")).Bytes(), []string{"item: Việc một", "item: Việc hai", "item: Việc ba"}},
		{"typed private bullets", doc(P("Ba việc:"), P("\uf0b7 Việc một"), P("\uf0b7 Việc hai")).Bytes(), []string{"item: Việc một", "item: Việc hai", "not: \uf0b7"}},
		{"typed numbers with strokes", doc(P("Làm như sau:"), P("1/ Đọc trước"), P("2/ Bàn sau"), P("3/Ghi lại")).Bytes(), []string{"item: Đọc trước", "item: Bàn sau", "item: Ghi lại"}},
		{"points within one paragraph", doc(P("Chi bộ làm:", Break, "a) Rà soát;", Break, "b) Kế hoạch;", Break, "c) Báo cáo.")).Bytes(), []string{"line: a) Rà soát;", "line: b) Kế hoạch;", "line: c) Báo cáo."}},
		{"tabbed table", doc(P("Khối", Tab, "Trước", Tab, "Sau"), P("Khối 1", Tab, "12", Tab, "30"), P("Khối 2", Tab, "9", Tab, "28")).Bytes(), []string{"cell: Khối 1", "cell: 30", "cell: Sau"}},
		{"spaces at the front", doc(P("        Đoạn thụt đầu dòng bằng dấu cách, không phải mã."), P("\u00a0\u00a0\u00a0\u00a0Đoạn nữa.")).Bytes(), []string{"line: Đoạn thụt đầu dòng bằng dấu cách, không phải mã.", "not: <pre"}},
		{"letterhead and signature", Doc{Styles: headings, Body: letterhead + PP([]string{Center}, R("BÁO CÁO", "b")) + PP([]string{Center}, R("kết quả thực hiện mô hình “Giờ đọc đầu tuần”", "b")) + P(prose) + signed}.Bytes(),
			[]string{"field: don_vi=ĐẢNG ỦY SỞ GIÁO DỤC VÀ ĐÀO TẠO", "field: date=2023-10-12", "field: tac_gia.0.ho_ten=Trần Thị Bình", "field: tac_gia.0.chuc_vu=T/M ĐẢNG ỦY, PHÓ BÍ THƯ", "not: Nơi nhận", "not: ĐẢNG CỘNG SẢN VIỆT NAM", "line: " + prose}},
		{"document for the register", Doc{Styles: headings, Body: strings.Replace(letterhead, "12-BC/ĐU", "590-HD/ĐU", 1) + PP([]string{Center}, R("HƯỚNG DẪN", "b")) + PP([]string{Center}, R("về xây dựng bản tin cơ sở", "b")) + P(prose) + signed}.Bytes(),
			[]string{"kind: van-ban", "field: so_ky_hieu=590-HD/ĐU", "field: co_quan=ĐẢNG ỦY SỞ GIÁO DỤC VÀ ĐÀO TẠO", "field: title=Hướng dẫn số 590-HD/ĐU", "field: date=2023-10-12", "field: trich_yeu=về xây dựng bản tin cơ sở"}},
		{"letterhead in state form", Doc{Styles: headings, Body: Table(false, []string{Cell(P("SỞ GIÁO DỤC VÀ ĐÀO TẠO"), P(R("TRƯỜNG THCS HOA MAI", "b")), P("Số: 45/BC-THCS")), Cell(P("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), P("Độc lập – Tự do – Hạnh phúc"), P("Hoa Mai, ngày 05 tháng 9 năm 2023"))}) +
			head + P(prose)}.Bytes(), []string{"field: don_vi=TRƯỜNG THCS HOA MAI", "field: date=2023-09-05", "not: Độc lập"}},
		{"signature in paragraphs", doc(P(prose), PP([]string{Right}, R("NGƯỜI VIẾT", "b")), PP([]string{Right}, "Lê Văn Cường")).Bytes(), []string{"field: tac_gia.0.ho_ten=Lê Văn Cường", "not: NGƯỜI VIẾT"}},
		{"byline", doc(P(prose), PP([]string{Right}, R("Bài và ảnh: Phạm Thu Hà", "b"))).Bytes(), []string{"field: tac_gia.0.ho_ten=Phạm Thu Hà"}},
		{"bold lead", doc(P(R("Mỗi sáng thứ Hai, cả trường dành mười lăm phút đọc sách trước giờ vào lớp.", "b")), P(prose), P(prose)).Bytes(), []string{"field: tom_tat=Mỗi sáng thứ Hai, cả trường dành mười lăm phút đọc sách trước giờ vào lớp."}},
		{"tracked changes", doc(P("Cả chi bộ có ", Del("Nguyễn A", "12"), Ins("Nguyễn A", "21"), " đảng viên.")).Bytes(), []string{"has: có 21 đảng viên.", "not: 1221", "left: 12", "left: 21"}},
		{"deleted paragraph mark", doc(`<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>`+R("Nửa đầu ")+`</w:p>`, P("nửa sau của câu.")).Bytes(), []string{"line: Nửa đầu nửa sau của câu."}},
		{"moved text", doc(P(`<w:moveFrom w:id="1" w:author="A">`+R("Câu chuyển chỗ. ")+`</w:moveFrom>`, "Câu đứng yên. ", `<w:moveTo w:id="2" w:author="A">`+R("Câu chuyển chỗ.")+`</w:moveTo>`)).Bytes(), []string{"once: Câu chuyển chỗ.", "left: Câu chuyển chỗ."}},
		{"comments", with(doc(P("Một câu", `<w:r><w:commentReference w:id="0"/></w:r>`, ".")), func(d *Doc) {
			d.Comments = `<w:comment w:id="0" w:author="Trưởng ban">` + P("Chỗ này chưa đúng") + `</w:comment>`
		}), []string{"not: chưa đúng", "left: Chỗ này chưa đúng", "has: Một câu."}},
		{"hidden text", doc(P("Chữ hiện ", R("chữ ẩn", "vanish"), R("ẩn nữa", `<w:rStyle w:val="An"/>`), "và hiện.")).Bytes(), []string{"not: ẩn", "left: chữ ẩn", "has: Chữ hiện và hiện."}},
		{"footnotes", with(doc(P("Câu cần nguồn", FootRef(2), " đi tiếp.")), func(d *Doc) {
			d.Footnotes = `<w:footnote w:type="separator" w:id="-1">` + P("x") + `</w:footnote>` + Footnote(2, "Theo báo cáo năm 2023.")
		}), []string{"once: Theo báo cáo năm 2023.", "has: Câu cần nguồn"}},
		{"merged cells", doc(Table(true, []string{CP(`<w:vMerge w:val="restart"/>`, "Khối"), CP(`<w:gridSpan w:val="2"/>`, "Kết quả")}, []string{CP(`<w:vMerge/>`, ""), Cell("Trước"), Cell("Sau")}, Texts("Khối 1", "12", "30"))).Bytes(),
			[]string{"cell: Khối 1", "cell: 12", "cell: 30", "has: Trước"}},
		{"rows merged downward", doc(Table(true, Texts("Khối", "Lớp", "Số"), []string{CP(`<w:vMerge w:val="restart"/>`, "Khối 1"), Cell("1A"), Cell("30")}, []string{CP(`<w:vMerge/>`, ""), Cell("1B"), Cell("28")})).Bytes(), []string{"cell: 1B", "cell: 28", "cell: Khối 1"}},
		{"cells of many paragraphs", doc(Table(true, Texts("Việc", "Ai"), []string{Cell(P("Đọc sách"), P("Ghi chép")), Cell("Tổ một | tổ hai")})).Bytes(), []string{"has: Đọc sách", "has: Ghi chép", "cell: Tổ một | tổ hai"}},
		{"frame of one cell", doc(P(prose), Table(true, []string{Cell("Điều rút ra từ cách làm này là ai cũng có việc của mình.")}), P(prose)).Bytes(), []string{"line: Điều rút ra từ cách làm này là ai cũng có việc của mình."}},
		{"picture with caption below", with(doc(P(prose), P(Picture("p1", "Ba em đọc sách dưới gốc cây")), PP([]string{Center}, R("Giờ đọc đầu tuần ở sân trường. Ảnh: Thu Hà", "i")), P(prose)), func(d *Doc) { d.Media = picture }), []string{"image: 1", "field: anh.0.chu_thich=Giờ đọc đầu tuần ở sân trường.", "field: anh.0.tac_gia=Thu Hà", "field: anh.0.alt=Ba em đọc sách dưới gốc cây"}},
		{"picture with caption above", with(doc(P(prose), PP([]string{Style("Ca")}, "Hình 1. Góc đọc của khối 1"), P(Picture("p1", "")), P(prose)), func(d *Doc) { d.Media = picture }), []string{"image: 1", "field: anh.0.chu_thich=Góc đọc của khối 1"}},
		{"two pictures in a table", with(doc(P(prose), Table(false, []string{Cell(P(Picture("p1", ""))), Cell(P(Picture("p2", "")))}, Texts("Góc đọc lớp một", "Góc đọc lớp hai")), P(prose)), func(d *Doc) { d.Media = picture }), []string{"image: 2", "field: anh.0.chu_thich=Góc đọc lớp một", "field: anh.1.chu_thich=Góc đọc lớp hai"}},
		{"text box", doc(P("Đoạn có khung.", fmt.Sprintf(textBox, P("Chữ trong khung.")))).Bytes(), []string{"once: Chữ trong khung.", "once: Đoạn có khung."}},
		{"links", with(doc(P("Xem ", `<w:hyperlink r:id="l1">`+R("thư viện số")+`</w:hyperlink>`, " và ", Field(`HYPERLINK "https://sach.example/b"`, R("kho sách")), ".")), func(d *Doc) {
			d.Links = map[string]string{"l1": "https://sach.example/a?x=1&y=2"}
		}), []string{"link: https://sach.example/a?x=1&y=2", "link: https://sach.example/b", "has: Xem thư viện số và kho sách."}},
		{"dangerous links", with(doc(P("Xem ", `<w:hyperlink r:id="l1">`+R("ở đây")+`</w:hyperlink>`, ".")), func(d *Doc) { d.Links = map[string]string{"l1": "javascript:alert(1)"} }), []string{"not: javascript", "has: Xem ở đây.", "left: javascript:alert(1)"}},
		{"looks of runs", doc(P(R("Kết quả:", "b"), "đạt và ", R("rất", "i"), " tốt, ", R("bỏ", "strike"), R("mạnh", `<w:rStyle w:val="St"/>`), ".")).Bytes(), []string{"bold: Kết quả", "italic: rất", "bold: mạnh", "has: Kết quả:đạt và rất tốt, bỏmạnh.", "not: **"}},
		{"bold in shreds", doc(P(R("Ngh", "b"), R("ị quy", "b"), R("ết", "b"), " số 1")).Bytes(), []string{"bold: Nghị quyết", "not: **"}},
		{"superscript", doc(P("Sân rộng 200 m", R("2", `<w:vertAlign w:val="superscript"/>`), ".")).Bytes(), []string{"sup: 200 m²."}},
		{"TCVN3 font", doc(P(legacyRun(".VnTime", "Chi bé tr­êng häc tËp vµ lµm theo B¸c.")), P(legacyRun(".VnTime", "§oµn kÕt"))).Bytes(), []string{"has: Chi bộ trường học tập và làm theo Bác.", "has: Đoàn kết"}},
		{"TCVN3 with soft hyphens", doc(P(`<w:r><w:rPr>` + Font(".VnTime") + `</w:rPr><w:t>tr</w:t><w:softHyphen/><w:t xml:space="preserve">êng häc tËp trong tr</w:t><w:softHyphen/><w:t>êng.</w:t></w:r>`)).Bytes(), []string{"has: trường học tập trong trường."}},
		{"VNI font", doc(P(legacyRun("VNI-Times", "Phoøng hoïp cuûa chi boä coù baûng."))).Bytes(), []string{"has: Phòng họp của chi bộ có bảng."}},
		{"capitals of TCVN3", doc(P(prose), P(legacyRun(".VnTimeH", "kÕt qu¶ ®¹t ®­îc", "b")), P(prose)).Bytes(), []string{"has: KẾT QUẢ ĐẠT ĐƯỢC"}},
		{"Unicode in an old font", doc(P(legacyRun(".VnTime", "Có ba tổ đọc sách mỗi tuần.")), P(legacyRun(".VnTime", "Có, và vui."))).Bytes(), []string{"has: Có ba tổ đọc sách mỗi tuần.", "has: Có, và vui."}},
		{"symbols", doc(P(`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`, " Xong. ", R("\uf0b7", Font("Symbol")), " Tiếp.")).Bytes(), []string{"has: ✓ Xong. • Tiếp."}},
		{"tabs and hyphens", doc(P("Lớp", Tab, "1A", `<w:r><w:noBreakHyphen/><w:t>2B</w:t></w:r>`, R(" chữ mềm chi\u00adbộ"), `<w:r><w:softHyphen/><w:t>.</w:t></w:r>`)).Bytes(), []string{"has: Lớp 1A-2B chữ mềm chibộ."}},
		{"table of contents", doc(P(Field("TOC \\o \"1-3\"", R("Mục lục giả 1"))), P(R("Phần một", "b")), P(prose)).Bytes(), []string{"not: Mục lục giả", "head: Phần một"}},
		{"form fields", doc(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+P("Bấm để nhập chữ.")+`</w:sdtContent></w:sdt>`, `<w:sdt><w:sdtPr/><w:sdtContent>`+P("Chữ đã điền.")+`</w:sdtContent></w:sdt>`).Bytes(), []string{"not: Bấm để nhập", "has: Chữ đã điền."}},
		{"drop capital", doc(PP([]string{`<w:framePr w:dropCap="drop"/>`}, "T"), P("rong sân trường có một góc đọc.")).Bytes(), []string{"line: Trong sân trường có một góc đọc."}},
		{"running head", with(doc(P(prose)), func(d *Doc) { d.Header = P("Bản nháp lần 3") }), []string{"not: Bản nháp lần 3", "left: Bản nháp lần 3"}},
		{"embedded object", doc(P("Xem bảng.", `<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`)).Bytes(), []string{"has: Xem bảng.", "left: Excel.Sheet.12"}},
		{"verse", doc(P(prose), PP([]string{Center}, R("Sân trường có góc đọc chung", "i")), PP([]string{Center}, R("Mỗi tuần một buổi, cùng trông trang đời", "i")), P(prose)).Bytes(), []string{"has: Sân trường có góc đọc chung Mỗi tuần một buổi, cùng trông trang đời", "verse: 2"}},
		{"quotation style", doc(P(prose), PP([]string{Style("Q")}, "Đọc là để làm."), P(prose)).Bytes(), []string{"quote: Đọc là để làm."}},
		{"signs of Markdown", doc(P("# Không phải đề mục, * không đậm*, 1. không [mục](x) `mã` <b>thẻ</b> {{< figure >}} a_b_c"), P("+ một"), P("5 > 3 & 2 < 4; A&amp;B --- hết")).Bytes(),
			[]string{"has: # Không phải đề mục, * không đậm*, 1. không [mục](x) `mã` <b>thẻ</b> {{< figure >}} a_b_c", "has: + một", "has: 5 > 3 & 2 < 4; A&amp;B --- hết"}},
	}
}
