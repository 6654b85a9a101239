// The card: it tells the other windows of this browser that private time began, and asks for its
// address again when it is over. It asks nobody anything else.

const channel = "BroadcastChannel" in window ? new BroadcastChannel("facilitator-private") : null;

channel?.addEventListener("message", ({ data }) => {
  if (data === "over") location.replace(location.pathname + location.search);
});
channel?.postMessage("began");
addEventListener("pageshow", (event) => event.persisted && location.reload());
