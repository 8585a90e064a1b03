// Trích: đoạn của bài có nhiều từ tìm nhất, các từ ấy được đánh dấu.
function trich(chu, tu) {
  const can = new Map();
  tu.forEach((t, i) => can.set(t.gap, [...(can.get(t.gap) ?? []), i]));
  let hay = null;
  for (const doan of chu.split("\n")) {
    const tim = cacTu(doan).map((t, cho) => ({ ...t, cho, i: can.get(t.gap) })).filter((t) => t.i);
    for (let a = 0; a < tim.length; a++) {
      const co = new Set();
      let diem = 0, b = a;
      for (; b < tim.length && tim[b].cuoi - tim[a].dau < 200; b++) {
        const moi = !co.has(tim[b].gap);
        co.add(tim[b].gap);
        diem += moi ? 10 : 0.1;
        if (tim[b].i.some((i) => tu[i].dang === tim[b].dang)) diem += moi ? 3 : 0.1;
        if (b > a && tim[b].cho === tim[b - 1].cho + 1 && tim[b].i.some((i) => tim[b - 1].i.includes(i - 1))) diem += 6;
      }
      if (!hay || diem > hay.diem) hay = { doan, tim, diem, dau: tim[a].dau, cuoi: tim[b - 1].cuoi };
    }
  }
  if (!hay) return catNgan(chu.split("\n").find((d) => d) ?? "", 0, 220, []);
  const du = Math.max(0, 220 - (hay.cuoi - hay.dau));
  return catNgan(hay.doan, hay.dau - du * 0.4, hay.cuoi + du * 0.6, hay.tim.filter((t) => nenDanh(t, tu, hay.tim)));
}

// Từ gõ có dấu chỉ đánh dấu chữ đúng dấu, trừ khi đoạn ấy không có chữ nào đúng.
function nenDanh(t, tu, tim) {
  const dung = (x) => x.i.some((i) => tu[i].dang === tu[i].gap || tu[i].dang === x.dang || thieuGach(tu[i].dang, x.dang));
  return dung(t) || !tim.some((x) => x.gap === t.gap && dung(x));
}

// Một khúc của đoạn, cắt ở dấu cách, thành nút của trang; không bao giờ là HTML.
function catNgan(doan, dau, cuoi, tim) {
  const a = dau <= 0 ? 0 : doan.indexOf(" ", dau) + 1;
  let b = cuoi >= doan.length ? doan.length : doan.lastIndexOf(" ", cuoi);
  if (b <= a) b = doan.length;
  return [a > 0 ? "… " : "", ...danhDau(doan, a, b, tim), b < doan.length ? " …" : ""];
}

function danhDau(chu, a, b, tim) {
  const nut = [];
  let xong = a;
  for (const t of tim) {
    if (t.dau < xong || t.cuoi > b) continue;
    const m = document.createElement("mark");
    // Hai từ liền nhau chung một vệt.
    const truoc = nut.at(-1);
    if (truoc instanceof Element && /^[\s,;–-]*$/.test(chu.slice(xong, t.dau))) truoc.textContent += chu.slice(xong, t.cuoi);
    else { m.textContent = chu.slice(t.dau, t.cuoi); nut.push(chu.slice(xong, t.dau), m); }
    xong = t.cuoi;
  }
  nut.push(chu.slice(xong, b));
  return nut;
}

// Các từ có đứng liền nhau trong lời này không; theo là "gap" hay "dang" (đúng cả dấu).
function coCumTu(chu, tu, theo) {
  return chu.split("\n").some((doan) => {
    const co = cacTu(doan);
    return co.some((_, k) => tu.every((t, i) => co[k + i]?.[theo] === t[theo]));
  });
}

// Lời này có mọi từ đã gõ có dấu, đúng dấu, không.
function coDang(chu, tu) {
  const co = new Set(cacTu(chu).map((t) => t.dang));
  return tu.every((t) => t.dang === t.gap || co.has(t.dang) || (t.dang[0] === "d" && co.has(`đ${t.dang.slice(1)}`)));
}
