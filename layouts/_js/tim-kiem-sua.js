// Sửa: một từ gõ sai một chữ cái (thừa, thiếu, lẫn, đảo hai chữ liền nhau).
function gan(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const duoi = (x, y) => a.slice(i + x) === b.slice(i + y);
  return duoi(1, 1) || duoi(1, 0) || duoi(0, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && duoi(2, 2));
}

// Những từ đáng thay cho từ thứ i: từ mà các từ bên cạnh quen đứng cùng. so là thay thì
// thêm được mấy bên quen, muc là quen đến mức nào.
async function ungVienSua(tu, i, cap) {
  const dangQuen = [cap[i - 1], cap[i]].filter(Boolean).length;
  const ben = await Promise.all([tu[i - 1] ? canh("ks", tu[i - 1].gap) : [], tu[i + 1] ? canh("kt", tu[i + 1].gap) : []]);
  const quen = new Map();
  for (const { t, muc } of ben.flat()) if (t !== tu[i].gap && gan(t, tu[i].gap)) quen.set(t, [...(quen.get(t) ?? []), muc]);
  return [...quen].map(([gap, cac]) => ({ gap, so: cac.length - dangQuen, muc: Math.min(...cac), i }));
}

// Không có từ bên cạnh giúp thì tra bảng mọi từ; từ cuối còn có thể đang gõ dở.
async function traBang(tu, i) {
  const { gap } = tu[i];
  const bang = (await tai("tu.txt")).split("\n");
  const cuoi = i === tu.length - 1 && gap.length > 1;
  return bang.map((d) => ({ gap: d.slice(0, -1), so: -1, muc: Number(d.at(-1)), i }))
    .filter((u) => u.gap !== gap && (gan(u.gap, gap) || (cuoi && u.gap.startsWith(gap))));
}

// Không thấy gì, hay có hai từ liền nhau mà chẳng bao giờ đứng cạnh nhau, thì có thể là gõ sai.
// Gõ có dấu mà thấy bài đúng dấu thì không phải gõ sai.
async function suaNeuNghi(cau, kq, loc) {
  const coDau = cau.tu.some((t) => t.dang !== t.gap);
  const roi = !cau.cum.length && !(coDau && kq.trang.length && !kq.rong) && kq.tron?.cap.includes(null) && (cau.tu.length > 2 || kq.trang.length < 3);
  return roi || kq.la.length || !(kq.trang.length || kq.con) ? sua(cau, kq, loc) : [];
}

// Thử sửa câu hỏi không thấy gì, hay thấy mà các từ chẳng bao giờ đứng cạnh nhau.
// Trả về các câu đã sửa có kết quả, kèm kết quả.
async function sua(cau, kq, loc) {
  const { tu } = cau, co = kq.trang.length > 0 || kq.con;
  const cap = kq.tron?.cap ?? [], nghi = kq.la.length ? kq.la : tuNghi(cap, [...tu.keys()]);
  let ung = (await Promise.all(nghi.map((i) => ungVienSua(tu, i, cap)))).flat();
  if (!ung.length && (kq.la.length || !co)) ung = (await Promise.all(nghi.map((i) => traBang(tu, i)))).flat();
  // Đã thấy bài có đủ các từ thì chỉ sửa khi sửa xong mọi cặp đều có.
  if (co) ung = ung.filter((u) => u.so === cap.filter((c, k) => !c && (k === u.i || k === u.i - 1)).length);
  ung.sort((a, b) => b.so - a.so || b.muc - a.muc || Number(b.gap.length === tu[b.i].gap.length) - Number(a.gap.length === tu[a.i].gap.length));
  const tot = [];
  // Lời dài thì các từ bên cạnh đã chọn kỹ.
  for (const u of ung.slice(0, co || tu.length > 3 ? 2 : 4)) {
    if (tot.length && !conNganSach(5 * motBai)) break;
    const moi = { ...cau, tu: tu.map((t, i) => (i === u.i ? { gap: u.gap, dang: u.gap } : t)), thay: u, chiCum: co };
    const k = await xep(moi, loc);
    if (!k.trang.length || (co && !k.tron?.trang.length)) continue;
    tot.push({ cau: moi, kq: k, lien: k.tron ? k.tron.trang.length : 0 });
  }
  tot.sort((a, b) => (b.lien > 0) - (a.lien > 0));
  return tot.slice(0, 3);
}
