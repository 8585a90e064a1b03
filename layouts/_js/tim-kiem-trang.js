// Trang: ô tìm, bộ lọc, danh sách kết quả, bàn phím.
const bieu = document.querySelector("form.tim");
const o = bieu.elements.q, bao = document.querySelector(".tim-bao"), ds = document.querySelector(".tim-kq");
const them = document.querySelector(".tim-them"), khungLoc = bieu.querySelector(".tim-loc");
const tenLoai = JSON.parse(bieu.dataset.loai);
const moiLan = 3, tuVe = 12; // cuộn tới đâu vẽ tới đó; quá tuVe kết quả thì bấm nút
let lan = 0, hien = null, hen = 0;

// Bộ lọc: năm là một dãy trang liền nhau; loại và văn bản là danh sách trang.
let bangLoc = null;
async function moLoc() {
  await moChiMuc();
  if (bangLoc) return;
  const dong = (await tai("loc.txt")).split("\n").map((d) => d.split("\t"));
  if (bangLoc) return;
  bangLoc = { loai: new Map(), vb: new Map() };
  const chon = (ten, gia, chu) => bieu.elements[ten].add(new Option(chu, gia));
  for (const [kieu, khoa, trang, ten] of dong) {
    if (kieu === "loai") { bangLoc.loai.set(khoa, trang); chon("loai", khoa, tenLoai[khoa] ?? khoa); }
    if (kieu === "van-ban") { bangLoc.vb.set(khoa, trang); chon("vb", khoa, ten); }
  }
  for (const [nam] of chiMuc.nam) if (nam) chon("nam", nam, nam);
}

async function locDangChon({ loai, nam, vb }) {
  if (!loai && !nam && !vb) return () => true;
  await moLoc();
  const tap = [[bangLoc.loai, loai], [bangLoc.vb, vb]].filter(([, k]) => k).map(([b, k]) => new Set(danhSach(b.get(k) ?? "")));
  const i = chiMuc.nam.findIndex(([n]) => String(n) === nam);
  const dau = nam ? (chiMuc.nam[i]?.[1] ?? Infinity) : 0, cuoi = nam ? (chiMuc.nam[i + 1]?.[1] ?? chiMuc.so) : chiMuc.so;
  return (t) => t >= dau && t < cuoi && tap.every((s) => s.has(t));
}

// Cả việc tìm, không đụng đến trang: câu hỏi và bộ lọc vào, số trang đã xếp ra. con là chưa
// tìm hết: timThem(giu) tìm thêm, giữ nguyên từng ấy trang đầu.
async function tim(q, chon = {}) {
  await moChiMuc();
  daTieu = 0;
  const cau = docCau(tachSo(q));
  if (!cau.tu.length) return { trang: [], cau, sua: [] };
  const loc = await locDangChon(chon);
  // Hỏi số văn bản thì chữ tắt là chính nó.
  const dayDu = cau.tu.some((t) => /\d/.test(t.gap)) ? null : doiChuTat(cau);
  let kq = await xep(cau, loc, !!dayDu);
  // Chữ tắt thì tìm cả chữ đầy đủ; nó không phải chữ gõ sai.
  let daSua = dayDu ? await timKhac([dayDu], loc) : kq.la.length || !(kq.trang.length || kq.con || kq.som) ? await timKhac(cauKhac(cau), loc) : [];
  if (!dayDu && !daSua.length) {
    daSua = await suaNeuNghi(cau, kq, loc);
    if (!daSua.length && kq.som) {
      kq = await xep(cau, loc);
      if (!kq.trang.length) daSua = await suaNeuNghi(cau, kq, loc);
    }
  }
  const cac = [kq, ...daSua.map((s) => s.kq)];
  const ra = { chac: kq.chac || daSua.length > 0, hep: kq.hep, ngo: kq.ngo, dung: kq.trang.length > 0 || kq.con, cau: kq.trang.length ? cau : daSua[0]?.cau ?? cau, sua: daSua, goc: cau };
  const gom = (giu) => {
    ra.con = cac.some((k) => k.con);
    ra.trang = [...new Set([...giu, ...cac.flatMap((k) => k.trang)])];
  };
  ra.timThem = async (giu) => {
    await Promise.all(cac.filter((k) => k.con).map((k) => k.timThem()));
    gom(ra.trang.slice(0, giu));
  };
  gom([]);
  await boSai(ra, 0);
  await dungDauTruoc(ra.trang, cau, kq);
  return ra;
}

