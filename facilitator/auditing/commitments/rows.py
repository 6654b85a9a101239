"""The fifteen promises by the five Rs, each with what the plan shows for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.agenda import Agenda
from facilitator.agenda.vocabulary import CHILD
from facilitator.auditing.plan_shown import anchor
from facilitator.audits.masking import Mask
from facilitator.five_rs import PRINCIPLES, Commitment
from facilitator.kinds import KINDS
from facilitator.people import People

AT_ONCE = 3  # quotes, or questions
# What is no line of the plan, in words.
_BESIDE = {"copy": "who gets which copy"}
_Held = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Shows:
    """One thing that the plan shows; ``line`` is its place in the paper, "" for none."""

    quote: str
    kind: str
    line: str
    prompt: str


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One commitment: what the plan shows for it, and the questions of the agenda that ask for it.

    ``left_out`` says why this kind of meeting does not ask for it, "" where it does.
    """

    commitment: Commitment
    shows: tuple[Shows, ...]
    prompts: tuple[str, ...]
    left_out: str = ""

    @property
    def place(self) -> str:
        """Where it stands on the page."""
        return f"promise-{self.commitment.id}"

    @property
    def counted(self) -> str:
        """How often the plan shows it: a count of quotes, and no mark."""
        many = len(self.shows)
        return "The plan shows it once." if many == 1 else f"The plan shows it {many} times."


@dataclass(frozen=True)
class Principle:
    """One of the five Rs, with its promises."""

    name: str
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Sources:
    """Where words come from: the agenda, the drawn paper, the family under its made-up names."""

    agenda: Agenda
    paper: str
    people: People
    mask: Mask

    def promise(self, commitment: Commitment, found: Iterable[_Held]) -> Promise:
        """One commitment, with what was found for it."""
        core_first = sorted(self.agenda.keeping(commitment.id), key=lambda one: not one.core)
        why = (one.why for one in self.agenda.left_out if one.commitment == commitment.id)
        return Promise(
            commitment=commitment,
            shows=tuple(map(self._shows, found)),
            prompts=tuple(self._with_child(one.words) for one in core_first),
            left_out=next(why, ""),
        )

    def _shows(self, held: _Held) -> Shows:
        place = anchor(held["line"])
        prompt = self.agenda.find_prompt(held["prompt"] or "")
        kind = KINDS[held["kind"]].word if held["kind"] in KINDS else held["kind"]
        return Shows(
            quote=held["quote"],
            kind=_BESIDE.get(kind, kind),
            line=place if f'id="{place}"' in self.paper else "",
            prompt=self._with_child(prompt.words) if prompt else "",
        )

    def _with_child(self, words: str) -> str:
        """A question with the children's made-up names in its gap."""
        names = " and ".join(self.mask.name(one.id) for one in self.people.children)
        return words.replace(CHILD, names or "your child")


def principles(found: Mapping[str, Iterable[_Held]], sources: Sources) -> tuple[Principle, ...]:
    """All fifteen, in the order of the Five Rs. ``found`` holds masked evidence as documents."""
    return tuple(
        Principle(
            one.name,
            tuple(sources.promise(each, found.get(each.id, ())) for each in one.commitments),
        )
        for one in PRINCIPLES
    )


def silent(several: Iterable[Principle]) -> Iterator[Promise]:
    """Those promises that nothing in the plan shows."""
    for one in several:
        yield from (each for each in one.promises if not each.shows)
