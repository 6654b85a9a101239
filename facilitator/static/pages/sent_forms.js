// Which forms of this tab were sent a moment ago. The server sends the browser on to another page
// after a save, and never after a refusal: then their drafts are forgotten.

import { forgetDraft } from "../leading/drafts.js";

const PLACE = "facilitator-sent-forms"; // names of forms, and no words
const SAVED = "facilitator-saved-forms"; // those whose drafts are still to be forgotten
const NO_ANSWER = ["/sign-in", "/first-account"]; // a redirect to these says nothing about a form

/** That form was sent: the next page tells what came of it. */
export function remember(name) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify([...sent(), name]));
  } catch {
    // Then its words are offered once more than needed.
  }
}

const sent = () => named(PLACE);

function named(place) {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "[]");
  } catch {
    return [];
  }
}

/** Which of the forms that were sent are saved: all where the server sent us on. */
function saved() {
  const names = sent();
  sessionStorage.removeItem(PLACE);
  const [way] = performance.getEntriesByType("navigation");
  const wasSentOn = way?.type === "navigate" && way.redirectCount > 0;
  return wasSentOn && !NO_ANSWER.includes(location.pathname) ? names : [];
}

// Somebody quick leaves this page before its drafts are forgotten: the next page goes on with it.
async function settle() {
  const names = [...named(SAVED), ...saved()];
  if (!names.length) return;
  sessionStorage.setItem(SAVED, JSON.stringify(names));
  await Promise.all(names.map(forgetDraft));
  sessionStorage.removeItem(SAVED);
}

/** A page with forms waits for it, or it would offer words that are saved. */
export const settled = settle().catch(() => {});
