// When private family time begins in one window, every other window of this browser goes to the card.
//
// It asks for its own address again: the server answers with the card while private time goes on,
// and with the page when it is over. Going back brings nothing out of the browser's memory.

const channel = "BroadcastChannel" in window ? new BroadcastChannel("facilitator-private") : null;

channel?.addEventListener("message", ({ data }) => {
  if (data !== "began") return;
  document.documentElement.hidden = true;
  location.replace(location.pathname + location.search);
});
channel?.postMessage("over"); // A page that opens shows that it is over, to cards elsewhere.
addEventListener("pageshow", (event) => event.persisted && location.reload());
