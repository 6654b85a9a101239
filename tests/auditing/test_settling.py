"""Two people who rated one plan see both, talk, and keep what they agree. All three stay."""

import pytest

from facilitator.auditing import store as looks
from facilitator.auditing.pairs import store
from facilitator.auditing.pairs.settling.comparing import Apart, compared, settled_answers
from facilitator.auditing.pairs.settling.keeping import settle
from facilitator.audits import shipped
from facilitator.audits.look import FIRST_LOOK, Answer, Look, Purpose
from facilitator.audits.statistics import NOT_APPLICABLE, Rating
from facilitator.database import reading, writing
from tests.auditing.drawn import ADA, AT, BEA, CLEO, FLO, Service, a_service, rater_of, sends
from tests.web import SAM, judged

FIRST = {"ratings": {"Q1": 0, "Q2": 1}, "words": "Ada saw one child’s words."}
SECOND = {"ratings": {"Q1": 3, "Q2": 2}, "words": "The other one saw two."}
AGREED = {
    "rating_1": "2",
    "words_1": "We counted the lines together.",
    "rating_2": "1",
    "words_2": "",
}


@pytest.fixture
def service() -> Service:
    return a_service()


def look(**ratings: Rating) -> Look:
    return Look(
        **{  # type: ignore[arg-type]
            **dict.fromkeys(("id", "meeting_id", "team_id", "facilitator_id", "rater_id"), ADA.id),
            "version": 1,
            "plan_on": AT.date(),
            "purpose": Purpose.FIRST,
            "began_at": AT,
            "depth": "full",
            "answers": tuple(Answer(criterion=key, rating=one) for key, one in ratings.items()),
        }
    )


def test_what_lies_far_apart_is_talked_through_first() -> None:
    first = look(Q1=2, Q2=2, Q3=0, Q4=NOT_APPLICABLE, Q5=1, Q6=None)
    second = look(Q1=2, Q2=3, Q3=2, Q4=2, Q5=None, Q6=1)
    rows = compared(shipped(), first, second)
    assert [(one.criterion.id, one.apart) for one in rows] == [
        ("Q3", Apart.FAR),
        ("Q4", Apart.FAR),
        ("Q2", Apart.NEAR),
        ("Q1", Apart.SAME),
    ]


def test_what_both_said_stays_and_what_differs_is_what_they_wrote_down() -> None:
    rows = compared(shipped(), look(Q1=2, Q2=0), look(Q1=2, Q2=3))
    answers = settled_answers(rows, {"Q2": (1, "We talked.")})
    assert {one.criterion: (one.rating, one.words) for one in answers} == {
        "Q1": (2, ""),
        "Q2": (1, "We talked."),
    }


def test_both_see_both_once_both_are_filed(service: Service) -> None:
    pair = service.both_filed(FIRST, SECOND)
    for user in (ADA, rater_of(pair)):
        page = service.as_(user).get(f"/second-ratings/{pair.id}/settle")
        judged(page)
        assert "Ada saw one child’s words." in page.text
        assert "The other one saw two." in page.text
        assert page.text.index("Far apart.") < page.text.index("One step apart.")
        assert "You said the same of 4" in page.text


def test_nobody_but_the_two_finds_it(service: Service) -> None:
    pair = service.both_filed(FIRST, SECOND)
    other = BEA if rater_of(pair) == CLEO else CLEO
    for user in (FLO, other, SAM):
        client = service.as_(user)
        assert client.get(f"/second-ratings/{pair.id}/settle").status_code == 404
        for way in ("settle", "gold"):
            address = f"/second-ratings/{pair.id}/{way}"
            assert sends(client, address, **AGREED).status_code == 404


