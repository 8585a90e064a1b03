// Xếp: trang nào có đủ các từ, trang nào đứng trước. Trang đánh số từ mới nhất,
// nên điểm bằng nhau thì bài mới đứng trước.
// Điểm của một từ trong tít, trong tóm tắt, trong bài: khác dấu, rồi đúng dấu. Trong tít
// là bội của 9, đúng dấu là số chẵn; đúng dấu ở bất cứ đâu cũng hơn khác dấu.
const diemCho = [[9, 3, 1], [18, 14, 12]];

// Điểm của một từ ở mỗi trang; 0 là không có. Từ gõ không dấu thì dấu nào cũng đúng.
async function timTu(tu) {
  const cot = await dong("w", tu.gap);
  if (!cot) return null;
  const diem = new Uint8Array(chiMuc.so);
  const coDau = tu.dang !== tu.gap;
  for (const c of cot) {
    const [dang, ...cho] = c.split("|");
    const cham = diemCho[!coDau || dang === tu.dang ? 1 : 0];
    cho.forEach((chuoi, i) => {
      for (const t of danhSach(chuoi)) diem[t] = Math.max(diem[t], cham[i]);
    });
  }
  return diem;
}

// Các trang có một cụm từ liền nhau. Cặp nào được ghi chỗ đứng thì so chỗ đứng;
// cặp hay gặp thì không ghi, nó với cặp bên cạnh đã có bộ ba. chac: không cần đọc bài để biết.
async function timCum(tu) {
  const khoa = tu.map((t) => t.gap);
  const cap = await Promise.all(khoa.slice(1).map((k, i) => nhom(`${khoa[i]} ${k}`)));
  const thieu = cap.flatMap((c, i) => (c ? [] : [i]));
  if (thieu.length) return { trang: [], tit: new Set(), cap, thieu, chac: true };
  const ba = [];
  for (let i = 0; i + 1 < cap.length; i++) {
    if (!cap[i].cho || !cap[i + 1].cho) ba.push(nhom(khoa.slice(i, i + 3).join(" ")).then((n) => n && { ...n, lech: i, rong: 3 }));
  }
  const moi = [...cap.map((c, i) => ({ ...c, lech: i })), ...await Promise.all(ba)];
  if (moi.includes(null)) return { trang: [], tit: new Set(), cap, thieu, chac: true };
  const dem = new Uint8Array(chiMuc.so);
  for (const n of moi) for (const t of n.trang) dem[t]++;
  const ghiCho = moi.filter((n) => n.cho);
  const dung = (t) => {
    let dau = null;
    for (const n of ghiCho) {
      const co = new Set(n.cho.get(t).map((p) => p - n.lech));
      dau = dau ? dau.filter((p) => co.has(p)) : [...co];
      if (!dau.length) return false;
    }
    return true;
  };
  const ungVien = [];
  for (let t = 0; t < dem.length; t++) if (dem[t] === moi.length && dung(t)) ungVien.push(t);
  const demTit = new Uint8Array(chiMuc.so);
  for (const n of moi) for (const t of n.tit) demTit[t]++;
  return {
    trang: ungVien, tit: new Set(ungVien.filter((t) => demTit[t] === moi.length)), cap, thieu,
    chac: tu.length < 4 || chacChan(moi, tu.length),
  };
}

// Các nhóm có chỗ đứng đã phủ hết cụm: khớp chỗ đứng là khớp cả cụm.
function chacChan(moi, n) {
  const phu = new Set(moi.filter((m) => m.cho).flatMap((m) => (m.rong === 3 ? [m.lech, m.lech + 1] : [m.lech])));
  return phu.size === n - 1;
}

// Tìm các từ; loc(trang) cho biết trang có qua bộ lọc không. Trả về các trang đã xếp.
async function xep({ tu, cum }, loc) {
  const [diemTu, tron, ...trongNgoac] = await Promise.all([
    Promise.all(tu.map(timTu)),
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
