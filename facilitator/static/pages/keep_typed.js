// Keeps what is typed into a form until the server has it: <form data-keep="name" data-draft-key>.
//
// Each keystroke goes sealed to the disk of this computer. After a crash, or a visit that ran out,
// the words stand in the form again. sent_forms.js forgets them once they are saved.

import { openDrafts } from "../leading/drafts.js";
import { remember } from "./sent_forms.js";

const NEVER_KEPT = new Set(["hidden", "password", "file", "submit", "button", "reset", "image"]);

for (const form of document.querySelectorAll("form[data-keep][data-draft-key]")) keep(form);

async function keep(form) {
  const name = `form:${form.dataset.keep}`;
  const drafts = await openDrafts(form.dataset.draftKey);
  const shown = valuesOf(form);
  const store = () => drafts.put(name, { typed: valuesOf(form), over: shown });
  const [kept] = (await drafts.all(name)).filter(([found]) => found === name);
  // A page that answers the form gives back every word by itself, and they are not saved yet.
  if (form.dataset.answers === "POST") store();
  else if (kept) bringBack(form, kept[1], shown, () => drafts.remove(name));
  form.addEventListener("input", store);
  form.addEventListener("submit", () => remember(name));
}

/** Every value of the form by its field: a list for each name, so that rows keep their order. */
function valuesOf(form) {
  const found = {};
  for (const field of fieldsOf(form)) {
    (found[field.name] ??= []).push(isTicked(field) ? [field.value, field.checked] : field.value);
  }
  return found;
}

function bringBack(form, { typed, over }, shown, forget) {
  if (stands(typed, shown)) return;
  const left = fill(form, typed);
  const notice = document.createElement("div");
  notice.className = "govuk-inset-text";
  notice.setAttribute("role", "status");
  notice.append(paragraph("What you typed before is here again. It is not saved yet."));
  if (!stands(over, shown)) {
    notice.append(paragraph("What is saved has changed since then. Look at both before you save."));
  }
  if (left.length) {
    notice.append(paragraph("These words have no place on this page now. Copy what you need:"));
    for (const words of left) notice.append(paragraph(words));
  }
  notice.append(...choices(form, typed, shown, () => forget().then(() => notice.remove())));
  form.prepend(notice);
}

/** To look at what is saved and come back; to forget takes a second touch. */
function choices(form, typed, shown, forget) {
  let isTyped = true;
  const away = button("Forget what I typed", forget);
  away.hidden = true;
  const turn = button("Show what is saved instead", () => {
    isTyped = !isTyped;
    fill(form, isTyped ? typed : shown);
    turn.textContent = isTyped ? "Show what is saved instead" : "Show what I typed again";
    away.hidden = isTyped;
  });
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

const isTicked = (field) => ["checkbox", "radio"].includes(field.type);

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
