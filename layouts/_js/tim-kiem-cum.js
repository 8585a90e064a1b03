// Cụm: các từ của câu hỏi đứng liền nhau ở những trang nào.

// Một nhóm 2 hoặc 3 từ liền nhau và các trang có nó; null là không có ở đâu. Nhóm hay gặp
// chưa có danh sách trang: cần đến thì moNhom. canh là các bộ ba đứng cùng dòng với một cặp.
async function nhom(tu) {
  const cot = await dong(`c${tu.length}`, tu.join(" "));
  if (!cot) return null;
  const [c, ...canh] = cot;
  return { dai: tu.length, canh, ...laSo(c) ? { so: c.slice(1), trang: null } : { trang: danhSach(c) } };
}

// Bộ ba có đúng một cặp hay gặp thì đứng cùng dòng với cặp kia: "{" là từ đứng trước cặp ấy,
// "}" là từ đứng sau.
function boBaCanh({ canh }, dau, tu) {
  const c = canh.find((x) => x.startsWith(`${dau}${tu} `));
  return c ? { dai: 3, trang: danhSach(c.slice(tu.length + 2)) } : null;
}

async function moNhom(n) {
  n.trang ??= danhSach((await dongRieng(n.so))[0]);
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
