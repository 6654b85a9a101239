// Before private family time begins, the last words go to the server; meanwhile none would.

import { openDrafts } from "./drafts.js";
import { Outbox } from "./outbox.js";
import { Server } from "./server.js";

const LONGEST_WAIT = 6_000; // milliseconds; nobody stands at the door for longer
const WAITS = "Saving the last words first.";
const STUCK =
  "Some words could not be saved yet. They stay kept on this computer, and go when you are back. Touch the button again to begin all the same.";

const form = document.querySelector("#begin-private");
const status = form.querySelector("#flush-status");
const { meeting, linesUrl, walkUrl, draftKey, csrf } = form.dataset;
const outbox = openDrafts(draftKey).then((drafts) => {
  const server = new Server({ lines: linesUrl, walk: walkUrl, page: location.href, token: csrf });
  return new Outbox(drafts, server, meeting);
});
let mayBegin = false;

form.addEventListener("submit", async (event) => {
  if (mayBegin) return;
  event.preventDefault();
  status.textContent = WAITS;
  const last = await outbox;
  await Promise.race([last.send(), new Promise((done) => setTimeout(done, LONGEST_WAIT))]);
  mayBegin = true;
  if (last.state === "saved") form.requestSubmit();
  else status.textContent = STUCK;
});
form.classList.add("is-awake");
