// Says beside a field how its words read, a moment after somebody rests: <form data-reads="address">.
//
// The place for it is there from the beginning and keeps its height, so that nothing moves. The
// newest answer wins. Where the server is away nothing is said: the breather shows the same list.

const REST = 400; // milliseconds
const MOST = 1;
const LONG_QUOTE = 40; // characters
const LONGEST = 5000;

for (const form of document.querySelectorAll("form[data-reads]")) {
  for (const field of form.querySelectorAll("textarea")) watch(form, field);
}

function watch(form, field) {
  const place = document.createElement("div");
  place.className = "app-reads-here";
  place.setAttribute("role", "status");
  field.after(place);
  let waiting, asked = 0, asking;

  const look = async () => {
    const mine = ++asked;
    asking?.abort();
    asking = new AbortController();
    const text = field.value;
    const findings = text.trim() && text.length <= LONGEST ? await ask(form, text, asking.signal) : [];
    if (findings && mine === asked && text === field.value) tell(place, findings);
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, REST);
  });
  if (field.value.trim()) waiting = setTimeout(look, REST);
}

/** What is found, or null where nobody knows. */
async function ask(form, text, signal) {
  try {
    const response = await fetch(form.dataset.reads, {
      method: "POST",
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-CSRFToken": form.querySelector("[name=csrf_token]").value,
      },
      body: JSON.stringify({ kind: form.dataset.readsKind, text }),
      cache: "no-store",
      redirect: "manual",
      signal,
    });
    return response.ok ? (await response.json()).findings : null;
  } catch {
    return null;
  }
}

function tell(place, findings) {
  const told = findings.slice(0, MOST).map(sentence);
  const more = findings.length - told.length;
  if (more) told.push(paragraph(more === 1 ? "And 1 more place." : `And ${more} more places.`));
  place.replaceChildren(...told);
  // Whoever has no mouse reaches what does not fit.
  if (place.scrollHeight > place.clientHeight) place.tabIndex = 0;
  else place.removeAttribute("tabindex");
}

function sentence({ level, words, offer, why }) {
  const line = paragraph("");
  const found = document.createElement("mark");
  found.className = "app-found";
  found.dir = "auto";
  found.textContent = words.length > LONG_QUOTE ? `${words.slice(0, LONG_QUOTE).trim()} …` : words;
  const stays = level === "explain" ? "It stays, and is explained on the paper." : offer;
  line.append(found, ` ${why} ${stays}`);
  return line;
}

function paragraph(words) {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}
