"""A supervisor's day over 10,000 plans, 3,000 of them looked at: how long the page takes."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import uuid4

from benchmarks import laptop as laptops
from benchmarks import leading
from benchmarks.laptop import Laptop
from benchmarks.table import Row
from facilitator.plans.due import DueKind

PLANS = 10_000
LOOKS = 3_000
MINE = 40  # looks that are not at their end
NOTES = 12
OPENINGS = 12
OFTEN = 60
BUDGET = 0.300
DAYS = 400  # plans go back so far


def rows() -> Iterator[Row]:
    """Today, and the longest of its lists."""
    with laptops.running() as laptop:
        _fill(laptop)
        taken, _ = leading.measured(laptop, 1, OFTEN, leading.asks_for(laptop, "/today"))
        what = f"today over {PLANS:,} plans and {LOOKS:,} audits"
        yield leading.row(what, taken, BUDGET)
        page = leading.asks_for(laptop, "/today/answers?page=100")
        taken, _ = leading.measured(laptop, 1, OFTEN, page)
        yield leading.row("the hundredth page of answers that are overdue", taken, BUDGET)


def _fill(laptop: Laptop) -> None:
    """One meeting over and over, with what its plan promised; the user becomes supervisor."""
    with closing(sqlite3.connect(laptop.file)) as connection, connection:
        connection.execute("pragma synchronous=off")
        user, team = connection.execute('select id, team_id from "user"').fetchone()
        connection.execute("insert into user_duty values (?, 'supervisor')", (user,))
        known = {"user": user, "team": team}
        meetings = _meetings(connection)
        _add(connection, "plan_due", _dues(meetings, known))
        _add(connection, "look", _looks(meetings, known))
        _add(connection, "act_today", _notes(meetings, known))
        other = _colleague(connection, user)
        _add(connection, "plan_opening", _openings(meetings, other))
        connection.execute("analyze")


def _add(connection: sqlite3.Connection, table: str, several: Iterable[Mapping[str, Any]]) -> None:
    rows = list(several)
    names = ", ".join(f'"{name}"' for name in rows[0])
    places = ", ".join(f":{name}" for name in rows[0])
    connection.executemany(
        f'insert into "{table}" ({names}) values ({places})',  # noqa: S608 - our own names
        rows,
    )


def _first(connection: sqlite3.Connection, table: str) -> dict[str, Any]:
    connection.row_factory = sqlite3.Row
    row = connection.execute(f'select * from "{table}"').fetchone()  # noqa: S608 - our own names
    connection.row_factory = None
    return dict(row)


def _meetings(connection: sqlite3.Connection) -> list[str]:
    first, ids = _first(connection, "meeting"), [uuid4().hex for _ in range(PLANS)]
    _add(connection, "meeting", ({**first, "id": one, "ref": one, "practice": 0} for one in ids))
    return ids


def _colleague(connection: sqlite3.Connection, user: str) -> str:
    first = _first(connection, "user")
    other = {**first, "id": uuid4().hex, "email": "kit@example.org", "same_email": "kit"}
    assert first["id"] == user  # noqa: S101 - the laptop has one account
    _add(connection, "user", [other])
    return str(other["id"])


def _dues(meetings: list[str], known: dict[str, str]) -> Iterator[dict[str, Any]]:
    chance = Random(20270227)  # noqa: S311 - made-up plans
    today = datetime.now(UTC).date()
    for meeting in meetings:
        begun = today - timedelta(days=chance.randrange(DAYS))
        for nth, kind in enumerate([*DueKind, DueKind.STEP]):
            done = chance.random() < 0.5  # noqa: PLR2004 - every other one is done
            yield {
                "id": uuid4().hex,
                "meeting_id": meeting,
                "team_id": known["team"],
                "version": 1,
                "kind": kind.value,
                "ref": f"a{nth}",
                "due_on": (begun + timedelta(days=chance.randrange(90))).isoformat(),
                "whose": "worker",
                "superseded": 0,
                "done_on": today.isoformat() if done else None,
                "done_words": "Told." if done else "",
                "done_by": known["user"] if done else None,
                "done_at": _moment(1) if done else None,
            }


def _looks(meetings: list[str], known: dict[str, str]) -> Iterator[dict[str, Any]]:
    for nth, meeting in enumerate(meetings[:LOOKS]):
        filed = None if nth < MINE // 2 else _moment(nth % DAYS)
        yield {
            "id": uuid4().hex,
            "meeting_id": meeting,
            "version": 1,
            "team_id": known["team"],
            "facilitator_id": known["user"],
            "plan_on": _moment(nth % DAYS)[:10],
            "rater_id": known["user"],
            "purpose": "first",
            "depth": "first_look",
            "by_chance": 1,
            "counts": 1,
            "began_at": _moment(nth % DAYS),
            "filed_at": filed,
            "final_at": None if nth < MINE else filed,
        }


def _notes(meetings: list[str], known: dict[str, str]) -> Iterator[dict[str, Any]]:
    for meeting in meetings[:NOTES]:
        yield {
            "id": uuid4().hex,
            "meeting_id": meeting,
            "team_id": known["team"],
            "seen": "A child alone.",
            "by": known["user"],
            "at": _moment(2),
            "told": "",
            "told_time": "",
            "came_of_it": "",
            "revision": 1,
        }


def _openings(meetings: list[str], other: str) -> Iterator[dict[str, Any]]:
    for meeting in meetings[:OPENINGS]:
        yield {
            "id": uuid4().hex,
            "meeting_id": meeting,
            "version": 1,
            "opened_by": other,
            "at": _moment(1),
            "until": _moment(1),
            "reason": "Nan rang, and nobody was there.",
        }


def _moment(days_ago: int) -> str:
    return f"{datetime.now(UTC) - timedelta(days=days_ago):%Y-%m-%d %H:%M:%S.000000}"
