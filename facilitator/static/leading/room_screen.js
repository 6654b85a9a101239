// The room screen: what the server says may stand before everybody who is here, and nothing else.
//
// No word ever comes from a message of another window: a message only says that it is time to ask
// the server again. The screen is blank at first, and again at each new stage.

import "./private_heard.js";
import { OtherTabs } from "./tabs.js";
import { fit } from "./room_fit.js";
import { columnOf } from "./room_columns.js";

const LOOK_AGAIN = 10_000; // milliseconds: somebody may have come in on another computer
const IDLE = 3_000;
const LONGEST_WAIT = 8_000;
const A_PAGE_FOLLOWS = 2_000; // from one page of the leading window to the next
const ON_THE_WAY = 5_000;
const MINUTE = 60_000;

const wall = document.querySelector("#wall");
const part = (name) => wall.querySelector(`[data-part="${name}"]`);
const others = new OtherTabs(wall.dataset.meeting);

let view = null; // what the server said last
let shownStage = ""; // the stage that somebody chose to show
let wantedUntil = 0; // the laptop is in that stage already; its word may still be on the way
let isHeld = false; // somebody came in: nothing is shown until the server has been asked
let page = { id: "", mode: "beside" }; // what the leading window has open
let knowsWhoCame = true; // the server has been told of everybody who came in
let looking = null; // the question to the server that is on its way
let isOld = false; // something was kept since it was asked
let back = 0; // how many of the newest lines are passed over, to read the earlier ones
let drawn = ""; // what stands on the wall, to know whether something is new
let idle = 0;

const state = () => {
  if (page.mode === "typing") return "tea";
  const mayShow = !isHeld && page.mode === "beside" && view?.columns.length;
  return mayShow && shownStage && shownStage === view.stage ? "shown" : "blank";
};

function draw() {
  const now = state();
  wall.dataset.state = now;
  part("tea").hidden = now !== "tea";
  part("title").hidden = now === "tea";
  part("time").hidden = now !== "blank";
  part("shown").hidden = now !== "shown";
  drawShown(now);
  if (view) {
    part("title").textContent = view.title;
    document.title = `${view.title} – Facilitator`;
  }
  part("turn").textContent = now === "shown" ? "Blank" : "Show";
  others.tell("room:is", { state: now });
}

/** Only what is new is drawn: a wall that flickers is looked at, and people are not. */
function drawShown(now) {
  const asked = now === "shown" ? JSON.stringify([view, back, innerWidth, innerHeight]) : "";
  if (asked === drawn) return;
  drawn = asked;
  part("shown").replaceChildren(...(asked ? shown() : []));
  if (asked) fit(part("shown"), back);
}

function shown() {
  const strip = paragraph("wall__strip", view.strip);
  const question = view.question ? [paragraph("wall__question", view.question)] : [];
  const columns = document.createElement("div");
  columns.className = "wall__columns";
  columns.append(...view.columns.map(columnOf));
  return [strip, ...question, columns];
}

function paragraph(name, words) {
  const made = document.createElement("p");
  Object.assign(made, { className: name, textContent: words, dir: "auto" });
  return made;
}

/** What stands on the server now; one question at a time, and an answer that is old by then counts for nothing. */
function look() {
  isOld = true;
  looking ??= lookUntilNew().finally(() => (looking = null));
  return looking;
}

async function lookUntilNew() {
  let said = null;
  while (isOld) {
    isOld = false;
    said = await theServer();
  }
  if (said === "elsewhere") blank();
  else if (said) take(said); // Not reached: what stands was safe for those who are known to be here.
}

function take(said) {
  if (knowsWhoCame) isHeld = false;
  if (said.stage !== view?.stage) back = 0;
  view = said;
  if (said.stage === shownStage) wantedUntil = 0;
  else if (Date.now() > wantedUntil) shownStage = "";
  draw();
}

async function theServer() {
  try {
    const answer = await fetch(wall.dataset.nowUrl, {
      headers: { Accept: "application/json" },
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    if (answer.status === 423) {
      blank();
      location.reload(); // The family's card stands at this address now.
      return null;
    }
    if (answer.ok) return await answer.json();
    return answer.type === "opaqueredirect" || answer.status < 500 ? "elsewhere" : null;
  } catch {
    return null;
  }
}

function blank() {
  shownStage = "";
  wantedUntil = 0;
  draw();
}

/** `stage`: where the laptop is; without it, where the server is. */
async function turn(stage) {
  if (state() === "shown") return blank();
  back = 0;
  if (stage) {
    shownStage = stage;
    wantedUntil = Date.now() + ON_THE_WAY;
    return look();
  }
  await look();
  shownStage = view?.stage ?? "";
  return draw();
}

function opened({ id, mode }) {
  if (mode === "gone") {
    setTimeout(() => page.id === id && turnTo({ id: "", mode: "beside" }), A_PAGE_FOLLOWS);
  } else {
    turnTo({ id, mode });
  }
}

function turnTo(next) {
  page = next;
  draw();
}

function stepBack(lines) {
  if (state() !== "shown") return;
  const most = Math.max(...view.columns.map(({ lines: all }) => all.length)) - 1;
  back = Math.min(Math.max(back + lines, 0), Math.max(most, 0));
  draw();
}

function busy() {
  wall.classList.remove("is-idle");
  clearTimeout(idle);
  idle = setTimeout(() => wall.classList.add("is-idle"), IDLE);
}

function tellTime() {
  const now = new Date();
  part("time").textContent = now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  setTimeout(tellTime, MINUTE - (now % MINUTE));
}

others.listen({
  kept: () => look(),
  walked: ({ what }) => {
    if (what !== "came_in") return;
    isHeld = true;
    knowsWhoCame = false;
    draw();
  },
  "room:look": (after) => {
    if (after === "walked") knowsWhoCame = true;
    look();
  },
  "room:blank": blank,
  "room:turn": turn,
  "room:ask": () => others.tell("room:is", { state: state() }),
  "room:page": opened,
});

// A clicker for slides sends "b" or a full stop for a black screen.
wall.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "." || event.key.toLowerCase() === "b") turn();
  else if (event.key === "ArrowUp") stepBack(1);
  else if (event.key === "ArrowDown") stepBack(-1);
  else return;
  event.preventDefault();
});
wall.addEventListener("wheel", (event) => stepBack(event.deltaY < 0 ? 1 : -1), { passive: true });
document.addEventListener("click", (event) => event.target.closest("button, a") || part("turn").focus());
for (const what of ["pointermove", "pointerdown", "keydown"]) document.addEventListener(what, busy);
part("turn").addEventListener("click", () => turn());
part("full").addEventListener("click", () => {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
});
addEventListener("resize", draw);
addEventListener("pagehide", () => others.tell("room:is", { state: "closed" }));

for (const link of wall.querySelectorAll('[data-part="no-script"]')) link.remove();
part("turn").hidden = false;
part("full").hidden = !document.fullscreenEnabled;
wall.classList.add("is-awake");
part("turn").focus();
tellTime();
draw();
others.tell("room:who");
await look();
setInterval(() => state() === "shown" && look(), LOOK_AGAIN);
