// Xếp: trang nào có đủ các từ, trang nào đứng trước. Trang đánh số từ mới nhất,
// nên điểm bằng nhau thì bài mới đứng trước.

// Tìm các từ; loc(trang) cho biết trang có qua bộ lọc không. Trả về các trang đã xếp; con là
// chưa tìm hết, timThem() thì tìm thêm; ngo là những trang chưa biết có đúng dấu không. Không
// trang nào đúng dấu đã gõ thì tìm cả trang khác dấu; hep là còn chưa tìm những trang ấy.
// Các từ chẳng bao giờ đứng cạnh nhau có thể là gõ sai: chưa cần đến cùng thì dừng ở các bài
// mới, thử sửa đã.
async function xep(cau, loc, cung = true) {
  const kq = await xepDau(cau, loc, false, cung);
  kq.hep = cau.tu.some((t) => t.dang !== t.gap);
  return kq.hep && !kq.la.length && !kq.trang.length && !kq.con ? xepDau(cau, loc, true, cung) : kq;
}

async function xepDau(cau, loc, rong, cung) {
  const { tu, cum } = cau, it = vuaDoc(cau);
  // Cả câu là một cụm dài trong ngoặc kép: nhóm từ đã đủ, khỏi đọc các dạng của từng từ.
  const motCum = tu.length > 2 && cum.length === 1 && cum[0][0] === 0 && cum[0][1] === tu.length;
  // Lời dài thì tìm nguyên cụm trước: thấy là đúng bài, bài chỉ có đủ các từ thì để khi cần mới tìm.
  const dai = tu.length > (cau.thay ? 2 : 3) && (motCum || !cum.length);
  const moCacTu = (i) => Promise.all(i.map((k) => moTu(tu[k], rong)));
  const moi = [...tu.keys()], doiTu = dai ? null : moCacTu(moi);
  const [tron, ...trongNgoac] = await Promise.all([
    tu.length > 1 ? timCum(tu, it) : null,
    ...motCum ? [] : cum.map(([a, b]) => timCum(tu.slice(a, b), it)),
  ]);
  const phai = motCum ? [tron] : trongNgoac;
  const kq = { trang: [], ngo: new Set(), dau: new Map(), la: [], tron, rong, chac: phai.every((c) => c.chac), con: true };
  let diemTu = null, biet = 0;
  const xepLai = () => {
    kq.con = biet < chiMuc.so;
    chamDiem(kq, tu, diemTu, phai, loc, motCum ? 0 : biet);
  };
  const docTu = async () => {
    diemTu = await (doiTu ?? moCacTu(moi));
    kq.la = moi.filter((i) => !diemTu[i]);
    kq.con = !kq.la.length && phai.every((c) => c.trang.length);
    if (!kq.con) return;
    if (!motCum) await docIt(cau, diemTu, loc, rong);
    // Dạng có nhiều trang: ít trang thì đọc ngay cả, nhiều thì đọc đến khi đủ kết quả.
    biet = motCum || !diemTu.some((w) => w.rieng.length) ? chiMuc.so : 0;
    xepLai();
  };
  kq.timThem = async () => {
    if (!diemTu) return docTu();
    await docRieng(diemTu, biet > 0);
    biet = biet ? chiMuc.so : Math.min(chiMuc.moi, chiMuc.so);
    xepLai();
  };
  const thuSua = !cung && tu.length > 2 && tron.cap.includes(null);
  if (dai) {
    if (await cumTruoc(kq, cau, loc, rong || motCum)) {
      kq.con = !motCum;
      return kq;
    }
    if (cau.chiCum && !tron.trang.length) {
      kq.con = false;
      return kq;
    }
    if (thuSua) {
      const nghi = tuNghi(tron.cap, moi);
      kq.la = (await moCacTu(nghi)).flatMap((w, k) => (w ? [] : [nghi[k]]));
      kq.som = nghi.length > 0;
      if (kq.som) return kq;
    }
  }
  await docTu();
  const du = () => kq.trang.length >= moiLan || (dai && tron.trang.includes(kq.trang[0]));
  // Có bài rồi thì chỉ đọc tiếp khi còn ngân sách; bài đầu sai dấu thì đọc danh sách đỡ hơn đọc từng bài.
  let saiDau = false, soi = kq.con && chiMuc.so > chiMuc.moi && !cau.thay;
  while (kq.con) {
    if (soi && du()) {
      const sai = await soiDau(kq, tu, !saiDau);
      soi = sai;
      saiDau ||= sai;
      if (sai) { xepLai(); continue; }
    }
    const canThem = du() ? saiDau && kq.trang.slice(0, moiLan).some((t) => kq.ngo.has(t)) : !kq.trang.length || conNganSach(5 * motBai);
    if (chiMuc.so > chiMuc.moi && !canThem) break;
    if (thuSua && biet) { kq.som = true; break; }
    await kq.timThem();
    soi = saiDau;
  }
  return kq;
}

