"""What the browser gets back, as JSON: lines, clashes, reasons."""

from typing import Any

from facilitator.contributions import Change, Contribution, Wording
from facilitator.kinds import Holds
from facilitator.leading.lines.line_json import document_of
from facilitator.leading.lines.saving import Answer, Clashed, Kept, Refused
from facilitator.leading.tray import unfinished
from facilitator.people import People
from facilitator.refusals import Problem

Json = dict[str, Any]


def body(answer: Answer) -> Json:
    """What is told of one save, whatever came of it."""
    if isinstance(answer, Kept):
        return {"line": line(answer.wording, answer.people), "key": answer.key}
    if isinstance(answer, Clashed):
        kept, asked = (
            line(answer.kept, answer.people),
            _line(answer.asked, answer.asked.based_on, answer.people),
        )
        return {"clash": {"kept": kept, "asked": asked}}
    return problems(answer.problems, answer.needs if isinstance(answer, Refused) else "")


def problems(found: tuple[Problem, ...], needs: str = "") -> Json:
    """The reasons, each with what to do about it; ``needs`` names a key that would help."""
    needed = {"needs": needs} if needs else {}
    return {
        "problems": [
            {"place": one.place, "wrong": one.wrong, "remedy": one.remedy, **needed}
            for one in found
        ]
    }


def line(wording: Wording, people: People) -> Json:
    """One line as it stands."""
    return _line(wording.change, wording.number, people)


def speakers(said: Contribution, people: People) -> str:
    """Who said it, or who will do it, by the names for everyday: "Nan", "Nan and Grandad"."""
    named = (said.by,) if said.row.who == "by" else said.fields.ids(said.row.who)
    names = [person.short_name for one in named if (person := people.find(one))]
    return " and ".join((", ".join(names[:-1]), names[-1]) if len(names) > 1 else names)


def _line(change: Change, number: int, people: People) -> Json:
    said = change.said
    return {
        "ref": said.id,
        "number": number,
        "key": change.key,
        "kind_label": said.row.label,
        "by_name": speakers(said, people),
        "several": any(
            one.key == said.row.who and one.holds is Holds.PEOPLE for one in said.row.fields
        ),
        "unfinished": list(unfinished(said, people)),
        **document_of(change),
    }
