// The grid: Tab goes across, Enter begins a new row, pasted lines are split into rows.
//
// It tells "typed" at every key, and "left" {row} when somebody leaves a row.

import { newRef } from "./outbox.js";

export class Grid extends EventTarget {
  #body;
  #blank;
  #made = 0;

  constructor(body) {
    super();
    this.#body = body;
    this.#blank = body.rows[0].cloneNode(true);
    for (const cell of this.#cellsOf(this.#blank)) cell.value = cell.textContent = "";
    // One empty row is enough where rows come by themselves.
    for (const row of [...body.rows].slice(1)) if (this.isEmpty(row)) row.remove();
  }

  /** Take part in what is typed. */
  begin() {
    this.#oneMore();
    this.#body.addEventListener("input", (event) => this.#typed(event));
    this.#body.addEventListener("keydown", (event) => this.#key(event));
    this.#body.addEventListener("paste", (event) => this.#paste(event));
    this.#body.addEventListener("focusout", (event) => {
      const row = event.target.closest("tr");
      if (row && !row.contains(event.relatedTarget)) this.#left(row);
    });
    for (const row of this.#body.rows) this.#grow(row);
    // Where there is a keyboard the first free cell is ready; a telephone would cover half the page.
    if (matchMedia("(hover: hover)").matches) {
      this.#cellsOf(this.#body.lastElementChild)[0].focus({ preventScroll: true });
    }
  }

  /** A row with these cells in it, in the first place that is free. */
  put(ref, cells, { kept = "" } = {}) {
    const row = [...this.#body.rows].find((one) => this.isEmpty(one)) ?? this.#add();
    Object.assign(row.dataset, { ref, kept });
    for (const cell of this.#cellsOf(row)) cell.value = cells[cell.dataset.cell] ?? "";
    return row;
  }

  row(ref) {
    return [...this.#body.rows].find((one) => one.dataset.ref === ref);
  }

  cells(row) {
    return Object.fromEntries(this.#cellsOf(row).map((one) => [one.dataset.cell, one.value]));
  }

  cell(row, column) {
    return row.querySelector(`[data-cell="${column}"]`);
  }

  isEmpty(row) {
    return this.#cellsOf(row).every((one) => !one.value.trim());
  }

  /** Rows with words that no save holds yet: {ref, cells}. */
  unfinished() {
    const rows = [...this.#body.rows].filter((row) => !this.isEmpty(row) || row.dataset.kept);
    const open = rows.filter((row) => !this.#isKept(row));
    for (const row of open) row.dataset.ref ||= newRef();
    return open.map((row) => ({ ref: row.dataset.ref, cells: this.cells(row) }));
  }

  /** Say how it stands with a row. */
  say(row, words) {
    row.querySelector(".app-grid__state").textContent = words;
  }

  #isKept(row) {
    if (!row.dataset.kept) return false;
    const kept = JSON.parse(row.dataset.kept);
    return Object.entries(this.cells(row)).every(([key, words]) => kept[key] === words);
  }

  #cellsOf(row) {
    return [...row.querySelectorAll("[data-cell]")];
  }

  #typed(event) {
    const row = event.target.closest("tr");
    this.#grow(row);
    if (row === this.#body.rows[this.#body.rows.length - 1]) this.#oneMore();
    this.dispatchEvent(new Event("typed"));
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const row = event.target.closest("tr");
    if (this.isEmpty(row)) return;
    this.#oneMore();
    this.#cellsOf(row.nextElementSibling)[0].focus();
  }

  #paste(event) {
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n+$/, "");
    if (!/[\n\t]/.test(text)) return;
    event.preventDefault();
    let row = event.target.closest("tr");
    let first = this.#cellsOf(row).indexOf(event.target);
    for (const line of text.split("\n").filter((one) => one.trim())) {
      row ??= this.#add();
      this.#fill(row, first, line.split("\t"));
      this.#left(row);
      row = row.nextElementSibling;
      first = 0;
    }
    this.#oneMore();
    this.#cellsOf(this.#body.lastElementChild)[0].focus();
  }

  #fill(row, first, parts) {
    const cells = this.#cellsOf(row).slice(first);
    // More parts than there are columns stay together in the last one.
    const fitting = parts.length > cells.length ? [...parts.slice(0, cells.length - 1), parts.slice(cells.length - 1).join(" ")] : parts;
    fitting.forEach((part, at) => {
      const held = cells[at].value.trim();
      cells[at].value = held ? `${held} ${part.trim()}` : part.trim();
    });
    this.#grow(row);
  }

  #left(row) {
    this.dispatchEvent(new CustomEvent("left", { detail: { row } }));
  }

  #oneMore() {
    const last = this.#body.lastElementChild;
    if (!last || !this.isEmpty(last) || last.dataset.kept) this.#add();
  }

  #add() {
    const row = this.#blank.cloneNode(true);
    this.#made += 1;
    for (const cell of this.#cellsOf(row)) {
      const id = `new${this.#made}-${cell.dataset.cell}`;
      const label = row.querySelector(`label[for="${cell.id}"]`);
      Object.assign(cell, { id, name: "" });
      label.htmlFor = id;
      label.querySelector("span").textContent = `, row ${this.#body.rows.length + 1}`;
    }
    this.#body.append(row);
    return row;
  }

  #grow(row) {
    for (const cell of this.#cellsOf(row)) {
      cell.style.height = "auto";
      cell.style.height = `${cell.scrollHeight}px`;
    }
  }
}
