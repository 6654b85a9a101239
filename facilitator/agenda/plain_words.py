"""Whether the questions of an agenda are open, plain and free of words that hurt.

These are checks for whoever writes an agenda. A meeting that has begun keeps its agenda, so what
a later list of words says never shuts a family out of its own meeting: ``Agenda.read`` does not
ask here.
"""

import re
from collections.abc import Iterator

from facilitator.agenda.sayings import place, shown
from facilitator.agenda.values import Agenda, Prompt
from facilitator.agenda.vocabulary import CHILD
from facilitator.plain_language import Level, Scope, check, grade
from facilitator.refusals import Problem

HARDEST_GRADE = 5  # Flesch-Kincaid, to the nearest grade; a child of ten can follow it
# A name stands in the gap while a question is read, as it will when it is asked.
_A_CHILD = "Sam"
_YES_OR_NO = re.compile(
    r"(?:am|are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will"
    r"|won|would)(?:n?['\u2019]t)?\s",
    re.IGNORECASE,
)


def language_problems(agenda: Agenda, name: str) -> Iterator[Problem]:
    """What is wrong with the language of the questions, prompt by prompt.

    Only English is read: of an agenda in another language there is nothing to say.
    """
    if agenda.language.split("-")[0].casefold() != "en":
        return
    for prompt in agenda.prompts:
        at = place(name, f"prompt {shown(prompt.id)}")
        yield from _shut_problems(prompt, at)
        for key, text in _said(prompt):
            yield from _word_problems(key, text, at)
        # A question is heard together with its follow-ups: four words alone have no grade.
        yield from _grade_problems("words", " ".join((prompt.words, *prompt.then)), at)
        for text in prompt.other_ways:
            yield from _grade_problems("other_ways", text, at)


def _said(prompt: Prompt) -> Iterator[tuple[str, str]]:
    yield "words", prompt.words
    yield from (("then", text) for text in prompt.then)
    yield from (("other_ways", text) for text in prompt.other_ways)


def _shut_problems(prompt: Prompt, at: str) -> Iterator[Problem]:
    """A question that yes or no can end, where something should be gathered.

    It may stand where an open one stands beside it: some people need the shut one first.
    """
    beside = (*prompt.then, *prompt.other_ways)
    if prompt.gathers and _is_shut(prompt.words) and all(_is_shut(text) for text in beside):
        yield Problem(
            at,
            f"Yes or no can end this question: {shown(prompt.words)}.",
            "Ask it with what, who, when or how, or add such a question to 'then' or 'other_ways'.",
        )


def _is_shut(text: str) -> bool:
    asked = re.split(r"[.!:]\s+", text)
    return any("?" in part and _YES_OR_NO.match(part) for part in asked)


def _word_problems(key: str, text: str, at: str) -> Iterator[Problem]:
    for found in check(_named(text), Scope.PROMPT, names=(_A_CHILD,)):
        if found.level is Level.STOP:
            instead = f" Say instead: {found.instead}." if found.instead else ""
            wrong = f"'{key}' says {shown(found.words)} ({found.reason})."
            yield Problem(at, wrong, f"{found.why}{instead}")


def _grade_problems(key: str, text: str, at: str) -> Iterator[Problem]:
    hard = grade(_named(text), (_A_CHILD,))
    if round(hard) > HARDEST_GRADE:
        yield Problem(
            at,
            f"'{key}' reads like grade {hard:.0f}, and a question has {HARDEST_GRADE} or less: "
            f"{shown(text)}.",
            "Use shorter words, or make two sentences of it.",
        )


def _named(text: str) -> str:
    return text.replace(CHILD, _A_CHILD)