def test_what_they_agree_is_a_third_look_and_theirs_stay(service: Service) -> None:
    pair = service.both_filed(FIRST, SECOND)
    answer = sends(service.as_(rater_of(pair)), f"/second-ratings/{pair.id}/settle", **AGREED)
    assert answer.status_code == 303
    with service.app.app_context(), reading() as session:
        kept = looks.of_meeting(session, pair.meeting_id)
        found = {one.purpose: one for one in kept}
        assert len(kept) == 3
        settled = found[Purpose.SETTLED]
        assert (settled.answer("Q1").rating, settled.answer("Q6").rating) == (2, 2)
        assert settled.answer("Q1").words == AGREED["words_1"]
        assert (settled.by_chance, settled.counts, settled.is_filed) == (True, True, True)
        assert settled.final_at is not None
        assert store.shown_of(session, settled.id) == {"REL-1": 2}
        assert found[Purpose.FIRST].answer("Q1").rating == 0
        assert found[Purpose.SECOND].answer("Q1").rating == 3
    page = service.as_(ADA).get(f"/second-ratings/{pair.id}/settle")
    judged(page)
    for words in ("You agree: 2.", AGREED["words_1"], *(FIRST["words"], SECOND["words"])):
        assert str(words) in page.text


def test_a_form_with_a_gap_comes_back_with_every_word(service: Service) -> None:
    pair = service.both_filed(FIRST, SECOND)
    typed = {**AGREED, "words_1": "", "rating_2": "", "words_2": "We are not sure."}
    page = sends(service.as_(ADA), f"/second-ratings/{pair.id}/settle", **typed)
    assert page.status_code == 422
    assert "does not say how you came to agree." in page.text
    assert "Nothing is chosen for “" in page.text
    assert "We are not sure." in page.text
    judged(page)
    assert not service.pair(pair.id).is_settled


def test_whoever_is_slower_sees_what_is_kept_beside_their_own(service: Service) -> None:
    pair = service.both_filed(FIRST, SECOND)
    address = f"/second-ratings/{pair.id}/settle"
    sends(service.as_(ADA), address, **AGREED)
    late = {**AGREED, "rating_1": "1", "words_1": "I was slower."}
    page = sends(service.as_(rater_of(pair)), address, **late)
    assert page.status_code == 409
    assert "Ada has kept what you agree meanwhile." in page.text
    assert "I was slower." in page.text
    assert AGREED["words_1"] in page.text
    judged(page)
    with service.app.app_context(), reading() as session:
        assert len(looks.of_meeting(session, pair.meeting_id)) == 3


def test_of_two_who_press_at_once_one_is_kept(service: Service) -> None:
    pair = service.both_filed(FIRST, SECOND)
    with service.app.app_context(), writing() as session:
        first = looks.load(session, pair.first_look_id)
        answers = (Answer(criterion="Q1", rating=2),)
        # Both had opened the pair before either kept anything.
        kept = [
            settle(session, pair, first, answers, by=user.id, at=AT)
            for user in (ADA, rater_of(pair))
        ]
        assert kept == [True, False]
        assert len(looks.of_meeting(session, pair.meeting_id)) == 3


def test_a_settled_plan_becomes_gold_for_a_reason(service: Service) -> None:
    pair = service.both_filed(FIRST, SECOND)
    client, address = service.as_(ADA), f"/second-ratings/{pair.id}"
    assert sends(client, f"{address}/gold", **{"gold-reason": "x"}).status_code == 404
    sends(client, f"{address}/settle", **AGREED)
    missing = sends(client, f"{address}/gold", **{"gold-reason": " "})
    assert missing.status_code == 422
    assert "There is no reason here yet." in missing.text
    for reason in ("A child asks for two things.", "Again."):
        assert sends(client, f"{address}/gold", **{"gold-reason": reason}).status_code == 303
    page = client.get(f"{address}/settle")
    assert "A child asks for two things." in page.text
    assert "Again." not in page.text


def test_every_criterion_of_a_first_look_can_be_settled(service: Service) -> None:
    pair = service.both_filed(
        {"ratings": dict.fromkeys(FIRST_LOOK, 0)}, {"ratings": dict.fromkeys(FIRST_LOOK, 3)}
    )
    page = service.as_(ADA).get(f"/second-ratings/{pair.id}/settle")
    judged(page)
    assert page.text.count("Far apart.") == len(FIRST_LOOK)
