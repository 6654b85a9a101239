"""The print button, as whoever presses it feels it: the papers were made when the plan was agreed.

Against the real server, with every copy of the practice family's plan in the room.
"""

import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

from benchmarks import laptop as laptops
from benchmarks import leading
from benchmarks.laptop import Laptop
from benchmarks.table import Row
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now
from facilitator.app import create_app
from facilitator.copies import LookedAt, Yes
from facilitator.database import new_id, writing
from facilitator.exchange.keeping import Reception, bring_in
from facilitator.record import read
from facilitator.releasing import opening, store
from facilitator.settings import Config

BUDGET = 0.03
OFTEN = 100
# The pages for "page 1 only" are made behind the papers; until then the processor is not free.
UNTIL_READY = 20  # seconds
CAMPBELL = Path("facilitator/practice/campbell-conference.json")
SEE_OTHER, OK = 303, 200


def rows() -> Iterator[Row]:
    """The press of the button, and the papers to which it leads."""
    with laptops.running() as laptop:
        copies = f"/meetings/{_looked_through(laptop)}/copies"
        held = laptop.connect()
        _ask(laptop, held, "GET", copies)
        every = _press(laptop, held, copies)
        begun = time.perf_counter()
        _ask(laptop, held, "GET", every)
        first = f"{time.perf_counter() - begun:,.1f} s"
        yield Row("all copies as one PDF, the first time", first)
        time.sleep(UNTIL_READY)
        one = every.replace("/all.pdf", ".pdf")
        _ask(laptop, held, "GET", one)
        firsts = _press(laptop, held, copies, "page_one")
        _ask(laptop, held, "GET", firsts)
        ready = {
            "one copy, ready": one,
            "all copies as one PDF, ready": every,
            "page 1 for everybody as one PDF, ready": firsts,
        }
        for what, path in ready.items():
            taken = [_timed(laptop, held, path) for _ in range(OFTEN)]
            yield leading.row(what, taken, BUDGET)
        pressed = []
        for _ in range(OFTEN // 4):
            begun = time.perf_counter()
            _press(laptop, held, copies)
            pressed.append(time.perf_counter() - begun)
        yield leading.row("the print button: ten rows written", pressed, BUDGET)
        held.close()


def _looked_through(laptop: Laptop) -> UUID:
    """A meeting whose plan is agreed, and a second person's yes to each of its copies."""
    app = create_app(Config(secret_key="k" * 64, data_dir=laptop.folder))
    with app.app_context(), writing() as session:
        (owner,) = accounts.list_users(session)
        record = read(CAMPBELL.read_bytes(), CAMPBELL.name)
        kept = bring_in(session, record, Reception(owner=owner, at=now(), agenda=None)).kept
        gate = opening.opened_of(session, kept).gate
        for reader in gate.readers:
            yes = Yes(
                id=new_id(),
                reader=reader.id,
                rules=gate.rules_of(reader).rules,
                at=now(),
                typed_by=owner.id,
                name="Kit Lane",
            )
            store.say(session, kept.id, yes)
            for near in gate.not_looked_at(reader.id):
                seen = near.seen_as(gate.plan.version, reader.id)
                at_it = LookedAt(
                    fingerprint=seen,
                    version=gate.plan.version,
                    reader=reader.id,
                    at=now(),
                    user_id=owner.id,
                )
                store.looked(session, kept.id, at_it)
    return kept.id


def _press(laptop: Laptop, held: HTTPConnection, copies: str, what: str = "everything") -> str:
    typed = {"csrf_token": laptop.token, "press": str(new_id()), "what": what}
    headers = {"Cookie": laptop.cookie, "Content-Type": "application/x-www-form-urlencoded"}
    held.request("POST", copies, urlencode(typed), headers)
    answer = held.getresponse()
    answer.read()
    if answer.status != SEE_OTHER:
        raise RuntimeError(f"The button answered {answer.status}.")
    return str(answer.headers["Location"])


def _timed(laptop: Laptop, held: HTTPConnection, path: str) -> float:
    begun = time.perf_counter()
    _ask(laptop, held, "GET", path)
    return time.perf_counter() - begun


def _ask(laptop: Laptop, held: HTTPConnection, method: str, path: str) -> None:
    held.request(method, path, headers={"Cookie": laptop.cookie})
    answer = held.getresponse()
    answer.read()
    if answer.status != OK:
        raise RuntimeError(f"{path} answered {answer.status}.")
