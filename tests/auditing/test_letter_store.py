"""A letter is kept as a draft, sent once, answered once, and never changes after that."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.auditing.letters import store
from facilitator.auditing.letters.letter import Reply
from facilitator.audits.look import Look
from facilitator.database import reading, writing
from facilitator.refusals import Refusal
from tests.auditing.drawn import ADA, AT, TAW, Service, a_service
from tests.auditing.letters_written import a_letter, send
from tests.kept import counted
from tests.web import SAM, TEAM

LATER = AT + timedelta(days=1)


@pytest.fixture(scope="module")
def service() -> Service:
    return a_service()


@pytest.fixture
def look(service: Service) -> Look:
    return service.files(service.plan().id)


def test_a_draft_comes_back_as_it_was_kept(service: Service, look: Look) -> None:
    letter = a_letter(look, why_words_stay="The order says so.")
    with service.app.app_context(), writing() as session:
        kept = store.keep(session, letter, at=AT)
    with service.app.app_context(), reading() as session:
        assert store.find_of(session, look.id) == kept == replace(letter, revision=1)
        assert store.find(session, letter.id) == kept


def test_the_same_draft_again_is_no_change_and_another_tabs_draft_is_never_overwritten(
    service: Service, look: Look
) -> None:
    letter = a_letter(look)
    with service.app.app_context(), writing() as session:
        store.keep(session, letter, at=AT)
        assert store.keep(session, letter, at=AT) == replace(letter, revision=1)
        assert store.keep(session, replace(letter, questions=("Why?",)), at=AT) is None
        assert store.find_of(session, look.id) == replace(letter, revision=1)


def test_only_the_draft_that_was_looked_at_is_sent_and_then_it_stays(
    service: Service, look: Look
) -> None:
    letter = a_letter(look)
    with service.app.app_context(), writing() as session:
        store.keep(session, letter, at=AT)
        assert not store.send(session, look.id, 0, at=AT)
        assert store.send(session, look.id, 1, at=AT)
        assert store.send(session, look.id, 1, at=LATER)
        with pytest.raises(Refusal, match="is sent"):
            store.keep(session, replace(letter, revision=1, questions=("Why?",)), at=LATER)
        kept = store.find_of(session, look.id)
        assert kept is not None
        assert kept.sent_at == AT


def test_a_reply_is_sent_once_and_stays(service: Service, look: Look) -> None:
    send(service, letter := a_letter(look))
    mine = Reply(words="Thank you.", by=AT.date())
    with service.app.app_context(), writing() as session:
        assert store.count_waiting(session, SAM.id) > 0
        draft = store.keep_reply(session, letter.id, mine, at=AT, send=False)
        assert draft == replace(mine, revision=1)
        other = Reply(words="Not so sure.")
        assert store.keep_reply(session, letter.id, other, at=AT, send=True) is None
        sent = store.keep_reply(session, letter.id, draft, at=LATER, send=True)
        assert sent == replace(draft, at=LATER)
        assert store.keep_reply(session, letter.id, mine, at=AT, send=True) == sent
        with pytest.raises(Refusal, match="stays as it is"):
            store.keep_reply(session, letter.id, other, at=LATER, send=True)


def test_nobody_answers_a_letter_that_is_not_sent(service: Service, look: Look) -> None:
    letter = a_letter(look)
    with service.app.app_context(), writing() as session:
        store.keep(session, letter, at=AT)
        with pytest.raises(Refusal, match="no such letter"):
            store.keep_reply(session, letter.id, Reply(words="Hello."), at=AT, send=True)
        assert letter.id not in {one.id for one in store.sent_to(session, SAM.id)}


def test_a_reply_waits_for_the_supervisors_of_its_team_until_one_has_read_it(
    service: Service, look: Look
) -> None:
    send(service, letter := a_letter(look))
    with service.app.app_context(), writing() as session:
        store.keep_reply(session, letter.id, Reply(words="Thanks."), at=LATER, send=True)
    with service.app.app_context(), reading() as session, counted() as asked:
        waiting = store.replies_waiting(session, {TEAM.id})
    assert len(asked) == 1
    assert (look.id, look.meeting_id, ADA.id) in {
        (one.look_id, one.meeting_id, one.rater_id) for one in waiting
    }
    with service.app.app_context(), writing() as session:
        assert store.replies_waiting(session, {TAW.id}) == ()
        store.reply_read(session, look.id, at=LATER)
        left = store.replies_waiting(session, {TEAM.id})
    assert look.id not in {one.look_id for one in left}


def test_a_quarter_finds_the_lines_that_its_letters_named(service: Service, look: Look) -> None:
    send(service, a_letter(look))
    with service.app.app_context(), reading() as session, counted() as asked:
        found = store.quoted(session, {TEAM.id}, AT, AT)
    assert (look.meeting_id, 1, ("a1",)) in found
    assert len(asked) == 1
    with service.app.app_context(), reading() as session:
        assert store.quoted(session, {TEAM.id}, LATER, LATER) == ()
        assert store.quoted(session, {TAW.id}, AT, AT) == ()
