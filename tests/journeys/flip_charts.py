"""Four flip-chart pages as the practice family's day left them on the wall.

The plan's own pages are in the family's full words. On the first page stand the heads that people
write on big paper while others talk. Names are typed by the numbers of the seats where somebody
who types would do so, and as they stand on the paper where that is as quick.
"""

from dataclasses import dataclass
from typing import Any

GOING_WELL = (
    ("Charlene asked for help herself.", "4"),
    ("Own beds at Nan's every weekend.", "5"),
    ("Jaydon has learned 80 signs.", "9"),
    ("All five clinic visits this year.", "Megan"),
    ("Dad rings every Sunday.", "2"),
)
NEEDS = (
    ("Tiana needs to be a child at night.", "7"),
    ("Working hearing aids and people who sign.", "9"),
    ("Twelve weeks to get well.", "1"),
    ("Money for food, a car seat, two days off.", "5"),
    ("Church, Nan's food, hair done right.", "Nan"),
)
WORRIES = (
    ("Tiana gets up in the night to check on Mum.", "1"),
    ("If I say how bad it gets, I will not get them back.", "1"),
)


@dataclass(frozen=True)
class FlipChart:
    """One page of the grid: its link, and its rows, cell by cell."""

    title: str
    rows: tuple[tuple[str, ...], ...]


def flip_charts(document: dict[str, Any]) -> tuple[FlipChart, ...]:
    """The pages of the day in that record."""
    plan = document["plan"]
    seated = [one["id"] for one in document["people"] if one["role"] != "facilitator"]
    seats = dict(zip(seated, (*"1234567890", "Megan"), strict=True))

    def whom(ids: list[str]) -> str:
        return " ".join(seats[one] for one in ids)

    steps = [(one["what"], whom(one["who"]), one["how_often"]) for one in plan["actions"]]
    help_asked = [(one["what"], seats[one["of"]]) for one in plan["support_requests"]]
    wrong = [
        (one["if"], one["then"], seats[one["who"]], seats[one["second"]])
        for one in plan["contingency"]
    ]
    again = ("22 May 2027", "10am", plan["review"]["place"])
    return (
        FlipChart("What is going well", GOING_WELL),
        FlipChart("What is needed", NEEDS),
        FlipChart("What we worry about", WORRIES),
        FlipChart("What we will do", tuple(steps)),
        FlipChart("If things go wrong", tuple(wrong)),
        FlipChart("Help we asked for", tuple(help_asked)),
        FlipChart("When we meet again", (again,)),
    )
