"""What a whole agenda must keep to: the checks, and the order in which they are said."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from facilitator.agenda import keys
from facilitator.agenda.coverage import coverage_problems
from facilitator.agenda.keys import Takes
from facilitator.agenda.sayings import one_of, place, shown
from facilitator.agenda.shape import spelling_problems, table_problems, value_problems
from facilitator.agenda.tables import Table, listed, named, tables, words
from facilitator.agenda.vocabulary import FORMAT, HEARERS, OUT_OF_PRIVATE_TIME
from facilitator.refusals import Problem

MOST_PROBLEMS = 100


def first_problems(document: Table, name: str) -> tuple[Problem, ...]:
    """Everything that is wrong with a parsed agenda; no more than MOST_PROBLEMS of it.

    The checks are made one by one as they are asked for, so a file of nothing but faults
    costs no more than its first hundred.
    """
    found = tuple(islice(_problems(document, name), MOST_PROBLEMS + 1))
    if len(found) <= MOST_PROBLEMS:
        return found
    more = Problem(
        place(name),
        f"There are more problems than these {MOST_PROBLEMS}.",
        "Put these right first, then check again.",
    )
    return (*found[:MOST_PROBLEMS], more)


def _problems(document: Table, name: str) -> Iterator[Problem]:
    written_for = words(document, "format")
    if written_for != FORMAT and written_for.startswith("facilitator-agenda/"):
        # Its keys may well be right for the program that it was made for.
        yield Problem(
            place(name),
            f"The format is {shown(written_for)}, which this program does not know.",
            f"Use a newer program, or write the agenda as {FORMAT}.",
        )
        return
    yield from table_problems(document, keys.TOP, place(name))
    yield from _stages_problems(document, name)
    yield from _techniques_problems(document, name)
    yield from _prompts_problems(document, name)
    yield from _left_out_problems(document, name)
    # A file with no prompt at all is told just that.
    if tables(document, "prompt"):
        yield from coverage_problems(document, name)


def _stages_problems(document: Table, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, stage in _numbered(document, "stage", name):
        yield from table_problems(stage, keys.STAGE, at)
        yield from _double_problems(words(stage, "id"), seen, at)
        if words(stage, "id") != "private":
            continue
        for part in listed(stage, "presence"):
            if part in OUT_OF_PRIVATE_TIME:
                yield Problem(
                    at,
                    f"The {part} is in the room in private family time.",
                    f"Take '{part}' out of 'presence'. Nobody from the service stays.",
                )


def _techniques_problems(document: Table, name: str) -> Iterator[Problem]:
    for technique_id, table in named(document, "technique"):
        at = place(name, f"technique {shown(technique_id)}")
        yield from spelling_problems(keys.TECHNIQUE_NAME, "Its name", technique_id, at)
        if isinstance(table, dict):
            yield from table_problems(table, keys.TECHNIQUE, at)
        else:
            yield Problem(
                at,
                f"It is {shown(table)}, and should be {Takes.TABLE}.",
                "Begin it with [technique.one_voice], in single brackets.",
            )


def _prompts_problems(document: Table, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    stages = {words(stage, "id"): stage for stage in tables(document, "stage")}
    techniques = tuple(technique_id for technique_id, _ in named(document, "technique"))
    for at, prompt in _numbered(document, "prompt", name):
        yield from table_problems(prompt, keys.PROMPT, at)
        yield from _double_problems(words(prompt, "id"), seen, at)
        yield from _technique_problems(words(prompt, "technique"), techniques, at)
        yield from _stage_problems(prompt, stages, at)
        if words(prompt, "to") == "self" and listed(prompt, "gathers"):
            yield Problem(
                at,
                f"It is put to 'self', and gathers {shown(listed(prompt, 'gathers')[0])}.",
                "Take out 'gathers'. What the facilitator thinks is a note of their own.",
            )


def _stage_problems(prompt: Table, stages: dict[str, Table], at: str) -> Iterator[Problem]:
    """What is wrong between a prompt and the stage that it stands in."""
    stage_id, to = words(prompt, "stage"), words(prompt, "to")
    stage = stages.get(stage_id)
    if stage is None:
        # A stage that no agenda has is said already, with the stages to choose from.
        if stage_id in keys.known(keys.PROMPT, "stage"):
            yield Problem(
                at,
                f"This agenda has no stage '{stage_id}'.",
                _use_or(stage_id, tuple(stages), "add a [[stage]] of that id."),
            )
        return
    if (stage_id == "private") != (to == "card") and to in keys.known(keys.PROMPT, "to"):
        yield Problem(
            at,
            f"It is put to '{to}' in the stage '{stage_id}'.",
            "In private family time nobody asks: 'card' belongs there, and nothing else does.",
        )
    present = listed(stage, "presence")
    hearers = HEARERS.get(to, ())
    if hearers and present and not set(hearers) & set(present):
        yield Problem(
            at,
            f"It is put to '{to}', who is not there in the stage '{stage_id}'.",
            f"Add {' or '.join(hearers)} to the 'presence' of that stage, or ask somebody else.",
        )


def _technique_problems(
    technique_id: str, techniques: tuple[str, ...], at: str
) -> Iterator[Problem]:
    if technique_id and technique_id not in techniques:
        yield Problem(
            at,
            f"This agenda has no technique called {shown(technique_id)}.",
            _use_or(technique_id, techniques, "write it, with its name as a heading."),
        )


def _left_out_problems(document: Table, name: str) -> Iterator[Problem]:
    known = keys.known(keys.PROMPT, "commitments")
    for commitment, why in named(document, "left_out"):
        at = place(name, f"left_out {shown(commitment)}")
        if commitment not in known:
            wrong = f"There is no commitment called {shown(commitment)}."
            yield Problem(at, wrong, one_of(commitment, known))
        key = replace(keys.WHY_LEFT_OUT, name=_bare(commitment))
        yield from value_problems(key, why, at)


def _numbered(document: Table, key: str, name: str) -> Iterator[tuple[str, Table]]:
    """Each stage or prompt with its place: by its id, or by its number where it has none."""
    for number, table in enumerate(tables(document, key), start=1):
        table_id = words(table, "id")
        called = f"{key} {shown(table_id)}" if table_id else f"{key} number {number}"
        yield place(name, called), table


def _double_problems(table_id: str, seen: set[str], at: str) -> Iterator[Problem]:
    folded = table_id.casefold()
    if folded and folded in seen:
        yield Problem(
            at,
            f"The id {shown(table_id)} stands here a second time.",
            "Give this one another id. Capital and small letters count as the same.",
        )
    seen.add(folded)


def _use_or(value: str, known: tuple[str, ...], otherwise: str) -> str:
    """What to use instead of a name that this agenda does not have, or what to add to it."""
    if not known:
        return otherwise[0].upper() + otherwise[1:]
    return f"{one_of(value, known)} Or {otherwise}"


def _bare(text: str) -> str:
    return shown(text)[1:-1]
