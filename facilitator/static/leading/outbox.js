// What the server has not confirmed yet: the newest wish for each line, and what happened, in order.
//
// An entry goes only when the server has confirmed exactly its key. Everything is safe to send
// twice, so whenever in doubt it is sent again.

import { newKey, newRef } from "./names.js";

export { newRef };
const A_MOMENT = 700; // milliseconds in which who said it and its kind are still chosen
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;
const LOOK_ROUND = 20_000; // another tab may have closed before its words were sent
const MOST_KEYS = 40;

/**
 * Tells what happens by events: "kept" {ref, line, answer}, "clash" {ref, twin, kept, wish},
 * "refused" {ref, problems, answer}, "walked" {walk}, "not walked" {what, about, problems},
 * "changed" (look at `state`).
 */
export class Outbox extends EventTarget {
  #drafts;
  #server;
  #meeting;
  #lines = new Map(); // ref -> entry
  #happenings = new Map(); // key -> entry, in order
  #known = new Map(); // ref -> {number, key} of the wording that the server holds
  #trouble = null;
  #wait = FIRST_WAIT;
  #timer = null;
  #sending = null;
  #again = false;

  constructor(drafts, server, meeting) {
    super();
    this.#drafts = drafts;
    this.#server = server;
    this.#meeting = meeting;
  }

