"""How much of the labelled set the language check finds, and how much of what it finds is right."""

from collections.abc import Iterator

from benchmarks.table import Row
from facilitator.plain_language import Level
from tests.plain_language import labelled

# What was aimed at for the words that must change; the other levels only offer.
PRECISION_OF_STOPS = 0.95
RECALL_OF_STOPS = 0.90
FALSE_FLAGS = 2.0


def rows() -> Iterator[Row]:
    """Precision and recall by level, and false flags per 100 harmless lines."""
    lines = labelled.lines()
    came = labelled.measured(lines)
    for level, tally in came.by_level.items():
        stop = level is Level.STOP
        yield Row(
            f"language, {level}: precision, recall ({tally.there} in {len(lines)} lines)",
            f"{tally.precision:.3f}, {tally.recall:.3f}",
            f"{PRECISION_OF_STOPS:.2f}, {RECALL_OF_STOPS:.2f}" if stop else "",
            _enough(tally) if stop else None,
        )
    whole = came.any_level
    yield Row(
        "language, whatever the level: precision, recall",
        f"{whole.precision:.3f}, {whole.recall:.3f}",
    )
    words, every = came.per_hundred(came.false_words), came.per_hundred(came.false_any)
    yield Row(
        f"language, false flags in 100 harmless lines ({came.harmless}): of words, of any reason",
        f"{words:.1f}, {every:.1f}",
        f"{FALSE_FLAGS:.1f}",
        words <= FALSE_FLAGS,
    )


def _enough(tally: labelled.Tally) -> bool:
    return tally.precision >= PRECISION_OF_STOPS and tally.recall >= RECALL_OF_STOPS
