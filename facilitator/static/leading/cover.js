// Hide: a plain card over everything, for when a child climbs up or somebody walks past. Nothing
// under it can be seen, found or read aloud. A key or a touch brings the page back.

const MINUTE = 60_000;

export class Cover {
  #card;
  #focus = null;

  constructor(card) {
    this.#card = card;
    document.body.append(card);
    card.addEventListener("click", () => this.lift());
    addEventListener("keydown", (event) => this.#pressed(event));
  }

  get isOver() {
    return !this.#card.hidden;
  }

  lay() {
    this.#focus = document.activeElement;
    this.#tellTime();
    this.#card.hidden = false;
    dispatchEvent(new Event("facilitator:hidden")); // The room screen goes blank too.
    document.documentElement.classList.add("is-covered");
    this.#card.querySelector("button").focus();
  }

  lift() {
    this.#card.hidden = true;
    document.documentElement.classList.remove("is-covered");
    this.#focus?.focus();
  }

  #pressed(event) {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    if (!this.isOver) this.lay();
  }

  #tellTime() {
    const time = this.#card.querySelector("time");
    const now = new Date();
    time.textContent = now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    if (this.isOver || time.textContent) {
      clearTimeout(this.clock);
      this.clock = setTimeout(() => this.isOver && this.#tellTime(), MINUTE - (now % MINUTE));
    }
  }
}
