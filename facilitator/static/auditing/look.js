// Keeps each answer of a look by itself as soon as it is given. Without it one button keeps all.
//
// What the server has not confirmed stands sealed on the disk of this computer, in one draft for the
// look, and comes back after a crash. "Kept" is said only when the server has said so.

import { openDrafts } from "../leading/drafts.js";
import { Server } from "../leading/server.js";
import { settled } from "../pages/sent_forms.js";
import { listenToKeys } from "./look_keys.js";

const PAUSE = 700; // milliseconds after the last letter
const LONGEST_WAIT = 15_000; // milliseconds between two tries
const TROUBLE = {
  away: "Facilitator does not answer. Your words are safe on this computer, and go out by themselves.",
  busy: "Facilitator is busy. Your words are safe on this computer, and go out by themselves.",
  full: "The disk is full, so this is not kept yet. Your words are still here.",
  private: "This can't be kept just now. Your words are safe on this computer.",
  "signed out": "This can't be kept now. Sign in again in another tab. Your words are safe on this computer.",
};

class Question {
  constructor(section, criterion) {
    Object.assign(this, { section, criterion, number: Number(section.dataset.number) });
    this.radios = [...section.querySelectorAll("input[type=radio]")];
    this.words = section.querySelector("textarea");
    this.base = section.querySelector("input[name^='based_on-']");
  }

  get value() {
    const chosen = this.radios.find((one) => one.checked);
    return { rating: chosen?.value ?? "", words: this.words.value.trim() };
  }

  set value({ rating, words }) {
    for (const one of this.radios) one.checked = one.value === rating;
    this.words.value = words;
  }

  /** The number of what the server holds; the form carries it too, for the buttons below. */
  set based(number) {
    this.number = number;
    this.base.value = String(number);
  }

  get based() {
    return this.number;
  }
}

class Look {
  #form;
  #server;
  #drafts;
  #name;
  #questions;
  #waiting = new Map(); // criterion -> what is not confirmed
  #sending = false;
  #timer = 0;
  #wait = 1000;

