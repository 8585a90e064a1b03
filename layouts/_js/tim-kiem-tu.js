// Từ: điểm của từng từ của câu hỏi ở mỗi trang.

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
    const dung = !coDau || dang === tu.dang, nhan = dungDau(tu, dang);
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
  const { chu, ten } = await doc(t), [tom] = chu.split("\n", 1), cho = [[cacTu(ten), 0], [cacTu(tom), 1], [cacTu(chu), 2]];
  return tu.map(({ gap, dang }) => Math.max(0, ...cho.flatMap(([cac, tot]) => [false, true]
    .filter((dung) => cac.some((c) => c.gap === gap && (dung ? dang === gap || c.dang === dang : rong || thieuGach(dang, c.dang))))
    .map((dung) => diemCho[dung ? 1 : 0][tot]))));
}
