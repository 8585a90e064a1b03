// The preview's part in the browser: it hears from the server what became of
// this page and changes the page in place. It is in no published page.
(() => {
  "use strict";
  const me = document.currentScript;
  const own = "/_xem-truoc/";
  let tag = me.dataset.ban;
  let source = null, heard = Date.now(), state = { loi: [], nhan: [] }, gone = false;

  // --- morph: make a tree like another one, keeping the nodes that stay.

  const ours = (n) => n.nodeType === 1 && (n.hasAttribute("data-xem-truoc") || n.localName === "bantin-xem-truoc");
  const theirs = (parent) => [...parent.childNodes].filter((n) => !ours(n));
  const isSheet = (n) => n.nodeType === 1 && n.localName === "link" && n.rel === "stylesheet";

  function attributes(from, to) {
    for (const a of [...from.attributes]) {
      // Whether a <details> is open is the reader's doing.
      if (!to.hasAttribute(a.name) && !(a.name === "open" && /^(details|dialog)$/.test(from.localName))) from.removeAttribute(a.name);
    }
    for (const a of to.attributes) {
      if (a.name === "open" && from.localName === "details") continue;
      if (from.getAttribute(a.name) !== a.value) from.setAttribute(a.name, a.value);
    }
  }

  // Only what differs is replaced, so that a selection in the rest survives.
  function text(from, value) {
    const was = from.data;
    if (was === value) return;
    let head = 0;
    const most = Math.min(was.length, value.length);
    while (head < most && was[head] === value[head]) head++;
    let tail = 0;
    while (tail < most - head && was[was.length - 1 - tail] === value[value.length - 1 - tail]) tail++;
    from.replaceData(head, was.length - head - tail, value.slice(head, value.length - tail));
  }

  // A video that the reader started stands in the place of its link.
  const playing = (a, b) => a.localName === "iframe" && b.dataset && b.dataset.nhung && a.src === new URL(b.dataset.nhung, location.href).href;

  function fits(a, b) {
    if (a.nodeType !== b.nodeType) return false;
    if (a.nodeType !== 1) return true;
    if (playing(a, b)) return true;
    if (a.localName !== b.localName || a.namespaceURI !== b.namespaceURI) return false;
    return (a.id || "") === (b.id || "") || (!a.id && !b.id);
  }

  function morph(from, to) {
    if (from.nodeType !== 1) return text(from, to.data);
    if (playing(from, to)) return;
    attributes(from, to);
    children(from, to);
  }

  // Equal children are found first, as a longest common subsequence; between
  // them, what fits is morphed and the rest comes and goes.
  function children(parent, like) {
    let a = theirs(parent), b = theirs(like), end = null;
    while (a.length && b.length && a[0].isEqualNode(b[0])) { a.shift(); b.shift(); }
    while (a.length && b.length && a.at(-1).isEqualNode(b.at(-1))) { end = a.pop(); b.pop(); }
    if (!end) end = [...parent.childNodes].slice(a.length ? [...parent.childNodes].indexOf(a.at(-1)) + 1 : parent.childNodes.length).find(ours) || null;
    const keep = pairs(a, b);
    let i = 0, j = 0;
    for (const [x, y] of [...keep, [a.length, b.length]]) {
      between(parent, a.slice(i, x), b.slice(j, y), x < a.length ? a[x] : end);
      i = x + 1; j = y + 1;
    }
  }

  function pairs(a, b) {
    if (a.length * b.length === 0 || a.length * b.length > 250000) return [];
    const w = b.length + 1, len = new Int32Array((a.length + 1) * w), same = new Uint8Array(a.length * b.length);
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        same[i * b.length + j] = a[i].isEqualNode(b[j]) ? 1 : 0;
        len[i * w + j] = same[i * b.length + j] ? len[(i + 1) * w + j + 1] + 1 : Math.max(len[(i + 1) * w + j], len[i * w + j + 1]);
      }
    }
    const found = [];
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (same[i * b.length + j] && len[i * w + j] === len[(i + 1) * w + j + 1] + 1) found.push([i++, j++]);
      else if (len[(i + 1) * w + j] >= len[i * w + j + 1]) i++;
      else j++;
    }
    return found;
  }

  function between(parent, old, fresh, before) {
    for (const n of fresh) {
      const at = old.findIndex((o) => fits(o, n));
      if (at < 0) {
        parent.insertBefore(document.importNode(n, true), old[0] || before);
        continue;
      }
      for (const o of old.splice(0, at)) o.remove();
      morph(old.shift(), n);
    }
    for (const o of old) o.remove();
  }

  // A new style sheet takes the old one's place once it is loaded: no flash.
  function head(from, to) {
    const now = [...from.children].filter(isSheet), next = [...to.children].filter(isSheet);
    for (const link of next) {
      const same = now.find((o) => o.getAttribute("href") === link.getAttribute("href"));
      if (same) { now.splice(now.indexOf(same), 1); link.remove(); same.setAttribute("data-xem-truoc", ""); continue; }
      const fresh = document.importNode(link, true);
      fresh.setAttribute("data-xem-truoc", "");
      const old = now.shift();
      if (old) {
        old.setAttribute("data-xem-truoc", "");
        fresh.addEventListener("load", () => old.remove());
        fresh.addEventListener("error", () => old.remove());
        old.after(fresh);
      } else from.append(fresh);
      link.remove();
    }
    for (const old of now) old.remove();
    children(from, to);
    for (const link of from.querySelectorAll("link[data-xem-truoc]")) link.removeAttribute("data-xem-truoc");
  }

  const scripts = (doc) => [...doc.querySelectorAll("script[src]:not([data-xem-truoc])")].map((s) => s.getAttribute("src")).join("\n");

  function show(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    if (scripts(next) !== scripts(document)) return location.reload(); // other programs: start afresh
    attributes(document.documentElement, next.documentElement);
    head(document.head, next.head);
    attributes(document.body, next.body);
    children(document.body, next.body);
    document.dispatchEvent(new CustomEvent("bantin:doi"));
  }

  // --- what the editor is told, in a tree of its own.

  const host = document.createElement("bantin-xem-truoc");
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; }
    .day { position: fixed; left: 12px; bottom: 12px; right: 12px; display: flex; flex-wrap: wrap; gap: 6px; align-items: end; pointer-events: none; z-index: 2147483646; font: 14px/1.4 system-ui, sans-serif; }
    .day > * { pointer-events: auto; }
    .nhan { background: #5c4a00; color: #fff; border-radius: 4px; padding: 3px 9px; }
    .mat { background: #7a1118; }
    button, .mo { font: inherit; border: 1px solid currentColor; border-radius: 4px; padding: 3px 10px; background: transparent; color: inherit; cursor: pointer; text-decoration: none; }
    .vien { background: #a3101b; color: #fff; border: 0; }
    .phu { position: fixed; inset: auto 12px 12px 12px; max-height: 45vh; overflow: auto; z-index: 2147483647; background: #1d1a18; color: #f5efe9; border: 2px solid #d4434e; border-radius: 8px; padding: 14px 18px; font: 15px/1.5 system-ui, sans-serif; box-shadow: 0 8px 40px #0008; }
    .phu.dung { inset: 5vh 5vw auto; max-height: 85vh; }
    .phu h2 { font-size: 17px; margin: 0 0 4px; padding-right: 70px; color: #ff9aa2; }
    .phu .an { position: absolute; top: 12px; right: 14px; }
    .loi { border-top: 1px solid #555; padding-top: 10px; margin-top: 10px; }
    .cho { color: #ffd479; font-family: ui-monospace, monospace; font-size: 13px; overflow-wrap: anywhere; }
    .sua { color: #b7e4a8; }
    pre { margin: 8px 0 0; padding: 8px; background: #000; border-radius: 4px; overflow: auto; font: 13px/1.5 ui-monospace, monospace; }
    pre span { display: block; min-height: 1.5em; }
    pre .day-loi { background: #5a1118; }
    .tin { background: #1d1a18; color: #fff; border-radius: 6px; padding: 8px 12px; display: flex; gap: 8px; align-items: center; font-family: ui-monospace, monospace; font-size: 13px; overflow-wrap: anywhere; box-shadow: 0 4px 20px #0006; }
    @media print { :host { display: none; } }
  `);
  root.adoptedStyleSheets = [style];

  const make = (name, className, content) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    if (content != null) e.textContent = content;
    return e;
  };

  let hidden = "", toast = null;
  const signature = () => JSON.stringify(state.loi);

  function draw() {
    if (!host.isConnected) document.documentElement.append(host);
    root.replaceChildren();
    const row = make("div", "day");
    row.setAttribute("role", "status");
    if (gone) row.append(make("span", "nhan mat", "Trang này không còn nữa: bài đã bị xoá, đổi tên hoặc chưa được dựng."));
    for (const n of state.nhan) row.append(make("span", "nhan", n));
    if (state.tin) row.append(make("span", "nhan", state.tin));
    if (state.loi.length && hidden === signature()) {
      const pill = make("button", "vien", state.loi.length + " lỗi");
      pill.addEventListener("click", () => { hidden = ""; draw(); });
      row.append(pill);
    }
    if (toast) row.append(toast);
    root.append(row);
    if (state.loi.length && hidden !== signature()) root.append(panel());
  }

  function panel() {
    const box = make("section", state.dung ? "phu dung" : "phu");
    box.setAttribute("role", "alert");
    box.append(make("h2", "", state.dung ? "Chưa dựng lại được: trang dưới đây là bản tốt gần nhất" : state.loi.length + " lỗi cần sửa trước khi phát hành"));
    const hide = make("button", "an", "Ẩn");
    hide.addEventListener("click", () => { hidden = signature(); draw(); });
    box.append(hide);
    for (const f of state.loi) {
      const item = make("div", "loi");
      if (f.tep) item.append(place(f.tep, f.dong, f.cot));
      item.append(make("div", "", f.loi));
      if (f.sua) item.append(make("div", "sua", "Cách sửa: " + f.sua));
      if (f.trich.length) {
        const pre = make("pre");
        f.trich.forEach((l, i) => pre.append(make("span", f.tu + i === f.dong ? "day-loi" : "", String(f.tu + i).padStart(4) + " │ " + l)));
        item.append(pre);
      }
      box.append(item);
    }
    return box;
  }

  function place(file, line, column) {
    const where = file + (line ? ":" + line + (column ? ":" + column : "") : "");
    const e = make("div", "cho", where + " ");
    if (state.mo) e.append(opener(file, line));
    return e;
  }

  function opener(file, line) {
    const a = make("a", "mo", "Mở");
    a.href = state.mo.replaceAll("%f", encodeURI(state.goc + "/" + file)).replaceAll("%l", String(line || 1));
    return a;
  }

  // --- jump to the source: Alt and a click on a paragraph.

  function sourceOf(target) {
    const e = target.closest("[data-nguon]");
    if (e) return e.dataset.nguon;
    const block = target.closest("h1, h2, h3, h4, h5, h6, table, pre, figure, .bang-cuon");
    for (let n = block && block.nextElementSibling; n; n = n.nextElementSibling) {
      const next = n.matches("[data-nguon]") ? n : n.querySelector("[data-nguon]");
      if (next) return next.dataset.nguon;
    }
    return state.tep ? state.tep + ":1" : "";
  }

  addEventListener("click", (e) => {
    if (!e.altKey || e.button !== 0 || !(e.target instanceof Element)) return;
    const where = sourceOf(e.target);
    if (!where) return;
    e.preventDefault();
    e.stopPropagation();
    const cut = where.lastIndexOf(":"), file = where.slice(0, cut), line = Number(where.slice(cut + 1));
    toast = make("div", "tin");
    toast.append(make("span", "", where));
    const copy = make("button", "", "Chép");
    copy.addEventListener("click", () => navigator.clipboard.writeText(where).then(() => { copy.textContent = "Đã chép"; }, () => {}));
    const close = make("button", "", "Đóng");
    close.addEventListener("click", () => { toast = null; draw(); });
    toast.append(copy);
    if (state.mo) toast.append(opener(file, line));
    toast.append(close);
    draw();
  }, true);

  // --- the connection.

  function connect() {
    if (source) source.close();
    heard = Date.now();
    source = new EventSource(own + "su-kien?trang=" + encodeURIComponent(decodeURI(location.pathname)) + "&ban=" + encodeURIComponent(tag));
    source.addEventListener("trang", (e) => {
      heard = Date.now();
      const news = JSON.parse(e.data);
      tag = news.ban;
      gone = news.mat;
      if (!gone) show(news.html);
      draw();
    });
    source.addEventListener("tinh-trang", (e) => {
      heard = Date.now();
      state = JSON.parse(e.data);
      draw();
    });
    source.addEventListener("nhip", () => { heard = Date.now(); });
  }

  // A page that nobody sees lets go of its connection, of which browsers have
  // six for a server; it catches up when it is seen again, after sleep too.
  let leaving = 0;
  function awake() {
    clearTimeout(leaving);
    if (document.hidden) {
      leaving = setTimeout(() => { if (source) source.close(); source = null; }, 5000);
    } else if (!source || source.readyState === EventSource.CLOSED || Date.now() - heard > 45000) connect();
  }
  document.addEventListener("visibilitychange", awake);
  addEventListener("pageshow", awake);
  setInterval(() => { if (!document.hidden) awake(); }, 3000);
  addEventListener("pagehide", () => { if (source) source.close(); source = null; });
  connect();
})();
