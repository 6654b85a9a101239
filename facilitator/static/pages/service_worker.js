// While the app does not answer, the browser shows one plain page in its place. Kept here: style
// sheets, scripts, fonts and that page. Never a page of a meeting, and nothing that anybody said.

const SHELF = "facilitator-1";
const STAND_IN = "/offline";

self.addEventListener("install", (event) => {
  event.waitUntil(keepStandIn().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldShelves().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = new URL(request.url);
  if (request.mode === "navigate") event.respondWith(pageOrStandIn(request));
  else if (isLasting(address)) event.respondWith(fromShelf(request, address));
});

async function pageOrStandIn(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(STAND_IN)) ?? Response.error();
  }
}

/** A file whose address changes when it does; and the fonts, which a style sheet names. */
function isLasting({ origin, pathname, searchParams }) {
  if (origin !== self.location.origin || !pathname.startsWith("/static/")) return false;
  return searchParams.has("v") || pathname.startsWith("/static/dist/fonts/");
}

async function fromShelf(request, address) {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    // Its earlier versions have had their day.
    await shelf.delete(address.pathname, { ignoreSearch: true });
    await shelf.put(request, answer.clone());
  }
  return answer;
}

async function keepStandIn() {
  const shelf = await caches.open(SHELF);
  // Without cookies: the page is nobody's.
  const page = await fetch(STAND_IN, { credentials: "omit", cache: "no-store" });
  const files = [...(await page.clone().text()).matchAll(/"(\/static\/[^"]+)"/g)];
  await shelf.put(STAND_IN, page);
  await shelf.addAll(files.map(([, address]) => address.replaceAll("&amp;", "&")));
}

async function forgetOldShelves() {
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one !== SHELF).map((one) => caches.delete(one)));
}
