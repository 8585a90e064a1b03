// Nghĩa: những cách viết khác của cùng một điều. Chữ tắt, lời thường nói (bảng của khuôn trang),
// số văn bản viết liền, chữ gõ khi quên bật bộ gõ (Telex, VNI), ngoặc kép quá chặt.
const tuDien = Object.entries(JSON.parse(document.querySelector("form.tim").dataset.tuDien ?? "{}"))
  .filter(([, chu]) => chu).map(([tat, chu]) => ({ tat: cacTu(tat), chu: cacTu(chu).map((t) => ({ ...t, goc: chu.slice(t.dau, t.cuoi) })) }));

// 37qđ/tw, qđ37, 37QDTW: số và loại văn bản dính nhau thì tách ra, như chỉ mục đã tách.
const loaiSo = "q[đd]|nq|kl|ct|hd|tt|tb|cv|kh|bc|qc|n[đd]|tw";
function tachSo(q) {
  return q.normalize("NFC")
    .replace(new RegExp(`(\\d)(${loaiSo})(\\p{L}{2,5})?(?!\\p{L})`, "giu"), "$1 $2 $3")
    .replace(new RegExp(`(?<!\\p{L})(${loaiSo})(tw)?(\\d)`, "giu"), "$1 $2 $3")
    .replace(new RegExp(`(?<![\\p{L}\\d])(\\d)(?=[\\s-]*(?:${loaiSo})(?!\\p{L}))`, "giu"), "0$1"); // văn bản ghi số dưới 10 có 0 đứng đầu
}

// Khớp một chữ tắt tại từ thứ i: gõ có dấu thì phải đúng dấu, gõ không dấu thì thế nào cũng được.
const khop = (tu, i, tat) => tat.every((t, k) => tu[i + k]?.gap === t.gap && dungDau(tu[i + k], t.dang));

// Câu hỏi viết bằng chữ đầy đủ, null khi không có gì để thay. Chữ tắt dài hơn được thay trước.
function doiChuTat(cau) {
  const tu = [];
  let doi = false;
  for (let i = 0; i < cau.tu.length;) {
    const m = tuDien.filter(({ tat }) => khop(cau.tu, i, tat)).sort((a, b) => b.tat.length - a.tat.length)[0];
    if (m) { tu.push(...m.chu); doi = true; i += m.tat.length; } else tu.push(cau.tu[i++]);
  }
  return doi && tu.length <= 12 ? { tu, cum: [] } : null;
}

const dauTelex = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const dauVni = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
const muCua = { a: "â", e: "ê", o: "ô" };

// Một tiếng gõ Telex hay VNI thành chữ có dấu; không phải thì trả lại như cũ.
function giaiGo(chu) {
  let c = chu.toLowerCase(), thanh = "";
  if (/^[a-z]+\d[a-z\d]*$/.test(c)) {
    c = c.replace(/[1-5]/, (n) => { thanh = dauVni[n]; return ""; });
    if (/9/.test(c)) c = c.replace("9", "").replace("d", "đ");
    if (/6/.test(c)) c = c.replace("6", "").replace(/[aeo](?=[^aeo]*$)/, (v) => muCua[v]);
    if (/7/.test(c)) c = c.replace("7", "").replace(/uo/, "ươ").replace(/[ou](?=[^ou]*$)/, (v) => (c.includes("ư") ? v : v === "o" ? "ơ" : "ư"));
    if (/8/.test(c)) c = c.replace("8", "").replace("a", "ă");
    return /\d/.test(c) ? chu : c + thanh;
  }
  if (!/^[a-z]+$/.test(c)) return chu;
  c = c.replace(/^([^aeiouyw]*[aeiouyw]+[a-z]*?)([sfrxj])([a-z]*)$/, (_, a, d, b) => { thanh = dauTelex[d]; return a + b; });
  c = c.replace(/^dd/, "đ").replace(/^d(.+)d$/, "đ$1").replace(/u?wow|uow/, "ươ").replace(/([aeo])\1/, (_, v) => muCua[v])
    .replace("aw", "ă").replace("ow", "ơ").replace("uw", "ư").replace(/w/, "ư");
  return c + thanh;
}

// Câu hỏi như thể bộ gõ đã bật, null khi không có gì để giải.
function quenBoGo(cau) {
  const tu = cau.tu.flatMap((t) => {
    const moi = giaiGo(t.goc ?? t.gap);
    return cacTu(moi).map((x) => ({ ...x, goc: moi.normalize("NFC") }));
  });
  return tu.length === cau.tu.length && tu.some((t, i) => t.gap !== cau.tu[i].gap || t.dang !== cau.tu[i].dang) ? { tu, cum: cau.cum } : null;
}

// Những câu nên tìm thay khi câu đã gõ không thấy gì: bộ gõ, số thiếu 0 đứng đầu, bỏ ngoặc kép.
function cauKhac(cau) {
  const go = quenBoGo(cau), cac = [];
  if (go) cac.push(go, { ...go, tu: go.tu.map((t) => ({ ...t, dang: t.gap })) });
  const doiSo = (t) => { const so = /^\d$/.test(t.gap) ? `0${t.gap}` : t.gap.replace(/^0(\d)$/, "$1"); return so === t.gap ? t : { ...t, gap: so, dang: so, goc: so }; };
  if (cau.tu.some((t) => doiSo(t) !== t)) cac.push({ ...cau, tu: cau.tu.map(doiSo) });
  if (cau.cum.length) cac.push({ ...cau, cum: [] });
  const dayDu = doiChuTat(cau);
  if (dayDu) cac.push(dayDu);
  return cac;
}

// Tìm lần lượt những câu ấy; được câu nào thì thôi.
async function timKhac(cac, loc) {
  for (const cau of cac) {
    const kq = await xep(cau, loc);
    if (kq.trang.length || kq.con) return [{ cau, kq }];
  }
  return [];
}
