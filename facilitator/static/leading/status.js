// One sentence about the words, and it is true.

const HERE = "Your words are kept on this computer.";
const ON_THE_PAGE = "Your words are on this page alone: leave it open.";
const IN_THE_WAY = {
  away: "Not connected.",
  "signed out": "Please sign in again in another tab.",
  private: "The family has its private time now.",
  full: "The disk of the app's computer is full. Make some room on it.",
  busy: "The app can't save just now. It tries again by itself.",
};
const QUIET = new Set(["saved", "saving"]);

/** Shows the state of an outbox in that element; `isTyping()` says whether the line box has words. */
export class Status {
  #element;
  #isTyping;
  #shown = "saved";

  constructor(element, isTyping) {
    this.#element = element;
    this.#isTyping = isTyping;
  }

  show(state, isDurable) {
    // A screen reader hears of trouble and of its end, and not of every line.
    const isNews = !QUIET.has(state) || !QUIET.has(this.#shown);
    this.#element.setAttribute("aria-live", isNews ? "polite" : "off");
    this.#shown = state;
    this.#element.dataset.state = QUIET.has(state) ? state : "trouble";
    const words = this.#words(state, isDurable);
    if (this.#element.textContent === words) return;
    this.#element.replaceChildren(...this.#withLink(state, words));
  }

  #words(state, isDurable) {
    if (state === "saved") return this.#isTyping() ? "All lines saved" : "All words saved";
    if (state === "saving") return "Saving";
    if (state === "refused") return "Some words could not be saved as they are. Look under “To finish”.";
    return `${IN_THE_WAY[state] ?? IN_THE_WAY.busy} ${isDurable ? HERE : ON_THE_PAGE}`;
  }

  #withLink(state, words) {
    const way = this.#element.dataset.signIn;
    if (state !== "signed out" || !way) return [words];
    const link = document.createElement("a");
    Object.assign(link, { href: way, target: "_blank", rel: "noopener", className: "govuk-link" });
    link.textContent = IN_THE_WAY[state];
    return [link, words.slice(IN_THE_WAY[state].length)];
  }
}
