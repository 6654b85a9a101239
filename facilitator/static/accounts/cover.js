// What stands in place of a locked page. The page stays below it as it was, with every typed word,
// and is out of reach of eyes, keys and screen readers.

const PRIVATE = 423;
const AWAY = "The app does not answer. Try again in a moment.";
const ENDED = "Your visit has ended meanwhile. ";

export class Cover {
  #addresses;
  #whenOpen = null;
  #page = null;
  #before = {};
  #covered = [];
  #isTold = false;

  constructor(addresses) {
    this.#addresses = addresses;
  }

  get isUp() {
    return this.#page !== null;
  }

  /** Cover the page. `whenOpen` is called once it is open again. */
  up(whenOpen) {
    this.#whenOpen = whenOpen;
    this.#before = { title: document.title, focus: document.activeElement, y: scrollY };
    this.#covered = [...document.body.children].filter((one) => !one.inert);
    for (const one of this.#covered) one.inert = true;
    document.documentElement.classList.add("app-is-locked");
    document.title = "This screen is locked – Facilitator";
    this.#page = this.#drawn();
    document.body.append(this.#page);
    this.#page.querySelector("input").focus();
  }

  down() {
    if (!this.#page) return;
    this.#page.remove();
    this.#page = null;
    this.#isTold = false;
    document.documentElement.classList.remove("app-is-locked");
    for (const one of this.#covered) one.inert = false;
    document.title = this.#before.title;
    scrollTo(0, this.#before.y);
    this.#before.focus?.focus({ preventScroll: true });
    this.#whenOpen();
  }

  /** "told", "private" (nothing may lock now), or "away" (to be tried again). */
  async tellServer() {
    try {
      const answer = await this.#post(this.#addresses.lock, {});
      if (answer.status === PRIVATE) return "private";
      this.#isTold = answer.ok || answer.status === 401;
      return this.#isTold ? "told" : "away";
    } catch {
      return "away";
    }
  }

  /** Another tab may have opened it. Before the server knew of the lock, its answer says nothing. */
  async askWhetherOpen() {
    if (!this.#isTold) return;
    const said = await ask(this.#addresses.state).catch(() => null);
    if (!said?.user) return;
    if (said.user !== this.#addresses.user) location.replace(this.#addresses.home);
    else if (!said.locked) this.down();
  }

  async #unlock(form) {
    const field = form.elements.password;
    try {
      const answer = await this.#post(this.#addresses.unlock, { password: field.value });
      if (answer.ok) return this.down();
      if (answer.status === 401) return this.#complain(form, ENDED, this.#wayIn());
      const said = await answer.json();
      this.#complain(form, said.problems.map((one) => `${one.wrong} ${one.remedy}`).join(" ").trim());
    } catch {
      this.#complain(form, AWAY);
    }
    field.value = "";
    field.focus();
  }

  #post(address, fields) {
    return fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Accept: "application/json", "X-CSRFToken": this.#addresses.token },
      cache: "no-store",
      redirect: "error",
    });
  }

  #complain(form, words, ...more) {
    const error = form.querySelector(".govuk-error-message");
    error.replaceChildren(words, ...more);
    error.hidden = false;
    form.querySelector(".govuk-form-group").classList.add("govuk-form-group--error");
    form.elements.password.setAttribute("aria-describedby", error.id);
  }

  #wayIn() {
    const href = this.#addresses.signIn;
    return made("a", { href, target: "_blank", rel: "noopener", className: "govuk-link" }, "Sign in in a new tab, and come back to this one.");
  }

  #drawn() {
    const { name } = this.#addresses;
    const form = made("form", { method: "post", noValidate: true }, this.#field(), button("Unlock"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#unlock(form);
    });
    const words = `Nobody touched it for a while. ${name}, your password opens it. Everything that you typed is still there.`;
    const main = made(
      "main",
      { className: "govuk-width-container app-narrow" },
      made("h1", { className: "govuk-heading-xl" }, "This screen is locked"),
      made("p", { className: "govuk-body-l" }, words),
      form,
      this.#somebodyElse(name),
    );
    return made("div", { className: "app-locked" }, main);
  }

  #field() {
    const input = { id: "app-unlock", name: "password", type: "password", autocomplete: "current-password", className: "govuk-input" };
    return made(
      "div",
      { className: "govuk-form-group" },
      made("label", { className: "govuk-label", htmlFor: input.id }, "Your password"),
      made("p", { id: "app-unlock-error", className: "govuk-error-message", hidden: true, role: "alert" }),
      made("input", input),
    );
  }

  /** A plain form: it leaves the page, and signs its owner out. */
  #somebodyElse(name) {
    const token = made("input", { type: "hidden", name: "csrf_token", value: this.#addresses.token });
    return made(
      "form",
      { method: "post", action: this.#addresses.signOut },
      token,
      made("p", { className: "govuk-body" }, `Are you somebody else? Then ${name} is signed out here.`),
      button("Sign in as somebody else", "govuk-button--secondary"),
    );
  }
}

async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
  return answer.ok ? answer.json() : null;
}

function button(words, more = "") {
  return made("button", { type: "submit", className: `govuk-button ${more}` }, words);
}

function made(tag, attributes, ...inside) {
  const one = Object.assign(document.createElement(tag), attributes);
  one.append(...inside);
  return one;
}