  /** "saved", "saving", "refused", or what stands in the way: see server.js. */
  get state() {
    const entries = [...this.#lines.values(), ...this.#happenings.values()];
    if (!entries.length) return "saved";
    if (this.#trouble) return this.#trouble;
    return entries.every((one) => one.refused) ? "refused" : "saving";
  }

  /** Whether the disk of this computer holds what waits. */
  get isDurable() {
    return this.#drafts.durable;
  }

  /** Every wish that waits: {ref, wish, based_on}. */
  get waiting() {
    return [...this.#lines.values()];
  }

  isWaiting(ref) {
    return this.#lines.has(ref);
  }

  /** The server holds this wording of that line. */
  knows(ref, number, key) {
    this.#known.set(ref, { number, key });
  }

  /**
   * Keep this wish for that line: the body of the save, but its key and number. It waits a moment
   * for further choices, unless it is in a `hurry`. `way`: the address for lines that are not said
   * but typed up; the ref comes after it. Resolves once the disk holds it.
   */
  keep(ref, wish, { hurry = false, way = undefined, key = newKey() } = {}) {
    const before = this.#lines.get(ref);
    const entry = {
      ref,
      wish,
      key,
      way: way ?? before?.way,
      based_on: before?.based_on ?? this.#known.get(ref)?.number ?? 0,
      sent: before ? [...before.sent, before.key].slice(-MOST_KEYS) : [],
      order: before?.order ?? Date.now(),
      due: hurry ? 0 : Date.now() + A_MOMENT,
    };
    this.#lines.set(ref, entry);
    const stored = this.#drafts.put(this.#lineName(ref), entry, entry.key);
    this.#tell("changed");
    this.#soon(hurry ? 0 : A_MOMENT);
    return stored;
  }

  /** No more choices will come for that line: it may go. */
  hurry(ref) {
    const entry = this.#lines.get(ref);
    if (!entry || !entry.due) return;
    entry.due = 0;
    this.#soon(0);
  }

  /** Give up a wish that the server refused: what it holds stands. */
  forget(ref) {
    this.#lines.delete(ref);
    this.#tell("changed");
    return this.#drafts.remove(this.#lineName(ref));
  }

  /** Something happened beside what was said: see the walk. */
  happened(what, about = "", words = "") {
    const order = `${String(Date.now()).padStart(15, "0")}-${String(this.#happenings.size).padStart(5, "0")}`;
    const entry = { key: newKey(), order, body: { what, about, words } };
    this.#happenings.set(entry.key, entry);
    this.#drafts.put(this.#happeningName(entry), entry, entry.key);
    this.#tell("changed");
    this.#soon(0);
  }

  /** What an earlier page, or one that the power took, left behind. Call once at the start. */
  async gather() {
    const prefix = `meeting:${this.#meeting}:`;
    for (const [, entry] of await this.#drafts.all(`${prefix}walk:`)) {
      if (!this.#happenings.has(entry.key)) this.#happenings.set(entry.key, entry);
    }
    const kept = new Map(await this.#drafts.all(`${prefix}line:`));
    const held = new Map([...kept.values()].map((entry) => [entry.ref, entry]));
    for (const { ref, adopted } of [...this.#lines.values()]) {
      // Its own tab sent it, or changed it: what this one remembers of it is old.
      if (adopted && !held.has(ref)) this.#lines.delete(ref);
    }
    for (const [ref, entry] of held) {
      const here = this.#lines.get(ref);
      if (here && (!here.adopted || here.key === entry.key)) continue;
      this.#lines.set(ref, { ...entry, due: 0, adopted: true });
    }
  }

  /** Another tab of this browser got an answer: nothing is waiting for it here. */
  heard(line) {
    this.#known.set(line.ref, line);
    const entry = this.#lines.get(line.ref);
    if (!entry) return;
    if (entry.key === line.key || entry.adopted) this.#lines.delete(line.ref);
    else if (entry.sent.includes(line.key)) entry.based_on = line.number;
    this.#tell("changed");
  }

  /** Send when the page opens, comes back, or the network does, and look round now and then. */
  watch() {
    const send = () => this.send();
    for (const event of ["online", "focus"]) addEventListener(event, send);
    addEventListener("pagehide", () => this.#sayGoodbye());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.#sayGoodbye();
      else this.send();
    });
    setInterval(send, LOOK_ROUND);
    return this.send();
  }

  /** Send everything that is due; one tab of a browser sends at a time. */
  async send() {
    this.#again = true;
    this.#sending ??= this.#inTurn(async () => {
      while (this.#again) {
        this.#again = false;
        await this.gather();
        await this.#sendAll();
      }
    }).finally(() => {
      this.#sending = null;
      this.#tell("changed");
    });
    return this.#sending;
  }

  #inTurn(work) {
    const name = `facilitator-sends:${this.#meeting}`;
    return navigator.locks ? navigator.locks.request(name, work) : work();
  }

  async #sendAll() {
    const inOrder = [...this.#happenings.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
    for (const entry of inOrder) {
      if (!(await this.#sendHappening(entry))) return this.#later();
    }
    const lines = [...this.#lines.values()].sort((a, b) => a.order - b.order);
    for (const entry of lines) {
      const isDue = !entry.refused && entry.due <= Date.now();
      if (isDue && !(await this.#sendLine(entry))) return this.#later();
    }
    this.#trouble = null;
    this.#wait = FIRST_WAIT;
    const next = Math.min(...[...this.#lines.values()].filter((one) => !one.refused).map((one) => one.due));
    if (Number.isFinite(next)) this.#soon(Math.max(next - Date.now(), 0) + 5);
  }

  async #sendHappening(entry) {
    const answer = await this.#server.keepHappening(entry.key, entry.body);
    if (!["kept", "refused"].includes(answer.is)) return this.#standsInTheWay(answer);
    this.#trouble = null;
    this.#happenings.delete(entry.key);
    await this.#drafts.removeIf(this.#happeningName(entry), entry.key);
    if (answer.problems) this.#tell("not walked", { ...entry.body, problems: answer.problems });
    else if (!this.#happenings.size) this.#tell("walked", { walk: answer.walk });
    return true;
  }

  async #sendLine(entry) {
    const answer = await this.#server.keepLine(entry.ref, bodyOf(entry), { way: entry.way });
    if (answer.is === "kept") return this.#confirmed(entry, answer.line, answer);
    if (answer.is === "clash") return this.#clashed(entry, answer.kept);
    if (answer.is === "refused") {
      entry.refused = answer.problems;
      this.#tell("refused", { ref: entry.ref, problems: answer.problems, answer });
      return true;
    }
    return this.#standsInTheWay(answer);
  }

  async #confirmed(entry, line, answer = { line }) {
    this.#trouble = null;
    this.#known.set(entry.ref, line);
    const now = this.#lines.get(entry.ref);
    if (now?.key === entry.key) {
      this.#lines.delete(entry.ref);
      await this.#drafts.removeIf(this.#lineName(entry.ref), entry.key);
    } else if (now?.sent.includes(entry.key) && line.key === entry.key) {
      now.based_on = line.number; // Else somebody changed it since: the next answer says so.
    }
    this.#tell("kept", { ref: entry.ref, line, answer });
    return true;
  }

  async #clashed(entry, kept) {
    if (entry.key === kept.key) return this.#confirmed(entry, kept);
    const isOurs = entry.sent.includes(kept.key);
    const now = this.#lines.get(entry.ref) ?? entry;
    this.#known.set(entry.ref, kept);
    if (isOurs) {
      // An answer was lost on its way: what stands there is our own earlier save.
      now.based_on = kept.number;
      now.due = 0;
      this.#again = true;
      await this.#drafts.put(this.#lineName(entry.ref), now, now.key);
      return true;
    }
    this.#lines.delete(entry.ref);
    const twin = saysTheSame(now.wish, kept) ? null : newRef();
    // Both in one breath: the disk never holds neither.
    const mark = { hurry: true, way: now.way, key: `clash.${entry.ref}.${newKey()}` };
    const stored = twin && !now.wish.taken_back ? this.keep(twin, now.wish, mark) : null;
    await Promise.all([stored, this.#drafts.removeIf(this.#lineName(entry.ref), now.key)]);
    this.#again = true;
    this.#tell("clash", { ref: entry.ref, twin: stored ? twin : null, kept, wish: now.wish });
    return true;
  }

  #standsInTheWay({ is }) {
    this.#trouble = is;
    return false;
  }

  #later() {
    this.#soon(this.#wait);
    this.#wait = Math.min(this.#wait * 1.6, LONGEST_WAIT);
  }

  #soon(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), milliseconds);
  }

  #sayGoodbye() {
    // No time to wait for a turn or an answer: the next page hears what came of it.
    for (const entry of this.#happenings.values()) {
      this.#server.keepHappening(entry.key, entry.body, { goodbye: true });
    }
    for (const entry of this.#lines.values()) {
      const options = { goodbye: true, way: entry.way };
      if (!entry.refused) this.#server.keepLine(entry.ref, bodyOf(entry), options);
    }
  }

  #lineName(ref) {
    return `meeting:${this.#meeting}:line:${ref}`;
  }

  #happeningName({ order, key }) {
    return `meeting:${this.#meeting}:walk:${order}:${key}`;
  }

  #tell(what, detail = {}) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

const bodyOf = ({ key, based_on, wish }) => ({ ...wish, key, based_on });

function saysTheSame(wish, kept) {
  const told = (one) => JSON.stringify([one.kind, one.words, one.by ?? "", Boolean(one.taken_back)]);
  return told(wish) === told(kept);
}
