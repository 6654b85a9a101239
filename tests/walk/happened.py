"""Small agendas, and what happens while one is followed."""

from datetime import UTC, datetime, timedelta
from itertools import count

from facilitator.agenda import Agenda, Prompt, Stage
from facilitator.walk import Happening, Walk, What
from tests.kept import SAM

TEN = datetime(2027, 2, 27, 10, tzinfo=UTC)
_numbers = count()


def prompt(prompt_id: str, stage: str, *, core: bool = True, to: str = "all") -> Prompt:
    return Prompt(
        id=prompt_id,
        stage=stage,
        to=to,
        words=f"{prompt_id}?",
        then=(),
        gathers=(),
        commitments=(),
        core=core,
        aspect="",
        other_ways=(),
        technique="",
    )


def agenda(*prompts: Prompt) -> Agenda:
    stages = dict.fromkeys(one.stage for one in prompts)
    return Agenda(
        id="small",
        name="Small",
        about="",
        language="en",
        stages=tuple(Stage(one, one.title(), None, ()) for one in stages),
        prompts=prompts,
        techniques=(),
        left_out=(),
    )


DAY = agenda(
    prompt("before", "prepare"),
    prompt("welcome", "open"),
    prompt("tea", "open", core=False),
    prompt("good", "share"),
    prompt("think", "share", to="self"),
    prompt("worry", "share"),
    prompt("card-1", "private", to="card"),
    prompt("card-2", "private", to="card"),
    prompt("step", "agree"),
)


def happened(what: What, about: str, *, minute: int = 0, words: str = "") -> Happening:
    return Happening(
        what=what,
        about=about,
        words=words,
        key=f"key-{next(_numbers)}",
        at=TEN + timedelta(minutes=minute),
        typed_by=SAM.id,
    )


def walk(*happenings: Happening, answered: tuple[str, ...] = ()) -> Walk:
    return Walk.of(DAY, happenings, answered)
