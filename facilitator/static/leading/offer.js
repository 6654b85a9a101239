// Practising: what somebody of the made-up family says next, to be put into the line box.

/** `keep(line)` keeps one that has no words to be typed, such as a plain yes. */
export class Offer {
  #root;
  #box;
  #inBox = null;

  constructor(root, box, keep) {
    this.#root = root;
    this.#box = box;
    this.#name();
    root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-offer]");
      if (!button) return;
      event.preventDefault();
      const offered = { ref: button.dataset.offerRef, ...JSON.parse(button.dataset.offer) };
      if (!offered.words) {
        this.#rest(offered.ref);
        return keep(offered);
      }
      this.#inBox = offered;
      this.#box.fill(offered.words);
    });
  }

  /** With a script the words go into the box first, to be typed over or kept. */
  #name() {
    const button = this.#root.querySelector("#offer [data-offer]");
    if (button && JSON.parse(button.dataset.offer).words) button.textContent = "Put it in the line box";
  }

  /** The line as it is kept: what is known of the offer goes along, once. */
  taken(line) {
    const offered = this.#inBox;
    this.#inBox = null;
    if (!offered || line.number) return line;
    this.#rest(offered.ref);
    return { ...offered, prompt: line.prompt, words: line.words };
  }

  /** What they say is on its way: put into the box again, it would change the line just kept. */
  #rest(ref) {
    const button = this.#root.querySelector("#offer [data-offer]");
    if (button?.dataset.offerRef === ref) button.disabled = true;
  }

  /** Once it is kept, the next person of the family may speak. */
  async kept(ref) {
    const place = this.#root.querySelector("#offer");
    if (place?.dataset.ref !== ref) return;
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      const next = page.querySelector("#offer");
      if (next) place.replaceWith(document.adoptNode(next));
      else place.remove();
      this.#name();
    } catch {
      // The family waits until the app is there again.
    }
  }
}
