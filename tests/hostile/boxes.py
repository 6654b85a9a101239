"""Boxes for words that a browser might send to a spelling service, or offer to the next visitor."""

from html.parser import HTMLParser

# A user's own name, address and passwords may be filled in by their own browser.
_THEIR_OWN = frozenset({"name", "username", "current-password", "new-password", "one-time-code"})
_WORDS = frozenset({"text", "search"})


class _Boxes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.seen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        is_box = tag == "textarea" or (tag == "input" and held.get("type", "text") in _WORDS)
        if "contenteditable" in held:
            self.found.append(f"<{tag} contenteditable>")
        if not is_box or "hidden" in held:  # Nobody types into what nobody sees.
            return
        self.seen += 1
        known = held.get("autocomplete")
        if known != "off" and known not in _THEIR_OWN:
            self.found.append(f"{held.get('name')} has autocomplete={known}")
        if held.get("spellcheck") != "false":
            self.found.append(f"{held.get('name')} has spellcheck={held.get('spellcheck')}")


def unguarded(html: str) -> tuple[int, list[str]]:
    """How many boxes for words that page has, and what is wrong with them."""
    read = _Boxes()
    read.feed(html)
    read.close()
    return read.seen, read.found
