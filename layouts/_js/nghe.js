// Nghe bài: giọng tiếng Việt có sẵn trong máy đọc từng đoạn, đoạn đang đọc được đánh dấu.
// Máy không có giọng tiếng Việt thì nút không hiện; không gửi chữ nào ra ngoài.
(() => {
  "use strict";
  const khung = document.querySelector("[data-nghe]"), may = self.speechSynthesis;
  if (!khung || !may) return;
  const [nut, bao] = khung.children;
  let giong = null, lan = 0;

  // Giọng chạy trong máy; giọng trên mạng gửi chữ của bài đi nơi khác.
  function tim() {
    giong = may.getVoices().find((g) => /^vi\b/i.test(g.lang) && g.localService) ?? null;
    khung.hidden = !giong;
  }
  tim();
  may.addEventListener?.("voiceschanged", tim);

  const doan = () => [...document.querySelectorAll(".dau-bai h1, .dau-bai .sapo, .bai > .than-bai > :is(p, h2, h3, h4, ul, ol, blockquote)")];
  function danh(e) {
    document.querySelector(".dang-doc")?.classList.remove("dang-doc");
    e?.classList.add("dang-doc");
    if (e && matchMedia("(prefers-reduced-motion: no-preference)").matches) e.scrollIntoView({ block: "center", behavior: "smooth" });
  }
  const chu = (e) => { const c = e.cloneNode(true); c.querySelectorAll(".neo, sup").forEach((x) => x.remove()); return c.textContent.trim(); };
  function dung(loi = "") {
    lan++;
    may.cancel();
    danh(null);
    nut.textContent = "Nghe bài này";
    nut.setAttribute("aria-pressed", "false");
    bao.textContent = loi;
  }
  function doc(cac, cua) {
    if (cua !== lan) return;
    const e = cac.shift();
    if (!e) { dung("Đã đọc hết bài."); return; }
    const loi = new SpeechSynthesisUtterance(chu(e));
    loi.voice = giong;
    loi.lang = giong.lang;
    loi.onend = () => doc(cac, cua);
    loi.onerror = () => { if (cua === lan) dung("Máy không đọc được tiếp."); };
    danh(e);
    may.speak(loi);
  }
  nut.addEventListener("click", () => {
    if (nut.getAttribute("aria-pressed") === "true") { dung(); return; }
    dung();
    nut.textContent = "Dừng đọc";
    nut.setAttribute("aria-pressed", "true");
    doc(doan(), lan);
  });
  addEventListener("pagehide", () => dung());
})();
