"""What the browser keeps of typed words, read from its disk as only the page itself can."""

from time import monotonic, sleep

from playwright.sync_api import Page

from tests.journeys.conftest import PATIENCE

_LOOK_AGAIN = 0.05  # seconds
_HOLDS = """async (words) => {
    const sealed = document.querySelector("[data-draft-key]").dataset.draftKey;
    const known = (await indexedDB.databases()).map((one) => one.name);
    if (!known.includes("facilitator-drafts")) return false;
    const raw = Uint8Array.from(atob(sealed), (sign) => sign.charCodeAt(0));
    const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
    const answer = (asked) => new Promise((done, failed) => {
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
    });
    const database = await answer(indexedDB.open("facilitator-drafts"));
    const shelf = database.transaction("drafts").objectStore("drafts");
    const boxes = await answer(shelf.getAll());
    database.close();
    const opened = await Promise.all(boxes.map(({ iv, box }) =>
        crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, box).catch(() => new ArrayBuffer())));
    const asked = JSON.stringify(words).slice(1, -1);
    return opened.some((one) => new TextDecoder().decode(one).includes(asked));
}"""


def is_on_the_disk(page: Page, words: str) -> None:
    """Wait until these words would be there after a crash."""
    _waits(page, words, wanted=True)


def is_off_the_disk(page: Page, words: str) -> None:
    """Wait until nothing would bring these words back."""
    _waits(page, words, wanted=False)


def _waits(page: Page, words: str, *, wanted: bool) -> None:
    give_up = monotonic() + PATIENCE / 1000
    while page.evaluate(_HOLDS, words) is not wanted:
        assert monotonic() < give_up, f"{words!r} on the disk: {not wanted}"
        sleep(_LOOK_AGAIN)
