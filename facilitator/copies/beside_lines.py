"""What somebody put beside a line stands where that line stands, and nowhere else.

"That's not what I said" on a copy that does not hold the line would show that there is one.
"""

from facilitator.plans import Line

BESIDE = "not_said"


def only_beside_their_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, without what was put beside lines none of which is among them."""
    put = [line for line in lines if line.kind == BESIDE and line.answers]
    beside = {line.id for line in put}
    held = {line.id for line in lines} - beside
    # Words may stand beside words that stand beside a line: they hang on that line.
    while more := {one.id for one in put if not held.isdisjoint(one.answers)} - held:
        held |= more
    return tuple(line for line in lines if line.id in held)


def with_what_is_beside(lines: tuple[Line, ...], heard: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines a reader holds, and what was put beside them; all in the order of ``heard``."""
    theirs = {line.id: line for line in lines}
    may = tuple(theirs.get(one.id, one) for one in heard if one.id in theirs or one.kind == BESIDE)
    reached = only_beside_their_lines(may)
    return tuple(one for one in reached if one.id in theirs or one.answers)
