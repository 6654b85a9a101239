"""What we keep about you, and why: for a child of nine, for anybody, without signing in."""

import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.database import Session
from facilitator.one_person import how_long_asked
from facilitator.one_person.notice import NOT_SAID, Notice, as_markdown
from facilitator.plain_language.reading import reading
from tests.web import a_client, a_stranger, an_app, judged

if TYPE_CHECKING:
    from facilitator.paper import pdf as press

ROOT = Path(__file__).parents[2]
PERIODS = ("We keep your plan for 3 years.", "Then we remove all of it.")


@pytest.fixture(scope="module")
def oracle() -> Any:
    """Textstat; it asks setuptools for one thing that is not needed here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "pkg_resources", ModuleType("pkg_resources"))
        import textstat  # noqa: PLC0415 -- only after what it asks for is there

        return textstat.textstat


@pytest.mark.parametrize("notice", [Notice(), Notice(team="Exe Valley", how_long=PERIODS)])
def test_a_child_of_nine_can_read_it_by_our_measure_and_by_anothers(
    notice: Notice, oracle: Any
) -> None:
    texts = [one if one[-1] in ".?" else f"{one}." for one in notice.texts()]
    ours = reading(texts)
    assert ours.grade is not None
    assert ours.grade <= 4
    assert oracle.flesch_kincaid_grade(" ".join(texts)) <= 4
    assert ours.longest_sentence <= 16


def test_it_says_all_that_the_law_asks_for() -> None:
    said = " ".join(Notice().texts())
    for part in (
        *("Who keeps it?", "What do we keep?", "Where does it come from?", "Why do we keep it?"),
        *("Who sees it?", "How long do we keep it?", "What can you ask for?", "Whom do you ask?"),
        *("public task", "ICO", "in one month", "put right", "take something out", "Children"),
        "No computer makes a choice about you.",
    ):
        assert part in said


def test_the_document_says_the_same_word_for_word() -> None:
    document = (ROOT / "docs" / "privacy_notice.md").read_text(encoding="utf-8")
    assert document == as_markdown(Notice())


def test_anybody_may_read_it_and_finds_it_at_the_foot_of_each_page() -> None:
    stranger = a_stranger()
    page = judged(stranger.get("/notice"))
    assert page.all("h1") == ["What we keep about you, and why"]
    assert NOT_SAID in " ".join(page.all("main"))
    assert "/notice" in judged(stranger.get("/sign-in")).links


def test_where_a_team_has_chosen_it_says_how_long() -> None:
    app = an_app()

    def for_families(_session: Session, _team: object) -> tuple[str, ...]:
        return PERIODS

    how_long_asked.hand_in(app, for_families)
    said = " ".join(judged(a_client(app).get("/notice")).all("main"))
    assert "From Exe Valley." in said
    assert PERIODS[0] in said
    assert NOT_SAID not in said


def test_the_sheet_has_room_for_whom_to_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets: list[press.Sheet] = []
    monkeypatch.setattr("facilitator.one_person.notice.render", sheets.append)
    for large in (False, True):
        Notice(team="Exe Valley").pdf(made_on=date(2027, 3, 3), large=large)
    assert "Ring or text them" in sheets[0].html
    assert "large_print.css" in sheets[1].css
