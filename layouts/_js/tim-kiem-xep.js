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

// Các trang có một cụm từ liền nhau. Nhóm nào được ghi chỗ đứng thì so chỗ đứng; nhóm hay
// gặp thì không ghi, đã có nhóm dài hơn một từ nói nó chạm vào đâu.
async function timCum(tu) {
  const gap = tu.map((t) => t.gap), moi = [];
  let lop = [], trang = [], chac = false;
  for (let rong = 2; rong <= Math.min(4, gap.length) && !chac; rong++) {
    const can = gap.slice(rong - 1).map((_, i) => rong === 2 || (lop[i] && !lop[i].cho) || (lop[i + 1] && !lop[i + 1].cho));
    lop = await Promise.all(can.map((c, i) => (c ? nhom(gap.slice(i, i + rong), i) : undefined)));
    moi.push(...lop.filter((n) => n !== undefined));
    trang = moi.includes(null) ? [] : coCa(moi);
    chac = !trang.length || chacChan(moi, gap.length);
  }
  const demTit = new Uint8Array(chiMuc.so);
  for (const n of moi) for (const t of n?.tit ?? []) demTit[t]++;
  return { trang, tit: new Set(trang.filter((t) => demTit[t] === moi.length)), cap: moi.slice(0, gap.length - 1), chac };
}

// Các trang có mọi nhóm, ở những chỗ hợp nhau.
function coCa(moi) {
  const dem = new Uint8Array(chiMuc.so), trang = [], ghiCho = moi.filter((n) => n.cho);
  for (const n of moi) for (const t of n.trang) dem[t]++;
  const hop = (t) => {
    let dau = null;
    for (const n of ghiCho) {
      const co = new Set(n.cho.get(t).map((p) => p - n.dau));
      dau = dau ? dau.filter((p) => co.has(p)) : [...co];
      if (!dau.length) return false;
    }
    return true;
  };
  for (let t = 0; t < dem.length; t++) if (dem[t] === moi.length && hop(t)) trang.push(t);
  return trang;
}

// Chắc là đúng cả cụm, không cần đọc bài: một nhóm rộng bằng cụm, hoặc các nhóm có chỗ
// đứng phủ hết cụm.
function chacChan(moi, n) {
  const phu = new Set(moi.filter((m) => m.cho).flatMap((m) => Array.from({ length: m.rong - 1 }, (_, i) => m.dau + i)));
  return phu.size === n - 1 || moi.some((m) => m.rong === n);
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
