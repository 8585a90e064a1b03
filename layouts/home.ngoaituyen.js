{{- /* Service worker: giữ trang nhất và số mới nhất trong máy người đọc. Mỗi số có kho riêng,
     mang dấu vân tay của nội dung; kho cũ bị bỏ khi có kho mới. Neo đứng ngoài vân tay: neo chỉ
     đổi khi đầu mục đổi, mà lời đầu mục đã nằm trong vân tay. */ -}}
{{- $neo := ` (?:id="|href="#)[^"]*"` -}}
{{- $url := slice (relURL "") -}}{{- $van_tay := slice -}}
{{- $so := "" -}}
{{- with site.GetPage "/so" -}}{{- with first 1 .Pages.ByDate.Reverse -}}{{- with index . 0 -}}
  {{- $so = .RelPermalink -}}
  {{- $url = $url | append .RelPermalink -}}
  {{- $van_tay = $van_tay | append (sha256 (replaceRE $neo "" .Content)) -}}
  {{- with partial "anh-so.html" . -}}{{- $url = $url | append (partial "anh-nho.html" .anh).dung -}}{{- end -}}
  {{- range .Pages.ByWeight -}}
    {{- $url = $url | append .RelPermalink -}}
    {{- $van_tay = $van_tay | append (sha256 (printf "%s%s%s" .Title (replaceRE $neo "" .Content) (jsonify .Params))) -}}
    {{- range .Resources.ByType "image" -}}{{- $url = $url | append (partial "anh-nho.html" .).dung -}}{{- end -}}
  {{- end -}}
{{- end -}}{{- end -}}{{- end -}}
{{- with partialCached "kieu-dang.html" site -}}{{- $url = $url | append .RelPermalink -}}{{- end -}}
{{- with partialCached "tap-lenh.html" site -}}{{- $url = $url | append .RelPermalink -}}{{- end -}}
{{- $url = $url | append (relURL "favicon.svg") (relURL "404.html") | uniq -}}
"use strict";
const KHO = "ban-tin-{{ substr (sha256 (delimit ($van_tay | append $url) "\n")) 0 16 }}";
const TRANG = {{ jsonify $url }};
const SO_MOI = {{ jsonify $so }};

self.addEventListener("install", (e) => {
  e.waitUntil(caches.open(KHO).then((kho) => Promise.all(TRANG.map((u) =>
    fetch(u, { cache: "no-cache" }).then((r) => r.ok ? kho.put(u, r) : undefined).catch(() => undefined)
  ))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (e) => {
  e.waitUntil(caches.keys()
    .then((ten) => Promise.all(ten.filter((t) => t.startsWith("ban-tin-") && t !== KHO).map((t) => caches.delete(t))))
    .then(() => self.clients.claim()));
});

// Có mạng thì luôn đọc bản mới; mất mạng mới dùng kho. Trang không có trong kho thì mở số mới nhất.
self.addEventListener("fetch", (e) => {
  const q = e.request;
  if (q.method !== "GET" || new URL(q.url).origin !== self.location.origin) return;
  e.respondWith(fetch(q).catch(() => caches.open(KHO).then((kho) =>
    kho.match(q, { ignoreSearch: q.mode === "navigate" }).then((r) => {
      if (r) return r;
      // Ảnh nhiều cỡ: trong kho có ảnh gốc mang cùng tên.
      const goc = q.url.replace(/_hu_[0-9a-f]+\.[a-z]+$/, ".");
      if (goc !== q.url) {
        return kho.keys().then((co) => co.find((k) => k.url.startsWith(goc))).then((k) => k ? kho.match(k) : Response.error());
      }
      if (q.mode === "navigate" && SO_MOI) return kho.match(SO_MOI).then((s) => s || Response.error());
      return Response.error();
    }))));
});
