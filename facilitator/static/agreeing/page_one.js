// Draws page 1 anew a moment after each choice. It asks the server, as the button "Show it first"
// does, and keeps nothing.

const form = document.querySelector("form[data-looks]");
const look = document.getElementById("look");
let waiting, asked = 0;

if (form && look) form.addEventListener("input", ({ target }) => {
  if (target.name.startsWith("words.") && target.value.trim()) chooseOwn(target.name.slice(6));
  clearTimeout(waiting);
  waiting = setTimeout(draw, 400);
});

/** Whoever writes shorter words wants them. */
function chooseOwn(step) {
  const own = document.getElementById(`choice.${step}.own`);
  if (own) own.checked = true;
}

async function draw() {
  const mine = ++asked;
  const body = new FormData(form);
  body.set("do", "look");
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const drawn = page.getElementById("look");
  if (drawn) look.replaceChildren(...drawn.childNodes);
}
