// Who is in the room now. A touch says that somebody stepped out, came back, or left.

const BECOMES = { came_in: "here", stepped_out: "out", left: "gone" };
const WORDS = { here: "In the room", out: "Stepped out", gone: "Left", not: "Not here" };

export class Room {
  #root;
  #others; // those in the room who have no seat: whoever leads

  constructor(root) {
    this.#root = root;
    this.#others = Number(root.querySelector("#here-count").textContent) - this.#seated;
  }

  happened(what, person) {
    const item = this.#root.querySelector(`[data-person="${CSS.escape(person)}"]`);
    if (!item || !BECOMES[what]) return;
    item.dataset.was = item.dataset.here;
    item.dataset.here = BECOMES[what];
    this.#draw(item);
    this.#count();
  }

  /** It could not be: back to where they were. */
  undo(person) {
    const item = this.#root.querySelector(`[data-person="${CSS.escape(person)}"]`);
    if (!item?.dataset.was) return;
    item.dataset.here = item.dataset.was;
    this.#draw(item);
    this.#count();
  }

  /** As the server knows it: the ids of those who are here, and of those who stepped out. */
  adopt({ here, out = [] }) {
    for (const item of this.#root.querySelectorAll("[data-person]")) {
      const { person } = item.dataset;
      const elsewhere = ["gone", "not"].includes(item.dataset.here) ? item.dataset.here : "gone";
      item.dataset.here = here.includes(person) ? "here" : out.includes(person) ? "out" : elsewhere;
      this.#draw(item);
    }
    this.#count();
  }

  #draw(item) {
    const { here, person } = item.dataset;
    item.querySelector("[data-part=where]").textContent = here === "here" && item.dataset.how ? item.dataset.how : WORDS[here];
    for (const button of item.querySelectorAll("button[name=what]")) {
      button.hidden = !offered(here).includes(button.value);
    }
    const seat = document.querySelector(`#people-row [name=by][value="${CSS.escape(person)}"]`);
    seat?.closest("[data-seat-of]")?.classList.toggle("is-out", here !== "here");
  }

  get #seated() {
    return this.#root.querySelectorAll('[data-person][data-here="here"]').length;
  }

  #count() {
    this.#root.querySelector("#here-count").textContent = this.#seated + this.#others;
  }
}

const offered = (here) => (here === "here" ? ["stepped_out", "left"] : here === "out" ? ["came_in", "left"] : ["came_in"]);
