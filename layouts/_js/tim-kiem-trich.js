// Trích: đoạn của bài có nhiều từ tìm nhất, các từ ấy được đánh dấu.
function trich(chu, tu) {
  const can = canTim(tu);
  let hay = null;
  for (const doan of chu.split("\n")) {
    const tim = timTrong(doan, can);
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
  return catNgan(hay.doan, hay.dau - du * 0.4, hay.cuoi + du * 0.6, nenDanh(hay.tim, tu));
}

// Từ đã gập dấu → nó là từ thứ mấy của câu hỏi.
function canTim(tu) {
  const can = new Map();
  tu.forEach((t, i) => can.set(t.gap, [...(can.get(t.gap) ?? []), i]));
  return can;
}

// Các từ tìm có trong một lời; cho là từ thứ mấy của lời.
function timTrong(loi, can) {
  return cacTu(loi).map((t, cho) => ({ ...t, cho, i: can.get(t.gap) })).filter((t) => t.i);
}

// Những chữ đáng đánh dấu. Từ gõ có dấu thì chỉ chữ đúng dấu, trừ khi lời ấy không có chữ nào đúng.
// Từ nào đã có chỗ đứng liền các từ khác như câu hỏi thì thôi những chỗ nó đứng một mình: tìm
// "chi bộ" mà đánh dấu cả "chí" của "đồng chí" thì rối mắt.
function nenDanh(tim, tu) {
  const dung = (x) => x.i.some((i) => dungDau(tu[i], x.dang));
  const coDung = new Set(tim.filter(dung).map((t) => t.gap));
  const chon = tim.filter((t) => dung(t) || !coDung.has(t.gap));
  const noi = (a, b) => a && b && b.cho === a.cho + 1 && b.i.some((i) => a.i.includes(i - 1));
  const lien = (t, k) => noi(chon[k - 1], t) || noi(t, chon[k + 1]);
  const coLien = new Set(chon.filter(lien).map((t) => t.gap));
  return chon.filter((t, k) => lien(t, k) || !coLien.has(t.gap));
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
  const co = [...new Set(cacTu(chu).map((t) => t.dang))];
  return tu.every((t) => t.dang === t.gap || co.some((dang) => dungDau(t, dang)));
}
