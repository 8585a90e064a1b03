// Bấm vào ảnh: tâm chuyển đến chỗ ấy, và dòng để chép vào bài đổi theo. Chỉ sửa trên màn hình; ghi vào bài là việc
// của người viết.
document.addEventListener("click", (e) => {
  const frame = e.target.closest(".khung");
  if (!frame) return;
  const box = frame.getBoundingClientRect();
  const percent = (at, from, size) => Math.max(0, Math.min(100, Math.round((100 * (at - from)) / size)));
  const x = percent(e.clientX, box.left, box.width), y = percent(e.clientY, box.top, box.height);
  frame.querySelector(".tam path").setAttribute("d", `M${x} ${y}h0`);
  frame.closest(".anh").querySelector(".dong").textContent = `tam: "${x}% ${y}%"`;
});
