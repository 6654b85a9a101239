// The row under the line box: one digit or touch says who, one letter says what kind of line it is.
// Letters and digits work only while the focus is in the row: elsewhere they are just typing.

/**
 * Tells "seat" {id}, "kind" {key, ends}, "exact", "done" (Enter), "fold" (?) and "room" (.). `ends`: a letter or
 * a touch, which ends the line; walking through the kinds with arrow keys does not. What the row
 * shows is told to it by `show`.
 */
export class PeopleRow extends EventTarget {
  #row;
  #kinds;
  #seats;
  #boxes;
  #radios;
  #exact;
  #isTouched = false;

  constructor(row, kinds, seats) {
    super();
    this.#row = row;
    this.#kinds = kinds;
    this.#seats = seats;
    this.#boxes = [...row.querySelectorAll("[name=by]")];
    this.#radios = [...row.querySelectorAll("[name=kind]")];
    this.#exact = row.querySelector("[name=exact]");
    row.addEventListener("keydown", (event) => this.#pressed(event));
    row.addEventListener("pointerdown", () => (this.#isTouched = true));
    row.addEventListener("click", (event) => this.#touched(event));
  }

  focus() {
    this.#boxes[0]?.focus();
  }

  /** Show what is chosen for the line in hand; nothing where there is none. */
  show({ people = [], kind = "", exact = false } = {}) {
    for (const box of this.#boxes) box.checked = people.includes(box.value);
    for (const radio of this.#radios) radio.checked = radio.value === kind;
    this.#exact.checked = exact;
  }

  #pressed(event) {
    this.#isTouched = false;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches("summary, a, button")) return;
    if (this.#does(event.key)) event.preventDefault();
  }

  #does(key) {
    if (key === "Enter") return this.#tell("done");
    if (key === "*") return this.#tell("exact");
    if (key === "?") return this.#tell("fold");
    if (key === ".") return this.#tell("room");
    const seat = this.#seats.byKey(key);
    if (seat) return this.#tell("seat", { id: seat.id });
    const kind = this.#kinds.byLetter(key.toLowerCase());
    return kind ? this.#tell("kind", { key: kind.key, ends: true }) : false;
  }

  #touched(event) {
    const { target } = event;
    if (target.matches("[name=by]")) this.#tell("seat", { id: target.value });
    else if (target.matches("[name=exact]")) this.#tell("exact");
    else if (target.matches("[name=kind]")) {
      this.#tell("kind", { key: target.value, ends: this.#isTouched });
    }
  }

  #tell(what, detail = {}) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
    return true;
  }
}
