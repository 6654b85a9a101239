from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.accounts import store
from facilitator.accounts.guessing import Tries, for_account
from facilitator.accounts.user import Duty, Team, User, same_email
from facilitator.accounts.visit import Visit, hash_of
from facilitator.database import new_id, reading, writing
from facilitator.refusals import Refusal
from tests.databases import a_database

NOON = datetime(2027, 2, 27, 12, tzinfo=UTC)
same_database = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25
)

text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
moments = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2100, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)
teams = st.builds(Team, st.builds(new_id), text)
users = st.builds(
    User,
    id=st.builds(new_id),
    team_id=st.builds(new_id),
    email=text.map(lambda words: f"{words}@{new_id()}.example"),
    name=text,
    duties=st.frozensets(st.sampled_from(Duty)),
    made_at=moments,
    stopped_at=st.none() | moments,
)


@pytest.fixture(autouse=True)
def _database(tmp_path: Path) -> Iterator[None]:
    with a_database(tmp_path):
        yield


def kept(user: User, password_hash: str = "hash") -> User:  # noqa: S107 - of nobody
    with writing() as database:
        store.save_team(database, Team(user.team_id, f"Team {user.team_id}"))
        store.add_user(database, user, password_hash)
    return user


def somebody(**changes: object) -> User:
    user = User(new_id(), new_id(), "sam@example.org", "Sam", frozenset({Duty.FACILITATOR}), NOON)
    return replace(user, **changes)  # type: ignore[arg-type]


def a_visit(user: User, token: str, at: datetime = NOON) -> Visit:
    return Visit(new_id(), user.id, hash_of(token), began_at=at, seen_at=at)


@same_database
@given(team=teams)
def test_a_team_comes_back_as_it_was_kept(team: Team) -> None:
    team = replace(team, name=f"{team.name} {team.id}")
    with writing() as database:
        store.save_team(database, team)
    with reading() as database:
        assert store.find_team(database, team.id) == team
        assert store.find_team_by_name(database, team.name) == team
        assert team in store.list_teams(database)


@same_database
@given(user=users)
def test_a_user_comes_back_as_they_were_kept(user: User) -> None:
    kept(user, "a hash")
    with reading() as database:
        assert store.find_user(database, user.id) == user
        assert store.load_user(database, user.id) == user
        assert store.find_kept(database, user.email) == store.Kept(user, "a hash")
        assert user in store.list_users(database)


@same_database
@given(began=moments, seen=moments, ended=st.none() | moments)
def test_a_visit_comes_back_as_it_was_kept(
    began: datetime, seen: datetime, ended: datetime | None
) -> None:
    user = kept(somebody(email=f"{new_id()}@example.org"))
    token = str(new_id())
    visit = replace(a_visit(user, token), began_at=began, seen_at=seen, ended_at=ended)
    with writing() as database:
        store.add_visit(database, visit)
    with reading() as database:
        assert store.find_visit(database, hash_of(token)) == (visit, user)


@same_database
@given(count=st.integers(0, 10**6), last_at=st.none() | moments)
def test_tries_come_back_as_they_were_kept(count: int, last_at: datetime | None) -> None:
    fresh = for_account("sam@example.org")
    with writing() as database:
        store.save_tries(database, [Tries(fresh.key, fresh.free, count, last_at)])
    with writing() as database:
        assert store.load_tries(database, fresh) == Tries(fresh.key, fresh.free, count, last_at)
        store.forget_tries(database, fresh.key)
    with reading() as database:
        assert store.load_tries(database, fresh) == fresh


def test_nobody_is_here_until_the_first_account() -> None:
    with reading() as database:
        assert store.is_nobody_here(database)
    kept(somebody())
    with reading() as database:
        assert not store.is_nobody_here(database)


def test_an_address_has_one_account_however_it_is_typed() -> None:
    kept(somebody())
    with writing() as database, pytest.raises(Refusal, match="already an account for SAM@"):
        store.add_user(database, somebody(email="SAM@example.org "), "hash")
    assert same_email("ＳAM@Example.org") == "sam@example.org"  # full-width letters too


def test_who_is_not_there_is_not_found() -> None:
    with reading() as database:
        assert store.find_user(database, new_id()) is None
        assert store.find_user_by_email(database, "ash@example.org") is None
        assert store.find_visit(database, hash_of("token")) is None
        assert store.find_team(database, new_id()) is None
        with pytest.raises(Refusal, match="no such account"):
            store.load_user(database, new_id())


def test_the_token_itself_is_nowhere_in_the_file(tmp_path: Path) -> None:
    user = kept(somebody())
    with writing() as database:
        store.add_visit(database, a_visit(user, "a-token-to-look-for"))
    held = (tmp_path / "facilitator.sqlite3").read_bytes()
    assert hash_of("a-token-to-look-for").encode() in held
    assert b"a-token-to-look-for" not in held


def test_somebody_who_is_stopped_is_signed_out_everywhere_at_once_and_others_are_not() -> None:
    sam, ash = kept(somebody()), kept(somebody(email="ash@example.org"))
    with writing() as database:
        for user, token in ((sam, "one"), (sam, "two"), (ash, "three")):
            store.add_visit(database, a_visit(user, token))
        store.stop_user(database, sam.id, at=NOON)
    with reading() as database:
        ended = {
            token: store.find_visit(database, hash_of(token)) for token in ("one", "two", "three")
        }
    assert [found and found[0].ended_at for found in ended.values()] == [NOON, NOON, None]
    assert [found and found[1].is_active for found in ended.values()] == [False, False, True]


def test_ending_visits_says_how_many_were_open() -> None:
    sam = kept(somebody())
    with writing() as database:
        store.add_visit(database, a_visit(sam, "one"))
        store.add_visit(database, a_visit(sam, "two"))
        store.end_visit(database, hash_of("one"), at=NOON)
        assert store.end_visits(database, sam.id, at=NOON) == 1
        assert store.end_visits(database, sam.id, at=NOON) == 0


def test_visits_of_more_than_a_month_ago_are_forgotten_at_the_next_one() -> None:
    sam = kept(somebody())
    for token, days in (("old", 31), ("new", 29), ("newest", 0)):
        with writing() as database:
            store.add_visit(database, a_visit(sam, token, at=NOON - timedelta(days=days)))
    with reading() as database:
        assert store.find_visit(database, hash_of("old")) is None
        assert store.find_visit(database, hash_of("new")) is not None
