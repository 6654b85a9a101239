// Keys for whoever looks at many plans: 0 to 3 and N answer, J goes to the next open question.
//
// They are letters in a box for words, and they can be switched off (WCAG 2.1.4).

const SWITCH = "facilitator-look-keys";
const NOW = "app-question--now";

export function listenToKeys(form) {
  const help = document.querySelector("#keys");
  const works = document.querySelector("#keys-on");
  help.hidden = false;
  works.checked = sessionStorage.getItem(SWITCH) !== "off";
  works.addEventListener("change", () => sessionStorage.setItem(SWITCH, works.checked ? "on" : "off"));
  const questions = [...form.querySelectorAll("[data-criterion]")];
  markNow(questions, questions.find(isOpen) ?? questions[0]);
  form.addEventListener("focusin", ({ target }) => {
    const one = target.closest("[data-criterion]");
    if (one) markNow(questions, one);
  });
  document.addEventListener("keydown", (event) => {
    if (!works.checked || event.altKey || event.ctrlKey || event.metaKey || isForWords(event.target)) return;
    const key = event.key.toUpperCase();
    const now = questions.find((one) => one.classList.contains(NOW));
    if (key === "J") {
      event.preventDefault();
      const stays = now && isOpen(now) && !now.contains(document.activeElement);
      goTo(questions, stays ? now : nextOpen(questions, now));
    } else if (/^[0-3N]$/.test(key) && now) {
      event.preventDefault();
      const radio = now.querySelector(`input[data-key="${key}"]`);
      radio.checked = true;
      radio.focus();
      radio.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

function markNow(questions, one) {
  for (const each of questions) each.classList.toggle(NOW, each === one);
}

function isOpen(question) {
  return !question.querySelector("input[type=radio]:checked");
}

/** The first open one after this; then from the beginning; the button to file where none is. */
function nextOpen(questions, now) {
  const at = questions.indexOf(now);
  return [...questions.slice(at + 1), ...questions.slice(0, at + 1)].find(isOpen);
}

function goTo(questions, one) {
  const target = one ?? document.querySelector(".app-look__end button");
  if (one) markNow(questions, one);
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: one ? "start" : "center" });
}

function isForWords(element) {
  return Boolean(element.closest?.("textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]"));
}
