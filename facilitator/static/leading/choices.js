// The people and kinds that the page offers, and what choosing them means for a line.

const UNSORTED = { key: "unsorted", label: "Not sorted yet", who: "by", several: false };

/** The kinds of the page, by key; what has no button is said by the person who spoke. */
export class Kinds {
  #all;

  constructor(form) {
    const radios = [...form.querySelectorAll("[name=kind][value]")];
    this.#all = new Map(radios.map((one) => [one.value, asKind(one)]));
  }

  of(key) {
    return this.#all.get(key) ?? { ...UNSORTED, key };
  }

  byLetter(letter) {
    return [...this.#all.values()].find((one) => one.letter === letter && letter);
  }
}

const asKind = ({ value, dataset }) => ({
  key: value,
  label: dataset.label,
  letter: dataset.letter ?? "",
  who: dataset.who || "by",
  several: dataset.several !== undefined,
});

/** The people of the page, by id and by their key. */
export class Seats {
  #all;

  constructor(form) {
    const boxes = [...form.querySelectorAll("[name=by][value]")];
    this.#all = boxes.map(({ value, dataset }) => ({ id: value, key: dataset.seat, name: dataset.name }));
  }

  byKey(key) {
    return this.#all.find((one) => one.key === key && key);
  }

  names(ids) {
    return ids.map((id) => this.#all.find((one) => one.id === id)?.name ?? id);
  }
}

/** The ids of the people whom the row fills in for that line. */
export function peopleOf(line, kind) {
  if (kind.who === "by") return line.by ? [line.by] : [];
  const held = line.fields?.[kind.who];
  return Array.isArray(held) ? held : held ? [held] : [];
}

/** That line with this kind and these people; fields of another kind do not fit and go. */
export function chosen(line, kind, people) {
  const fields = line.kind === kind.key ? { ...line.fields } : {};
  const last = people.at(-1) ?? "";
  if (kind.who === "by") return { ...line, kind: kind.key, by: last, fields };
  fields[kind.who] = kind.several ? people : last;
  return { ...line, kind: kind.key, by: line.kind === kind.key ? (line.by ?? "") : "", fields };
}

/** What a save sends of a line, and no more. */
export function wishOf(line) {
  return {
    kind: line.kind,
    words: line.words,
    by: line.by ?? "",
    fields: line.fields ?? {},
    prompt: line.prompt || null,
    exact: line.exact ?? null,
    name_shown: line.name_shown ?? null,
    lang: line.lang || null,
    dir: line.dir || null,
    rendering: line.rendering ?? null,
    hurts: line.hurts || null,
    hurts_yes: line.hurts_yes ?? null,
    taken_back: line.taken_back ?? false,
    family_yes: line.family_yes ?? null,
  };
}
