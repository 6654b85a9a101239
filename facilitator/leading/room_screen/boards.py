"""What stands side by side on the room screen: three columns of equal width for each stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Heading:
    """One column: what stands above it, and the kinds of lines below."""

    title: str
    kinds: tuple[str, ...]


Board = tuple[Heading, Heading, Heading]

_CHILDREN = Heading("In the children’s own words", ("child_view",))
_NOT_KNOWN = Heading("What we do not know yet", ("unknown",))
_KEEPER = Heading("Who looks after the plan", ("plan_keeper",))
_AGAIN = Heading("We meet again", ("meet_again",))
_TELLING = Heading("Who needs to know", ("telling",))

# Of each stage the first board is the usual one; the others come when a question asks for them.
# Answers stand on none: a "no" is said to people, and not put on a wall.
BOARDS: Mapping[str, tuple[Board, ...]] = MappingProxyType(
    {
        "open": (
            (
                Heading("Why we meet, how we began", ("purpose", "beginning")),
                Heading("What we hope for", ("hope", "goal")),
                Heading("How we talk today", ("agreement",)),
            ),
        ),
        "share": (
            (
                Heading("What is going well", ("strength",)),
                Heading("What is needed", ("need",)),
                Heading("What we worry about", ("worry",)),
            ),
            (
                Heading("Our questions", ("question",)),
                Heading("What must be in the plan", ("bottom_line", "if_no_plan")),
                _NOT_KNOWN,
            ),
            (
                _CHILDREN,
                Heading("How we see it", ("family_view", "disagreement")),
                Heading("Help on offer", ("help_offer",)),
            ),
        ),
        "agree": (
            (
                Heading("What we want", ("goal",)),
                Heading("What we will do", ("action",)),
                Heading("Help we ask for", ("request",)),
            ),
            (
                Heading("If things go wrong", ("if_then",)),
                Heading("What keeps us going", ("keep_going",)),
                Heading("We meet sooner if", ("meet_sooner",)),
            ),
            (_CHILDREN, Heading("Where we do not agree", ("disagreement",)), _NOT_KNOWN),
            (Heading("Who we are", ("statement", "love_line")), _KEEPER, _AGAIN),
            (
                Heading("What must be in the plan", ("bottom_line", "if_no_plan")),
                Heading("Our questions", ("question",)),
                _TELLING,
            ),
        ),
        "give": ((_KEEPER, _AGAIN, _TELLING),),
        "review": (
            (
                Heading("What we said we would do", ("old_step",)),
                Heading("What is going well", ("strength",)),
                Heading("What is needed now", ("need",)),
            ),
        ),
    }
)


def board_for(stage: str, gathered: Sequence[str], newest: str = "") -> Board | None:
    """The board of a stage: what people talk about now is in sight. None where it has none.

    ``gathered`` are the kinds that the question asks for, first things first; ``newest`` is the
    kind of the last line that answered it, which says best what is talked about.
    """
    boards = BOARDS.get(stage, ())
    for kind in (newest, *gathered):
        for board in boards:
            if any(kind in heading.kinds for heading in board):
                return board
    return boards[0] if boards else None
