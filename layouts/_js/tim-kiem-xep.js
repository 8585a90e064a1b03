// Xếp: trang nào có đủ các từ, trang nào đứng trước. Trang đánh số từ mới nhất,
// nên điểm bằng nhau thì bài mới đứng trước.
// Điểm của một từ trong tít, trong tóm tắt, trong bài: khác dấu, rồi đúng dấu. Trong tít
// là bội của 9, đúng dấu là số chẵn; đúng dấu ở bất cứ đâu cũng hơn khác dấu.
const diemCho = [[9, 3, 1], [18, 14, 12]];

// Điểm của một từ ở mỗi trang; 0 là không có. Từ gõ không dấu thì dấu nào cũng đúng; từ gõ
// có dấu thì chỉ đọc dạng ấy, trừ khi rong. Dạng có nhiều trang nằm ở tệp riêng.
async function timTu(tu, rong) {
  const cot = await dong("w", tu.gap);
  if (!cot) return null;
  const diem = new Uint8Array(chiMuc.so);
  const coDau = tu.dang !== tu.gap;
  await Promise.all(cot.map(async (c) => {
    const [dang, ...trong] = c.split("|");
    const dung = !coDau || dang === tu.dang;
    if (!dung && !rong) return;
    const [trang, cho] = trong.length ? trong : await dong("f", dang);
    danhSach(trang).forEach((t, i) => {
      const noi = Math.floor(triSo[cho.charCodeAt(Math.floor(i / 3))] / [9, 3, 1][i % 3]) % 3;
      diem[t] = Math.max(diem[t], diemCho[dung ? 1 : 0][noi]);
    });
  }));
  return diem;
}

// Từng này bài thì đọc ngay cho chắc: có nguyên cụm thì đằng nào cũng hiện đầu tiên.
const vuaDoc = 4;

// Các trang có một cụm từ liền nhau: có mọi cặp của cụm, chỗ nào có cặp hay gặp thì có cả
// bộ ba. Còn lại ít trang thì đọc chữ của chúng; chac là không còn trang nào chỉ có vẻ có.
async function timCum(tu) {
  const gap = tu.map((t) => t.gap);
  const cap = await Promise.all(gap.slice(1).map((_, i) => nhom(gap.slice(i, i + 2))));
  let moi = cap, trang = coCa(moi);
  if (gap.length > 2 && trang.length > vuaDoc) {
    const hayGap = cap.map((n) => n.trang.length > chiMuc.nhieu);
    moi = [...cap, ...await Promise.all(gap.slice(2).flatMap((_, i) => (hayGap[i] || hayGap[i + 1] ? [nhom(gap.slice(i, i + 3))] : [])))];
    trang = coCa(moi);
  }
  let chac = gap.length === 2 || moi.length === 3;
  if (!chac && trang.length <= vuaDoc) {
    const co = await Promise.all(trang.map(async (t) => coCumTu(await ca(t), tu, "gap")));
    trang = trang.filter((_, i) => co[i]);
    chac = true;
  }
  const demTit = new Uint8Array(chiMuc.so);
  for (const n of moi) for (const t of n?.tit ?? []) demTit[t]++;
  return { trang, tit: new Set(trang.filter((t) => demTit[t] === moi.length)), cap, chac };
}

// Các trang có mọi nhóm; nhóm nào không có trong chỉ mục thì không trang nào.
function coCa(moi) {
  if (moi.includes(null)) return [];
  const dem = new Uint8Array(chiMuc.so);
  for (const n of moi) for (const t of n.trang) dem[t]++;
  return [...dem.keys()].filter((t) => dem[t] === moi.length);
}

// Tìm các từ; loc(trang) cho biết trang có qua bộ lọc không. Trả về các trang đã xếp. Không
// trang nào đúng dấu đã gõ thì tìm cả trang khác dấu; hep là còn chưa tìm những trang ấy.
async function xep(cau, loc) {
  const kq = await xepDau(cau, loc, false);
  kq.hep = cau.tu.some((t) => t.dang !== t.gap);
  return kq.hep && !kq.la.length && !kq.trang.length ? xepDau(cau, loc, true) : kq;
}

// Cả câu là một cụm dài trong ngoặc kép: nhóm từ đã đủ, khỏi đọc danh sách của từng từ.
async function xepCum(tu, loc) {
  const c = await timCum(tu), trang = c.trang.filter(loc);
  return { trang: [...trang.filter((t) => c.tit.has(t)), ...trang.filter((t) => !c.tit.has(t))], la: [], tron: c, chac: c.chac };
}

async function xepDau({ tu, cum }, loc, rong) {
  if (tu.length > 2 && cum.length === 1 && cum[0][0] === 0 && cum[0][1] === tu.length) return xepCum(tu, loc);
  const [diemTu, tron, ...trongNgoac] = await Promise.all([
    Promise.all(tu.map((t) => timTu(t, rong))),
    tu.length > 1 ? timCum(tu) : null,
    ...cum.map(([a, b]) => timCum(tu.slice(a, b))),
  ]);
  const kq = { trang: [], la: diemTu.flatMap((d, i) => (d ? [] : [i])), tron, chac: trongNgoac.every((c) => c.chac) };
  if (kq.la.length) return kq;
  const diem = new Float64Array(chiMuc.so);
  const phai = trongNgoac.map((c) => new Set(c.trang));
  const coCum = new Set(tron ? tron.trang : []);
  const ke = new Uint8Array(chiMuc.so);
  for (const c of tron ? tron.cap : []) if (c) for (const t of c.trang) ke[t]++;
  for (let t = 0; t < chiMuc.so; t++) {
    if (!loc(t) || phai.some((p) => !p.has(t))) continue;
    let tong = 0, dungDau = true, trongTit = true;
    for (const d of diemTu) {
      if (!d[t]) { tong = 0; break; }
      tong += d[t];
      dungDau &&= d[t] % 2 === 0;
      trongTit &&= d[t] % 9 === 0;
    }
    if (!tong) continue;
    const n = tu.length;
    diem[t] = tong / (18 * n) + (trongTit ? 4 : 0) + (dungDau ? 5 : 0);
    if (n > 1) diem[t] += 3 * ke[t] / (n - 1);
    if (coCum.has(t)) diem[t] += (dungDau ? 20 : 10) + (tron.tit.has(t) ? 10 : 0);
    kq.trang.push(t);
  }
  kq.trang.sort((a, b) => diem[b] - diem[a] || a - b);
  return kq;
}
