// What the server asks about a row: whom a name means, or what a day is for. Nothing is guessed,
// and nobody has to answer: the words stay as they were written.

export class Asks {
  #place;
  #grid;
  #keep;

  /** `keep(row, more)` keeps the row once something was answered. */
  constructor(place, grid, keep) {
    this.#place = place;
    this.#grid = grid;
    this.#keep = keep;
  }

  show(row, asks) {
    this.forget(row);
    for (const ask of asks) {
      const box = element("div", { className: "app-ask" });
      box.dataset.row = row.dataset.ref;
      box.append(...(ask.day ? this.#aboutDay(row, ask) : this.#aboutName(row, ask)));
      this.#place.append(box);
    }
  }

  forget(row) {
    for (const box of this.#place.querySelectorAll(`[data-row="${row.dataset.ref}"]`)) box.remove();
  }

  #aboutName(row, ask) {
    const id = `ask-${row.dataset.ref}-${ask.column}-${this.#place.childElementCount}`;
    const label = element("label", { className: "govuk-body app-ask__words", htmlFor: id, textContent: ask.sentence });
    label.dir = "auto";
    const list = element("select", { className: "govuk-select", id });
    list.append(element("option", { value: "", textContent: "Leave it as it is written" }));
    for (const one of ask.people) list.append(element("option", { value: one.name, textContent: one.name }));
    const use = button(`Use this name`, ` for ${ask.typed}`, () => {
      if (!list.value) return this.#away(row, use);
      const cell = this.#grid.cell(row, ask.column);
      cell.value = cell.value.replace(ask.typed, () => list.value);
      cell.focus();
      return this.#keep(row);
    });
    return [label, list, use];
  }

  #aboutDay(row, ask) {
    const words = element("p", { className: "govuk-body app-ask__words" });
    words.textContent = `“${ask.typed}” is ${ask.day}. ${ask.sentence}`;
    const say = (as) => () => {
      this.#grid.cell(row, ask.column).focus();
      this.#keep(row, { day_is: as });
    };
    return [
      words,
      button("It is done by that day", `, ${ask.day}`, say("due")),
      button("It starts on that day", `, ${ask.day}`, say("start")),
    ];
  }

  #away(row, from) {
    from.closest(".app-ask").remove();
    row.querySelector("[data-cell]").focus();
  }
}

function button(words, more, pressed) {
  const made = element("button", { type: "button", className: "govuk-button govuk-button--secondary", textContent: words });
  made.append(element("span", { className: "govuk-visually-hidden", textContent: more }));
  made.addEventListener("click", pressed);
  return made;
}

function element(name, known) {
  return Object.assign(document.createElement(name), known);
}
