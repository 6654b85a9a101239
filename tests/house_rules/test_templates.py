"""Templates lay out: no script, style or handler inside them, and every link leads somewhere."""

import re

import pytest

from facilitator import app, settings
from tests.house_rules import house

INLINE = {
    "a script with words in it": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "a javascript: link": re.compile(r"javascript:", re.IGNORECASE),
}
# Only words written in the template itself may be called safe; typed words stay text.
UNSAFE = re.compile(r"(?<![\"'\s])\s*\|\s*safe\b|autoescape\s+false", re.IGNORECASE)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
LINK = re.compile(r"url_for\(\s*[\"']([\w.]+)[\"']")


def text(name: str) -> str:
    """A template without its comments."""
    return COMMENT.sub("", "\n".join(house.lines(name)))


def inline(words: str) -> list[str]:
    """What those words of a template have inside that belongs in a file of its own."""
    return [what for what, pattern in INLINE.items() if pattern.search(words)]


def links() -> set[str]:
    """Every endpoint that a template links to."""
    return {endpoint for name in house.templates() for endpoint in LINK.findall(text(name))}


def endpoints() -> frozenset[str]:
    """Every endpoint that the app has."""
    made = app.create_app(settings.Config(secret_key="only for the house rules " * 2))
    return frozenset(made.view_functions)


def test_no_template_holds_a_script_or_a_style() -> None:
    found = {name: inline(text(name)) for name in house.templates()}
    assert {name: what for name, what in found.items() if what} == {}


def test_no_template_calls_typed_words_safe() -> None:
    assert [name for name in house.templates() if UNSAFE.search(text(name))] == []


def test_every_link_in_a_template_leads_to_a_page() -> None:
    assert links() - endpoints() == set()


def test_there_are_links_to_follow() -> None:
    assert "static" in links()


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "<style>p {}</style>",
        '<p class="a" style="color: red">',
        '<a onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_the_rule_sees_what_stands_inline(words: str) -> None:
    assert len(inline(words)) == 1


def test_a_script_in_its_own_file_is_allowed() -> None:
    assert inline('<script type="module" src="{{ url }}"></script>') == []


def test_the_rule_sees_typed_words_called_safe() -> None:
    assert UNSAFE.search("{{ line.words | safe }}")
    assert UNSAFE.search("{{ line.words|safe }}")
    assert UNSAFE.search("{{ ' aria-current=\"page\"' | safe if here }}") is None