// Chỉ mục chưa chắc bài có nguyên cụm dài trong ngoặc kép, hay có đúng dấu: đọc lại những bài
// sắp hiện, rồi vài bài nữa khi còn ngân sách. Có bài sai dấu thì tìm thêm, khỏi phải đọc từng bài.
async function boSai(kq, dau) {
  const ngo = (t) => !kq.chac || kq.ngo.has(t);
  kq.trang.slice(dau, dau + moiLan).filter(ngo).forEach((t) => ca(t).catch(() => {}));
  for (let i = dau, daDoc = 0; i < Math.min(kq.trang.length, dau + moiLan) && daDoc < (conNganSach((dau + moiLan - i) * motBai) ? 8 : moiLan);) {
    const t = kq.trang[i];
    if (!ngo(t)) { i++; continue; }
    const chu = await ca(t);
    daDoc++;
    // Hết ngân sách thì bài đúng chữ mà khác dấu cứ đứng đó, sau bài đúng.
    if (kq.ngo.has(t) && !coDang(chu, kq.goc.tu) && (!i || conNganSach(4 * motBai))) await kq.timThem(i);
    else if (kq.chac || kq.goc.cum.every(([a, b]) => coCumTu(chu, kq.goc.tu.slice(a, b), "gap"))) i++;
    else kq.trang.splice(i, 1);
  }
}

// Chỉ mục không biết dấu của cả cụm, và cụm dài ở nhiều trang thì chưa chắc có nguyên cụm:
// đọc những bài đầu (đằng nào cũng tải để trích) và đưa bài đúng đầu tiên lên trước. Chưa
// chắc mà lượt ấy chẳng bài nào có cụm thì đọc thêm một lượt, rồi nữa khi còn ngân sách.
async function dungDauTruoc(trang, { tu, cum }, { tron, rong }) {
  const cach = rong || tu.every((t) => t.dang === t.gap) ? ["gap"] : ["dang", "gap"];
  if (!tron?.trang.length || (cach.length < 2 && tron.chac)) return;
  const co = new Set(tron.trang), het = trang.findIndex((t) => !co.has(t));
  const nen = het < 0 ? trang.length : het, motLuot = tron.chac || cum.length > 0;
  for (let i = 0; i < nen; i += moiLan) {
    if (i && (motLuot || (i > moiLan && !conNganSach(moiLan * motBai)))) return;
    const chu = await Promise.all(trang.slice(i, Math.min(i + moiLan, nen)).map(ca));
    for (const c of cach) {
      const dung = chu.findIndex((x) => coCumTu(x, tu, c));
      if (dung >= 0) return void trang.unshift(...trang.splice(i + dung, 1));
    }
  }
}

function tao(the, lop, ...con) {
  const e = document.createElement(the);
  if (lop) e.className = lop;
  e.append(...con);
  return e;
}

function oKetQua(t, m, tu) {
  const tua = tao("a", "", ...danhDau(m.ten, 0, m.ten.length, nenDanh(timTrong(m.ten, canTim(tu)), tu)));
  tua.href = new URL(m.duong, goc);
  const dong = [m.donVi, m.ngay && m.ngay.split("-").reverse().join("/")].filter(Boolean).join(" · ");
  return tao("li", `loai-${m.loai}`, tao("p", "muc", tenLoai[m.loai] ?? m.loai), tao("h2", "", tua), tao("p", "dong-bai", dong), tao("p", "tim-trich", ...trich(m.chu, tu)));
}

// Vẽ thêm một lượt, trả về ô đầu của lượt ấy. dau = 0 là thay cả danh sách.
let dangVe = false;
async function veThem(dau = ds.children.length) {
  const cua = lan, kq = hien;
  dangVe = true;
  try {
    if (dau) {
      daTieu = 0;
      const truoc = demKetQua(kq);
      while (kq.con && kq.trang.length < dau + moiLan) await kq.timThem(dau);
      await boSai(kq, dau);
      if (demKetQua(kq) !== truoc && cua === lan) bao.replaceChildren(...noi(kq));
    }
    const lo = kq.trang.slice(dau, dau + moiLan);
    const cac = await Promise.all(lo.map(doc));
    if (cua !== lan) return null;
    const o = lo.map((t, i) => oKetQua(t, cac[i], kq.cau.tu));
    if (dau) ds.append(...o); else ds.replaceChildren(...o);
    them.hidden = !kq.con && ds.children.length >= kq.trang.length;
    return o[0];
  } finally {
    dangVe = false;
  }
}

// Cuộn gần tới nút thì vẽ tiếp, khỏi phải bấm; đã nhiều, hay phải tìm thêm mới có, thì thôi,
// để còn tới được mục lục.
new IntersectionObserver(async ([{ isIntersecting }]) => {
  while (isIntersecting && !dangVe && hien && !them.hidden && ds.children.length < Math.min(tuVe, hien.trang.length) && them.getBoundingClientRect().top < innerHeight) {
    if (!await veThem().catch(() => null)) return;
  }
}).observe(them);

function demKetQua(kq) {
  const n = `${kq.trang.length.toLocaleString("vi-VN")} kết quả`;
  return kq.chac ? (kq.con ? `ít nhất ${n}` : n) : `khoảng ${n}`;
}

