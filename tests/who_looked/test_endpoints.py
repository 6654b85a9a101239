"""Every page of the app stands in one of two tables: noted, or no family's words on it."""

import pytest

from facilitator.access_log import Act, Because, What
from facilitator.accounts.routes import ROUTES
from facilitator.plain_language.reading import grade
from facilitator.who_looked import endpoints, words
from facilitator.who_looked.endpoints import NOTED, SHOWS_NONE

IN_NOTED = {one.split()[1] for one in NOTED}
GROUPS = {
    "nothing": endpoints.NOTHING,
    "saves": endpoints.SAVES,
    "own titles": endpoints.OWN_TITLES,
    "asked by a page": endpoints.ASKED_BY_A_PAGE,
    "private": endpoints.PRIVATE,
    "noted by the room": endpoints.NOTED_BY_THE_ROOM,
}


def test_every_endpoint_stands_in_one_of_the_two_tables() -> None:
    known = set(ROUTES)
    assert sorted(known - IN_NOTED - SHOWS_NONE) == [], (
        "Say in who_looked/endpoints.py whether a family's words stand on it."
    )
    assert sorted(IN_NOTED & SHOWS_NONE) == []
    assert sorted((IN_NOTED | SHOWS_NONE) - known) == []


def test_every_endpoint_has_one_reason_for_which_nothing_is_noted() -> None:
    assert sum(map(len, GROUPS.values())) == len(SHOWS_NONE)


def test_what_is_noted_is_a_page_that_is_asked_for_or_a_form_that_gives_something_away() -> None:
    for one, noted in NOTED.items():
        method, endpoint = one.split()
        assert method in ROUTES[endpoint]
        gives = noted.act in {Act.PRINT, Act.EXPORT, Act.SHARE, Act.RELEASE}
        assert gives or noted.act is Act.VIEW
        assert method == "GET" or gives


def test_what_only_keeps_a_form_is_never_asked_for() -> None:
    assert [one for one in endpoints.SAVES if "GET" in ROUTES[one]] == []


@pytest.mark.parametrize("why", words.WHY.values())
def test_every_reason_is_easy_to_read(why: str) -> None:
    assert grade(f"Why: {why}") <= 6


def test_everything_that_is_done_is_easy_to_read() -> None:
    said = {words.deed(one.act, one.what) for one in NOTED.values()}
    said |= {words.deed(act, what) for act in words.TOLD - {Act.REFUSED} for what in What}
    text = " ".join(f"They {one}, 4 times." for one in sorted(said))
    assert grade(text) <= 6
    assert grade(" ".join(words.ABOUT)) <= 6


def test_nothing_tells_one_of_a_family_what_another_one_asked_or_fears() -> None:
    """Whoever is afraid of somebody at home may have asked for a file, or for a letter."""
    same = words.deed(Act.VIEW, What.MASKED_PLAN.value + "?")
    for what in (What.PERSON_FILE, What.CORRECTION, What.SAFETY, What.RULES, What.RECALL):
        assert words.deed(Act.VIEW, what) == same
    assert Because.ASKED not in words.WHY
