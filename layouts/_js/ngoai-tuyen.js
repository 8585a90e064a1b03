"use strict";
// Service worker: giữ trang nhất, số mới nhất và những số người đọc chọn giữ.
// Trước tệp này, chương trình ghi danh mục NEN (generator/offline): mỗi tệp một dòng
// [địa chỉ, dấu, tên trang]. Một kho chỉ được dùng khi đã đủ mọi tệp: tờ mục lục đặt vào sau cùng.
const NHOM = `ban-tin ${NEN.goc} `; // nhiều bản tin có thể chung một tên miền
const KHO = `${NHOM}chung ${NEN.dau}`;
const GIU = `${NHOM}giu `;
const MUC = new URL(`${NEN.goc}?muc-luc-kho`, self.location).href;
const CHO = 3000, CHO_LAU = 12000; // mili giây: đã có bản giữ trong máy, chưa có

const hen = (ms) => new Promise((xong) => { setTimeout(xong, ms); });
const duongDan = (url) => new URL(url, self.location).pathname;

// Kiểu tệp phải nhận được: mạng của quán, của khách sạn hay trả lời thay bằng trang đăng nhập.
const KIEU = { css: "text/css", js: "javascript", pdf: "application/pdf", woff2: "font", svg: "image/", png: "image/", jpg: "image/", jpeg: "image/", webp: "image/", gif: "image/" };
const duoi = (url) => duongDan(url).match(/\.([a-z0-9]+)$/i)?.[1].toLowerCase() ?? "html";
const dungKieu = (url, r) => {
  const k = r.headers.get("content-type") ?? "";
  return k.includes(KIEU[duoi(url)] ?? "text/html") || (duoi(url) === "woff2" && k.includes("octet-stream"));
};
const laTrang = (r) => (r.headers.get("content-type") ?? "").includes("text/html");

// Đọc hết một câu trả lời; mạng đứng giữa chừng quá 20 giây là hỏng.
async function docHet(r) {
  const may = r.body.getReader(), manh = [];
  for (;;) {
    const m = await Promise.race([may.read(), hen(20000)]);
    if (!m) { may.cancel().catch(() => {}); throw new Error("mạng đứng"); }
    if (m.done) return new Blob(manh);
    manh.push(m.value);
  }
}

// Một tệp của kho: chép từ kho cũ khi dấu còn như trước, không thì tải.
async function layTep([url, dau], coSan) {
  const cu = coSan.get(url);
  if (cu?.dau === dau) {
    const r = await (await caches.open(cu.kho)).match(url);
    if (r) return r;
  }
  const dung = new AbortController();
  const r = await Promise.race([fetch(url, { cache: "no-cache", signal: dung.signal }), hen(20000)]);
  if (!r) { dung.abort(); throw new Error(`${url}: mạng không trả lời`); }
  if (!r.ok || r.redirected || !dungKieu(url, r)) throw new Error(`${url}: ${r.status}`);
  const than = await docHet(r);
  if (duoi(url) === "html" && !(await than.slice(0, 4096).text()).includes("data-ban-tin")) throw new Error(`${url}: không phải trang của bản tin`);
  return new Response(than, { headers: { "content-type": r.headers.get("content-type") } });
}

// Lập một kho: đủ mọi tệp, hay không có gì.
async function lapKho(ten, muc, bao = () => {}) {
  const coSan = (await docKho()).tep;
  await caches.delete(ten);
  const kho = await caches.open(ten), hang = [...muc.tep];
  let xong = 0, hong = false;
  const tho = async () => {
    for (let t; !hong && (t = hang.shift());) {
      await kho.put(t[0], await layTep(t, coSan));
      bao(++xong, muc.tep.length);
    }
  };
  try {
    // Một tệp hỏng thì đợi các tệp đang tải xong rồi mới báo: không tệp nào rơi vào kho đã bỏ.
    const ket = await Promise.allSettled([tho(), tho(), tho(), tho()].map((v) => v.catch((e) => { hong = true; throw e; })));
    const loi = ket.find((k) => k.status === "rejected");
    if (loi) throw loi.reason;
    await kho.put(MUC, new Response(JSON.stringify({ ...muc, luc: Date.now() })));
  } catch (e) {
    await caches.delete(ten);
    throw e;
  }
}

// Những gì đang có: tep là địa chỉ -> kho và dấu; cac là các kho đủ tệp. Kho của bản dựng này đứng trước.
let dangCo = null;
function docKho() {
  dangCo ??= (async () => {
    const cac = [], tep = new Map();
    const ten = (await caches.keys()).filter((t) => t.startsWith(NHOM));
    for (const t of ten.sort((a, b) => (b === KHO) - (a === KHO) || (a < b ? -1 : 1))) {
      const r = await (await caches.open(t)).match(MUC);
      if (r) cac.push({ ten: t, muc: await r.json() });
    }
    for (const { ten: kho, muc } of cac) for (const [url, dau, nhan] of muc.tep) if (!tep.has(url)) tep.set(url, { kho, dau, nhan });
    return { cac, tep };
  })();
  dangCo.catch(() => { dangCo = null; });
  return dangCo;
}

