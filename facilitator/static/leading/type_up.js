// Typing up a flip chart: the grid, row by row, and the photo that never leaves this window.
//
// Each row goes to the server as soon as somebody leaves it. What is typed in the row before that
// is kept on this computer at every key, like all other words.

import { openDrafts } from "./drafts.js";
import { Grid } from "./grid.js";
import { newRef, Outbox } from "./outbox.js";
import { watchPhoto } from "./photo.js";
import { Asks } from "./row_asks.js";
import { Server } from "./server.js";
import { Status } from "./status.js";

const root = document.querySelector("#type-up");
const { meeting, page, way } = root.dataset;
const half = `rows:${meeting}:${page}`; // what is typed in rows that nobody has left yet

const drafts = await openDrafts(root.dataset.draftKey);
const server = new Server({
  lines: root.dataset.linesUrl,
  walk: root.dataset.walkUrl,
  page: location.href,
  token: root.dataset.csrf,
});
const outbox = new Outbox(drafts, server, meeting);
const grid = new Grid(document.querySelector("#grid"));
const asks = new Asks(document.querySelector("#asks"), grid, keep);
const status = new Status(document.querySelector("#save-status"), () => grid.unfinished().length > 0);

await outbox.gather();
const left = await drafts.all(half);
const begun = left.find(([name]) => name === half)?.[1] ?? [];
const waiting = outbox.waiting.filter((one) => one.way === way && one.wish.page === page);
for (const { ref, wish } of waiting) grid.put(ref, wish.cells, { kept: JSON.stringify(wish.cells) });
for (const { ref, cells } of begun) {
  if (!waiting.some((one) => one.ref === ref)) grid.put(ref, cells);
}

grid.addEventListener("typed", () => {
  drafts.put(half, grid.unfinished());
  status.show(outbox.state, outbox.isDurable);
});
grid.addEventListener("left", ({ detail }) => keep(detail.row));

outbox.addEventListener("kept", ({ detail }) => {
  const row = grid.row(detail.ref);
  if (!row) return;
  grid.say(row, detail.line.taken_back ? "Taken back" : "Kept");
  asks.show(row, detail.answer.asks ?? []);
});
outbox.addEventListener("refused", ({ detail }) => {
  const row = grid.row(detail.ref);
  const words = detail.problems.map((one) => `${one.wrong} ${one.remedy}`).join(" ");
  if (row) grid.say(row, `Not kept. ${words}`);
});
outbox.addEventListener("clash", ({ detail }) => {
  const row = grid.row(detail.ref);
  if (!row) return;
  if (detail.twin) row.dataset.ref = detail.twin;
  grid.say(row, detail.twin ? "Both were kept. Look at them in the breather." : "Kept");
});
outbox.addEventListener("changed", () => status.show(outbox.state, outbox.isDurable));

/** Keep a row that somebody has left, or for which something was answered. */
async function keep(row, more = {}) {
  row.dataset.more = JSON.stringify({ ...JSON.parse(row.dataset.more ?? "{}"), ...more });
  const cells = { ...grid.cells(row), ...JSON.parse(row.dataset.more) };
  const now = JSON.stringify(cells);
  if (row.dataset.kept === now || (!row.dataset.kept && grid.isEmpty(row))) return;
  row.dataset.ref ||= newRef();
  row.dataset.kept = now;
  grid.say(row, "Saving");
  asks.forget(row);
  await outbox.keep(row.dataset.ref, { page, cells }, { hurry: true, way });
  drafts.put(half, grid.unfinished());
}

document.querySelector("#grid-send").hidden = true; // Every row goes by itself.
document.querySelector("#how").hidden = false;
document.querySelector("#grid-form").addEventListener("submit", (event) => event.preventDefault());
watchPhoto(document.querySelector("#photo-part"));
grid.begin();
status.show(outbox.state, outbox.isDurable);
outbox.watch();
