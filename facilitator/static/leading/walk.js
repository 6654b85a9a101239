// Which question stands on the screen, and which comes next: the same rule as the server's, so
// that the way through the meeting needs no network.

const NEVER_NEXT = "self"; // a prompt to the facilitator alone
const BEFORE_THE_DAY = new Set(["ask", "prepare"]);
const SET_ASIDE = new Set(["asked", "later", "skipped"]);

/** The way through the questions: `{id, stage, core, to, own}` each, in the order of the agenda. */
export class Walk {
  #questions;
  #states;
  #later;
  #trail;
  #place; // the last question of the agenda that was gone to

  constructor(questions, { now, back, states, later }) {
    this.#questions = questions;
    this.#states = new Map(Object.entries(states));
    this.#later = [...later];
    this.#trail = back ? [back] : [];
    this.now = now;
    this.#rememberPlace();
  }

  get back() {
    return this.#trail.at(-1) ?? "";
  }

  get later() {
    return [...this.#later];
  }

  state(id) {
    return id === this.now ? "now" : (this.#states.get(id) ?? "open");
  }

  /** Somebody spoke to that question: it was asked, whether or not anybody said so. */
  spokenTo(id) {
    this.#states.set(id, "asked");
    this.#later = this.#later.filter((one) => one !== id);
  }

  /** What happens at a touch of Next, Later, Skip, or of a question. */
  happened(what, about, words = "") {
    if (what === "own_question") {
      this.#questions.push({ id: about, own: true, words });
      this.#goTo(about);
    } else if (what === "went") {
      this.#goTo(about);
    } else if (SET_ASIDE.has(what)) {
      this.#setAside(what, about);
    }
  }

  /** As the server knows it, once nothing is on its way any more. */
  adopt({ now, back, asked, later, skipped }) {
    this.#states = new Map([
      ...asked.map((id) => [id, "asked"]),
      ...skipped.map((id) => [id, "skipped"]),
      ...later.map((id) => [id, "later"]),
    ]);
    this.#later = [...later];
    if (back && back !== this.back) this.#trail.push(back);
    if (!now || now === this.now) return;
    this.now = now;
    this.#rememberPlace();
  }

  /** The next question, "" where none is left. */
  get next() {
    const isOwn = this.#question(this.now)?.own;
    if (isOwn && this.#place && !this.#states.has(this.#place)) return this.#place; // what it interrupted
    const at = this.#questions.findIndex((one) => one.id === this.#place);
    const open = this.#questions.filter((one) => this.#isStop(one) && !this.#states.has(one.id) && one.id !== this.now);
    const isAfter = (one) => this.#questions.indexOf(one) > at;
    const found = open.find(isAfter)?.id ?? this.#later.find((id) => id !== this.now) ?? open[0]?.id;
    return found ?? "";
  }

  #setAside(what, about) {
    const onwards = about === this.now;
    this.#later = this.#later.filter((one) => one !== about);
    if (what === "later") this.#later.push(about);
    this.#states.set(about, what);
    if (onwards && this.next) this.#goTo(this.next);
  }

  #goTo(id) {
    if (id === this.now) return;
    if (id === this.back) this.#trail.pop();
    else if (this.now) this.#trail.push(this.now);
    this.now = id;
    this.#rememberPlace();
  }

  #rememberPlace() {
    const question = this.#question(this.now);
    if (question && !question.own) this.#place = question.id;
  }

  #isStop(question) {
    if (question.own || !question.core || question.to === NEVER_NEXT) return false;
    if (BEFORE_THE_DAY.has(question.stage)) return false;
    // Private time is the family's: its first card is the only stop there.
    if (question.to !== "card") return true;
    const cards = this.#questions.filter((one) => one.core && one.to === "card");
    return cards.find((one) => one.stage === question.stage) === question;
  }

  #question(id) {
    return this.#questions.find((one) => one.id === id);
  }
}
