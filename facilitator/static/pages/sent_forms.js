// Which forms of this tab were sent a moment ago. The server sends the browser on to another page
// after a save, and never after a refusal: then their drafts are forgotten.

import { forgetDraft } from "../leading/drafts.js";

const PLACE = "facilitator-sent-forms"; // names of forms, and no words
const NO_ANSWER = ["/sign-in", "/first-account"]; // a redirect to these says nothing about a form

/** That form was sent: the next page tells what came of it. */
export function remember(name) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify([...sent(), name]));
  } catch {
    // Then its words are offered once more than needed.
  }
}

function sent() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
  } catch {
    return [];
  }
}

function settle() {
  const names = sent();
  if (!names.length) return;
  sessionStorage.removeItem(PLACE);
  const [way] = performance.getEntriesByType("navigation");
  const wasSentOn = way?.type === "navigate" && way.redirectCount > 0;
  if (wasSentOn && !NO_ANSWER.includes(location.pathname)) names.forEach(forgetDraft);
}

settle();
