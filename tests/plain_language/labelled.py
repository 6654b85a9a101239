"""The labelled set: lines with what a careful editor would find in them, and how the check does.

A label is the words of a place ("failed to engage"), or the name of a shape in round brackets
("(long sentence)") where the sentence is at fault and no single word. The lines were labelled by
hand before the check was ever run on them.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facilitator.plain_language import OF_WORDS, Finding, Given, Level, Reason, Scope, check

FILES = tuple(sorted(Path(__file__).parent.glob("labelled_*.toml")))
BOXES_FILLED = Given(who=True, day=True, how_often=True)


@dataclass(frozen=True, slots=True)
class Label:
    """One place that should be found: a span of the text, or a shape of its sentence."""

    level: Level
    start: int = 0
    end: int = 0
    shape: Reason | None = None

    def meets(self, finding: Finding) -> bool:
        """Is the finding at this place, whatever its level?"""
        if self.shape is not None:
            return finding.reason is self.shape
        return finding.start < self.end and self.start < finding.end


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the set. ``given``: what a step's own boxes say; ``bare`` lines have none."""

    text: str
    scope: Scope
    given: Given
    names: tuple[str, ...]
    labels: tuple[Label, ...]

    @property
    def is_harmless(self) -> bool:
        return not self.labels


@dataclass
class Tally:
    """How many of what was found is right, and how much of what is there was found."""

    found: int = 0
    right: int = 0
    there: int = 0
    seen: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.seen / self.there if self.there else 1.0


@dataclass
class Measure:
    """What came of one run over the set."""

    by_level: dict[Level, Tally] = field(default_factory=lambda: {it: Tally() for it in Level})
    any_level: Tally = field(default_factory=Tally)
    harmless: int = 0
    false_words: int = 0
    false_any: int = 0
    wrong: Counter[Reason] = field(default_factory=Counter)

    def per_hundred(self, flags: int) -> float:
        return 100 * flags / self.harmless


def lines(files: Iterable[Path] = FILES) -> tuple[Line, ...]:
    """Every line of the set; a label that its line does not hold is a mistake of the set."""
    return tuple(line for path in files for line in _of(tomllib.loads(path.read_text("utf-8"))))


def _of(document: dict[str, Any]) -> Iterator[Line]:
    for row in document["line"]:
        scope = Scope(row.get("scope", "all"))
        yield Line(
            text=row["text"],
            scope=scope,
            given=Given() if row.get("bare") else BOXES_FILLED,
            names=tuple(document["names"]),
            labels=tuple(
                _label(row["text"], words, level) for level in Level for words in row.get(level, ())
            ),
        )


def _label(text: str, words: str, level: Level) -> Label:
    if words.startswith("("):
        return Label(level, shape=Reason(words.strip("()")))
    start = text.index(words)
    return Label(level, start, start + len(words))


def check_line(line: Line) -> tuple[Finding, ...]:
    """What the check says of a line of the set."""
    return check(line.text, line.scope, names=line.names, given=line.given)


def measured(
    of: Iterable[Line], checked: Callable[[Line], tuple[Finding, ...]] = check_line
) -> Measure:
    """Run the check over the lines, and hold what it finds against the labels."""
    measure = Measure()
    for line in of:
        findings = checked(line)
        for level in Level:
            _count(
                measure.by_level[level],
                [it for it in findings if it.level is level],
                [it for it in line.labels if it.level is level],
            )
        _count(measure.any_level, findings, line.labels)
        measure.wrong.update(
            it.reason
            for it in findings
            if not any(label.meets(it) and label.level is it.level for label in line.labels)
        )
        if line.is_harmless:
            flags = [it for it in findings if it.level is not Level.EXPLAIN]
            measure.harmless += 1
            measure.false_any += len(flags)
            measure.false_words += sum(it.reason in OF_WORDS for it in flags)
    return measure


def _count(tally: Tally, findings: Iterable[Finding], labels: Iterable[Label]) -> None:
    findings, labels = tuple(findings), tuple(labels)
    tally.found += len(findings)
    tally.right += sum(any(label.meets(it) for label in labels) for it in findings)
    tally.there += len(labels)
    tally.seen += sum(any(label.meets(it) for it in findings) for label in labels)
