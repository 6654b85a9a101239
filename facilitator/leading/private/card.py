"""The card that stands on the screen while the family has its private time, as plain values."""

from dataclasses import dataclass

from facilitator.before_the_day import TakeIn, take_in
from facilitator.before_the_day.card_words import CardWords, all_words, find_words, words_for
from facilitator.contributions import store as contributions
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.people import store as people


@dataclass(frozen=True)
class Card:
    """What the family took in, in the language that was chosen.

    ``near`` are the languages of this meeting, ``others`` the rest that we have. ``lang`` is that
    of the agenda, in which its questions are written.
    """

    words: CardWords
    near: tuple[CardWords, ...]
    others: tuple[CardWords, ...]
    sheet: TakeIn
    lang: str
    practice: bool


def card_of(session: Session, kept: KeptMeeting, asked: str = "") -> Card:
    """The card of that meeting; ``asked`` is the code of a language. Six queries."""
    named, agenda = people.load(session, kept.id), meetings.load_agenda(session, kept)
    near = words_for(kept.meeting, named)
    return Card(
        words=find_words(asked) or near[0],
        near=near,
        others=tuple(one for one in all_words() if one not in near),
        sheet=take_in(agenda, named, contributions.load(session, kept.id)),
        lang=agenda.language,
        practice=kept.practice,
    )
