// The questions on the page: one is shown, the others wait; the map says where we are.

import { hex } from "./names.js";
import { Walk } from "./walk.js";

export class Questions {
  #root;
  #panel;
  #template;
  #walk;

  constructor(root) {
    this.#root = root;
    this.#panel = root.querySelector("#questions");
    this.#template = root.querySelector("#own-question-template");
    const sections = this.#sections;
    const states = sections.filter((one) => one.dataset.state && !["now", "open"].includes(one.dataset.state));
    this.#walk = new Walk(sections.map(asQuestion), {
      now: root.dataset.now,
      back: root.dataset.back,
      later: (root.dataset.later ?? "").split(" ").filter(Boolean),
      states: Object.fromEntries(states.map((one) => [one.dataset.prompt, one.dataset.state])),
    });
  }

  get now() {
    return this.#walk.now;
  }

  get next() {
    return this.#walk.next;
  }

  get back() {
    return this.#walk.back;
  }

  /** The kind of a line for which nobody chooses one. */
  get kindGathered() {
    const gathers = this.#section(this.now)?.dataset.gathers ?? "";
    return gathers.split(" ").find(Boolean) ?? "unsorted";
  }

  /** A name for a question of one's own. */
  newName() {
    return `own-${hex(8)}`;
  }

  happened(what, about, words = "") {
    if (what === "own_question" && !this.#section(about)) this.#add(about, words);
    this.#walk.happened(what, about, words);
    this.draw();
  }

  spokenTo(prompt) {
    this.#walk.spokenTo(prompt);
    this.draw();
  }

  adopt(walk) {
    for (const own of walk.own ?? []) if (!this.#section(own.id)) this.#add(own.id, own.words);
    this.#walk.adopt(walk);
    this.draw();
  }

  draw() {
    for (const section of this.#sections) {
      section.hidden = section.dataset.prompt !== this.now;
      section.dataset.state = this.#walk.state(section.dataset.prompt);
    }
    for (const mark of this.#root.querySelectorAll("[data-state-of]")) {
      const state = this.#walk.state(mark.dataset.stateOf);
      mark.textContent = WORDS[state] ?? "";
      mark.closest("li").dataset.state = state;
    }
    const now = this.#section(this.now);
    this.#drawStage(now?.dataset.stage);
    for (const about of this.#root.querySelectorAll(".question__steps [name=about], .question__why [name=about]")) {
      about.value = this.now;
    }
    const back = this.#root.querySelector("[data-goes-back]");
    Object.assign(back, { hidden: !this.#walk.back, value: this.#walk.back });
    const laters = this.#root.querySelector("#later-count");
    if (laters) laters.textContent = this.#walk.later.length ? `${this.#walk.later.length} for later` : "";
  }

  #drawStage(stage) {
    for (const item of this.#root.querySelectorAll("[data-map-stage]")) {
      const isHere = item.dataset.mapStage === stage;
      item.classList.toggle("is-here", isHere);
      item.querySelector("[data-here]").hidden = !isHere;
      if (isHere) this.#strip(item.dataset);
    }
    for (const group of this.#root.querySelectorAll("[data-more-of]")) {
      group.hidden = group.dataset.moreOf !== stage;
    }
  }

  #strip({ strip, about }) {
    this.#root.querySelector("#strip").textContent = strip;
    this.#root.querySelector("#strip-about").textContent = about;
  }

  #add(id, words) {
    const section = this.#template.content.firstElementChild.cloneNode(true);
    Object.assign(section.dataset, { prompt: id, stage: this.#section(this.now)?.dataset.stage ?? "" });
    section.querySelector("[data-part=words]").textContent = words;
    this.#panel.append(section);
  }

  get #sections() {
    return [...this.#panel.querySelectorAll("[data-prompt]")];
  }

  #section(id) {
    return this.#sections.find((one) => one.dataset.prompt === id);
  }
}

const WORDS = { now: "Now", asked: "Asked", later: "For later", skipped: "Left out", open: "" };

const asQuestion = ({ dataset }) => ({
  id: dataset.prompt,
  stage: dataset.stage,
  core: dataset.core !== undefined,
  to: dataset.to,
  own: dataset.own !== undefined,
});
