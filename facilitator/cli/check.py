"""The command `facilitator check`: what could be said more plainly or more kindly."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from facilitator.refusals import Refusal

if TYPE_CHECKING:
    from facilitator.plain_language import Finding, Reading, Scope

MOST_BYTES = 10_000_000
# Python's own splitlines also breaks at marks that no editor counts as the end of a line.
_LINE_END = re.compile("\r\n|\n|\r")

FoundIn = tuple[int, "Finding"]  # the number of a line, from 1


class _ToldInJson(click.Command):
    """A command that says in JSON what it can't do, when it was asked to speak JSON."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--json" not in args:
            return super().parse_args(ctx, args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as wrong:
            _say_json({"error": wrong.format_message(), "remedy": "See: facilitator check --help"})
            ctx.exit(2)


@click.command(cls=_ToldInJson)
@click.argument("file", default="-", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--scope",
    default="all",
    help="What the lines are: all, actions, goals, contingency, child, prompt or screen.",
)
@click.option("--json", "in_json", is_flag=True, help="For a program to read.")
@click.option(
    "--words",
    type=click.Path(path_type=Path),
    envvar="FACILITATOR_WORDS",
    help="A service's own list of words (a TOML file); else that of FACILITATOR_WORDS.",
)
def check(*, file: Path, scope: str, in_json: bool, words: Path | None) -> None:
    """Say what in FILE could be plainer or kinder. Each line of FILE is one line of a plan.

    Without FILE, or with -, it reads what is typed. Ends with 1 where a line has a stop, with 2
    for a wrong call, else with 0. Nothing is changed and nothing is kept.
    """
    from facilitator import plain_language

    try:
        kind = _scope(scope)
        lines = _lines(_read(file))
        lists = plain_language.with_service(words) if words else plain_language.shipped()
    except Refusal as refusal:
        _tell_refusal(refusal, in_json=in_json)
        sys.exit(2)
    found = [
        (number, finding)
        for number, line in enumerate(lines, start=1)
        for finding in plain_language.check(line, kind, lists=lists)
    ]
    reading = plain_language.reading(lines)
    if in_json:
        _say_json(
            {"findings": [_in_json(it) for it in found], "reading": _reading_in_json(reading)}
        )
    else:
        each = [_sentence(it) for it in found] or ["Nothing found."]
        click.echo("\n".join((*each, *_about_reading(reading))))
    sys.exit(1 if any(finding.level == "stop" for _, finding in found) else 0)


def _scope(name: str) -> "Scope":
    from facilitator.plain_language import Scope
    from facilitator.strict import shown

    if name not in list(Scope):
        wrong = f"There is no scope called {shown(name)}."
        raise Refusal.because(wrong, f"Use one of: {', '.join(Scope)}.")
    return Scope(name)


def _read(file: Path) -> bytes:
    try:
        if str(file) == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refusal.because(
            f"{_called(file)} can't be read: {error.strerror}.", "Check the path of the file."
        ) from None
    if len(data) > MOST_BYTES:
        raise Refusal.because(
            f"{_called(file)} is more than {MOST_BYTES // 1_000_000} MB long.",
            "Check it in smaller parts.",
        )
    _refuse_what_is_not_utf8(data, file)
    return data


def _refuse_what_is_not_utf8(data: bytes, file: Path) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal.because(
            f"{_called(file)} is UTF-16, not UTF-8.", "Save it as UTF-8, then check it again."
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(_LINE_END.findall(data[: error.start].decode("utf-8"))) + 1
        raise Refusal.because(
            f"{_called(file)} is not UTF-8: line {line} has a byte that no letter begins with.",
            "Save it as UTF-8, then check it again.",
        ) from None


def _lines(data: bytes) -> list[str]:
    """The lines of a text, without the mark that some editors put before it."""
    lines = _LINE_END.split(data.decode("utf-8-sig"))
    return lines if lines[-1] else lines[:-1]


def _called(file: Path) -> str:
    from facilitator.strict import shown

    return "What was typed" if str(file) == "-" else shown(file.name)


def _tell_refusal(refusal: Refusal, *, in_json: bool) -> None:
    if not in_json:
        click.echo(str(refusal), err=True)
        return
    wrongs = [": ".join(part for part in (it.place, it.wrong) if part) for it in refusal.problems]
    remedies = dict.fromkeys(it.remedy for it in refusal.problems)
    _say_json({"error": " ".join(wrongs), "remedy": " ".join(remedies)})


def _say_json(answer: dict[str, Any]) -> None:
    """In UTF-8, whatever the terminal believes."""
    click.echo(json.dumps(answer, ensure_ascii=False).encode())


def _in_json(found: FoundIn) -> dict[str, Any]:
    number, it = found
    return {
        "line": number,
        "start": it.start,
        "end": it.end,
        "level": it.level.value,
        "reason": it.reason.value,
        "words": it.words,
        "instead": it.instead,
        "why": it.why,
    }


def _reading_in_json(reading: "Reading") -> dict[str, Any]:
    return {
        "words": reading.words,
        "sentences": reading.sentences,
        "grade": reading.grade,
        "uk_age": reading.uk_age,
        "mean_sentence": reading.mean_sentence,
        "longest_sentence": reading.longest_sentence,
        "share_over_20": reading.share_over_20,
        "longest": reading.longest,
        "hard_share": reading.hard_share,
        "help_most": [{"line": at + 1, "why": why} for at, why in reading.help_most],
    }


def _sentence(found: FoundIn) -> str:
    from facilitator.strict import shown

    number, it = found
    where = f"Line {number}, letters {it.start + 1} to {it.end}"
    instead = f" Say instead: {it.instead}" if it.instead else ""
    return f"{where}: {it.level.value}, {it.reason.value}: {shown(it.words)}. {it.why}{instead}"


def _about_reading(reading: "Reading") -> Iterator[str]:
    """How the whole reads: after what was found in each line, never before it."""
    if not reading.words:
        return
    words = f"{reading.words} words" if reading.words != 1 else "1 word"
    yield (
        f"{words}. A sentence has {reading.mean_sentence:.1f} words on average, the longest has "
        f"{reading.longest_sentence}."
    )
    if reading.grade is None or reading.uk_age is None:
        yield "That is too short to say how hard it reads: 100 words or more can be measured."
    else:
        age = max(round(reading.uk_age), 5)
        yield f"A child of about {age} could read it (grade {reading.grade:.1f})."
    for at, why in reading.help_most:
        yield f"Line {at + 1} would help most: {why}"