// Bản giữ trong máy của một địa chỉ. Ảnh nhiều cỡ thì cỡ đã giữ thay cho mọi cỡ.
const gocAnh = (d) => d.replace(/(_hu_[0-9a-f]+)?\.[a-z0-9]+$/i, "");
async function timLuu(url, laMoTrang) {
  const { tep, cac } = await docKho(), d = duongDan(url);
  let thay = tep.has(d) ? d : null;
  if (!thay && laMoTrang) thay = [`${d}/`, d.replace(/index\.html$/, "")].find((x) => tep.has(x));
  if (!thay && !laMoTrang && KIEU[duoi(d)] === "image/") thay = [...tep.keys()].find((x) => KIEU[duoi(x)] === "image/" && gocAnh(x) === gocAnh(d));
  if (!thay) return null;
  const { kho } = tep.get(thay);
  const r = await (await caches.open(kho)).match(thay);
  return r ? { r, luc: cac.find((k) => k.ten === kho).muc.luc } : null;
}

const sach = (chu) => chu.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const ngay = (luc) => new Date(luc).toLocaleDateString("vi-VN");

// Trang đã giữ, kèm lời nói rõ vì sao không phải trang mới.
async function kemLoi({ r, luc }, viSao, url) {
  if (!laTrang(r)) return r;
  const rieng = viSao === "khac" ? ` <a href="${sach(duongDan(url))}?mo-mang">Mở trang của mạng</a>` : ` <a href="">Tải lại</a>`;
  const loi = { mat: "Không có mạng.", cham: "Mạng chưa trả lời.", khac: "Mạng trả lời bằng trang khác, thường là trang đăng nhập Wi-Fi.", loi: "Máy chủ đang báo lỗi." }[viSao];
  const dong = `<p class="ban-luu" role="status">${loi} Đây là bản giữ trong máy ngày ${ngay(luc)}.${rieng}</p>`;
  const chu = (await r.text()).replace(/<body[^>]*>/, (m) => m + dong);
  return new Response(chu, { headers: { "content-type": "text/html; charset=utf-8" } });
}

