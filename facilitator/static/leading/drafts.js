// Typed words, kept on this computer until the server has them.
//
// IndexedDB with strict durability: what was written survives the power going. Each word is sealed
// (AES-GCM) with a key that the server hands out after sign-in only, and that stays in the memory
// of the page: whoever finds the laptop can't read what is left on its disk.

const DATABASE = "facilitator-drafts";
const SHELF = "drafts";

/** Drafts sealed with that key; drafts in the page's memory alone where the browser keeps none. */
export async function openDrafts(keyInBase64) {
  try {
    const bytes = Uint8Array.from(atob(keyInBase64), (sign) => sign.charCodeAt(0));
    const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    const database = await opened();
    // Only Chromium decides this without asking; a question would pop up while people talk.
    if ("userAgentData" in navigator) navigator.storage?.persist?.().catch(() => false);
    return new Drafts(key, database);
  } catch {
    return new DraftsInMemory();
  }
}

/** Forget that name, whoever sealed it. It needs no key. */
export async function forgetDraft(name) {
  const database = await opened();
  const change = database.transaction(SHELF, "readwrite");
  change.objectStore(SHELF).delete(name);
  await new Promise((done, failed) => {
    change.oncomplete = done;
    change.onerror = change.onabort = () => failed(change.error);
  });
  database.close();
}

class Drafts {
  #key;
  #database;
  #waiting = [];
  #writing = null;

  constructor(key, database) {
    this.#key = key;
    this.#database = database;
    database.onversionchange = () => database.close();
    this.durable = true;
  }

  /** Keep a value under that name. Resolves once it is on the disk; later values win, in order. */
  put(name, value, mark = "") {
    const last = this.#waiting.at(-1);
    if (last?.name === name && last.puts) {
      // Somebody types faster than the disk: only the newest needs to be there.
      Object.assign(last, { value, mark });
      return last.done.promise;
    }
    return this.#add({ name, puts: true, value, mark });
  }

  remove(name) {
    return this.#add({ name });
  }

  /** Forget that name, unless something with another mark has been put there meanwhile. */
  removeIf(name, mark) {
    return this.#add({ name, onlyIf: mark });
  }

  /** What is kept under names that begin so: [name, value] pairs. What another key sealed stays. */
  async all(prefix) {
    while (this.#writing) await this.#writing;
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const shelf = this.#database.transaction(SHELF, "readonly").objectStore(SHELF);
    const [names, boxes] = await Promise.all([
      asked(shelf.getAllKeys(range)),
      asked(shelf.getAll(range)),
    ]);
    const pairs = await Promise.all(names.map(async (name, at) => [name, await this.#open(boxes[at])]));
    return pairs.filter(([, value]) => value !== null);
  }

  #add(change) {
    const done = Promise.withResolvers ? Promise.withResolvers() : withResolvers();
    this.#waiting.push({ ...change, done });
    this.#writing ??= this.#write();
    return done.promise;
  }

  async #write() {
    while (this.#waiting.length) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const sealed = await Promise.all(batch.map((one) => (one.puts ? this.#seal(one) : null)));
        await this.#writeAll(batch, sealed);
        this.durable = true;
        batch.forEach((one) => one.done.resolve(true));
      } catch {
        // The page still holds the words; the status line says that this computer does not.
        this.durable = false;
        batch.forEach((one) => one.done.resolve(false));
        await this.#openAgain();
      }
    }
    this.#writing = null;
  }

  #writeAll(batch, sealed) {
    const change = this.#database.transaction(SHELF, "readwrite", { durability: "strict" });
    const shelf = change.objectStore(SHELF);
    batch.forEach((one, at) => {
      if (one.puts) shelf.put(sealed[at], one.name);
      else if (one.onlyIf === undefined) shelf.delete(one.name);
      else removeMarked(shelf, one.name, one.onlyIf);
    });
    return new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onerror = change.onabort = () => reject(change.error);
    });
  }

  async #openAgain() {
    try {
      this.#database = await opened();
    } catch {
      // Nothing to be done now; the next word tries again.
    }
  }

  async #seal({ value, mark }) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const words = new TextEncoder().encode(JSON.stringify(value));
    return { iv, mark, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.#key, words) };
  }

  async #open({ iv, box }) {
    try {
      const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, this.#key, box);
      return JSON.parse(new TextDecoder().decode(words));
    } catch {
      return null; // Somebody else's words: they alone can open them.
    }
  }
}

/** The same, where the browser keeps nothing: words last as long as the page. */
class DraftsInMemory {
  #held = new Map();

  durable = false;

  async put(name, value, mark = "") {
    this.#held.set(name, { value: structuredClone(value), mark });
    return false;
  }

  async remove(name) {
    this.#held.delete(name);
    return false;
  }

  async removeIf(name, mark) {
    if (this.#held.get(name)?.mark === mark) this.#held.delete(name);
    return false;
  }

  async all(prefix) {
    const found = [...this.#held].filter(([name]) => name.startsWith(prefix));
    return found.map(([name, { value }]) => [name, structuredClone(value)]);
  }
}

function opened() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(SHELF);
  return asked(request);
}

function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function removeMarked(shelf, name, mark) {
  const found = shelf.get(name);
  found.onsuccess = () => {
    if (found.result?.mark === mark) shelf.delete(name);
  };
}

function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