function noi(kq) {
  const n = demKetQua(kq);
  const goi = (tu) => tao("b", "", `“${tu.map((t) => t.goc ?? t.gap).join(" ")}”`);
  if (!kq.trang.length) return ["Không tìm thấy bài nào. Thử bớt chữ, bỏ dấu, hoặc bỏ bộ lọc."];
  if (!kq.sua.length) {
    const thay = [`Tìm thấy ${n}.`];
    if (!kq.hep || kq.cau.cum.length) return thay;
    const khac = new URL(location);
    khac.searchParams.set("q", kq.cau.tu.map((t) => t.gap).join(" "));
    const nut = tao("a", "", "Tìm cả khác dấu");
    nut.href = khac;
    return [...thay, " ", nut];
  }
  const cauSua = goi(kq.sua[0].cau.tu);
  if (!kq.dung) return ["Không thấy đúng chữ đã gõ; đây là ", n, " cho ", cauSua, "."];
  return [`Tìm thấy ${n}, kể cả cho `, cauSua, "."];
}

async function chay() {
  clearTimeout(hen);
  const cua = ++lan, q = o.value.trim();
  const chon = { loai: bieu.elements.loai.value, nam: bieu.elements.nam.value, vb: bieu.elements.vb.value };
  ghiDiaChi(q, chon);
  document.body.querySelector(".tim-bao").classList.toggle("co-tim", !!q);
  if (!q) { hien = null; ds.replaceChildren(); them.hidden = true; bao.textContent = ""; return; }
  const cham = setTimeout(() => { if (cua === lan) bao.textContent = "Đang tìm…"; }, 400);
  try {
    const kq = await tim(q, chon);
    if (cua !== lan) return;
    hien = kq;
    await veThem(0);
    if (cua !== lan) return;
    bao.replaceChildren(...noi(kq));
  } catch {
    if (cua !== lan) return;
    ds.replaceChildren();
    bao.textContent = "Không tải được dữ liệu tìm kiếm. Xem lại kết nối mạng rồi bấm Tìm lần nữa; mục lục ở cuối trang vẫn dùng được.";
    bao.classList.remove("co-tim");
  } finally {
    clearTimeout(cham);
  }
}

function ghiDiaChi(q, chon) {
  const p = new URLSearchParams();
  for (const [k, v] of Object.entries({ q, ...chon })) if (v) p.set(k, v);
  history.replaceState(null, "", p.size ? `?${p}` : location.pathname);
}

async function tuDiaChi() {
  const p = new URLSearchParams(location.search);
  o.value = p.get("q") ?? o.value;
  const loc = ["loai", "nam", "vb"].filter((k) => p.get(k));
  if (loc.length) {
    khungLoc.open = true;
    await moLoc().catch(() => {});
    for (const k of loc) bieu.elements[k].value = p.get(k);
  }
  if (o.value.trim()) chay();
}

o.addEventListener("input", (e) => {
  clearTimeout(hen);
  // Bộ gõ tiếng Việt còn đang ghép chữ thì đợi.
  if (!e.isComposing) hen = setTimeout(chay, 300);
});
o.addEventListener("compositionend", () => { hen = setTimeout(chay, 300); });
o.addEventListener("focus", () => moChiMuc().catch(() => {}), { once: true });
bieu.addEventListener("submit", (e) => {
  e.preventDefault();
  if (matchMedia("(pointer: coarse)").matches) o.blur(); // cất bàn phím, cho thấy kết quả
  chay();
});
bieu.addEventListener("change", (e) => { if (e.target !== o) chay(); });
khungLoc.addEventListener("toggle", () => { if (khungLoc.open) moLoc().catch(() => {}); });
them.firstElementChild.addEventListener("click", () => veThem().then((li) => li?.querySelector("a").focus(), () => {}));

// Bàn phím: / về ô tìm, mũi tên đi trong kết quả, Enter mở, Esc quay lại rồi xóa.
addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
  const dangO = document.activeElement === o, li = document.activeElement.closest?.(".tim-kq li");
  const den = (x) => { if (x) { e.preventDefault(); x.focus(); } };
  if (e.key === "/" && !document.activeElement.closest("input, select, textarea")) { den(o); o.select(); }
  else if (e.key === "ArrowDown" && dangO) den(ds.querySelector("a"));
  else if (e.key === "ArrowDown" && li) den(li.nextElementSibling ? li.nextElementSibling.querySelector("a") : them.hidden ? null : them.firstElementChild);
  else if (e.key === "ArrowUp" && li) den(li.previousElementSibling ? li.previousElementSibling.querySelector("a") : o);
  else if (e.key === "ArrowUp" && document.activeElement === them.firstElementChild) den(ds.lastElementChild?.querySelector("a"));
  else if (e.key === "Escape" && li) den(o);
  else if (e.key === "Escape" && dangO) { e.preventDefault(); o.value = ""; chay(); }
});

bieu.tim = tim;
tuDiaChi();
