// The steps of the walk: forms that work without a script, and without a network with one.

const WITH_KEYS = { PageDown: "next", PageUp: "back" };

/**
 * Calls `step(what, about, words)` for each touch of a button, and for Page Down and Page Up
 * from the line box and the people row.
 */
export function watchSteps(root, questions, step) {
  root.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-walk]");
    if (!form) return;
    event.preventDefault();
    const given = new FormData(form);
    const { name, value } = event.submitter ?? {};
    const what = name === "go" ? "went" : value;
    const words = String(given.get("words") ?? "").trim();
    if (name === "go") {
      step(what, value, "");
    } else if (what === "own_question") {
      if (!words) return;
      step(what, questions.newName(), words);
    } else {
      step(what, String(given.get("about") ?? ""), words);
    }
    if (form.dataset.stays === undefined) form.closest("details")?.removeAttribute("open");
    for (const field of form.querySelectorAll("[name=words]")) field.value = "";
  });
  root.addEventListener("keydown", (event) => {
    const way = WITH_KEYS[event.key];
    const isWriting = event.target.closest("#line-form");
    if (!way || !isWriting || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (way === "next" && questions.now) step("asked", questions.now, "");
    if (way === "back" && questions.back) step("went", questions.back, "");
  });
}
