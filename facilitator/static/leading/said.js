// What was said: the last five lines above the line box, the others under "All lines", and the
// tray of those to finish.

import { peopleOf } from "./choices.js";

const LAST = 5;
const FEWEST = 2;

/** The lines on the page. Tells "finish" {line} and "yes" {line, by, how} and "leave" {line}. */
export class SaidLines extends EventTarget {
  #page;
  #kinds;
  #seats;
  #lines = new Map();

  constructor(page, kinds, seats) {
    super();
    this.#kinds = kinds;
    this.#seats = seats;
    this.#page = {
      last: page.querySelector("#lines"),
      older: page.querySelector("#older-lines"),
      all: page.querySelector("#all-lines"),
      count: page.querySelector("#all-lines-count"),
      tray: page.querySelector("#to-finish"),
      trayCount: page.querySelector("#to-finish-count"),
      trayList: page.querySelector("#to-finish-list"),
      line: page.querySelector("#line-template"),
      yes: page.querySelector("#family-yes-template"),
      mend: page.dataset.mendUrl,
    };
    for (const item of page.querySelectorAll("[data-line][data-said]")) {
      const line = JSON.parse(item.dataset.said);
      this.#lines.set(line.ref, { line, item });
    }
    this.#arrange();
    // What stands around the lines comes and goes, and so does the room for them.
    new ResizeObserver(() => this.#placeLast(this.#shown)).observe(this.#page.last);
  }

  /** Every line that stands on the page, in order. */
  get all() {
    return [...this.#lines.values()].map((one) => one.line).filter((one) => !one.taken_back);
  }

  find(ref) {
    return this.#lines.get(ref)?.line;
  }

  get newest() {
    return this.all.at(-1);
  }

  /** Show lines as the server holds them, or as they wait here (`waits`). */
  show(...lines) {
    for (const line of lines) {
      const held = this.#lines.get(line.ref) ?? { item: this.#newItem(line.ref) };
      held.line = { ...held.line, problems: undefined, waits: false, ...line };
      this.#lines.set(line.ref, held);
      this.#draw(held);
    }
    if (lines.length) this.#arrange();
  }

  /** Say at a line what is wrong, or that it has a twin. */
  mark(ref, marks) {
    const held = this.#lines.get(ref);
    if (!held) return;
    Object.assign(held.line, marks);
    this.#draw(held);
    this.#arrange();
  }

  #newItem(ref) {
    const item = this.#page.line.content.firstElementChild.cloneNode(true);
    item.dataset.line = ref;
    return item;
  }

  #draw({ line, item }) {
    const kind = this.#kinds.of(line.kind);
    const people = this.#seats.names(peopleOf(line, kind));
    const part = (name) => item.querySelector(`[data-part=${name}]`);
    const who = people.length ? people.join(" and ") : (line.by_name ?? "");
    part("who").textContent = who ? `${who}: ` : "";
    part("words").textContent = line.words || "…";
    part("words").lang = line.lang || "";
    part("words").dir = line.dir || "auto";
    part("kind").textContent = line.kind_label ?? kind.label;
    part("exact").hidden = !line.exact;
    part("mend").href = this.#page.mend.replace("REF", encodeURIComponent(line.ref));
    part("mend").hidden = Boolean(line.waits && !line.number);
    part("mend-whose").textContent = who ? ` the line of ${who}` : " this line";
    part("clash").hidden = !line.clash;
    item.hidden = Boolean(line.taken_back);
    item.classList.toggle("said--waits", Boolean(line.waits));
    this.#drawProblems(part("problems"), line);
    item.dataset.number = line.number ?? 0;
  }

  #drawProblems(place, line) {
    const problems = line.problems ?? [];
    place.hidden = !problems.length;
    place.replaceChildren(...problems.map(({ wrong, remedy }) => paragraph(`${wrong} ${remedy}`)));
    if (problems.some((one) => one.needs === "family_yes")) place.append(this.#askForYes(line));
    else if (problems.length) place.append(step("Change it", () => this.#tell("finish", { line })));
    if (problems.length && line.number) {
      place.append(step("Leave it as it was", () => this.#tell("leave", { line })));
    }
  }

  /** Whose words they are says yes to the change, and how: then it can be kept. */
  #askForYes(line) {
    const form = this.#page.yes.content.firstElementChild.cloneNode(true);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = new FormData(form);
      this.#tell("yes", { line, by: given.get("yes-by"), how: given.get("yes-how") });
    });
    return form;
  }

  #arrange() {
    const shown = this.#shown;
    this.#placeLast(shown);
    const unfinished = shown.map(({ line }) => line).filter((line) => toFinish(line).length);
    this.#page.tray.hidden = !unfinished.length;
    this.#page.trayCount.textContent = unfinished.length;
    this.#page.trayList.replaceChildren(...unfinished.map((line) => this.#trayItem(line)));
  }

  get #shown() {
    return [...this.#lines.values()].filter(({ line }) => !line.taken_back);
  }

  /** As many of the last five as there is room for, whole: the others are under "All lines". */
  #placeLast(shown) {
    const { last, older, all, count } = this.#page;
    let border = Math.max(shown.length - LAST, 0);
    for (; ; border += 1) {
      all.hidden = border === 0;
      place(older, shown.slice(0, border));
      place(last, shown.slice(border));
      if (last.scrollHeight <= last.clientHeight + 1 || shown.length - border <= FEWEST) break;
    }
    last.scrollTop = last.scrollHeight;
    count.textContent = border;
  }

  #trayItem(line) {
    const item = document.createElement("li");
    const who = this.#seats.names(peopleOf(line, this.#kinds.of(line.kind))).join(" and ");
    const words = paragraph(`${who ? `${who}: ` : ""}${line.words || "…"}`);
    words.dir = "auto";
    const why = paragraph(toFinish(line).join(" "));
    why.className = "to-finish__why";
    item.append(words, why, step("Finish it", () => this.#tell("finish", { line })));
    return item;
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

function toFinish(line) {
  if (line.problems?.length) return line.problems.map((one) => one.wrong);
  if (line.clash) return ["Two people changed this line. Both were kept."];
  if (line.unfinished) return line.unfinished;
  if (!line.words) return ["What did they say?"];
  return line.kind === "unsorted" ? ["What kind of line is it?"] : [];
}

/** The list holds these items, in this order. What stays is not moved: it may have the focus. */
function place(list, held) {
  const items = held.map(({ item }) => item);
  const staying = new Set(items);
  for (const one of [...list.children]) if (!staying.has(one)) one.remove();
  items.forEach((item, at) => {
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  });
}

function paragraph(words) {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}

function step(words, act) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "quiet-step", textContent: words });
  button.addEventListener("click", act);
  return button;
}
