// The way to the server: what is asked, and what each answer means for the words.

const LONGEST_WAIT = 10_000; // milliseconds
const MOST_IN_GOODBYE = 60_000; // characters that a page may still send while it closes

/**
 * An answer is one of
 * {is: "kept", line | walk | lines}: the server holds it.
 * {is: "clash", kept}: another wording stands there; nothing was overwritten.
 * {is: "refused", problems}: these words can't be kept as they are.
 * {is: "signed out" | "private" | "full" | "busy" | "away"}: not now; the same again later.
 */
export class Server {
  #addresses;
  #token;

  constructor({ lines, walk, page, token }) {
    this.#addresses = { lines, walk, page };
    this.#token = token;
  }

  /** `way` is another address that keeps lines, such as that of typing up. */
  keepLine(ref, body, { goodbye = false, way = this.#addresses.lines } = {}) {
    const isOurs = (said) => Boolean(said.line) && said.key === body.key;
    return this.#put(`${way}/${encodeURIComponent(ref)}`, body, goodbye, isOurs);
  }

  keepHappening(key, body, { goodbye = false } = {}) {
    const address = `${this.#addresses.walk}/${encodeURIComponent(key)}`;
    return this.#put(address, body, goodbye, (said) => Boolean(said.walk));
  }

  lines() {
    return this.#ask(this.#addresses.lines, {}, (said) => Array.isArray(said.lines));
  }

  async #put(address, body, goodbye, isOurs) {
    const text = JSON.stringify(body);
    const options = { method: "PUT", body: text, keepalive: goodbye && text.length < MOST_IN_GOODBYE };
    const answer = await this.#ask(address, options, isOurs);
    if (answer.is !== "stale" || goodbye) return answer;
    // Somebody signed in again in another tab: the page's token is of the visit before.
    return (await this.#renewToken()) ? this.#ask(address, options, isOurs) : { is: "signed out" };
  }

  async #ask(address, options, isOurs) {
    try {
      const response = await fetch(address, {
        ...options,
        headers: {
          Accept: "application/json",
          "Content-Type": "application/json",
          "X-CSRFToken": this.#token,
        },
        cache: "no-store",
        redirect: "manual",
        signal: options.keepalive ? undefined : AbortSignal.timeout(LONGEST_WAIT),
      });
      return await meaning(response, isOurs);
    } catch {
      return { is: "away" };
    }
  }

  async #renewToken() {
    try {
      const response = await fetch(this.#addresses.page, {
        cache: "no-store",
        redirect: "manual",
        signal: AbortSignal.timeout(LONGEST_WAIT),
      });
      if (!response.ok) return false;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const token = page.querySelector("[data-csrf]")?.dataset.csrf;
      if (!token) return false;
      this.#token = token;
      return true;
    } catch {
      return false;
    }
  }
}

/** `isOurs(said)`: whether the answer tells of this very save; a stranger's page never does. */
async function meaning(response, isOurs) {
  if (response.type === "opaqueredirect") return { is: "signed out" };
  const said = (await response.json().catch(() => null)) ?? {};
  if (response.ok) return isOurs(said) ? { ...said, is: "kept" } : { is: "away" };
  if (response.status === 409 && said.clash?.kept) return { is: "clash", kept: said.clash.kept };
  if (response.status === 400) return { is: "stale" };
  if ([401, 403, 404].includes(response.status)) return { is: "signed out" };
  if (response.status === 423) return { is: "private" };
  if (response.status === 507) return { is: "full" };
  if (response.status >= 500) return { is: "busy" };
  // Without a reason it is not the app that speaks.
  return said.problems?.length ? { is: "refused", problems: said.problems } : { is: "away" };
}
