// Cỡ chữ đã chọn, đặt trước khi trang được vẽ: tệp này không hoãn, nên chữ không nhảy cỡ.
try { document.documentElement.dataset.coChu = localStorage.getItem("co-chu") ?? ""; } catch { /* trình duyệt cấm lưu */ }