  constructor(form) {
    this.#form = form;
    this.#name = `form:look:${form.dataset.look}`;
    this.#server = new Server({ lines: form.dataset.keeps, page: form.dataset.page, token: form.dataset.csrf });
    const sections = [...form.querySelectorAll("[data-criterion]")];
    this.#questions = new Map(
      sections.map((one) => [one.dataset.criterion, new Question(one, one.dataset.criterion)]),
    );
  }

  async begin() {
    // The answer that files the look, or keeps the form, names this draft, and it is forgotten.
    const field = document.createElement("input");
    this.#form.append(Object.assign(field, { type: "hidden", name: "kept_as", value: this.#name }));
    const shown = new Map([...this.#questions.values()].map((one) => [one.criterion, one.value]));
    this.#form.addEventListener("input", (event) => this.#touched(event.target));
    addEventListener("pagehide", () => this.#sayGoodbye());
    addEventListener("online", () => this.#soon(0));
    listenToKeys(this.#form);
    await settled;
    this.#drafts = await openDrafts(this.#form.dataset.draftKey);
    await this.#bringBack(shown);
  }

  /** Words that were never confirmed stand in the form again; what changed meanwhile is said. */
  async #bringBack(shown) {
    const found = (await this.#drafts.all(this.#name)).filter(([name]) => name === this.#name);
    const held = this.#form.dataset.answers === "POST" ? {} : (found[0]?.[1] ?? {});
    for (const [criterion, draft] of Object.entries(held)) {
      const one = this.#questions.get(criterion);
      if (!one || this.#waiting.has(criterion) || same(draft, shown.get(criterion))) continue;
      const kept = { ...shown.get(criterion), number: one.based };
      one.value = draft;
      if (draft.number === one.based) this.#put(one);
      else this.#showBoth(one, kept);
    }
    for (const one of this.#questions.values()) {
      if ("unkept" in one.section.dataset && !("clash" in one.section.dataset)) this.#put(one);
    }
    await this.#store();
    this.#tell();
    this.#soon(0);
  }

  #touched(field) {
    const section = field.closest("[data-criterion]");
    if (!section) return;
    this.#put(this.#questions.get(section.dataset.criterion));
    this.#store();
    this.#tell("Keeping …");
    this.#soon(field.type === "radio" ? 0 : PAUSE);
  }

  #put(one) {
    this.#waiting.set(one.criterion, crypto.randomUUID());
  }

  async #store() {
    if (!this.#drafts) return;
    const held = {};
    for (const criterion of this.#waiting.keys()) {
      const one = this.#questions.get(criterion);
      held[criterion] = { ...one.value, number: one.based };
    }
    if (Object.keys(held).length) await this.#drafts.put(this.#name, held);
    else await this.#drafts.remove(this.#name);
  }

  #soon(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), milliseconds);
  }

  async #send() {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (const [criterion, key] of [...this.#waiting]) {
        const one = this.#questions.get(criterion);
        if ("clash" in one.section.dataset) continue; // Somebody has to look at both first.
        if (!(await this.#sendOne(one, key))) return this.#later();
      }
    } finally {
      this.#sending = false;
    }
    this.#wait = 1000;
    await this.#store();
    this.#tell();
    const rest = [...this.#waiting.keys()].some((one) => !("clash" in this.#questions.get(one).section.dataset));
    if (rest) this.#soon(PAUSE);
  }

  /** Whether the way to the server is free. */
  async #sendOne(one, key) {
    const value = one.value;
    const body = { ...value, key, based_on: one.based };
    const answer = await this.#server.keepLine(one.criterion, body);
    if (answer.is === "kept") {
      one.based = answer.line.number;
      if (this.#waiting.get(one.criterion) === key) this.#waiting.delete(one.criterion);
      return true;
    }
    if (answer.is === "clash") {
      this.#showBoth(one, answer.kept);
      return true;
    }
    if (answer.is === "refused") {
      const words = answer.problems.map((each) => `${each.wrong} ${each.remedy}`).join(" ");
      this.#tell(words);
      this.#waiting.delete(one.criterion); // The words stay in the box; the next letter tries again.
      return true;
    }
    this.#tell(TROUBLE[answer.is] ?? TROUBLE.away);
    return false;
  }

  #later() {
    this.#soon(this.#wait);
    this.#wait = Math.min(this.#wait * 1.6, LONGEST_WAIT);
  }

  /** Two tabs said two things: both stand here, and whoever looks chooses. */
  #showBoth(one, kept) {
    const mine = one.value;
    one.section.dataset.clash = "";
    this.#waiting.set(one.criterion, crypto.randomUUID());
    const box = one.section.querySelector(".app-question__clash");
    const notice = document.createElement("div");
    notice.className = "app-question__both";
    notice.setAttribute("role", "alert");
    const rating = { "": "no rating yet", "not applicable": "it does not apply" }[kept.rating] ?? kept.rating;
    const ways = document.createElement("div");
    ways.className = "govuk-button-group";
    ways.append(
      button("Keep mine", () => this.#choose(one, mine, kept)),
      button("Take what is kept", () => this.#choose(one, kept, kept)),
    );
    notice.append(
      paragraph(`Kept meanwhile, in another tab: ${rating}${kept.words ? `, “${kept.words}”` : ""}`),
      paragraph("Yours stands below. It is not kept yet."),
      ways,
    );
    box.replaceChildren(notice);
    this.#tell("Two answers stand at one question. Look at both.");
  }

  #choose(one, value, kept) {
    one.section.querySelector(".app-question__clash").replaceChildren();
    delete one.section.dataset.clash;
    if (value === kept) one.value = kept;
    one.based = kept.number;
    this.#put(one);
    this.#store();
    this.#soon(0);
    one.radios.find((each) => each.checked)?.focus();
  }

  #tell(words) {
    const questions = [...this.#questions.values()];
    const open = new Set(questions.filter((one) => !one.value.rating).map((one) => one.criterion));
    const said = document.querySelector("#answered strong");
    const count = `${questions.length - open.size} of ${questions.length} answered.`;
    if (said.textContent !== count) said.textContent = count;
    for (const link of document.querySelectorAll("[data-open]")) link.hidden = !open.has(link.dataset.open);
    document.querySelector("#still-open").hidden = !open.size;
    const clash = questions.some((one) => "clash" in one.section.dataset);
    const usual = clash ? "Two answers stand at one question. Look at both." : this.#waiting.size ? "Keeping …" : "All of it is kept.";
    const kept = document.querySelector("#kept");
    if (kept.textContent !== (words ?? usual)) kept.textContent = words ?? usual;
  }

  #sayGoodbye() {
    for (const [criterion, key] of this.#waiting) {
      const one = this.#questions.get(criterion);
      if ("clash" in one.section.dataset) continue;
      this.#server.keepLine(criterion, { ...one.value, key, based_on: one.based }, { goodbye: true });
    }
  }
}

function same(draft, value) {
  return draft.rating === value?.rating && draft.words === value?.words;
}

function paragraph(words) {
  const made = document.createElement("p");
  return Object.assign(made, { className: "govuk-body", textContent: words, dir: "auto" });
}

function button(words, act) {
  const made = document.createElement("button");
  const look = "govuk-button govuk-button--secondary";
  Object.assign(made, { type: "button", className: look, textContent: words });
  made.addEventListener("click", act);
  return made;
}

new Look(document.querySelector("#answers")).begin();
