// Xếp: trang nào có đủ các từ, trang nào đứng trước. Trang đánh số từ mới nhất,
// nên điểm bằng nhau thì bài mới đứng trước.
// Điểm của một từ trong tít, trong tóm tắt, trong bài: khác dấu, rồi đúng dấu. Trong tít
// là bội của 9, đúng dấu là số chẵn; đúng dấu ở bất cứ đâu cũng hơn khác dấu.
const diemCho = [[9, 3, 1], [18, 14, 12]];

// Một từ: điểm của nó ở mỗi trang, 0 là không có; null là không trang nào có. Từ gõ không dấu
// thì dấu nào cũng đúng; từ gõ có dấu thì chỉ tìm dạng ấy (và dạng chỉ hơn ở chữ đ), trừ khi rong. Dạng có nhiều trang
// thì ở đây mới có tít, trang còn lại nằm riêng: docRieng. Có vài dạng như thế thì cột đầu là
// số của danh sách chung cho mọi dạng.
async function moTu(tu, rong) {
  const cot = await dong("w", tu.gap);
  if (!cot) return null;
  const w = { diem: new Uint8Array(chiMuc.so), rieng: [] };
  const coDau = tu.dang !== tu.gap, chung = laSo(cot[0]) ? cot.shift().slice(1) : null;
  for (const c of cot) {
    const [dang, tit, ...sau] = c.split("|");
    const dung = !coDau || dang === tu.dang, nhan = dung || thieuGach(tu.dang, dang);
    if (!nhan && !rong) continue;
    ghiDiem(w, [tit], dung, 0, 0);
    if (sau.length > 1) ghiDiem(w, sau, dung, 1, 0);
    else if (!chung || (coDau && nhan)) w.rieng.push({ so: sau[0], dung });
  }
  if (chung && (!coDau || rong)) w.rieng.push({ so: chung, dung: !coDau });
  return w;
}

// Các danh sách trang của một dạng, tốt nhất trước, bắt đầu từ chỗ tot; trang đếm từ dau.
function ghiDiem({ diem }, cho, dung, tot, dau) {
  cho.forEach((chuoi, i) => {
    for (const t of danhSach(chuoi)) diem[dau + t] = Math.max(diem[dau + t], diemCho[dung ? 1 : 0][tot + i]);
  });
}

// Đọc nốt các dạng có nhiều trang: ở các trang mới, hay (cu) ở các trang còn lại.
function docRieng(diemTu, cu) {
  return Promise.all(diemTu.flatMap((w) => w.rieng.map(async ({ so, dung }) => {
    ghiDiem(w, await dongRieng(Number(so) + (cu ? 1 : 0)), dung, 1, cu ? chiMuc.moi : 0);
  })));
}

// Từng này bài thì đọc ngay cho chắc: đúng thì đằng nào cũng hiện đầu tiên, và lời càng dài thì
// đọc các danh sách của từng từ càng tốn hơn đọc bài. Lời đã sửa hộ thì chỉ cần ước chừng.
const vuaDoc = ({ thay, tu }) => (thay ? 1 : moiLan + (tu.length > 3 ? tu.length >> 1 : 0));

// Những từ ít trang cho thấy chỉ còn vài bài: đọc các bài ấy, khỏi đọc dạng của những từ kia.
async function docIt(cau, diemTu, loc, rong) {
  const { tu } = cau;
  const it = diemTu.filter((w) => !w.rieng.length);
  if (!it.length || it.length === diemTu.length) return;
  const trang = [...it[0].diem.keys()].filter((t) => loc(t) && it.every((w) => w.diem[t]));
  if (trang.length > vuaDoc(cau)) return;
  const diem = await Promise.all(trang.map((t) => diemTrongChu(t, tu, rong)));
  for (const [i, w] of diemTu.entries()) {
    if (w.rieng.length) trang.forEach((t, k) => { w.diem[t] ||= diem[k][i]; });
  }
  for (const w of diemTu) w.rieng = [];
}

// Điểm của mỗi từ ở một trang, theo chữ của trang.
async function diemTrongChu(t, tu, rong) {
  const { chu, ten } = await doc(t), cho = [[cacTu(ten), 0], [cacTu(chu), 2]];
  return tu.map(({ gap, dang }) => Math.max(0, ...cho.flatMap(([cac, tot]) => [dang !== gap, true]
    .filter((dung) => cac.some((c) => c.gap === gap && (dung ? dang === gap || c.dang === dang : rong || thieuGach(dang, c.dang))))
    .map((dung) => diemCho[dung ? 1 : 0][tot]))));
}

// Các trang có một cụm từ liền nhau: có mọi cặp của cụm; cặp hay gặp thì thay bằng những bộ
// ba chứa nó. Còn lại không quá it trang thì đọc chữ của chúng; chac là không còn trang nào chỉ có vẻ có.
async function timCum(tu, it) {
  const gap = tu.map((t) => t.gap), n = gap.length;
  const cap = await Promise.all(gap.slice(1).map((_, i) => nhom(gap.slice(i, i + 2))));
  const hay = cap.map((c) => c?.so !== undefined), boBa = gap.slice(2).map((_, i) => i);
  const canh = boBa.flatMap((i) => (!cap[i] || !cap[i + 1] || hay[i] === hay[i + 1] ? []
    : hay[i] ? [boBaCanh(cap[i + 1], "{", gap[i])] : [boBaCanh(cap[i], "}", gap[i + 2])]));
  let moi = [...cap, ...canh], trang = coCa(moi);
  if (trang.length > it) {
    moi = [...moi, ...await Promise.all(boBa.filter((i) => hay[i] && hay[i + 1]).map((i) => nhom(gap.slice(i, i + 3))))];
    trang = coCa(moi);
  }
  if (trang.length > it) {
    await Promise.all(moi.filter((m) => m.dai === Math.min(n, 3)).map(moNhom));
    trang = coCa(moi);
  }
  let chac = n === 2 || (n === 3 && moi.length === 3);
  if (!chac && trang.length <= it) {
    const co = await Promise.all(trang.map(async (t) => coCumTu(await ca(t), tu, "gap")));
    trang = trang.filter((_, i) => co[i]);
    chac = true;
  }
  return { trang, cap, moi: moi.filter((m) => m?.trang), chac };
}

// Các trang có mọi nhóm đã biết danh sách; nhóm nào không có trong chỉ mục thì không trang nào.
function coCa(moi) {
  if (moi.includes(null)) return [];
  const dem = new Uint8Array(chiMuc.so), biet = moi.filter((m) => m.trang);
  for (const m of biet) for (const t of m.trang) dem[t]++;
  return [...dem.keys()].filter((t) => dem[t] === biet.length);
}

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
    let tong = 0, dungDau = true, trongTit = true, ngo = false;
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
    }
    if (!tong) continue;
    diem[t] = tong / (18 * n) + (trongTit ? 4 : 0) + (dungDau ? 5 : 0);
    if (ke[t]) diem[t] += 3 * ke[t] / tron.moi.length;
    if (coCum.has(t)) diem[t] += (dungDau ? 20 : 10) + (trongTit ? 10 : 0);
    if (ngo && kq.con && !kq.rong) kq.ngo.add(t);
    kq.trang.push(t);
  }
  kq.trang.sort((a, b) => diem[b] - diem[a] || a - b);
}
