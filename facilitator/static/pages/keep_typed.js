// Keeps what is typed into a form until the server has it: <form data-keep="name" data-draft-key>.
//
// Each keystroke goes sealed to the disk of this computer. After a crash, or a visit that ran out,
// the words stand in the form again. The form names its draft to the server, whose answer names it
// again once it is saved; then sent_forms.js forgets it.

import { openDrafts } from "../leading/drafts.js";
import { settled } from "./sent_forms.js";

const NEVER_KEPT = new Set(["hidden", "password", "file", "submit", "button", "reset", "image"]);

for (const form of document.querySelectorAll("form[data-keep][data-draft-key]")) keep(form);

async function keep(form) {
  const name = `form:${form.dataset.keep}`;
  const shown = valuesOf(form);
  sendAlong(form, name);
  await settled;
  const drafts = await openDrafts(form.dataset.draftKey);
  const store = () => drafts.put(name, { typed: valuesOf(form), over: shown });
  const forget = () => drafts.remove(name);
  const [kept] = (await drafts.all(name)).filter(([found]) => found === name);
  // Somebody quick has typed already while this was looked up. Their words stay where they are.
  const isTouched = !stands(valuesOf(form), shown);
  if (kept && form.dataset.answers !== "POST") offer(form, { ...kept[1], shown, forget, isTouched });
  // A page that answers the form gives back every word by itself, and they are not saved yet.
  if (isTouched || form.dataset.answers === "POST") store();
  form.addEventListener("input", store);
}

/** What the server is to name once this form is saved. */
function sendAlong(form, name) {
  const field = document.createElement("input");
  form.append(Object.assign(field, { type: "hidden", name: "kept_as", value: name }));
}

/** Every value of the form by its field: a list for each name, so that rows keep their order. */
function valuesOf(form) {
  const found = {};
  for (const field of fieldsOf(form)) {
    (found[field.name] ??= []).push(isTicked(field) ? [field.value, field.checked] : field.value);
  }
  return found;
}

/** Put the kept words back, or offer them where somebody is typing already. */
function offer(form, { typed, over, shown, forget, isTouched }) {
  if (stands(typed, valuesOf(form))) return;
  const left = isTouched ? [] : fill(form, typed);
  const notice = document.createElement("div");
  notice.className = "govuk-inset-text";
  notice.setAttribute("role", "status");
  notice.append(paragraph(isTouched ? "Words that you typed before are kept too. They are not saved yet." : "What you typed before is here again. It is not saved yet."));
  if (!stands(over, shown)) {
    notice.append(paragraph("What is saved has changed since then. Look at both before you save."));
  }
  if (left.length) {
    notice.append(paragraph("These words have no place on this page now. Copy what you need:"));
    for (const words of left) notice.append(paragraph(words));
  }
  const done = () => forget().then(() => notice.remove());
  notice.append(...choices(form, isTouched ? typed : shown, !isTouched, done));
  form.prepend(notice);
}

/** To look at what is saved and come back, by turns; to forget takes a second touch. */
function choices(form, other, isTyped, forget) {
  const away = button("Forget what I typed", forget);
  const turn = button("", () => {
    const here = valuesOf(form);
    fill(form, other);
    other = here;
    isTyped = !isTyped;
    tell();
  });
  const tell = () => {
    turn.textContent = isTyped ? "Show what is saved instead" : "Show what I typed before";
    away.hidden = isTyped;
  };
  tell();
  return [turn, away];
}

/** Whether all those values stand on the page. Places that it has besides do not matter. */
function stands(values, shown) {
  return Object.entries(values).every(([name, held]) =>
    held.every((value, at) => String(value) === String(shown[name]?.[at] ?? "")),
  );
}

/** Put values into their fields. What has no field any more comes back, for somebody to read. */
function fill(form, values) {
  const places = new Map();
  for (const field of fieldsOf(form)) {
    places.set(field.name, [...(places.get(field.name) ?? []), field]);
  }
  const left = [];
  for (const [name, held] of Object.entries(values)) {
    held.forEach((value, at) => {
      const field = places.get(name)?.[at];
      if (field && isTicked(field)) field.checked = value[1];
      else if (field) field.value = value;
      else if (typeof value === "string" && value.trim()) left.push(value);
    });
  }
  return left;
}

function fieldsOf(form) {
  return [...form.elements].filter((one) => one.name && one.type && !NEVER_KEPT.has(one.type));
}

function isTicked(field) {
  return ["checkbox", "radio"].includes(field.type);
}

function paragraph(words) {
  const made = document.createElement("p");
  Object.assign(made, { textContent: words, dir: "auto" });
  return made;
}

function button(words, act) {
  const made = document.createElement("button");
  const look = "govuk-button govuk-button--secondary";
  Object.assign(made, { type: "button", className: look, textContent: words });
  made.addEventListener("click", act);
  return made;
}
