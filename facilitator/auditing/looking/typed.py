"""What was sent of a look, as a form or as JSON: read with nothing believed about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from facilitator.audits.look import Answer
from facilitator.audits.rubric import LEVELS
from facilitator.audits.statistics import NOT_APPLICABLE, Rating
from facilitator.canonical import fingerprint
from facilitator.refusals import Problem, Refusal
from facilitator.strict.text import text_problems

LONGEST_WORDS = 5000
_RATINGS: Mapping[str, Rating] = {
    "": None,
    NOT_APPLICABLE: NOT_APPLICABLE,
    **{str(level): level for level in LEVELS},
}
_MOST_DIGITS = 9


@dataclass(frozen=True)
class Typed:
    """One answer as it was sent: what is wrong with it, and whether anything in it was touched."""

    answer: Answer
    problems: tuple[Problem, ...] = ()
    is_touched: bool = True


def mark_of(answer: Answer) -> str:
    """What a page carries of an answer that it shows, to tell later whether anybody touched it."""
    return fingerprint([str(answer.rating), answer.words])


def from_form(form: Mapping[str, str], criteria: Iterable[str]) -> tuple[Typed, ...]:
    """What a form says of these criteria; those that it does not hold are left out."""
    found = []
    for one in criteria:
        if f"words-{one}" not in form:
            continue
        typed = _typed(
            one,
            form.get(f"rating-{one}", ""),
            form[f"words-{one}"],
            form.get(f"based_on-{one}", ""),
        )
        is_touched = mark_of(typed.answer) != form.get(f"shown-{one}")
        found.append(replace(typed, is_touched=is_touched))
    return tuple(found)


def from_json(criterion: str, document: object) -> tuple[Typed, str]:
    """What a script says of one criterion, and the key of this save; Refusal for anything else."""
    if not isinstance(document, Mapping):
        raise Refusal.because("This is no answer to a criterion.", "Reload the page.")
    held = [document.get(name) for name in ("rating", "words", "key")]
    number = document.get("based_on")
    if not all(isinstance(one, str) for one in held) or type(number) is not int:
        raise Refusal.because("This is no whole answer to a criterion.", "Reload the page.")
    rating, words, key = map(str, held)
    return _typed(criterion, rating, words, str(number)), key


def _typed(criterion: str, rating: str, words: str, based_on: str) -> Typed:
    tidy = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    problems = []
    if rating not in _RATINGS:
        problems.append(Problem(criterion, f"“{rating[:20]}” is no rating.", "Choose one."))
    if len(tidy) > LONGEST_WORDS:
        remedy = f"Use {LONGEST_WORDS:,} characters at most."
        problems.append(Problem(criterion, "That is too long.", remedy))
    problems += [
        Problem(criterion, one.wrong, "Take that character out.") for one in text_problems(tidy)
    ]
    is_number = based_on.isascii() and based_on.isdecimal() and len(based_on) <= _MOST_DIGITS
    answer = Answer(
        criterion=criterion,
        rating=_RATINGS.get(rating),
        words=tidy,
        revision=int(based_on) if is_number else 0,
    )
    return Typed(answer, tuple(problems))
