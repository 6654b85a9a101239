from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from facilitator.database import reading, writing
from tests.database.lines import LineRow, lines_in

SCALARS = st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"))
JSON = st.dictionaries(
    st.text(st.characters(codec="utf-8"), max_size=8),
    st.recursive(SCALARS, lambda more: st.lists(more, max_size=3), max_leaves=6),
    max_size=6,
)
# One file serves every example, because each takes its own row away again.
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def _lines(tmp_path: Path) -> Iterator[None]:
    with lines_in(tmp_path / "rows.sqlite3"):
        yield


def kept(**held: Any) -> LineRow:
    """A row, kept and read again."""
    row = LineRow(words="hello", **held)
    with writing() as session:
        session.add(row)
    with reading() as session:
        found = session.scalars(select(LineRow)).one()
    with writing() as session:
        session.delete(found)
    return found


@SHARED
@given(
    at=st.datetimes(
        min_value=datetime(1, 1, 3),  # noqa: DTZ001 - the zone is drawn beside it
        max_value=datetime(9999, 12, 29),  # noqa: DTZ001 - likewise
        timezones=st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours))),
    )
)
def test_an_instant_comes_back_as_the_same_instant_in_utc(at: datetime) -> None:
    found = kept(said_at=at).said_at
    assert found == at
    assert found is not None
    assert found.tzinfo is UTC


def test_a_time_without_its_zone_is_refused() -> None:
    naive = datetime(2027, 2, 27, 10, 0)  # noqa: DTZ001 - the very thing that is refused
    with pytest.raises(StatementError, match="has no time zone"):
        kept(said_at=naive)


@SHARED
@given(held=JSON)
def test_json_comes_back_as_it_went_in_with_its_keys_in_order(held: dict[str, Any]) -> None:
    found = kept(held=held).held
    assert found == held
    assert list(found) == list(held)


def test_null_inside_a_json_value_is_not_the_same_as_no_value() -> None:
    assert kept(held={"phone": None}).held == {"phone": None}
    assert kept(held=None).held is None


def test_json_is_kept_as_text_that_people_can_read() -> None:
    with writing() as session:
        session.add(LineRow(words="hello", held={"z": "Nadiño", "a": 1}))
    with reading() as session:
        kept_text = session.execute(text("select held from line")).scalar_one()
    assert kept_text == '{"z":"Nadiño","a":1}'


def test_what_json_has_no_word_for_is_refused() -> None:
    with pytest.raises(StatementError, match="not JSON compliant"):
        kept(held={"score": float("nan")})


def test_constraints_are_named_by_the_rule_that_migrations_count_on() -> None:
    table = LineRow.metadata.tables["line"]
    assert {str(one.name) for one in table.constraints} == {
        "pk_line",
        "uq_line_words",
        "fk_line_after_id_line",
    }