// Không có mạng, cũng không có bản giữ: nói điều đã hỏi và những gì đọc được ngay.
async function trangMatMang(url) {
  const giay = await timLuu(`${NEN.goc}khong-co-mang/`, true);
  if (!giay) return Response.error();
  const { cac, tep } = await docKho();
  const nhom = cac.filter((k) => k.ten !== KHO).map((k) => k.muc.trang);
  const trang = [...tep].filter(([u, { nhan }]) => nhan && u !== `${NEN.goc}khong-co-mang/`);
  const so = trang.filter(([u]) => u === NEN.trang || nhom.includes(u)), bai = trang.filter((t) => !so.includes(t));
  const muc = ([u, { nhan }]) => `<li><a href="${sach(u)}">${sach(nhan)}</a></li>`;
  const hoi = `<p class="da-hoi">Bạn vừa mở: <strong data-da-hoi>${sach(decodeURI(duongDan(url)))}</strong></p>`;
  const giu = `<h2>Đọc được ngay, không cần mạng</h2><ul class="ds-gon">${[...so, ...bai].map(muc).join("")}</ul>`;
  const chu = (await giay.r.text()).replace('href="./"', () => `href="${sach(duongDan(url))}"`).replace("<!--da-hoi-->", () => hoi).replace("<!--dang-giu-->", () => giu);
  return new Response(chu, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}

// Mạng trả lời thật là bản tin: 404 cũng là lời thật (bài đã gỡ); lỗi máy chủ và trang lạ thì không.
async function loiCuaMang(r, url) {
  if (r.type === "opaqueredirect" || r.status === 404 || r.status === 410) return [r, null];
  if (r.status >= 500 || r.status === 429) return [r, "loi"];
  if (!r.ok || !laTrang(r) || !r.body) return [r, dungKieu(url, r) ? null : "khac"];
  const [dau, ca] = r.body.tee(), may = dau.getReader(), giai = new TextDecoder();
  let chu = "";
  while (chu.length < 4096 && !chu.includes("data-ban-tin")) {
    const m = await may.read();
    if (m.done) break;
    chu += giai.decode(m.value, { stream: true });
  }
  may.cancel().catch(() => {});
  const moi = new Response(ca, { status: r.status, statusText: r.statusText, headers: r.headers });
  return [moi, chu.includes("data-ban-tin") ? null : "khac"];
}

async function moTrang(q) {
  const luu = await timLuu(q.url, true).catch(() => null);
  const thoi = new AbortController();
  const mang = fetch(q.url, { signal: thoi.signal, cache: "no-cache", redirect: "manual", credentials: "same-origin", headers: { accept: q.headers.get("accept") ?? "*/*" } })
    .then((r) => loiCuaMang(r, q.url)).catch(() => ["", "mat"]);
  const [r, viSao] = await Promise.race([mang, hen(luu ? CHO : CHO_LAU).then(() => ["", "cham"])]);
  if (r && (!viSao || !luu)) return r;
  thoi.abort(); // kết nối treo chiếm chỗ của những trang sau
  return luu ? kemLoi(luu, viSao, q.url) : trangMatMang(q.url);
}

async function moTep(q) {
  const luu = await timLuu(q.url).catch(() => null);
  if (!luu) return fetch(q);
  // Tên tệp mang dấu của nội dung: bản trong máy là bản đúng.
  if (/[._-][0-9a-f]{12,}\./.test(q.url) && (await docKho()).tep.has(duongDan(q.url))) return luu.r;
  const thoi = new AbortController();
  const mang = fetch(q, { signal: thoi.signal }).then((r) => (r.ok && dungKieu(q.url, r) ? r : null)).catch(() => null);
  const r = await Promise.race([mang, hen(CHO)]);
  if (!r) thoi.abort();
  return r ?? luu.r;
}

self.addEventListener("fetch", (e) => {
  const q = e.request, u = new URL(q.url);
  if (q.method !== "GET" || u.origin !== self.location.origin || !u.pathname.startsWith(NEN.goc) || q.headers.has("range") || u.search === "?mo-mang") return;
  if (u.pathname.endsWith("/ngoai-tuyen.json")) return;
  e.respondWith(q.mode === "navigate" ? moTrang(q) : moTep(q));
});

// Cài đặt hỏng thì trình duyệt bỏ bản mới này: bản cũ và kho cũ còn nguyên.
self.addEventListener("install", (e) => {
  e.waitUntil(lapKho(KHO, NEN).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (e) => {
  e.waitUntil((async () => {
    dangCo = null;
    const { cac } = await docKho(), du = new Set(cac.map((k) => k.ten));
    const bo = (await caches.keys()).filter((t) => /^ban-tin-[0-9a-f]{16}$/.test(t) || (t.startsWith(NHOM) && t !== KHO && !(t.startsWith(GIU) && du.has(t))));
    await Promise.all(bo.map((t) => caches.delete(t)));
    dangCo = null;
    await self.clients.claim();
    lamMoi().catch(() => { /* mất mạng: lần sau */ });
  })());
});

// Những số đang giữ: số đã sửa thì giữ bản mới, số đã gỡ thì thôi giữ.
async function lamMoi() {
  for (const { ten, muc } of (await docKho()).cac.filter((k) => k.ten.startsWith(GIU))) {
    const r = await fetch(`${muc.trang}ngoai-tuyen.json`, { cache: "no-cache" });
    if (r.status === 404 || r.status === 410) { await caches.delete(ten); dangCo = null; continue; }
    if (r.ok) await giuSo(await r.json());
  }
}

async function giuSo(muc, bao) {
  const ten = `${GIU}${muc.trang} ${muc.dau}`, { cac } = await docKho();
  if (!cac.some((k) => k.ten === ten)) await lapKho(ten, muc, bao);
  await Promise.all((await caches.keys()).filter((t) => t.startsWith(`${GIU}${muc.trang} `) && t !== ten).map((t) => caches.delete(t)));
  dangCo = null;
}

// Trang của số báo hỏi qua một cổng riêng: {viec: "hoi" | "giu" | "thoi", trang}.
let dangLam = Promise.resolve();
self.addEventListener("message", (e) => {
  const cong = e.ports[0], { viec, trang } = e.data ?? {};
  if (!cong || !trang) return;
  const lam = async () => {
    if (viec === "giu") {
      const r = await fetch(`${trang}ngoai-tuyen.json`, { cache: "no-cache" });
      if (!r.ok || r.redirected || !(r.headers.get("content-type") ?? "").includes("json")) throw new Error("mạng không cho danh mục của số");
      await giuSo(await r.json(), (xong, ca) => cong.postMessage({ xong, ca }));
    }
    if (viec === "thoi") {
      await Promise.all((await caches.keys()).filter((t) => t.startsWith(`${GIU}${trang} `)).map((t) => caches.delete(t)));
      dangCo = null;
    }
    const k = (await docKho()).cac.find((x) => x.ten.startsWith(`${GIU}${trang} `));
    cong.postMessage({ het: true, giu: k ? { byte: k.muc.byte, luc: k.muc.luc } : null });
  };
  // Mỗi lúc một việc: hai thẻ cùng bấm thì không giẫm nhau.
  dangLam = dangLam.then(lam).catch((x) => cong.postMessage({ het: true, loi: x.name === "QuotaExceededError" ? "day" : "mang" }));
  e.waitUntil(dangLam);
});
