"""What many plans show, over 10,000 plans, 3,000 of them looked at: how long the page takes."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from random import Random
from uuid import uuid4

from benchmarks import laptop as laptops
from benchmarks import leading
from benchmarks.laptop import Laptop
from benchmarks.table import Row
from facilitator.audits import shipped
from facilitator.audits.look import FIRST_LOOK
from facilitator.five_rs import COMMITMENTS
from facilitator.quarterly.periods import moved

PLANS = 10_000
LOOKS = 3_000
OFTEN = 40
BUDGET = 0.300
LAST = date(2027, 3, 1)
MONTHS = 24


def rows() -> Iterator[Row]:
    """The page of a quarter, its file and its paper."""
    with laptops.running() as laptop:
        _fill(laptop)
        what = f"quarter over {PLANS:,} plans and {LOOKS:,} audits"
        page = leading.asks_for(laptop, "/quarter?quarter=2027-1")
        taken, _ = leading.measured(laptop, 1, OFTEN, page)
        yield leading.row(what, taken, BUDGET)
        file = leading.asks_for(laptop, "/quarter.csv?quarter=2027-1")
        taken, _ = leading.measured(laptop, 1, OFTEN, file)
        yield leading.row("the same as a file for a spreadsheet", taken, BUDGET)


def _fill(laptop: Laptop) -> None:
    """One meeting over and over, and looks at some of their plans; the user becomes supervisor."""
    with closing(sqlite3.connect(laptop.file)) as connection, connection:
        connection.execute("pragma synchronous=off")
        user, team = connection.execute('select id, team_id from "user"').fetchone()
        connection.execute("insert into user_duty values (?, 'supervisor')", (user,))
        meetings = _meetings(connection)
        chance = Random(20270227)  # noqa: S311 - made-up plans
        for nth in range(LOOKS):
            month = moved(LAST, -(nth % MONTHS))
            day = month.replace(day=1 + nth % 28)
            look = _look(connection, chance, (meetings[nth], team, user), day)
            asked = [one.id for one in shipped().criteria] if nth % 3 == 0 else FIRST_LOOK
            answers = [
                {"look": look, "criterion": one, "rating": str(chance.randint(0, 3)), "at": day}
                for one in asked
            ]
            connection.executemany(_ANSWER, answers)
        connection.execute("analyze")


def _meetings(connection: sqlite3.Connection) -> list[str]:
    connection.row_factory = sqlite3.Row
    first = dict(connection.execute("select * from meeting").fetchone())
    connection.row_factory = None
    ids = [uuid4().hex for _ in range(PLANS)]
    names = ", ".join(f'"{name}"' for name in first)
    places = ", ".join(f":{name}" for name in first)
    connection.executemany(
        f"insert into meeting ({names}) values ({places})",  # noqa: S608 - our own names
        ({**first, "id": one, "ref": one, "practice": False} for one in ids),
    )
    return ids


_LOOK = """insert into look (id, meeting_id, version, team_id, facilitator_id, plan_on, rater_id,
 purpose, depth, by_chance, counts, began_at, filed_at, shown)
 values (:id, :meeting, 1, :team, :user, :on, :user, 'first', 'full', 1, 1, :at, :at, :shown)"""
_ANSWER = """insert into look_answer (look_id, criterion, rating, words, why_apart, revision,
 saved_at) values (:look, :criterion, :rating, '', '', 1, :at)"""


def _look(
    connection: sqlite3.Connection, chance: Random, whose: tuple[str, str, str], on: date
) -> str:
    meeting, team, user = whose
    shown = {one: chance.randint(0, 4) for one in COMMITMENTS} | {"days_to_plan": 3, "G6": 1}
    known = {
        "id": uuid4().hex,
        "meeting": meeting,
        "team": team,
        "user": user,
        "on": on.isoformat(),
        "at": datetime.combine(on, time(9), UTC).strftime("%Y-%m-%d %H:%M:%S.000000"),
        "shown": json.dumps(shown),
    }
    connection.execute(_LOOK, known)
    return str(known["id"])
