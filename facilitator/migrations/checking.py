"""Says what is wrong with the database, in sentences."""

from facilitator.database import url_of
from facilitator.database.files import faults, make_private
from facilitator.migrations import stepping
from facilitator.refusals import Problem, Refusal
from facilitator.settings import Config


def check(config: Config) -> tuple[Problem, ...]:
    """Everything that is wrong with the database: its rights, its pages, its rows, its step."""
    path = config.database_file
    if path is None:
        return _step(config, "PostgreSQL")
    if not path.exists():
        wrong = "There is no database yet."
        return (Problem(str(path), wrong, "Start the app: facilitator run."),)
    found = faults(path)
    try:
        make_private(path)
    except Refusal as refusal:
        found += refusal.problems
    # A damaged file may not even say which step it stands at.
    return found or _step(config, str(path))


def _step(config: Config, place: str) -> tuple[Problem, ...]:
    at, known = stepping.standing(url_of(config)), stepping.known()
    if at == known[0]:
        return ()
    if at in known or not at:
        wrong = "It is not up to date with this version of the app."
        return (Problem(place, wrong, "Run: facilitator db upgrade."),)
    wrong = f"It was written by a newer version of the app (step {at})."
    return (Problem(place, wrong, "Install that version again."),)
