"""A letter from whoever looked at a plan to whoever led that meeting. It bears no rating.

What worked comes first, by real lines of the plan; then at most two curious questions; then one
step that both take, with a day. Sent once, it never changes; nor does the reply.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from facilitator.refusals import Problem

MOST_STRENGTHS = 3
MOST_QUESTIONS = 2
# Days and times may stand in a letter. A rating may not.
_RATED = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|ratings?|rated|grade[sd]?|Q\d{1,2})\b"
    r"|\b[0-3] ?(?:/|out of) ?(?:3|three)\b|\d ?%|\d per ?cent",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Strength:
    """A line of the plan, by its id, and a sentence about why it worked."""

    line: str
    why: str


@dataclass(frozen=True)
class SharedStep:
    """What "we" do next: what, who of us, and by which day."""

    what: str = ""
    who: str = ""
    by: date | None = None


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the facilitator answers: in their words, and by which day the step can be done.

    ``at`` is the instant when it was sent; None while it is a draft. ``revision`` counts what was
    kept of it. ``read_at`` is when the supervisor said that they have read it.
    """

    words: str = ""
    by: date | None = None
    revision: int = 0
    at: datetime | None = None
    read_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter, about one look.

    ``why_words_stay`` is the reason where words stay in it that were found hard or hurtful.
    ``revision`` counts what was kept of it: 0 for nothing yet.
    """

    id: UUID
    look_id: UUID
    meeting_id: UUID
    version: int
    team_id: UUID
    facilitator_id: UUID
    rater_id: UUID
    strengths: tuple[Strength, ...] = ()
    questions: tuple[str, ...] = ()
    step: SharedStep = SharedStep()
    why_words_stay: str = ""
    revision: int = 0
    sent_at: datetime | None = None
    reply: Reply = Reply()

    @property
    def is_sent(self) -> bool:
        """Whether it has gone out: from then on nothing in it changes."""
        return self.sent_at is not None

    @property
    def is_answered(self) -> bool:
        """Whether the facilitator's reply has gone out."""
        return self.reply.at is not None

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Every text that the supervisor wrote, each with the place of its box."""
        whys = ((f"why_{at}", one.why) for at, one in enumerate(self.strengths, 1))
        asked = ((f"question_{at}", one) for at, one in enumerate(self.questions, 1))
        own = (*whys, *asked, ("step", self.step.what))
        return tuple((place, text) for place, text in own if text.strip())

    @property
    def says(self) -> tuple[object, ...]:
        """What it says, to tell whether two drafts differ."""
        return (self.strengths, self.questions, self.step, self.why_words_stay)


def problems(letter: Letter, *, has_stops: bool) -> tuple[Problem, ...]:
    """Why that letter can't be sent as it is; nothing where it can.

    ``has_stops`` says that words in it are found which should not stay without a reason.
    """
    return (
        *_about_strengths(letter),
        *_about_questions(letter),
        *_about_step(letter.step),
        *_about_ratings(letter),
        *_about_words(letter, has_stops=has_stops),
    )


def _about_strengths(letter: Letter) -> Iterator[Problem]:
    if not letter.strengths:
        yield Problem("line_1", "No strength is in it yet.", "Choose a line that worked.")
    for at, one in enumerate(letter.strengths, 1):
        if not one.line:
            yield Problem(f"line_{at}", "This says why, and shows no line.", "Choose the line.")
        if not one.why.strip():
            yield Problem(f"why_{at}", "This line has no reason yet.", "Say why it worked.")


def _about_questions(letter: Letter) -> Iterator[Problem]:
    asked = sum(one.count("?") for one in letter.questions)
    if asked > MOST_QUESTIONS or len(letter.questions) > MOST_QUESTIONS:
        yield Problem(
            "question_1",
            f"You ask {max(asked, len(letter.questions))} questions.",
            "Ask two at most.",
        )
    for at, one in enumerate(letter.questions, 1):
        if not one.rstrip().endswith("?"):
            end = " ".join(one.split())[-30:]
            wrong = f"'{end}' does not end as a question."
            yield Problem(f"question_{at}", wrong, "Ask it, and end it with a question mark.")


def _about_step(step: SharedStep) -> Iterator[Problem]:
    if not step.what.strip():
        yield Problem("step", "There is no step yet.", "Say what we do next.")
    if not step.who.strip():
        yield Problem("step_who", "Nobody is named for the step.", "Say who of us does it.")
    if step.by is None:
        yield Problem("step_by", "The step has no day.", "Say by which day.")


def _about_ratings(letter: Letter) -> Iterator[Problem]:
    for place, text in letter.texts:
        if found := _RATED.search(text):
            wrong = f"'{found[0]}' is a rating. Ratings stay out of a letter."
            yield Problem(place, wrong, "Say what you saw, in words.")


def _about_words(letter: Letter, *, has_stops: bool) -> Iterator[Problem]:
    if has_stops and not letter.why_words_stay.strip():
        yield Problem(
            "why_words_stay",
            "Some words in this letter may hurt, and nobody says why they stay.",
            "Change them, or say why they stay.",
        )
