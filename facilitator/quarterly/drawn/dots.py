"""One dot for each plan, stacked over the rating that it got."""

from dataclasses import dataclass

from facilitator.audits.statistics import Spread

WIDTH = 340
_COLUMN = 68
_IN_A_ROW = 6
_STEP = 10
_RADIUS = 4
_BASE = 42  # room for the words under the line
_HEAD = 20  # room for the number over the highest stack
_MOST = 36  # dots in one stack
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
LABELS = ("0", "1", "2", "3", "does not apply")


@dataclass(frozen=True)
class Stack:
    """The dots over one rating, all in one path: a page of twenty criteria has a thousand."""

    label: str
    plans: int
    middle: int
    top: int
    path: str
    hollow: bool


@dataclass(frozen=True)
class Dots:
    """The plans of one criterion; ``each`` is how many plans one dot stands for."""

    stacks: tuple[Stack, ...]
    plans: int
    each: int
    height: int
    line: int
    width: int = WIDTH

    @property
    def told(self) -> str:
        """All of it in a sentence."""
        rated = ", ".join(
            f"{one.plans} got {one.label}" for one in self.stacks if one.plans and not one.hollow
        )
        apart = self.stacks[-1].plans
        more = f" It does not apply to {apart}." if apart else ""
        return f"{self.plans} plans: {rated or 'none is rated'}.{more}"


def dots(spread: Spread) -> Dots:
    """The drawing of a spread."""
    counts = (*spread.levels, spread.not_applicable)
    each = next(step for step in _STEPS if max(counts) <= step * _MOST or step == _STEPS[-1])
    highest = max(-(-_shown(count, each) // _IN_A_ROW) for count in counts)
    line = _HEAD + highest * _STEP
    stacks = tuple(_stack(at, count, each, line) for at, count in enumerate(counts))
    return Dots(stacks, spread.plans, each, line + _BASE, line)


def _shown(count: int, each: int) -> int:
    """How many dots: a plan is never rounded away."""
    return -(-count // each)


def _stack(at: int, count: int, each: int, line: int) -> Stack:
    shown, hollow = _shown(count, each), at == len(LABELS) - 1
    rows = -(-shown // _IN_A_ROW)
    left = at * _COLUMN + (_COLUMN - (min(shown, _IN_A_ROW) - 1) * _STEP) // 2
    places = tuple(
        (left + _STEP * (nth % _IN_A_ROW), line - 6 - _STEP * (nth // _IN_A_ROW))
        for nth in range(shown)
    )
    return Stack(
        label=LABELS[at],
        plans=count,
        middle=at * _COLUMN + _COLUMN // 2,
        top=line - rows * _STEP - 6,
        path="".join((_square if hollow else _circle)(x, y) for x, y in places),
        hollow=hollow,
    )


def _circle(x: int, y: int) -> str:
    half = f"a{_RADIUS} {_RADIUS} 0 1 0"
    return f"M{x - _RADIUS} {y}{half} {2 * _RADIUS} 0{half} {-2 * _RADIUS} 0"


def _square(x: int, y: int) -> str:
    side = 2 * _RADIUS - 2
    return f"M{x - _RADIUS + 1} {y - _RADIUS + 1}h{side}v{side}h{-side}z"
