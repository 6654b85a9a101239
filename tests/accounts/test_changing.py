"""Changing what somebody may do: the rules, in a small database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.accounts import store as accounts
from facilitator.accounts import supervised
from facilitator.accounts.people import changing, store
from facilitator.accounts.people.changing import Standing
from facilitator.accounts.people.told import DUTIES, names_of
from facilitator.accounts.user import Duty, Team, User
from facilitator.accounts.visit import hash_of
from facilitator.database import new_id, reading, writing
from facilitator.refusals import Refusal
from tests.kept import ADA, EXE, KIT, NOW, SAM, TAW, two_teams
from tests.web import a_visit

LEADS = frozenset({Duty.FACILITATOR})
LOOKS = frozenset({Duty.SUPERVISOR})
AT = NOW + timedelta(days=1)


@pytest.fixture(autouse=True)
def _database(tmp_path: Path) -> Iterator[None]:
    with two_teams(tmp_path):
        yield


def changed(
    user: User, wanted: Standing, *, by: User | None = ADA, knowingly: bool = False
) -> tuple[str, ...]:
    with writing() as session:
        return changing.change(session, user, wanted, by=by, at=AT, knowingly=knowingly)


def refused(user: User, wanted: Standing, *, by: User | None = ADA) -> list[str]:
    with pytest.raises(Refusal) as caught:
        changed(user, wanted, by=by)
    return [one.wrong for one in caught.value.problems]


def now(user: User) -> Standing:
    with reading() as session:
        return changing.standing_of(session, accounts.load_user(session, user.id))


def test_what_was_chosen_is_kept_and_said_in_sentences() -> None:
    wanted = Standing(TAW, LOOKS, (EXE,))
    assert changed(SAM, wanted) == (
        "Duties: supervisor. Before: facilitator.",
        "Team: Taw Valley. Before: Exe Valley.",
        "Looks after, beside their own team: Exe Valley. Before: none.",
    )
    assert now(SAM) == wanted
    with reading() as session:
        written = store.changes_of(session, SAM.id)
    assert {(one.by, one.at) for one in written} == {(ADA.name, AT)}
    assert len(written) == 3


def test_whoever_is_changed_is_signed_out_everywhere_and_nobody_else_is() -> None:
    with writing() as session:
        for user in (SAM, KIT):
            accounts.add_visit(session, a_visit(user, user.name, at=NOW))
    changed(SAM, Standing(EXE, LOOKS))
    with reading() as session:
        ended = [accounts.find_visit(session, hash_of(one.name)) for one in (SAM, KIT)]
    assert [found and found[0].ended_at for found in ended] == [AT, None]


def test_where_nothing_is_other_nobody_is_signed_out_and_nothing_is_written() -> None:
    with writing() as session:
        accounts.add_visit(session, a_visit(SAM, "here", at=NOW))
    assert changed(SAM, now(SAM)) == ()
    with reading() as session:
        found = accounts.find_visit(session, hash_of("here"))
        assert store.changes_of(session, SAM.id) == ()
    assert found
    assert found[0].ended_at is None


def test_a_new_team_is_made_with_the_change() -> None:
    changed(SAM, Standing(Team(new_id(), "Torridge"), LEADS))
    assert now(SAM).team.name == "Torridge"


def test_the_last_administrator_can_not_lose_that_duty() -> None:
    for by in (ADA, None):
        assert refused(ADA, Standing(EXE, LOOKS), by=by) == ["Ada is the last administrator."]
    changed(KIT, Standing(EXE, frozenset({Duty.ADMINISTRATOR})))
    changed(ADA, Standing(EXE, LOOKS))
    assert now(ADA).duties == LOOKS


def test_an_administrator_who_was_stopped_is_no_other_administrator() -> None:
    changed(KIT, Standing(EXE, frozenset({Duty.ADMINISTRATOR})))
    with writing() as session:
        changing.stop(session, KIT, by=ADA, at=AT)
    assert refused(ADA, Standing(EXE, LOOKS)) == ["Ada is the last administrator."]


def test_nobody_gives_themself_more_without_saying_that_they_know_it() -> None:
    more = Standing(EXE, ADA.duties | LEADS)
    assert refused(ADA, more) == ["You give yourself more: facilitator."]
    assert changed(ADA, more, knowingly=True)
    with reading() as session:
        assert store.changes_of(session, ADA.id)[0].by == ADA.name


def test_giving_oneself_less_needs_no_saying() -> None:
    assert changed(ADA, Standing(EXE, ADA.duties - LOOKS))


def test_somebody_has_one_duty_at_least_and_only_supervisors_look_after_other_teams() -> None:
    assert refused(SAM, Standing(EXE, frozenset())) == ["No duty is ticked."]
    assert refused(SAM, Standing(EXE, LEADS, (TAW,))) == [
        "Only a supervisor looks after other teams."
    ]
    with reading() as session:
        assert supervised.given_to(session, SAM.id) == ()


def test_nobody_stops_themself_and_who_was_stopped_can_be_let_back() -> None:
    with pytest.raises(Refusal), writing() as session:
        changing.stop(session, ADA, by=ADA, at=AT)
    with writing() as session:
        changing.stop(session, SAM, by=ADA, at=AT)
    with writing() as session:
        stopped = accounts.load_user(session, SAM.id)
        assert stopped == replace(SAM, stopped_at=AT)
        changing.let_back(session, stopped, by=None, at=AT)
    with reading() as session:
        assert accounts.load_user(session, SAM.id) == SAM
        said = [(one.by, one.what) for one in store.changes_of(session, SAM.id)]
    assert said == [("", "Let back in."), ("Ada", "Stopped.")]


def test_a_mark_is_another_one_as_soon_as_anything_is_another() -> None:
    before = Standing(EXE, LOOKS)
    others = (Standing(TAW, LOOKS), Standing(EXE, LEADS), Standing(EXE, LOOKS, (TAW,)))
    assert len({one.mark for one in (before, *others)}) == 4
    assert before.mark == Standing(EXE, LOOKS).mark


def test_every_duty_is_told_with_what_it_may_and_what_it_may_not() -> None:
    assert set(DUTIES) == set(Duty)
    assert all(told.may.endswith(".") and told.may_not.endswith(".") for told in DUTIES.values())
    assert names_of(()) == "nothing yet"
    assert names_of(LOOKS | LEADS) == "facilitator, supervisor"
