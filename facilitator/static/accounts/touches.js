// When somebody was last at this browser, in any of its tabs: a time, and no words.

const SHELF = "facilitator-touched";
const A_MINUTE = 60_000; // milliseconds

export function noteTouch() {
  try {
    localStorage.setItem(SHELF, String(Date.now()));
  } catch {
    // Then each tab counts by itself.
  }
}

/** In milliseconds since 1970; 0 where nobody ever was, or the clock was set back since. */
export function lastTouch() {
  try {
    const kept = Number(localStorage.getItem(SHELF)) || 0;
    return kept > Date.now() + A_MINUTE ? 0 : kept;
  } catch {
    return 0;
  }
}
