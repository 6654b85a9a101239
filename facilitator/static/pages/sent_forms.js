// Which forms are saved. The answer to a save names the form's draft in a cookie, and no words; the
// next page that opens forgets the draft, however quickly the page between was left.

import { forgetDraft } from "../leading/drafts.js";

const COOKIE = "facilitator-saved";
const BETWEEN = "|";

function saved() {
  const held = document.cookie.split("; ").find((one) => one.startsWith(`${COOKIE}=`));
  return held ? held.slice(COOKIE.length + 1).split(BETWEEN).filter(Boolean) : [];
}

/** Another form may have been saved meanwhile, in another tab: its name stays. */
function strike(names) {
  const left = saved().filter((one) => !names.includes(one)).join(BETWEEN);
  const kept = left ? "" : "; Max-Age=0";
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${COOKIE}=${left}; Path=/; SameSite=Strict${secure}${kept}`;
}

async function settle() {
  const names = saved();
  if (!names.length) return;
  await Promise.all(names.map((one) => forgetDraft(decodeURIComponent(one))));
  strike(names);
}

/** A page with forms waits for it, or it would offer words that are saved. */
export const settled = settle().catch(() => {});
