"""Before anybody is let in: is the database there, whole, and what it was when the app ended?"""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from facilitator import days
from facilitator.backups import kept
from facilitator.database import seal
from facilitator.database.files import faults, sweep
from facilitator.refusals import Problem, Refusal
from facilitator.settings import Config

ZONE = ZoneInfo("Europe/London")


def look(config: Config) -> None:
    """Refuse to start on a damaged database, with the latest good backup and how to put it back.

    A file that is to the byte what it was when the app ended needs no further look. After a kill
    it is gone through whole. Whatever a killed program had begun to copy is taken away.
    """
    path = config.database_file
    if path is None:
        return
    for folder in (path.parent, kept.folder_of(config)):
        sweep(folder)
    if not path.exists() or not path.stat().st_size:
        _refuse_to_begin_anew(config, path)
        return
    if told := damage(path):
        raise Refusal(Problem(str(path), _say(told), remedy(config)))
    seal.unseal(path)  # From now on it changes.


def damage(path: Path) -> tuple[Problem, ...]:
    """What is wrong with that database. Nobody in this program may have it open.

    A seal says nothing of a file that a killed program was writing to: SQLite takes the changes
    back, but leaves what stood in its free pages.
    """
    if path.with_name(f"{path.name}-journal").exists():
        return faults(path)
    if broken := seal.broken(path):
        return (broken,)
    return () if seal.is_sealed(path) else faults(path)


def remedy(config: Config) -> str:
    """How to go on after damage: the newest whole backup, with its day and the exact command."""
    for one in kept.list_of(config):
        if one.is_whole():
            aside = "What is there now is kept beside it."
            command = f"facilitator db restore '{one.path}'"
            return f"The latest whole backup is of {when(one.made_at)}. Run: {command}. {aside}"
    return (
        f"There is no whole backup in '{kept.folder_of(config)}'. "
        "If you keep one elsewhere, run: facilitator db restore FILE."
    )


def when(at: datetime) -> str:
    """A moment as people say it: "Saturday 27 February 2027, 7.45pm"."""
    here = at.astimezone(ZONE)
    return f"{days.day(here.date())}, {days.time_of_day(here.time())}"


def _say(told: tuple[Problem, ...]) -> str:
    said = " ".join(one.wrong for one in told[:3])
    return said if len(told) <= 3 else f"{said} And more."  # noqa: PLR2004 - enough to see it


def _refuse_to_begin_anew(config: Config, path: Path) -> None:
    """Not in silence, where there was a database: its families would seem to be gone."""
    found = kept.list_of(config)
    left = seal.place_of(path)
    if not found and not left.exists():
        return
    wrong = "The database is gone." if not path.exists() else "The database is empty."
    there = kept.folder_of(config) if found else left
    anew = f"To begin with nothing, put '{there}' somewhere else first."
    raise Refusal(Problem(str(path), wrong, f"{remedy(config)} {anew}"))
