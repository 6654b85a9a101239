// The arrow keys lead to the next stop and back, as the links do, while nothing is being typed.

const WAYS = { ArrowRight: "next", ArrowLeft: "back" };

document.addEventListener("keydown", (event) => {
  const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
  const way = WAYS[event.key];
  if (!way || !isPlain || event.defaultPrevented || isInUse(event.target)) return;
  const link = document.querySelector(`[data-way="${way}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

/** Whether the arrows mean something else there: in boxes, lists, radios, and folded parts. */
function isInUse(element) {
  return Boolean(element.closest?.("input, textarea, select, summary, [contenteditable]"));
}
