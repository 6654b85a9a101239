// One column of the room screen, drawn from what the server said.

let columns = 0;

export function columnOf({ title, lines }) {
  const column = copyOf("#wall-column");
  const head = column.querySelector(".wall__head");
  head.textContent = title;
  head.id = `wall-head-${++columns}`;
  column.setAttribute("aria-labelledby", head.id);
  column.querySelector(".wall__lines").append(...lines.map(lineOf));
  return column;
}

function lineOf(line) {
  const item = copyOf("#wall-line");
  item.dataset.line = line.ref;
  const words = item.querySelector(".wall__words");
  words.textContent = line.words;
  words.dir = line.dir;
  if (line.lang) words.lang = line.lang;
  words.classList.toggle("is-quoted", line.is_quoted && Boolean(line.words));
  if (line.who) words.before(nameOf(line), " ");
  for (const more of [line.rendering, line.beside]) if (more) item.append(besideOf(more));
  return item;
}

function nameOf({ who, words }) {
  const name = document.createElement("b");
  Object.assign(name, { className: "wall__who", textContent: words ? `${who}:` : who, dir: "auto" });
  return name;
}

function besideOf(words) {
  const beside = document.createElement("p");
  Object.assign(beside, { className: "wall__beside", textContent: words, dir: "auto" });
  return beside;
}

const copyOf = (id) => document.querySelector(id).content.firstElementChild.cloneNode(true);
