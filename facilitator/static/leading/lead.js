// The screen for leading a meeting: it listens, and nothing typed is ever lost.

import { Kinds, Seats, chosen, wishOf } from "./choices.js";
import { Cover } from "./cover.js";
import { openDrafts } from "./drafts.js";
import { Hand } from "./hand.js";
import { LineBox } from "./line_box.js";
import { Offer } from "./offer.js";
import { newRef } from "./names.js";
import { Outbox } from "./outbox.js";
import { PeopleRow } from "./people_row.js";
import { Questions } from "./questions.js";
import { Room } from "./room.js";
import { RoomControl } from "./room_control.js";
import { SaidLines } from "./said.js";
import { Server } from "./server.js";
import { Status } from "./status.js";
import { OtherTabs } from "./tabs.js";
import { watchSteps } from "./steps.js";

const root = document.querySelector("#lead");
const find = (id) => root.querySelector(`#${id}`);
const { meeting, linesUrl, walkUrl, draftKey, csrf } = root.dataset;

const drafts = await openDrafts(draftKey);
const server = new Server({ lines: linesUrl, walk: walkUrl, page: location.href, token: csrf });
const outbox = new Outbox(drafts, server, meeting);
const tabs = new OtherTabs(meeting);
const form = find("line-form");
const kinds = new Kinds(form);
const seats = new Seats(form);
const said = new SaidLines(root, kinds, seats);
const row = new PeopleRow(find("people-row"), kinds, seats);
const box = new LineBox(form, find("line-note"), drafts, meeting);
const questions = new Questions(root);
const room = new Room(find("room"));
const roomScreen = new RoomControl(root, tabs);
const cover = new Cover(find("cover"));
const status = new Status(find("save-status"), () => Boolean(box.words.trim()));
const hand = new Hand({ kinds, outbox, said, row, told: (line) => tabs.tell("waits", line) });
const offer = new Offer(root, box, (line) => {
  hand.take({ ...line, prompt: questions.now });
  hand.letGo();
});

const showStatus = () => status.show(outbox.state, outbox.isDurable);
const noteFor = (ref) => {
  const line = said.find(ref);
  return line?.words ? "You are changing a line that is kept already." : `${nameOf(line)}:`;
};
const nameOf = (line) => seats.names([line?.by].filter(Boolean)).join("") || "A line with no words yet";

/** Keep what is in the box, and take it in hand. */
function keepWords(words, ref) {
  const mended = ref ? said.find(ref) : null;
  // A touch on a name, then words: the words belong to that name, and take the question's kind.
  const kind = mended && mended.kind !== "unsorted" ? mended.kind : questions.kindGathered;
  const line = mended
    ? chosen({ ...mended, words }, kinds.of(kind), [mended.by].filter((one) => one && !mended.words))
    : { ref: newRef(), kind: questions.kindGathered, prompt: questions.now, words };
  hand.take(offer.taken(mended?.words ? { ...mended, words } : line));
  box.clear();
  if (questions.now) questions.spokenTo(questions.now);
}

function keepBoxFirst() {
  if (!hand.isEmpty || !box.words.trim()) return;
  keepWords(box.words.trim(), box.mends);
}

box.addEventListener("keep", ({ detail }) => {
  keepWords(detail.words, detail.ref);
  row.focus();
});
box.addEventListener("typing", () => {
  if (hand.ref !== box.mends || !hand.isNameAlone) hand.letGo();
  showStatus();
});
box.addEventListener("mend last", () => {
  const line = said.newest;
  if (line) finish(line);
});

row.addEventListener("seat", ({ detail }) => {
  keepBoxFirst();
  if (hand.isEmpty || hand.isNameAlone) return somebodySpeaks(detail.id);
  hand.choosePerson(detail.id);
});
row.addEventListener("kind", ({ detail }) => {
  keepBoxFirst();
  if (hand.isEmpty) return row.show();
  hand.chooseKind(detail.key);
  if (detail.ends) endLine();
});
row.addEventListener("exact", () => {
  keepBoxFirst();
  if (hand.isEmpty) row.show();
  else hand.turnExact();
});
row.addEventListener("done", () => {
  keepBoxFirst();
  hand.letGo();
  box.focus();
});
row.addEventListener("fold", () => fold());
row.addEventListener("room", () => roomScreen.turn());

/** A name alone: it stands in the tray, and the next words are theirs. */
function somebodySpeaks(id) {
  if (hand.isNameAlone && said.find(hand.ref)?.by === id) return;
  const ref = newRef();
  hand.take({ ref, kind: "unsorted", by: id, words: "", prompt: questions.now });
  box.fill("", { ref, note: `${seats.names([id])[0]}:`, focus: matchMedia("(pointer: fine)").matches });
}

