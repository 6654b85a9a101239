"""The room screen as plain values: where we are, one question, and kept lines in three columns."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from facilitator.contributions.title import UNTITLED
from facilitator.leading.opening import Opened
from facilitator.leading.room_screen.boards import Board, board_for
from facilitator.leading.room_screen.in_the_room import InTheRoom
from facilitator.leading.room_screen.room_line import RoomLine, line_of
from facilitator.leading.screen.questions import Question, questions_of
from facilitator.leading.screen.screen import stages_of

OUR_MEETING = "Our meeting"
# These are for the facilitator to think, or for the family alone.
_NOT_ASKED_ALOUD = ("self", "card")


@dataclass(frozen=True)
class RoomColumn:
    """One of the three columns, with its lines in the order in which they were said."""

    title: str
    lines: tuple[RoomLine, ...]


@dataclass(frozen=True, kw_only=True)
class RoomView:
    """All that the room may see now. Without columns there is nothing to show but the title."""

    title: str
    stage: str
    strip: str
    question: str
    columns: tuple[RoomColumn, ...]

    @property
    def json(self) -> dict[str, Any]:
        """The same for the browser."""
        return asdict(self)


def room_of(opened: Opened) -> RoomView:
    """What the room may see: every word of it is safe for everybody who is here."""
    room = InTheRoom.of(opened)
    questions = questions_of(opened)
    here = next(one for one in stages_of(opened, questions) if one.state == "now")
    now = next((one for one in questions if one.id == opened.walk.now), None)
    lines = tuple(_lines(opened, room))
    board = board_for(here.id, now.gathers if now else (), _newest(lines, now))
    return RoomView(
        title=_title(opened, room),
        stage=here.id,
        strip=here.strip,
        question=_question(now, room),
        columns=_columns(board, lines) if board else (),
    )


Shown = tuple[str, str, RoomLine]  # its kind, the question that it answers, and the line


def _lines(opened: Opened, room: InTheRoom) -> Iterator[Shown]:
    for said in opened.said:
        if room.may_stand(said):
            line = line_of(said, opened.people, opened.kept.meeting.held_on)
            if line.texts and room.may_say(*line.texts):
                yield said.kind, said.prompt or "", line


def _newest(lines: tuple[Shown, ...], now: Question | None) -> str:
    """The kind of the last line that answers the question."""
    return next((kind for kind, asked, _ in reversed(lines) if now and asked == now.id), "")


def _columns(board: Board, lines: tuple[Shown, ...]) -> tuple[RoomColumn, ...]:
    return tuple(
        RoomColumn(one.title, tuple(line for kind, _, line in lines if kind in one.kinds))
        for one in board
    )


def _title(opened: Opened, room: InTheRoom) -> str:
    title = opened.title
    return title if title != UNTITLED and room.may_say(title) else OUR_MEETING


def _question(now: Question | None, room: InTheRoom) -> str:
    if now is None or now.to in _NOT_ASKED_ALOUD or not room.may_say(now.words):
        return ""
    return now.words
