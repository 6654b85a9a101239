// The line in hand: kept a moment ago, and waiting for who said it and what kind it is.

import { chosen, peopleOf, wishOf } from "./choices.js";
import { newRef } from "./names.js";

export class Hand {
  #kinds;
  #outbox;
  #said;
  #row;
  #line = null;
  #people = [];
  #told;

  /** `told(line)`: other tabs hear of each wish too. */
  constructor({ kinds, outbox, said, row, told }) {
    this.#kinds = kinds;
    this.#outbox = outbox;
    this.#said = said;
    this.#row = row;
    this.#told = told;
  }

  get ref() {
    return this.#line?.ref ?? null;
  }

  get isEmpty() {
    return !this.#line;
  }

  /** Whether somebody's name alone is in hand: they speak, and nothing is typed yet. */
  get isNameAlone() {
    return Boolean(this.#line) && !this.#line.words;
  }

  /** Take a line in hand and keep it. */
  take(line) {
    this.letGo();
    this.#line = { by: "", fields: {}, exact: null, ...line, ref: line.ref ?? newRef() };
    this.#people = peopleOf(this.#line, this.#kinds.of(this.#line.kind));
    return this.#keep();
  }

  /** Choose somebody, or take the choice back. */
  choosePerson(id) {
    const kind = this.#kinds.of(this.#line.kind);
    const isChosen = this.#shownPeople(kind).includes(id);
    // Everybody is remembered, for the kind may still become one that holds several.
    this.#people = this.#people.filter((one) => one !== id);
    if (!isChosen) this.#people.push(id);
    this.#line = chosen(this.#line, kind, this.#people);
    this.#keep();
  }

  chooseKind(key) {
    this.#line = chosen(this.#line, this.#kinds.of(key), this.#people);
    this.#keep();
  }

  turnExact() {
    this.#line = { ...this.#line, exact: !this.#line.exact };
    this.#keep();
  }

  get hasPeople() {
    return this.#people.length > 0;
  }

  /** Nothing more will be chosen: the line may go. */
  letGo() {
    if (this.#line) this.#outbox.hurry(this.#line.ref);
    this.#line = null;
    this.#people = [];
    this.#row.show();
  }

  #keep() {
    const line = { ...this.#line, kind_label: undefined, by_name: undefined, unfinished: undefined };
    const stored = this.#outbox.keep(line.ref, wishOf(line));
    this.#said.show({ ...line, waits: true });
    this.#told(line);
    const kind = this.#kinds.of(line.kind);
    this.#row.show({ people: this.#shownPeople(kind), kind: line.kind, exact: Boolean(line.exact) });
    return stored;
  }

  #shownPeople(kind) {
    return kind.several ? this.#people : this.#people.slice(-1);
  }
}
