"""Marked secrets of meetings that are kept: none stands on any page that a family may look at."""

import re
from functools import cache

import pytest
from flask import Flask

from tests.desk.at_the_desk import a_meeting as kept_of
from tests.proofs.canaries import Mark, a_meeting, forbidden, found_in
from tests.releasing.handing_over_day import Day, look_through
from tests.web import a_client, an_app

SEEDS = range(2000, 2006)
STAGES = ("open", "share", "agree")


@cache
def app() -> Flask:
    return an_app()


@cache
def a_day(seed: int) -> tuple[Day, tuple[Mark, ...]]:
    """A meeting with every secret in it, kept and agreed, whose copies may leave."""
    planted = a_meeting(seed)
    document = {**planted.document, "id": f"canaries-{seed}"}
    day = Day(app(), kept_of(app(), document), a_client(app()))
    look_through(day)
    return day, tuple(planted.marks)


def test_no_secret_stands_on_the_page_of_a_copy() -> None:
    looked_at = 0
    for seed in SEEDS:
        day, marks = a_day(seed)
        for reader, row_id in day.ids.items():
            theirs = tuple(forbidden(marks, reader))
            page = day.client.get(f"{day.address}/copies/{row_id}")
            article = re.search(r"<article.*</article>", page.text, re.DOTALL)
            if page.status_code == 200 and article:
                looked_at += 1
                assert found_in(article[0], theirs) == []
    assert looked_at >= len(SEEDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_secret_stands_on_the_room_screen(seed: int) -> None:
    day, marks = a_day(seed)
    nobodys = tuple(mark for mark in marks if len(mark.seen_by) < 2)
    for stage in STAGES:
        page = day.client.get(f"{day.address}/room", query_string={"show": stage})
        assert page.status_code == 200
        assert found_in(page.text, nobodys) == []
    assert found_in(day.client.get(f"{day.address}/room/now").text, nobodys) == []
