"""The agendas that come with the program, by name.

They are top-level files of the project, where people who are no programmers find them, and
are put into the package when it is built. One finder serves both.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from facilitator.agenda.sayings import one_of, shown
from facilitator.agenda.values import Agenda
from facilitator.refusals import Refusal

_ENDING = ".toml"


def names() -> tuple[str, ...]:
    """The names of the agendas that are there, in the order of the alphabet."""
    return tuple(
        sorted(
            entry.name.removesuffix(_ENDING)
            for entry in _folder().iterdir()
            if entry.name.endswith(_ENDING)
        )
    )


def load(name: str) -> Agenda:
    """The agenda of that name; a Refusal that says which there are where there is none."""
    data = find_file(name)
    if data is None:
        raise Refusal.because(f"There is no agenda called {shown(name)}.", one_of(name, names()))
    return Agenda.read(data, f"{name}{_ENDING}")


def find_file(name: str) -> bytes | None:
    """The very file of the agenda of that name, for a meeting to keep, or None."""
    return (_folder() / f"{name}{_ENDING}").read_bytes() if name in names() else None


def _folder() -> Traversable:
    inside = files("facilitator") / "agendas"
    if inside.is_dir():
        return inside
    return Path(__file__).parents[2] / "agendas"