/** The kind is chosen, which ends a line; a touch on a name may still follow where nobody is. */
function endLine() {
  if (hand.hasPeople) hand.letGo();
  else outbox.hurry(hand.ref);
  box.focus();
}

/** Put a line back into the box, to change or to finish it. */
function finish(line) {
  hand.letGo();
  box.fill(line.words, { ref: line.ref, note: noteFor(line.ref) });
}

function fold() {
  const isFolded = root.classList.toggle("is-folded");
  find("fold").setAttribute("aria-expanded", String(!isFolded));
}

/** Something of the walk happened here, or in another tab. */
function walkOn(what, about, words) {
  if (["came_in", "stepped_out", "left"].includes(what)) room.happened(what, about);
  else questions.happened(what, about, words);
}

watchSteps(root, questions, (what, about, words) => {
  find("walk-problems").textContent = "";
  find("begin")?.remove();
  walkOn(what, about, words);
  outbox.happened(what, about, words);
  tabs.tell("walked", { what, about, words });
  if (matchMedia("(pointer: fine)").matches && !root.querySelector("#room[open]")) box.focus();
});
find("fold").addEventListener("click", fold);
find("hide").addEventListener("click", () => cover.lay());

said.addEventListener("finish", ({ detail }) => finish(detail.line));
said.addEventListener("yes", ({ detail: { line, by, how } }) => {
  outbox.keep(line.ref, { ...wishOf(line), family_yes: { by, how } }, { hurry: true });
});
said.addEventListener("leave", async ({ detail: { line } }) => {
  await outbox.forget(line.ref);
  await bringUpToDate();
});

outbox.addEventListener("changed", showStatus);
outbox.addEventListener("kept", ({ detail: { line } }) => {
  tabs.tell("kept", line);
  roomScreen.look();
  showKept(line);
  offer.kept(line.ref);
});
outbox.addEventListener("refused", ({ detail: { ref, problems } }) => said.mark(ref, { problems, waits: false }));
outbox.addEventListener("clash", ({ detail: { ref, twin, kept, wish } }) => {
  said.show({ ...kept, clash: Boolean(twin) });
  if (twin) said.show({ ...wish, ref: twin, number: 0, waits: true, clash: true });
});
outbox.addEventListener("not walked", ({ detail: { about, words, problems } }) => {
  room.undo(about);
  roomScreen.look("walked");
  const told = problems.map(({ wrong, remedy }) => `${wrong} ${remedy}`).join(" ");
  find("walk-problems").textContent = words ? `${told} (${words})` : told;
});
outbox.addEventListener("walked", ({ detail: { walk } }) => {
  roomScreen.look("walked");
  if (!walk) return;
  questions.adopt(walk);
  room.adopt(walk);
});

tabs.listen({
  kept: (line) => {
    outbox.heard(line);
    showKept(line);
  },
  waits: (line) => outbox.isWaiting(line.ref) || said.show({ ...line, waits: true }),
  walked: ({ what, about, words }) => walkOn(what, about, words),
});

function showKept(line) {
  if (!outbox.isWaiting(line.ref)) said.show({ ...line, waits: false });
  else said.mark(line.ref, { number: line.number, key: line.key });
}

/** What stands on the server now, typed elsewhere too. */
async function bringUpToDate() {
  const answer = await server.lines();
  if (answer.is !== "kept") return;
  const isNews = (line) => {
    const here = said.find(line.ref);
    const inUse = outbox.isWaiting(line.ref) || line.ref === hand.ref;
    return !inUse && (here?.key !== line.key || here?.problems);
  };
  const news = answer.lines.filter(isNews);
  for (const line of news) outbox.knows(line.ref, line.number, line.key);
  const standing = new Set(answer.lines.map((line) => line.ref));
  const gone = said.all.filter((line) => line.number && !standing.has(line.ref));
  said.show(...news, ...gone.map((line) => ({ ...line, taken_back: true })));
}

for (const line of said.all) outbox.knows(line.ref, line.number, line.key);
await outbox.gather();
for (const { ref, wish, way } of outbox.waiting) if (!way) said.show({ ...said.find(ref), ...wish, ref, waits: true, unfinished: undefined });
await box.restore((words) => outbox.keep(newRef(), wishOf({ kind: "unsorted", words }), { hurry: true }), noteFor);
addEventListener("focus", bringUpToDate);
addEventListener("pageshow", (event) => event.persisted && location.reload());
addEventListener("beforeunload", (event) => {
  if (outbox.state !== "saved" && !outbox.isDurable) event.preventDefault();
});
navigator.serviceWorker?.register("/sw.js", { scope: "/" }).catch(() => {});
root.classList.add("is-awake");
for (const part of root.querySelectorAll("[data-needs-script]")) part.hidden = false;
box.focus();
showStatus();
await outbox.watch();
await bringUpToDate(); // Another tab may have saved something while this one woke.
