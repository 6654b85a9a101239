// The line box: every keystroke is on the disk at once, Enter keeps the line.

import { hex } from "./names.js";

/**
 * The box and its draft. Tells "keep" {words, ref} at Enter (`ref` of the line that is mended, or
 * null), "typing" when words come, "mend last" at the Up arrow.
 */
export class LineBox extends EventTarget {
  #box;
  #note;
  #drafts;
  #prefix;
  #tab = null;
  #mends = null; // ref of the line whose words stand in the box

  constructor(form, note, drafts, meeting) {
    super();
    this.#box = form.querySelector("#line-words");
    this.#note = note;
    this.#drafts = drafts;
    this.#prefix = `meeting:${meeting}:box:`;
    this.#box.addEventListener("input", () => this.#typed());
    this.#box.addEventListener("keydown", (event) => this.#pressed(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#keep();
    });
  }

  get words() {
    return this.#box.value;
  }

  get mends() {
    return this.#mends;
  }

  focus() {
    this.#box.focus();
  }

  /** Put words into the box: of the line with that ref, or of a new one. */
  fill(words, { ref = null, note = "", focus = true } = {}) {
    this.#box.value = words;
    this.#mends = ref;
    this.#note.textContent = note;
    this.#note.hidden = !note;
    this.#store();
    if (!focus) return;
    this.#box.focus();
    this.#box.setSelectionRange(words.length, words.length);
  }

  /** Empty the box: its words are kept elsewhere now. */
  clear() {
    this.fill("", { focus: false });
  }

  /**
   * Put back what was in the box before a crash or a reload. Words of boxes that died with their
   * tab come back too: the first into an empty box, the others by `rescue(words)`.
   */
  async restore(rescue, noteFor) {
    this.#tab = await claimTab(this.#prefix);
    const alive = await livingTabs();
    for (const [name, { words, ref }] of await this.#drafts.all(this.#prefix)) {
      const isOurs = name === this.#name;
      if (!isOurs && alive.has(name)) continue;
      if (!isOurs) this.#drafts.remove(name);
      if (!words.trim() || words === this.#box.value) continue;
      if (this.#box.value.trim()) rescue(words);
      else this.fill(words, { ref, note: ref ? noteFor(ref) : "", focus: false });
    }
    this.#store();
  }

  get #name() {
    return `${this.#prefix}${this.#tab}`;
  }

  #store() {
    if (!this.#tab) return;
    if (this.#box.value) this.#drafts.put(this.#name, { words: this.#box.value, ref: this.#mends });
    else this.#drafts.remove(this.#name);
  }

  #typed() {
    this.#store();
    this.dispatchEvent(new Event("typing"));
  }

  #pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#keep();
    } else if (event.key === "ArrowUp" && !this.#box.value) {
      event.preventDefault();
      this.dispatchEvent(new Event("mend last"));
    }
  }

  #keep() {
    const words = this.#box.value.trim();
    const ref = this.#mends;
    if (!words) return;
    this.dispatchEvent(new CustomEvent("keep", { detail: { words, ref } }));
  }
}

/** A name for this tab that outlives a reload, and that no other living tab has. */
async function claimTab(prefix) {
  const place = "facilitator-tab";
  let tab = remembered(place) ?? hex(8);
  // A tab made as a copy of another one has its memory too, but not its lock.
  while (navigator.locks && !(await held(`${prefix}${tab}`))) tab = hex(8);
  try {
    sessionStorage.setItem(place, tab);
  } catch {
    // Without a memory, the words are found by their lock.
  }
  return tab;
}

function remembered(place) {
  try {
    return sessionStorage.getItem(place);
  } catch {
    return null;
  }
}

function held(name) {
  return new Promise((resolve) => {
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock));
      // Held for as long as the page lives.
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

async function livingTabs() {
  if (!navigator.locks) return new Set();
  const { held: locks } = await navigator.locks.query();
  return new Set(locks.map((one) => one.name));
}
