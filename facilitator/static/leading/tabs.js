// Other tabs of this browser that show the same meeting: what is kept in one appears in all.

export class OtherTabs {
  #channel;

  constructor(meeting) {
    this.#channel = "BroadcastChannel" in window ? new BroadcastChannel(`facilitator:${meeting}`) : null;
  }

  tell(what, detail) {
    this.#channel?.postMessage({ what, detail });
  }

  /** `hears` has one function for each thing that can be told. */
  listen(hears) {
    this.#channel?.addEventListener("message", ({ data }) => hears[data.what]?.(data.detail));
  }
}
