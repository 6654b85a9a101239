"""The one Jinja template of the plan: it makes the paper and the page in the browser alike."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from facilitator.paper import letters
from facilitator.paper.phrases import listed
from facilitator.paper.view import LARGE_PRINT, Paper


def article(paper: Paper, edition: str) -> str:
    """The plan as one HTML article, for the page in the browser. Every typed word is escaped."""
    return _plan("paper/article.html", paper, edition)


def sheet(paper: Paper, edition: str) -> str:
    """The plan as a whole HTML document, for the press."""
    return _plan("paper/sheet.html", paper, edition)


def page_one_article(paper: Paper, edition: str) -> str:
    """Page 1 alone as an HTML article, for the screen."""
    return _plan("paper/front.html", paper, edition, alone=True)


def page_one_sheet(paper: Paper, edition: str) -> str:
    """Page 1 alone as a whole HTML document, for the press."""
    return _plan("paper/page_one.html", paper, edition, alone=True)


def drawn(name: str, **values: object) -> str:
    """One of our templates with these values, every typed word of them escaped."""
    return _environment().get_template(name).render(values)


def _plan(name: str, paper: Paper, edition: str, *, alone: bool = False) -> str:
    cards = edition == LARGE_PRINT
    return drawn(name, paper=paper, edition=edition, as_cards=cards, alone=alone)


def get_ready() -> None:
    """Compile the templates."""
    for name in _environment().list_templates(filter_func=lambda name: name.startswith("paper/")):
        _environment().get_template(name)


def isolated(words: str) -> str:
    """Typed words that can't turn round what stands beside them.

    Words with letters that run from right to left get an element of their own; others need none.
    """
    plain = letters.isolate(words)
    return Markup("<bdi>{}</bdi>").format(plain) if letters.run_leftward(plain) else plain


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("facilitator", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["isolated"] = isolated
    environment.filters["listed"] = lambda numbers: listed(tuple(str(one) for one in numbers))
    environment.filters["semicolons"] = "; ".join
    return environment
