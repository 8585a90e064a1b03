// Trang đọc được trọn vẹn khi không có tệp này. Nó chỉ nhớ cỡ chữ đã chọn, giữ số mới nhất để
// đọc khi mất mạng, và mở video tại chỗ khi người đọc bấm.
(() => {
  "use strict";
  const kho = "co-chu";
  const co = document.querySelectorAll('input[name="co-chu"]');
  let luu = null;
  try { luu = localStorage.getItem(kho); } catch { /* trình duyệt cấm lưu: cỡ chữ chỉ giữ trên trang này */ }
  for (const o of co) {
    if (o.value === luu) o.checked = true;
    o.addEventListener("change", () => {
      document.documentElement.dataset.coChu = o.value;
      try { localStorage.setItem(kho, o.value); } catch { /* như trên */ }
    });
  }

  for (const a of document.querySelectorAll("a[data-nhung]")) {
    a.addEventListener("click", (e) => {
      if (e.ctrlKey || e.metaKey || e.shiftKey) return;
      e.preventDefault();
      const khung = document.createElement("iframe");
      khung.src = a.dataset.nhung;
      khung.title = a.dataset.ten;
      khung.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture";
      khung.referrerPolicy = "strict-origin-when-cross-origin";
      khung.allowFullscreen = true;
      a.replaceWith(khung);
      khung.focus();
    });
  }

  // Trang mất mạng gọi tên điều đã hỏi: lời của liên kết vừa bấm.
  addEventListener("click", (e) => {
    const a = e.target.closest?.("a[href]");
    try { if (a) sessionStorage.setItem("vua-mo", JSON.stringify([a.pathname, a.textContent.trim()])); } catch { /* như trên */ }
  });
  const daHoi = document.querySelector("[data-da-hoi]");
  if (daHoi) {
    try {
      const [duong, ten] = JSON.parse(sessionStorage.getItem("vua-mo"));
      if (duong === location.pathname && ten) daHoi.textContent = ten;
    } catch { /* không bấm từ trang nào: địa chỉ là đủ */ }
  }

  // Gửi bài: điện thoại mở bảng chia sẻ của máy (Zalo, tin nhắn …), máy bàn chép địa chỉ.
  const gui = document.querySelector("[data-gui]");
  if (gui && (navigator.share || navigator.clipboard)) {
    const [nut, bao] = gui.children;
    if (!navigator.share) nut.textContent = "Chép địa chỉ bài này";
    gui.hidden = false;
    nut.addEventListener("click", () => {
      const url = gui.dataset.gui;
      if (navigator.share) {
        navigator.share({ title: document.querySelector("h1").textContent, url }).catch(() => { /* người đọc thôi không gửi */ });
        return;
      }
      navigator.clipboard.writeText(url).then(
        () => { bao.textContent = "Đã chép. Dán vào tin nhắn để gửi."; },
        () => { bao.textContent = "Trình duyệt không cho chép; hãy chép từ ô địa chỉ."; },
      );
    });
  }

  const the = document.currentScript;
  if ("serviceWorker" in navigator && the && the.dataset.ngoaiTuyen) {
    const dangKy = () => {
      navigator.serviceWorker.register(the.dataset.ngoaiTuyen).catch(() => { /* không có cũng đọc được */ });
    };
    // Đợi máy rảnh: việc đọc đi trước.
    addEventListener("load", () => setTimeout(() => (self.requestIdleCallback || setTimeout)(dangKy), 2000));
  }
})();
