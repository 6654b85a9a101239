"""A team keeps its meetings in PostgreSQL: the same steps, the same words, the same turns."""

import copy
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from facilitator import migrations
from facilitator.accounts import store as accounts
from facilitator.app import create_app
from facilitator.canonical import thaw
from facilitator.contributions import Wording
from facilitator.contributions import store as contributions
from facilitator.database import Session, db, opened, reading, url_of, writing
from facilitator.exchange.keeping import Reception, bring_in, take_out
from facilitator.meetings import KeptMeeting
from facilitator.migrations import stepping
from facilitator.migrations.preparing import up_to_date
from facilitator.record import Record
from facilitator.refusals import Refusal
from facilitator.settings import Config
from tests.at_once import at_once
from tests.contributions.said_before import FAMILY, asked
from tests.desk.at_the_desk import NOW, campbell, token_of
from tests.kept import a_user
from tests.postgresql import a_team_server
from tests.web import HASHED, SAM, TEAM, Client, signed_in

AT_ONCE = 6


@pytest.fixture(scope="module")
def team() -> Iterator[Config]:
    """A team's server, made ready by the one command that may do so."""
    with a_team_server() as config:
        assert up_to_date(config, at=NOW) == "The database is made."
        with opened(url_of(config)), writing() as session:
            accounts.save_team(session, TEAM)
            session.flush()  # A user names a team, which must be there before.
            accounts.add_user(session, SAM, HASHED)
        yield config


@pytest.fixture
def app(team: Config) -> Iterator[Flask]:
    app = create_app(team)
    app.testing = True
    app.test_client_class = Client
    yield app
    with app.app_context():
        db.engine.dispose()


def a_meeting(ref: str) -> tuple[KeptMeeting, dict[str, Any]]:
    document = copy.deepcopy(campbell()) | {"id": ref}
    with writing() as session:
        kept = bring_in(session, Record(document), Reception(owner=SAM, at=NOW)).kept
    return kept, document


def test_the_steps_lead_to_the_very_tables_that_the_rooms_have(team: Config) -> None:
    assert stepping.differences(url_of(team)) == []
    assert migrations.check(team) == ()
    assert up_to_date(team, at=NOW) == "The database is up to date."
    migrations.prepare(team, at=NOW)  # A server that starts finds nothing to do.


def test_a_server_that_starts_before_the_steps_were_taken_says_what_to_do() -> None:
    with a_team_server() as config, pytest.raises(Refusal, match="db upgrade"):
        migrations.prepare(config, at=NOW)


def test_a_meeting_comes_in_gets_a_line_on_the_screen_and_goes_out_whole(app: Flask) -> None:
    with app.app_context():
        kept, document = a_meeting("round-trip")
        with reading() as session:
            assert thaw(take_out(session, kept.id).document) == document
    client = signed_in(app, SAM)
    line = {
        "key": "k1",
        "based_on": 0,
        "kind": "strength",
        "words": "Sie lachen. نعم 💛",
        "by": "joy",
    }
    answer = client.put(
        f"/meetings/{kept.id}/lines/l0123456789abcdef",
        json=line,
        headers={"X-CSRFToken": token_of(client)},
    )
    assert answer.status_code == 200
    assert answer.get_json()["line"]["number"] == 1
    with app.app_context(), reading() as session:
        out: Any = thaw(take_out(session, kept.id).document)
    said = out["share"]["strengths"].pop()
    assert (said["id"], said["text"], said["by"]) == ("l0123456789abcdef", line["words"], "joy")
    assert out == document


def test_of_two_writers_one_is_kept_and_the_other_gets_both_texts(team: Config) -> None:
    with opened(url_of(team)):
        kept, _ = a_meeting("two-writers")
        with writing() as session:
            first = contributions.save(
                session, kept.id, asked("Nan cooks.", key="a", typed_by=SAM.id), FAMILY
            )
        assert isinstance(first, Wording)

    def send(session: Session, number: int) -> str:
        change = asked(f"Nan {number}", key=f"k{number}", based_on=1, typed_by=SAM.id)
        return type(contributions.save(session, kept.id, change, FAMILY)).__name__

    outcome = Counter(at_once(url_of(team), AT_ONCE, send))
    assert outcome == {"Wording": 1, "Clash": AT_ONCE - 1}
    with opened(url_of(team)), reading() as session:
        assert len(contributions.wordings(session, kept.id, "l1")) == 2


def test_nobody_writes_while_reading_there_either(team: Config) -> None:
    with (
        opened(url_of(team)),
        pytest.raises(Exception, match="read-only transaction"),
        reading() as session,
    ):
        session.connection().exec_driver_sql("delete from meeting")


def test_a_second_account_with_one_e_mail_address_is_refused_there_too(team: Config) -> None:
    with (
        opened(url_of(team)),
        pytest.raises(Refusal, match="already an account"),
        writing() as session,
    ):
        accounts.add_user(session, a_user(77, "Sam"), HASHED)
