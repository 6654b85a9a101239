// Locks a screen that nobody touches. All tabs of a browser count together: a touch in one is a
// touch in each.

import { Cover } from "./cover.js";
import { lastTouch, noteTouch } from "./touches.js";

const A_MINUTE = 60_000; // milliseconds
const NOTED_EVERY = 1_000;
const TRY_AGAIN = 5_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "touchstart", "wheel", "input"];

const told = document.querySelector('meta[name="watched"]');
const after = Number(told.content) * A_MINUTE;
const cover = new Cover(told.dataset);
let here = Date.now();
let noted = 0;
let timer = null;

watch();

function watch() {
  // Whoever follows a link is here. A page that comes back by itself may stand before a stranger.
  const [way] = performance.getEntriesByType("navigation");
  if (way?.type === "navigate" || !lastTouch()) touched();
  else here = lastTouch();
  for (const sign of SIGNS) addEventListener(sign, touched, { capture: true, passive: true });
  for (const event of ["focus", "pageshow", "storage"]) addEventListener(event, look);
  document.addEventListener("visibilitychange", look);
  look();
}

function touched() {
  if (cover.isUp) return;
  // A computer that slept wakes under somebody's hand: whose it is, the password says.
  if (isOver()) return lock();
  here = Date.now();
  if (here - noted < NOTED_EVERY) return;
  noted = here;
  noteTouch();
}

function isOver() {
  return Math.max(here, lastTouch()) + after <= Date.now();
}

function look() {
  clearTimeout(timer);
  if (cover.isUp) cover.askWhetherOpen();
  else if (isOver()) lock();
  else timer = setTimeout(look, Math.max(here, lastTouch()) + after - Date.now());
}

function lock() {
  cover.up(open);
  tell();
}

function open() {
  here = Date.now();
  noteTouch();
  look();
}

/** Have the server know it, so that no other tab opens the same pages. */
async function tell() {
  const is = await cover.tellServer();
  // In the family's private time nothing locks, and its browser shows nothing but the card anyway.
  if (is === "private") cover.down();
  else if (is === "away" && cover.isUp) setTimeout(tell, TRY_AGAIN);
}
