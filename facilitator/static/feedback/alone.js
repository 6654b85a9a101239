// A card is never shown again from the browser's memory: whoever goes back asks the server anew.

window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
