"""The disk is full while copies are handed over: it is said, words stay, no row is half written."""

import html
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, event
from werkzeug.test import TestResponse

from facilitator.database import db, new_id
from tests.releasing.handing_over_day import Day, a_day
from tests.reliability.mishaps import NO_END
from tests.web import judged

FULL = 507
ROUTE = "in a blue folder, through my friend Bo"
MOST = 60  # Forms that fit into what is left of the file's own pages.


@contextmanager
def no_page_is_left(day: Day) -> Iterator[None]:
    """The database's file can't grow meanwhile."""
    pages = [1]

    def fill(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages[0]}")

    with day.app.app_context():
        event.listen(db.engine, "begin", fill)
    yield
    pages[0] = NO_END


def until_it_is_full(send: Callable[[], TestResponse]) -> TestResponse:
    """The first answer that says so; the forms before it were kept."""
    for _ in range(MOST):
        answer = send()
        if answer.status_code == FULL:
            return answer
        assert answer.status_code == 303, answer.text
    raise AssertionError("The disk never was full.")


def says_so(answer: TestResponse) -> bool:
    return "the disk is full" in " ".join(judged(answer).all("main"))


def test_the_press_of_the_print_button_writes_all_its_rows_or_none() -> None:
    day = a_day()
    with no_page_is_left(day):
        answer = until_it_is_full(lambda: day.sends("/copies", what="everything"))
        assert says_so(answer)
        rows = day.register()
        assert len(rows) % 10 == 0
    day.prints_everything()
    assert len(day.register()) == len(rows) + 10


def test_the_safe_route_that_was_typed_stands_in_the_form_again() -> None:
    day = a_day()
    typed = {"edition": "standard", "how": "safe_route", "route": ROUTE, "asked": "y"}
    press = []

    def send() -> TestResponse:
        press.append(str(new_id()))
        return day.sends(f"/copies/{day.ids['marlon']}/hand-over", press=press[-1], **typed)

    with no_page_is_left(day):
        answer = until_it_is_full(send)
        assert says_so(answer)
        assert f'value="{ROUTE}"' in html.unescape(answer.text)
        assert press[-1] in answer.text  # The same form, sent again, is the same row.
        rows = day.register()
        assert press[-1] not in {str(row.id) for row in rows}
        assert len(rows) == len(press) - 1
    day.hands_over("marlon", press=press[-1], **typed)
    assert len(day.register()) == len(press)
