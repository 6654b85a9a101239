"""Every sentence of ours: of templates, of messages in the code, of the agendas."""

import ast
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import Environment

from tests.house_rules import house
from tests.house_rules.house import ROOT

# Whatever is filled in while the page is drawn: most often a name.
SOMEBODY = "Jo"
_SENTENCE = re.compile(r"[A-Z“‘].*\s.*", re.DOTALL)
_ENDS = (".", "?", "!", ":", "…", "”")
_FEWEST = 3
# Elements after which a new sentence begins.
_BLOCKS = frozenset(
    """address article aside blockquote body button caption dd details div dl dt fieldset figcaption
    footer form h1 h2 h3 h4 h5 head header hr label legend li main nav ol option p section select
    summary table tbody td textarea tfoot th thead title tr ul html script style""".split()
)


class _Texts(HTMLParser):
    """The texts of a piece of HTML, one for each block."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = [""]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _BLOCKS or tag == "br":
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


def of_templates() -> Iterator[tuple[str, str]]:
    """Where and what: the texts of every template, and the texts that it hands to a component."""
    for name in house.templates():
        source = (ROOT / name).read_text("utf-8")
        yield from ((name, text) for text in texts_of_template(source))


def texts_of_template(source: str) -> list[str]:
    """The texts of one template, each as people read it, with a name for whatever is filled in."""
    drawn: list[str] = []
    given: list[str] = []
    for _, kind, value in Environment(autoescape=True).lex(source):
        if kind == "data":
            drawn.append(value)
        elif kind == "variable_begin":
            drawn.append(SOMEBODY)
        elif kind == "block_begin":
            drawn.append("")
        elif kind == "string":
            given.append(value[1:-1])
    found = [*_Texts("".join(drawn)).texts, *(one for one in given if _SENTENCE.fullmatch(one))]
    tidy = (" ".join(one.split()) for one in found)
    return [one for one in tidy if len(one.split()) >= _FEWEST]


def of_code() -> Iterator[tuple[str, str]]:
    """Where and what: the sentences that stand in our code, but for what explains the code."""
    for path in sorted((ROOT / "facilitator").rglob("*.py")):
        name = str(path.relative_to(ROOT))
        yield from ((name, text) for text in sentences_of(path.read_text("utf-8")))


def sentences_of(source: str) -> list[str]:
    """The sentences of one file of code, with a name for whatever is filled in."""
    tree = ast.parse(source)
    skipped = {id(node) for one in ast.walk(tree) for node in _not_read(one)}
    texts = []
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            texts.append("".join(_part(one) for one in node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.append(node.value)
    tidy = (" ".join(one.split()) for one in texts)
    return [
        one
        for one in tidy
        if _SENTENCE.fullmatch(one) and one.endswith(_ENDS) and len(one.split()) >= _FEWEST
    ]


def of_agendas() -> Iterator[tuple[str, str]]:
    """Where and what: every question of the agendas that we ship, and all beside it."""
    for path in sorted((ROOT / "agendas").glob("*.toml")):
        for prompt in tomllib.loads(path.read_text("utf-8"))["prompt"]:
            for key in ("words", "then", "other_ways"):
                held = prompt.get(key, ())
                for text in (held,) if isinstance(held, str) else held:
                    yield f"{path.name} {prompt['id']}", text.replace("[child]", SOMEBODY)


def _not_read(node: ast.AST) -> Iterator[ast.AST]:
    """What nobody reads on a screen: docstrings, and the pieces of a text that is read whole."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.JoinedStr):
        for piece in node.values:
            yield from ast.walk(piece)
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and _is_for_us(node.exc):
        yield from ast.walk(node)


def _is_for_us(call: ast.Call) -> bool:
    # What only a programmer can do wrong is told to programmers.
    return isinstance(call.func, ast.Name) and call.func.id in {
        "TypeError",
        "ValueError",
        "KeyError",
    }


def _part(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return SOMEBODY