// Nguyên cụm chỉ ở vài trang: xếp các trang ấy mà khỏi đọc các từ; lời đã sửa hộ thì ước chừng
// là đủ. Trả về có trang nào không.
async function cumTruoc(kq, cau, loc, rong) {
  const { tron } = kq, { tu } = cau, trang = tron.trang.filter(loc), it = tron.chac && trang.length <= vuaDoc(cau);
  if (!it && !(cau.thay && trang.length <= moiLan)) return false;
  const diemTu = tu.map(() => ({ diem: new Uint8Array(chiMuc.so) }));
  if (it) {
    const diem = await Promise.all(trang.map((t) => diemTrongChu(t, tu, rong)));
    trang.forEach((t, k) => diem[k].forEach((d, i) => { diemTu[i].diem[t] = d; }));
  }
  chamDiem(kq, tu, diemTu, [], loc, it ? chiMuc.so : 0);
  return kq.trang.length > 0;
}

// Gõ sai một từ thì những cặp không đâu có đều chứa từ ấy.
const tuNghi = (cap, cac) => cac.filter((i) => cap.every((c, k) => c || k === i || k === i - 1));

// Trong các bài sắp hiện, có bài nào sai dấu không: xem những bài đã tải, và (doc) đọc bài đầu tiên.
async function soiDau({ trang, ngo, dau }, tu, doc) {
  const xem = trang.slice(0, moiLan).filter((t, i) => ngo.has(t) && ((doc && !i) || daTai.has(`t/${t}.txt`)));
  const dung = await Promise.all(xem.map(async (t) => coDang(await ca(t), tu)));
  xem.forEach((t, i) => { dau.set(t, dung[i]); if (dung[i]) ngo.delete(t); });
  return dung.includes(false);
}

// Chấm điểm các trang. Từ trang biet trở đi chưa đọc mọi dạng: trang có nguyên cụm thì có đủ
// các từ, chỉ chưa biết dấu, trừ những trang đã đọc chữ (kq.dau).
function chamDiem(kq, tu, diemTu, phai, loc, biet) {
  const { tron } = kq, n = tu.length;
  const diem = new Float64Array(chiMuc.so), ke = new Uint8Array(chiMuc.so);
  const buoc = phai.map((c) => new Set(c.trang)), coCum = new Set(tron ? tron.trang : []);
  for (const m of tron ? tron.moi : []) for (const t of m.trang) ke[t]++;
  kq.trang = [];
  kq.ngo.clear();
  for (let t = 0; t < chiMuc.so; t++) {
    if (!loc(t) || buoc.some((p) => !p.has(t))) continue;
    let tong = 0, dungDau = true, trongTit = true, trongTom = true, ngo = false;
    for (const [i, w] of diemTu.entries()) {
      let d = w.diem[t];
      if (!d && t >= biet && coCum.has(t) && kq.dau.get(t) !== false) {
        const coDau = tu[i].dang !== tu[i].gap;
        d = diemCho[coDau && kq.rong ? 0 : 1][2];
        ngo ||= coDau && !kq.dau.get(t);
      }
      if (!d) { tong = 0; break; }
      tong += d;
      dungDau &&= d % 2 === 0;
      trongTit &&= d % 9 === 0;
      trongTom &&= d !== 12 && d !== 1;
    }
    if (!tong) continue;
    diem[t] = tong / (18 * n) + (trongTit ? 4 : 0) + (dungDau ? 5 : 0);
    if (ke[t]) diem[t] += 3 * ke[t] / tron.moi.length;
    if (coCum.has(t)) diem[t] += (dungDau ? 20 : 10) + (trongTit ? 10 : trongTom && dungDau ? 6 : 0);
    if (ngo && kq.con && !kq.rong) kq.ngo.add(t);
    kq.trang.push(t);
  }
  kq.trang.sort((a, b) => diem[b] - diem[a] || a - b);
}
