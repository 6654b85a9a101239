"""What words have done to a page: anything that our templates would not have written."""

from html.parser import HTMLParser

# Elements that no template of ours has, and that words might bring.
NEVER = frozenset({"iframe", "object", "embed", "base", "style", "math", "video", "foreignobject"})
_LEADS = frozenset({"href", "src", "action", "formaction", "data", "srcset", "xlink:href"})
_OURS = ("/", "#", "?", "tel:", "mailto:", "data:image/svg+xml", "data:image/png")


class _Looking(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag in NEVER or tag.startswith("xq"):
            self.found.append(f"<{tag}>")
        if tag == "script" and not (held.get("src") or "").startswith("/static/"):
            self.found.append("<script> of nobody's")
        if tag == "meta" and "http-equiv" in held:
            self.found.append("<meta> that leads away")
        for name, value in attrs:
            if name.startswith(("on", "xq")) or name in {"style", "srcdoc"}:
                self.found.append(f"<{tag} {name}>")
            if name in _LEADS and (why := leads_away(value or "")):
                self.found.append(f"<{tag} {name}> leads to {why}")

    handle_startendtag = handle_starttag


def leads_away(address: str) -> str:
    """The address, where it is none that a page of ours may have; empty where it is."""
    plain = address.strip().lower()
    if plain.startswith("data:image/png;base64,"):
        return ""  # A picture of letters by chance, which can't lead anywhere.
    is_ours = not plain or (plain.startswith(_OURS) and not plain.startswith("//"))
    return "" if is_ours and "xq" not in plain and "\\" not in plain else address


def done_to(html: str) -> list[str]:
    """All that words did to that page; nothing where text stayed text."""
    looking = _Looking()
    looking.feed(html)
    looking.close()
    return looking.found
