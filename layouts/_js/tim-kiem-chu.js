// Chữ: cắt lời thành từ đúng như lúc làm chỉ mục (generator/search/word.go).
// gap: chữ thường không dấu, đ thành d. dang: giữ dấu, thanh đứng cuối, nên hòa và hoà là một.
const thanh = /[\u0300\u0301\u0303\u0309\u0323]/g;
const laTu = /[\p{L}\p{N}][\p{L}\p{N}\p{Mn}\p{Cf}]*/gu;

function docTu(chuoi) {
  const c = chuoi.normalize("NFD").toLowerCase().replace(/\p{Cf}/gu, "").replace(/[ðɖ]/g, "đ");
  const cacThanh = c.match(thanh);
  return {
    gap: c.replace(/\p{Mn}/gu, "").replace(/đ/g, "d"),
    dang: c.replace(thanh, "") + (cacThanh ? cacThanh.at(-1) : ""),
  };
}

// Gõ d mà bài viết đ, còn lại đúng cả dấu: bàn phím không có chữ đ thì gõ thế.
function thieuGach(go, dang) {
  return go[0] === "d" && dang[0] === "đ" && go.slice(1) === dang.slice(1);
}

// Từ đã gõ nhận dạng này là đúng dấu: gõ không dấu thì dấu nào cũng đúng.
function dungDau(go, dang) {
  return go.dang === go.gap || go.dang === dang || thieuGach(go.dang, dang);
}

// Các từ của một lời, mỗi từ kèm chỗ đứng.
function cacTu(loi) {
  const tu = [];
  for (const m of loi.matchAll(laTu)) {
    const t = docTu(m[0]);
    if (t.gap && t.gap.length <= 64) tu.push({ ...t, dau: m.index, cuoi: m.index + m[0].length });
  }
  return tu;
}

// Câu hỏi: các từ theo thứ tự, và những đoạn phải liền nhau vì nằm trong ngoặc kép.
function docCau(cau) {
  const tu = [], cum = [];
  cau.split(/["“”„«»]/).forEach((doan, i) => {
    const dau = tu.length;
    tu.push(...cacTu(doan).slice(0, 12 - tu.length).map((t) => ({ ...t, goc: doan.slice(t.dau, t.cuoi) })));
    if (i % 2 && tu.length - dau > 1) cum.push([dau, tu.length]);
  });
  return { tu, cum };
}
