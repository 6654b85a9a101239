// Whole lines only: where a column is fuller than the wall, its earliest lines step back, and a
// small line says how many there are. On a telephone the page is as long as it needs to be.

const WALL = matchMedia("(width >= 60rem)");

/** `back`: so many of the newest lines step back instead, to read the earlier ones. */
export function fit(root, back) {
  for (const column of root.querySelectorAll(".wall__column")) fitOne(column, back);
}

function fitOne(column, back) {
  const lines = [...column.querySelectorAll(".wall__line")];
  for (const line of lines) line.hidden = false;
  if (!WALL.matches) return;
  const newest = Math.min(back, Math.max(lines.length - 1, 0));
  for (const line of lines.slice(lines.length - newest)) line.hidden = true;
  const standing = lines.slice(0, lines.length - newest);
  const before = column.querySelector(".wall__before");
  before.hidden = true;
  let gone = 0;
  while (gone < standing.length - 1 && column.scrollHeight > column.clientHeight) {
    standing[gone].hidden = true;
    gone += 1;
    before.hidden = false;
    before.textContent = `${gone} more before (↑)`;
  }
}
