"""Checks of agenda files by their paths, for whoever writes them."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from facilitator.agenda.opening import MOST_BYTES
from facilitator.agenda.plain_words import language_problems
from facilitator.agenda.rules import MOST_PROBLEMS
from facilitator.agenda.sayings import place
from facilitator.agenda.values import Agenda
from facilitator.refusals import Problem, Refusal


def check(paths: Iterable[Path]) -> tuple[tuple[Path, tuple[Problem, ...]], ...]:
    """Each path with what is wrong with the agenda there: nothing, where all is well.

    The language of its questions is looked at once the rest is sound.

    A path that can't be read is a problem too, never an exception.
    """
    return tuple((path, _problems(path)) for path in paths)


def _problems(path: Path) -> tuple[Problem, ...]:
    name = path.name
    try:
        if not path.is_file():
            return (Problem(place(name), "There is no such file.", "Give the path of an agenda."),)
        with path.open("rb") as file:
            agenda = Agenda.read(file.read(MOST_BYTES + 1), name)
    except Refusal as refusal:
        return refusal.problems
    except OSError as error:
        wrong = f"The file can't be read: {error.strerror}."
        return (Problem(place(name), wrong, "Check its path, and who may read it."),)
    return tuple(islice(language_problems(agenda, name), MOST_PROBLEMS))
