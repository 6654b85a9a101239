"""What should be known before the family's yes: what is open, and what was kept back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import url_for

from facilitator.agreeing import answers_rule, referrer_rule
from facilitator.agreeing.answers_states import has_answered, referrer_in_words
from facilitator.agreeing.opening import Opened
from facilitator.agreeing.reads import reads_of
from facilitator.paper.phrases import listed
from facilitator.people import Person
from facilitator.plans.past_hurts import waiting

_MOST_QUOTED = 6


@dataclass(frozen=True)
class Open:
    """Something that is still open, in a sentence, with the way to it."""

    sentence: str
    way: str


@dataclass(frozen=True)
class BeforeYes:
    """One draft, and what of it is open. It keeps nobody from the yes."""

    opened: Opened

    def all(self) -> Iterator[Open]:
        """What stands in no gap of the paper, or should be known all the same."""
        yield from self._waiting()
        yield from self._page_one()
        missing = [one for one in self.opened.people if self._is_missing(one)]
        if missing:
            sentence = f"{_names(missing)} {_has(missing)} not answered yet. They can answer later."
            yield Open(sentence, self._way("answers"))
        yield from self._referrer()
        yield from self._reads()

    def _reads(self) -> Iterator[Open]:
        reads = reads_of(self.opened)
        spots = (spot.quoted for line in reads.stops for spot in line.spots)
        hard = tuple({words.casefold(): words for words in spots}.values())
        if hard:
            told = ", ".join(f"“{words}”" for words in hard[:_MOST_QUOTED])
            more = len(hard) - _MOST_QUOTED
            rest = f" and {more} more" if more > 0 else ""
            yield Open(f"This still reads hard: {told}{rest}.", self._way("wording"))
        for _, one in reads.stays:
            sentence = f"“{one.finding.words}” stays, because: {one.kept.reason}"
            yield Open(sentence, self._way("wording"))

    def _waiting(self) -> Iterator[Open]:
        lines = waiting(self.opened.said)
        if lines:
            many = "1 line that tells" if len(lines) == 1 else f"{len(lines)} lines that tell"
            stays = "stays" if len(lines) == 1 else "stay"
            sentence = f"{many} of somebody's past hurt {stays} out of the plan, for want of a yes."
            yield Open(sentence, self._way("names"))

    def _page_one(self) -> Iterator[Open]:
        for problem in self.opened.draft.kept_off_page_one:
            yield Open(problem.wrong, self._way("page_one"))

    def _referrer(self) -> Iterator[Open]:
        asked = referrer_rule.referrers(self.opened.people)
        lines = self.opened.of_kind("referrer_answer")
        if asked and not any(referrer_in_words(one) for one in lines):
            sentence = f"{_names(asked)} {_has(asked)} not said yes, no or not yet."
            yield Open(
                f"{sentence} Ask today: the reason is needed at once.", self._way("referrer")
            )
        for one in lines:
            said = one.said.fields
            if said.words("answer") in ("no", "not_yet") and not one.said.words.strip():
                yield Open("The referrer's answer has no reason yet. Ask.", self._way("referrer"))

    def _is_missing(self, person: Person) -> bool:
        return answers_rule.is_waited_for(person) and not has_answered(self.opened, person.id)

    def _way(self, stop: str) -> str:
        return url_for(f"agreeing.{stop}", meeting_id=self.opened.id)


def _names(several: Any) -> str:
    return listed(tuple(one.short_name for one in several))


def _has(several: Any) -> str:
    return "has" if len(several) == 1 else "have"
