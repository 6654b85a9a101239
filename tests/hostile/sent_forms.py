"""Every form of a page as a browser would send it, with other words in its boxes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

_BOXES = frozenset({"text", "search", "email", "tel", "url", "password", "textarea", "number"})


@dataclass(frozen=True)
class Box:
    """One named part of a form: what kind it is, and what it would send as it stands."""

    name: str
    kind: str
    value: str
    goes: bool = True
    figures: bool = False

    @property
    def is_for_words(self) -> bool:
        """Whether somebody types words there, and no day or number."""
        return self.kind in {"text", "search", "textarea"} and not self.figures


@dataclass
class Form:
    """One form: where it goes, what stands in it, and its buttons with a name."""

    action: str
    method: str
    boxes: list[Box] = field(default_factory=list)
    buttons: list[Box] = field(default_factory=list)

    @property
    def mark(self) -> tuple[str, frozenset[str]]:
        """What makes it another form than the last: its address without ids, and its names."""
        words = "/".join(one for one in urlsplit(self.action).path.split("/") if len(one) < 30)
        return words, frozenset(one.name for one in (*self.boxes, *self.buttons))

    def sent(self, words: Callable[[Box], str]) -> list[tuple[str, str]]:
        """What goes with it, once each box is filled in."""
        filled = [replace(one, value=words(one)) for one in self.boxes if one.goes]
        return [(one.name, one.value) for one in filled]


class _Forms(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._text: list[str] | None = None
        self._select = ""
        self._chosen: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = urljoin(self.address, held.get("action", ""))
            self._open = Form(action, held.get("method", "get").lower())
            self.forms.append(self._open)
        elif self._open is not None:
            self._inside(self._open, tag, held)

    def _inside(self, form: Form, tag: str, held: dict[str, str]) -> None:
        name = held.get("name", "")
        if tag == "input" and name:
            kind = held.get("type", "text")
            goes = kind not in {"radio", "checkbox"} or "checked" in held
            figures = held.get("inputmode") == "numeric"
            form.boxes.append(Box(name, kind, held.get("value", "on" * (not goes)), goes, figures))
        elif tag == "textarea":
            form.boxes.append(Box(name, "textarea", ""))
            self._text = []
        elif tag == "select":
            self._select, self._chosen = name, []
        elif tag == "option" and self._select:
            self._chosen.append((held.get("value", ""), "selected" in held))
        elif tag == "button" and name:
            form.buttons.append(Box(name, "button", held.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if self._open is None:
            return
        if tag == "form":
            self._open = None
        elif tag == "textarea" and self._text is not None:
            last = self._open.boxes[-1]
            self._open.boxes[-1] = replace(last, value="".join(self._text).removeprefix("\n"))
            self._text = None
        elif tag == "select" and self._chosen:
            marked = [value for value, is_marked in self._chosen if is_marked]
            value = marked[0] if marked else self._chosen[0][0]
            self._open.boxes.append(Box(self._select, "select", value))
            self._select = ""

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)


def forms_of(html: str, address: str) -> Iterator[Form]:
    """Every form of that page that changes something."""
    read = _Forms(address)
    read.feed(html)
    read.close()
    for one in read.forms:
        if one.method == "post":
            one.boxes = _with_choices(one.boxes)
            yield one


def _with_choices(boxes: list[Box]) -> list[Box]:
    """The last radio of each name goes where none does: somebody who fills in a form chooses."""
    chosen = {one.name for one in boxes if one.kind == "radio" and one.goes}
    last = {one.name: one for one in boxes if one.kind == "radio" and one.name not in chosen}
    return [replace(one, goes=True) if one in last.values() else one for one in boxes]


def is_a_box(box: Box) -> bool:
    """Whether somebody can type into it."""
    return box.kind in _BOXES
