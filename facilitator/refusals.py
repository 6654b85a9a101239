"""What the app says when it won't do something: what is wrong, then what to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, in two short sentences fit to show to anybody.

    ``place`` says where (``people[3].role``, ``prompt 'REL-1b'``) and may be empty.
    ``wrong`` shows the value that is wrong; ``remedy`` says what to do about it.
    """

    place: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.wrong} {self.remedy}".strip()


class Refusal(Exception):
    """Something that the app won't do; carries every reason at once, never only the first."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    @classmethod
    def because(cls, wrong: str, remedy: str, place: str = "") -> "Refusal":
        """One reason, said in line."""
        return cls(Problem(place, wrong, remedy))
