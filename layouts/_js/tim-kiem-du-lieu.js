// Dữ liệu: đọc các tệp mà generator/search viết; mỗi tệp chỉ tải một lần.
// Mọi địa chỉ tính từ chính tập lệnh này, nên trang đặt ở thư mục nào cũng chạy.
const goc = new URL("../", import.meta.url);
const daTai = new Map();
let chiMuc = null;

async function lay(ten) {
  const tra = await fetch(new URL(ten, goc));
  if (!tra.ok) throw new Error(`${ten}: ${tra.status}`);
  return tra;
}

// Ngân sách của một câu hỏi, tính bằng byte đã nén: điện thoại trả tiền cho từng câu. Việc nên
// làm mà không buộc phải làm (đọc thêm bài cho chắc, thử thêm một cách sửa) chỉ làm khi còn.
const nganSach = 18000, motBai = 1800, tyNenBai = 0.61, tyNen = 0.7;
let daTieu = 0;

function conNganSach(can) {
  return daTieu + can < nganSach;
}

function tai(ten) {
  let t = daTai.get(ten);
  if (!t) {
    t = lay(`tim-kiem/du-lieu/${chiMuc.ban}/${ten}`).then((tra) => tra.text()).then((chu) => {
      daTieu += chu.length * (ten.startsWith("t/") ? tyNenBai : tyNen);
      return chu;
    });
    t.catch(() => daTai.delete(ten));
    daTai.set(ten, t);
  }
  return t;
}

let dangMo = null;
function moChiMuc() {
  dangMo ??= lay("tim-kiem/chi-muc.json").then((tra) => tra.json()).then((c) => { chiMuc = c; });
  dangMo.catch(() => { dangMo = null; });
  return dangMo;
}

function manh(khoa, so) {
  let h = 2166136261;
  for (const c of khoa) h = Math.imul(h ^ c.codePointAt(0), 16777619);
  h ^= h >>> 15;
  return (h >>> 0) % so;
}

// Dòng của một khóa trong mảnh của nó, null khi không có.
async function dong(loai, khoa) {
  const chu = "\n" + await tai(`${loai}/${manh(khoa, chiMuc.manh[loai])}.txt`);
  const dau = chu.indexOf(`\n${khoa}\t`);
  if (dau < 0) return null;
  return chu.slice(dau + 1, chu.indexOf("\n", dau + 1)).split("\t").slice(1);
}

const triSo = new Uint8Array(128);
[..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"].forEach((c, i) => { triSo[c.charCodeAt(0)] = i; });

// Các số trong một chuỗi gói: 5 bit một ký tự, ký tự từ 32 trở lên là còn nữa.
function moGoi(chuoi) {
  const so = [];
  let n = 0, dich = 0;
  for (let i = 0; i < chuoi.length; i++) {
    const v = triSo[chuoi.charCodeAt(i)];
    n |= (v & 31) << dich;
    if (v >= 32) { dich += 5; continue; }
    so.push(n);
    n = dich = 0;
  }
  return so;
}

// Danh sách tăng dần: khoảng cách giữa các số, hay khi dày thì dấu sao và mỗi số một bit.
function danhSach(chuoi) {
  let truoc = -1;
  if (chuoi[0] === "*") {
    const so = [];
    for (let i = 6; i < 6 * chuoi.length; i++) if (triSo[chuoi.charCodeAt(Math.floor(i / 6))] >> i % 6 & 1) so.push(i - 6);
    return so;
  }
  return moGoi(chuoi).map((g) => (truoc += g + 1));
}

// Danh sách dài nằm ở tệp riêng, trong mảnh chỉ có số của tệp.
async function dongRieng(so) {
  return (await tai(`l/${so}.txt`)).split("\t");
}

const laSo = (cot) => cot[0] === "=";

// Những từ đứng trước (kt) hay đứng sau (ks) một từ, kèm mức hay gặp.
async function canh(ben, tu) {
  const cot = await dong(ben, tu);
  const [chuoi] = cot && laSo(cot[0]) ? await dongRieng(cot[0].slice(1)) : cot ?? [];
  return [...(chuoi ?? "").matchAll(/([a-z]+)(\d)/g)].map(([, t, muc]) => ({ t, muc: Number(muc) }));
}

// Một trang: điều cần hiện của nó, và chữ của nó, mỗi đoạn một dòng.
async function doc(trang) {
  const chu = await tai(`t/${trang}.txt`), het = chu.indexOf("\n");
  const [duong, ten, loai, ngay, donVi] = chu.slice(0, het).split("\t");
  return { duong, ten, loai, ngay, donVi, chu: chu.slice(het + 1) };
}

// Cả chữ của một trang.
async function ca(trang) {
  const { chu, ten } = await doc(trang);
  return `${chu}\n${ten}`;
}
