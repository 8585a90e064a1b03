package scaffold

// explanations say what each key means, by its path, with the kind before it
// where kinds differ.
var explanations = map[string]string{
	"title": "đầu đề", "van-ban:title": "tên loại và số, ví dụ Kết luận số 21-KL/TW", "so:title": "ví dụ Số 10, tháng 10 năm 2023",
	"tom_tat": "sa-pô, không quá 300 ký tự", "van-ban:tom_tat": "để trống",
	"date": "ngày của bài", "so:date": "ngày ra số báo", "van-ban:date": "ngày ban hành; không rõ thì bỏ dòng này",
	"publishDate": "chỉ dựng từ ngày này", "expiryDate": "hết dựng từ ngày này", "lastmod": "ngày sửa gần nhất",
	"weight": "thứ tự trong số báo, 1 đứng đầu", "pham_vi": "không ghi là noi-bo", "draft": "true là bản nháp",
	"slug": "địa chỉ khác với tên thư mục, chữ thường không dấu", "aliases": "các địa chỉ cũ", "description": "mô tả cho máy tìm kiếm",
	"keywords": "từ khóa cho máy tìm kiếm", "tags": "từ khóa, ví dụ [\"sinh hoạt chi bộ\"]",
	"trang_thai": "chỉ da-duyet mới được dựng", "nguoi_duyet": "chức danh người duyệt", "ngay_duyet": "ngày duyệt",
	"loai": "thư mục đã nói loại bài nên không cần ghi", "so": "khóa của số báo, ví dụ \"2023-10\"; trống thì bài chỉ có trên trang web",
	"chuyen_muc": "chuyên mục in trên đầu bài", "don_vi": "chi bộ, đơn vị của bài",
	"tac_gia": "mỗi tác giả một mục bắt đầu bằng gạch ngang", "tac_gia.ho_ten": "họ và tên", "tac_gia.but_danh": "bút danh", "tac_gia.chuc_vu": "chức vụ",
	"van_ban": "khóa các văn bản bài dẫn, tức tên thư mục trong content/van-ban, ví dụ [21-kl-tw-2021-10-25]",
	"anh":     "ảnh; bỏ dấu # ở các dòng dưới khi có ảnh", "anh.tep": "tên tệp trong thư mục này", "anh.chu_thich": "chú thích in dưới ảnh",
	"anh.tac_gia": "người chụp", "anh.alt": "mô tả cho người không nhìn thấy ảnh", "anh.co_tre_em": "true hoặc false: nhận ra được trẻ em trong ảnh",
	"anh.dong_y": "ai đã đồng ý; từ đủ 7 tuổi cần ca-hai", "anh.tam": "phần phải giữ khi ảnh bị cắt cho vừa khung: tren, duoi, trai, phai, hoặc \"30% 20%\"; bỏ trống thì tự chọn",

	"guong:kieu": "kiểu gương", "ten": "tên mô hình hoặc tên người, tập thể", "linh_vuc": "lĩnh vực", "boi_canh": "trước khi làm thì thế nào",
	"cach_lam": "đã làm gì", "guong:ket_qua": "kết quả trước và sau, mỗi chỉ tiêu một mục", "ket_qua.chi_tieu": "đo cái gì", "ket_qua.truoc": "trước khi làm",
	"ket_qua.sau": "sau khi làm", "nhan_rong": "nơi nào đã làm theo", "khen_thuong": "đã được khen thế nào",
	"xac_minh": "ai đã xác minh số liệu", "xac_minh.nguoi": "cơ quan, người xác minh", "xac_minh.ngay": "ngày xác minh",

	"mua_giai": "mùa giải", "cap": "cấp dự giải", "loai_hinh": "loại hình", "the_loai": "ví dụ người tốt việc tốt, phóng sự, chính luận",
	"ky": "kỳ mấy của loạt bài; bài lẻ ghi 1 và 1", "ky.so": "kỳ thứ mấy", "ky.tong": "loạt có mấy kỳ",
	"dang_phat": "báo đã đăng; bỏ dấu # ở các dòng dưới khi có", "dang_phat.co_quan": "tên báo, đài", "dang_phat.ngay": "ngày đăng, phát", "dang_phat.lien_ket": "địa chỉ bài đã đăng",
	"giai_da_dat": "các giải đã đạt, ghi mức giải và nơi trao", "bua-liem-vang:ket_qua": "kết quả của mùa giải này, khi đã có",

	"hinh_thuc": "hình thức", "hoc-tap:kieu": "kiểu buổi học", "bat_dau": "ngày giờ bắt đầu, ví dụ \"2023-10-12 07:30\" (năm-tháng-ngày giờ:phút)",
	"tinh_trang": "khi buổi học không còn như đã báo; vẫn họp thì để trống",
	"ket_thuc":   "ngày giờ kết thúc (năm-tháng-ngày giờ:phút)", "dia_diem": "chỉ hiện trong bản nội bộ", "thanh_phan": "ai dự", "chu_tri": "người chủ trì",
	"bao_cao_vien": "mỗi báo cáo viên một mục", "bao_cao_vien.ho_ten": "họ và tên hoặc chức danh", "bao_cao_vien.chuc_danh": "chức danh",
	"chuyen_de": "các chuyên đề, ví dụ [\"Kết luận số 21-KL/TW\"]", "tai_lieu": "tài liệu; bỏ dấu # ở các dòng dưới khi có", "tai_lieu.ten": "tên tài liệu",
	"tai_lieu.lien_ket": "địa chỉ, ví dụ /van-ban/21-kl-tw-2021-10-25/",
	"bao_cao":           "số liệu sau buổi học; bỏ dấu # ở các dòng dưới khi có", "bao_cao.trieu_tap": "số triệu tập", "bao_cao.co_mat": "số có mặt", "bao_cao.y_kien": "số ý kiến",
	"bao_cao.ket_luan": "kết luận", "bao_cao.thu_hoach": "yêu cầu thu hoạch", "bao_cao.han": "hạn báo cáo, thu hoạch",

	"anh_bia": "ảnh bìa; bỏ dấu # ở các dòng dưới khi có", "anh_bia.tep": "tên tệp trong thư mục này", "anh_bia.chu_thich": "chú thích", "anh_bia.tac_gia": "tác giả ảnh", "anh_bia.alt": "mô tả ảnh", "anh_bia.tam": "phần phải giữ khi ảnh bị cắt cho vừa khung: tren, duoi, trai, phai, hoặc \"30% 20%\"",
	"xuat_ban": "phần in ở trang đầu và trang cuối", "xuat_ban.che_do": "bản tin có giấy phép, tài liệu không kinh doanh hay tờ dán bảng",
	"xuat_ban.ten": "tên bản tin", "xuat_ban.co_quan": "cơ quan ra bản tin", "xuat_ban.cap_tren": "cơ quan cấp trên", "xuat_ban.so": "số thứ tự",
	"xuat_ban.ky_han": "ví dụ hằng tháng", "xuat_ban.giay_phep": "giấy phép; bỏ dấu # ở các dòng dưới khi có", "xuat_ban.giay_phep.so": "số giấy phép",
	"xuat_ban.giay_phep.ngay": "ngày cấp", "xuat_ban.giay_phep.noi_cap": "nơi cấp", "xuat_ban.chiu_trach_nhiem": "người chịu trách nhiệm xuất bản",
	"xuat_ban.ban_bien_tap": "ban biên tập", "xuat_ban.noi_in": "nơi in", "xuat_ban.so_luong": "số bản in", "xuat_ban.kho": "khổ giấy",
	"xuat_ban.luu_chieu": "lưu chiểu", "xuat_ban.pham_vi_luu_hanh": "lưu hành ở đâu", "xuat_ban.lien_he": "điện thoại, thư điện tử của cơ quan",

	"gap_doi":   "true để số trang chia hết cho bốn, khi đóng ghim giữa",
	"thu_tu":    "linh-hoat để máy được đổi chỗ các bài cùng chuyên mục đứng cạnh nhau trong bản in cho vừa trang",
	"dan_trang": "giữ cách dàn của bài nào thì ghi ở đây, bỏ dấu # ở các dòng dưới; không ghi thì máy tự dàn", "dan_trang.bai": "tên thư mục của bài",
	"dan_trang.mo": "cách mở bài", "dan_trang.anh": "cỡ ảnh đầu bài", "dan_trang.cao": "chiều cao ảnh, tính bằng phần mười point", "dan_trang.dau_de": "bậc cỡ chữ của đầu đề, 1 là lớn nhất",
	"dan_trang.hop": "chỗ đặt hộp của bài", "dan_trang.hinh": "ảnh và bảng trong bài: lên đầu cột, ở nguyên chỗ, hay trải hai cột", "dan_trang.trich": "số câu rút từ bài in chữ lớn",
	"dan_trang.lap": "lời ngắn dưới bài: khau-hieu, dia-chi, moi-viet, van-ban", "dan_trang.tren": "khoảng trắng thêm trên bài, phần mười point",
	"dan_trang.tren_hop": "khoảng trắng thêm trên hộp", "dan_trang.tren_lap": "khoảng trắng trên lời ngắn",
	"dan_trang.trang_moi": "true để bài bắt đầu ở trang mới, false để nối tiếp",

	"so_ky_hieu": "số, ký hiệu", "co_quan": "cơ quan ban hành", "trich_yeu": "trích yếu", "khoa": "ví dụ khóa XIII",
	"thay_the_boi": "khóa của văn bản đã thay thế văn bản này", "ghi_chu": "ghi chú",
}
