"""The family's extract: plain sentences, the newest day first, folded where one came often."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from facilitator.access_log import Act, Because, Entry, What
from facilitator.accounts.user import Duty, User
from facilitator.break_glass.opening import Opening
from facilitator.plain_language.reading import grade
from facilitator.who_looked.told import Asked, Extract, extract
from tests.kept import EXE, SAM, TAW, a_kept_meeting, a_user

AT = datetime(2027, 5, 3, 14, tzinfo=UTC)
ADA = a_user(0x11, "Ada", EXE, Duty.SUPERVISOR)
UMA = a_user(0x12, "Uma", TAW, Duty.SUPERVISOR)
KIT = a_user(0x13, "Kit", EXE)
KEPT = a_kept_meeting()
LONDON = ZoneInfo("Europe/London")


def seen(user: User | None, what: What = What.PLAN, **changes: object) -> Entry:
    made: dict[str, object] = {
        "number": 1,
        "at": AT,
        "user_id": user.id if user else None,
        "act": Act.VIEW,
        "meeting_id": KEPT.id,
        "what": what,
    }
    return Entry(**made | changes)  # type: ignore[arg-type]


def told(*entries: Entry, openings: tuple[Opening, ...] = ()) -> Extract:
    users = {one.id: one for one in (SAM, ADA, UMA, KIT)}
    numbered = [
        Entry(**{name: getattr(one, name) for name in one.__slots__} | {"number": at})
        for at, one in enumerate(entries, 1)
    ]
    return extract(Asked(kept=KEPT, zone=LONDON, entries=numbered, openings=openings, users=users))


def said(*entries: Entry) -> list[str]:
    return [" ".join(one.sentences) for day in told(*entries).days for one in day.looked]


def test_whoever_leads_the_meetings_is_told_once_a_day_with_how_often() -> None:
    leads = {"because": Because.LEADS}
    pages = [
        seen(SAM, what, **leads) for what in (What.LINES, What.PEOPLE, What.DRAFT, What.COPIES)
    ]
    assert said(*pages) == ["Sam, who leads your meetings, opened pages about you, 4 times."]


def test_what_whoever_leads_printed_and_gave_out_is_told_apart() -> None:
    given = [seen(SAM, What.COPY, act=act) for act in (Act.RELEASE, Act.PRINT, Act.PRINT)]
    assert said(*given) == [
        (
            "Sam, who leads your meetings, printed copies of your plan, twice. "
            "They gave out copies of your plan."
        )
    ]


def test_a_supervisor_is_told_with_the_reason() -> None:
    assert said(seen(ADA, What.MASKED_PLAN, because=Because.SAMPLE)) == [
        (
            "Ada, a supervisor in our team, read your plan with made-up names in it. "
            "Why: it was drawn by chance, to check how well we work."
        )
    ]
    assert said(seen(UMA, What.MASKED_PLAN, because=Because.SECOND_RATING)) == [
        (
            "Uma, a supervisor in another team of ours, read your plan with made-up names in it. "
            "Why: two of us read some plans, so that we are fair."
        )
    ]


def test_who_was_not_let_in_is_told_as_somebody_signed_in_with_that_name() -> None:
    tried = [seen(KIT, act=Act.REFUSED, because=Because.NOT_THEIRS) for _ in range(3)]
    assert said(*tried) == [
        "Somebody signed in as Kit tried to open a page about you, 3 times. They were not let in."
    ]


def test_an_account_that_nobody_knows_is_somebody() -> None:
    assert said(seen(None, What.COPY, act=Act.PRINT)) == [
        "Somebody whose name we do not have printed copies of your plan."
    ]


def test_the_newest_day_stands_first_and_days_are_those_of_the_place() -> None:
    late = datetime(2027, 5, 3, 23, 30, tzinfo=UTC)  # after midnight there, in summer
    days = told(seen(ADA), seen(ADA, at=late), seen(ADA, at=AT - timedelta(days=9))).days
    assert [one.on for one in days] == [date(2027, 5, 4), date(2027, 5, 3), date(2027, 4, 24)]


def test_others_stand_before_whoever_leads_the_meetings() -> None:
    assert [one[:3] for one in said(seen(SAM), seen(ADA), seen(SAM))] == ["Ada", "Sam"]


def test_an_opening_is_told_once_with_its_reason_and_without_a_clock() -> None:
    opening = Opening(
        id=UUID(int=5),
        meeting_id=KEPT.id,
        version=2,
        opened_by=KIT.id,
        at=AT,
        until=AT + timedelta(hours=1),
        reason="Nan rang.",
        seen_by=ADA.id,
    )
    looks = [seen(KIT, because=Because.BREAK_GLASS) for _ in range(2)]
    (day,) = told(*looks, openings=(opening,)).days
    (looked,) = day.looked
    assert looked.reason == "Nan rang."
    assert looked.sentences == (
        "Kit from our team opened your plan 2.",
        "They could read it for an hour. They could not print or change it.",
        "Ada has looked at why.",
    )


def test_in_short_everybody_is_named_once() -> None:
    entries = (
        seen(SAM),
        seen(SAM, at=AT - timedelta(days=2)),
        seen(ADA),
        seen(KIT, act=Act.REFUSED),
        seen(KIT, act=Act.REFUSED),
    )
    assert told(*entries).in_short == (
        "Ada, a supervisor in our team, looked on Monday 3 May 2027.",
        "Sam, who leads your meetings, looked on 2 days, last on Monday 3 May 2027.",
        "Somebody tried and was not let in, twice.",
    )


def test_what_became_of_the_house_is_no_look() -> None:
    assert told(seen(ADA, What.RETENTION, act=Act.PURGE), seen(None, What.LOG, act=Act.FORGET)) == (
        Extract(in_short=(), days=())
    )


def test_p3_the_extract_reads_at_grade_six_or_below() -> None:
    whats = (What.LINES, What.MASKED_PLAN, What.PROMISE, What.CARD, What.WHO_LOOKED, What.SAFETY)
    entries = [
        seen(user, what, because=because, act=act, at=AT - timedelta(days=day))
        for day, (what, act) in enumerate(
            (what, act) for what in whats for act in (Act.VIEW, Act.PRINT)
        )
        for user, because in (
            (SAM, Because.LEADS),
            (ADA, Because.SAMPLE),
            (UMA, Because.SECOND_RATING),
            (KIT, Because.NOTHING_MORE),
        )
    ]
    entries += [seen(KIT, act=Act.REFUSED) for _ in range(4)]
    text = " ".join(told(*entries).texts)
    assert grade(text, {"Sam", "Ada", "Uma", "Kit"}) <= 6
    assert grade(" ".join(told(seen(ADA), seen(SAM)).texts)) <= 6
