// The reader's choices on the page of printed sheets, kept between visits, and
// which sheets an update changed. The page works without it.
(() => {
  "use strict";
  const store = "bantin-trang-in";
  const controls = () => [...document.querySelectorAll(".chon input, .chon select")];
  const value = (c) => (c.type === "checkbox" ? c.checked : c.value);

  function restore() {
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(store)) || {}; } catch { /* first visit */ }
    for (const c of controls()) {
      if (!(c.id in kept)) continue;
      if (c.type === "checkbox") c.checked = kept[c.id]; else c.value = kept[c.id];
    }
  }

  document.addEventListener("change", () => {
    try { localStorage.setItem(store, JSON.stringify(Object.fromEntries(controls().map((c) => [c.id, value(c)])))); } catch { /* private window */ }
  });

  // Alt shows what a click would lead to.
  const alt = (e) => document.documentElement.classList.toggle("tim-nguon", e.altKey);
  addEventListener("keydown", alt);
  addEventListener("keyup", alt);
  addEventListener("blur", () => document.documentElement.classList.remove("tim-nguon"));

  // A changed sheet is outlined for a moment. The sheets are watched, for whoever
  // replaces them.
  const changed = new Set();
  new MutationObserver((list) => {
    for (const m of list) {
      const at = m.target.nodeType === 1 ? m.target : m.target.parentElement;
      const sheet = at && at.closest(".to");
      if (!sheet || m.target === sheet) continue;
      sheet.classList.add("vua-doi");
      if (!changed.has(sheet)) setTimeout(() => { changed.delete(sheet); sheet.classList.remove("vua-doi"); }, 1200);
      changed.add(sheet);
    }
  }).observe(document.querySelector(".cac-to"), { subtree: true, childList: true, characterData: true, attributes: true });

  restore();
})();
