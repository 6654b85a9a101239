// The room screen as it is led from the laptop: opened, shown and blanked by one key or one button.

/**
 * `tabs`: see tabs.js. The reminder about those who can't see stands on the laptop alone, and only
 * while there is something on the wall.
 */
export class RoomControl {
  #root;
  #tabs;
  #state = "closed";

  constructor(root, tabs) {
    this.#root = root;
    this.#tabs = tabs;
    this.#button.addEventListener("click", (event) => {
      event.preventDefault();
      this.turn();
    });
    tabs.listen({ "room:is": ({ state }) => this.#is(state), "room:who": () => this.#draw() });
    addEventListener("facilitator:hidden", () => tabs.tell("room:blank"));
    tabs.tell("room:ask");
  }

  /** Open its window; once it is open, show what was said, or blank it. */
  turn() {
    if (this.#state === "closed") this.#open();
    else this.#tabs.tell("room:turn", this.#stage);
  }

  get #stage() {
    return this.#root.querySelector("[data-map-stage].is-here")?.dataset.mapStage;
  }

  /** Something was kept: the room screen asks the server. `after` "walked": it knows who is there. */
  look(after = "kept") {
    this.#tabs.tell("room:look", after);
    this.#draw();
  }

  #open() {
    const { href, target } = this.#button;
    // Nobody else opens a window of that name, so a second press finds the first one's window.
    window.open(href, target, "popup,width=1280,height=720");
  }

  #is(state) {
    this.#state = state;
    this.#draw();
  }

  #draw() {
    this.#button.querySelector("[data-part=says]").textContent = SAYS[this.#state] ?? SAYS.blank;
    this.#button.dataset.state = this.#state;
    const note = this.#root.querySelector("#cannot-see");
    const names = this.#state === "shown" ? this.#whoCannotSee() : [];
    note.hidden = !names.length;
    note.textContent = names.length ? `${together(names)} can’t see this: read it out.` : "";
  }

  #whoCannotSee() {
    const isHere = ({ dataset }) => this.#root.querySelector(`[data-person="${CSS.escape(dataset.cannotSee)}"]`)?.dataset.here === "here";
    return [...this.#root.querySelectorAll("[data-cannot-see]")].filter(isHere).map((one) => one.textContent);
  }

  get #button() {
    return this.#root.querySelector("#room-screen");
  }
}

const SAYS = { closed: "Room screen", blank: "Show the room", shown: "Blank the room", tea: "Blank the room" };

const together = (names) => (names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0]);
