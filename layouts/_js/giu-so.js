// Nút "giữ số này": cả số, ảnh và bản in nằm trong máy, đọc được khi không có mạng.
// Việc giữ do ngoai-tuyen.js làm; ở đây chỉ hỏi và cho thấy tình trạng.
(() => {
  "use strict";
  const khung = document.querySelector("[data-giu]");
  if (!khung || !("serviceWorker" in navigator) || !self.caches) return;
  const [nut, bao] = khung.children, trang = khung.dataset.giu;
  let coSo = null, dangGiu = null, ban = false;

  const co = (byte) => (byte < 1e6 ? `${Math.max(1, Math.round(byte / 1e3))} kB` : `${(byte / 1e6).toFixed(1).replace(".", ",")} MB`);
  const hoi = (viec, tienDo) => navigator.serviceWorker.ready.then((r) => new Promise((xong) => {
    const kenh = new MessageChannel();
    kenh.port1.onmessage = ({ data }) => (data.het ? xong(data) : tienDo?.(data));
    r.active.postMessage({ viec, trang }, [kenh.port2]);
  }));

  function ve(loi) {
    khung.hidden = !dangGiu && !coSo;
    nut.textContent = dangGiu ? "Thôi giữ số này" : `Giữ số này trong máy${coSo ? ` (${co(coSo)})` : ""}`;
    bao.textContent = loi ?? (dangGiu ? `Đang giữ ${co(dangGiu.byte)}: bài, ảnh và bản in đọc được khi không có mạng.` : "");
  }

  nut.addEventListener("click", async () => {
    if (ban) return;
    ban = true;
    const viec = dangGiu ? "thoi" : "giu";
    if (viec === "giu") {
      bao.textContent = "Đang giữ …";
      // Máy sắp đầy thì trình duyệt hay bỏ kho: xin được giữ lâu.
      navigator.storage?.persist?.().catch(() => { /* không được cũng giữ */ });
    }
    const tra = await hoi(viec, ({ xong, ca }) => { bao.textContent = `Đang giữ: ${xong}/${ca} tệp`; });
    ban = false;
    if (!tra.loi) dangGiu = tra.giu;
    ve(tra.loi === "day" ? "Máy hết chỗ, chưa giữ được." : tra.loi ? "Mạng trục trặc, chưa giữ được; hãy thử lại." : undefined);
  });

  fetch(`${trang}ngoai-tuyen.json`, { cache: "no-cache" }).then((r) => (r.ok ? r.json() : null)).then((m) => { coSo = m?.byte ?? null; }, () => { /* mất mạng */ })
    .then(() => hoi("hoi")).then((tra) => { dangGiu = tra.giu ?? null; ve(); });
})();
