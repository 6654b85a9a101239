"""One library, one home: each is imported in the few files that are about it, and nowhere else."""

import ast
import sys
from collections.abc import Iterable
from fnmatch import fnmatch

import pytest

from tests.house_rules import house

WEB = (
    "facilitator/app.py",
    "facilitator/pages/*",
    "facilitator/accounts/*",
    # Nearly all of these three is forms and their pages; RULES are not.
    "facilitator/agreeing/*",
    "facilitator/releasing/*",
    "facilitator/preparing/*",
    # So are these two, but for their doors, their queries and what stands in RULES.
    "facilitator/break_glass/*",
    "facilitator/supervising/*",
    "*/blueprint.py",
    "facilitator/who_looked/noting.py",  # What is seen is noted where it goes out.
    "facilitator/who_looked/pages.py",
    "facilitator/who_looked/whole.py",
    "facilitator/one_person/how_long_asked.py",  # It goes with the app.
    "facilitator/one_person/opening.py",
    "facilitator/one_person/pages_*.py",
    "facilitator/backups/here.py",  # So does whoever makes backups.
    "facilitator/auditing/rubric_here.py",  # It goes with the app, as the list of words does.
    "facilitator/paper/showing.py",  # Two rooms show copies, each at addresses of its own.
    "facilitator/unlocking/here.py",  # It goes with the app, as backups' own does.
    "facilitator/unlocking/page.py",  # An app of its own, before the app.
    "*/views.py",
    "*/forms.py",
)

# What must be sure without any page stands in files of its own.
RULES = (
    "facilitator/agreeing/answers_rule.py",
    "facilitator/agreeing/answers_states.py",
    "facilitator/agreeing/asking.py",
    "facilitator/agreeing/ears.py",
    "facilitator/agreeing/readings_rule.py",
    "facilitator/agreeing/referrer_rule.py",
    "facilitator/agreeing/sentence.py",
    "facilitator/agreeing/sounding.py",
    "facilitator/agreeing/states.py",
    "facilitator/agreeing/stop.py",
    "facilitator/agreeing/stops.py",
    "facilitator/agreeing/week_days.py",
    "facilitator/break_glass/door.py",
    "facilitator/break_glass/opening.py",
    "facilitator/break_glass/tries.py",
    "facilitator/preparing/people/copy_choice.py",
    "facilitator/preparing/people/seats.py",
    "facilitator/preparing/safety/same_room.py",
    "facilitator/preparing/safety/standing.py",
    "facilitator/preparing/tasks/listing.py",
    "facilitator/releasing/checking_words.py",
    "facilitator/releasing/rules_shown.py",
    "facilitator/supervising/waiting.py",
)

HOMES: dict[str, tuple[str, ...]] = {
    "argon2": ("facilitator/unlocking/wrapping.py",),
    "sqlcipher3": ("facilitator/database/keys.py",),
    "alembic": ("facilitator/migrations/*",),
    "flask": (*WEB, "facilitator/database/session.py", "facilitator/migrations/*"),
    "flask_alembic": ("facilitator/migrations/*",),
    "flask_security": ("facilitator/accounts/security.py",),
    "flask_sqlalchemy_lite": ("facilitator/database/session.py",),
    "flask_wtf": WEB,
    "click": ("facilitator/cli/*",),
    "fontTools": ("facilitator/paper/*",),
    "govuk_frontend_jinja": ("facilitator/app.py", "facilitator/pages/*"),
    "itsdangerous": ("facilitator/accounts/sessions.py",),
    "jinja2": ("facilitator/app.py", "facilitator/paper/template.py"),
    "jsonschema": ("facilitator/strict/schema.py",),
    "markupsafe": (
        *WEB,
        "facilitator/auditing/plan_shown.py",
        "facilitator/leading/screen/drawing.py",
        "facilitator/paper/template.py",
    ),
    "passlib": ("facilitator/accounts/second_factor/codes.py",),
    "pikepdf": ("facilitator/paper/*",),
    "pydyf": ("facilitator/paper/*",),
    "pyrage": ("facilitator/backups/encrypting.py",),
    "segno": ("facilitator/accounts/second_factor/square.py",),
    "sqlalchemy": (
        "facilitator/database/*",
        "facilitator/migrations/*",
        "facilitator/who_looked/whose.py",  # It asks many rooms' tables, and keeps none.
        "*/store.py",
    ),
    "sqlite3": ("facilitator/database/*", "facilitator/migrations/*"),
    "tomllib": (
        "facilitator/agenda/*",
        "facilitator/before_the_day/card_words.py",
        "facilitator/strict/toml.py",
    ),
    "waitress": ("facilitator/app.py",),
    "weasyprint": ("facilitator/paper/pdf.py",),
    "werkzeug": WEB,
    "wtforms": WEB,
    "zxcvbn": ("facilitator/accounts/passwords.py",),
}


def libraries(nodes: Iterable[ast.AST]) -> set[str]:
    """The top-level names that a file imports, wherever in it the import stands."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def strangers(name: str, found: set[str]) -> list[str]:
    """The libraries among these that are not at home in that file."""
    watched = {one for one in found if one in HOMES or one not in sys.stdlib_module_names}
    return sorted(
        library
        for library in watched - {"facilitator"}
        if name in RULES or not any(fnmatch(name, home) for home in HOMES.get(library, ()))
    )


def test_a_file_imports_only_libraries_that_are_at_home_there() -> None:
    found = {
        name: strangers(name, libraries(house.nodes(name)))
        for name in house.python_files("facilitator")
    }
    assert {name: lost for name, lost in found.items() if lost} == {}, (
        "Ask the library's home for what you need, or give it a home in HOMES and say why."
    )


def test_every_file_of_rules_is_still_there() -> None:
    assert set(RULES) <= set(house.python_files("facilitator"))


def test_every_home_still_has_its_library() -> None:
    imported: set[str] = set()
    for name in house.python_files("facilitator"):
        imported |= libraries(house.nodes(name))
    later = {"govuk_frontend_jinja", "wtforms"}  # Templates load the one; forms come with it.
    assert set(HOMES) - later <= imported


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("facilitator/plans/plan.py", "import weasyprint", ["weasyprint"]),
        ("facilitator/plans/plan.py", "def f():\n from flask.views import View", ["flask"]),
        ("facilitator/plans/views.py", "from flask import abort", []),
        (RULES[0], "from flask import abort", ["flask"]),
        ("facilitator/app.py", "import requests", ["requests"]),  # Nobody gave it a home.
        ("facilitator/days.py", "import datetime, facilitator.kinds", []),
    ],
)
def test_the_rule_sees_an_import_wherever_it_stands(
    name: str, text: str, expected: list[str]
) -> None:
    assert strangers(name, libraries(house.walked(ast.parse(text)))) == expected
