"""How hard a whole plan is to read, and which lines would help most: never one line's grade."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from facilitator.plain_language.rules.about import bare, named
from facilitator.plain_language.rules.days_said import MONTH_NUMBERS, WEEKDAY_NUMBERS
from facilitator.plain_language.syllables import breaks, syllables
from facilitator.plain_language.text import Sentence, Text, Word, read

_FEWEST_WORDS = 100  # The score of a shorter text is chance.
_AGE_OF_GRADE_NOUGHT = 5
_LONG = 20
_LONG_TO_HEAR = 12
_LONG_LINE = 60
_MANY_SENTENCES = 3
_HARD = 3
_HARD_IN_A_LINE = 2
_MOST_HELP = 3
_FEWEST_IN_A_SENTENCE = 3
_DATES = frozenset((*WEEKDAY_NUMBERS, *MONTH_NUMBERS))


@dataclass(frozen=True, slots=True)
class Reading:
    """The measures of a whole plan; names, days and months count as short words.

    ``grade`` is the Flesch-Kincaid grade (United States school years), None under 100 words;
    ``uk_age`` the age at which a child could read it: grade and five. Sentences are measured in
    words; ``hard_share`` (words of three and more syllables) and ``share_over_20`` (sentences of
    more than twenty words) lie between 0 and 1. ``help_most`` names up to three texts, by their
    place, with what makes each of them hard, the hardest first.
    """

    words: int
    sentences: int
    grade: float | None
    uk_age: float | None
    mean_sentence: float
    longest_sentence: int
    longest: str
    hard_share: float
    share_over_20: float
    help_most: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class _Counts:
    """What was counted so far. Calls of one or two words ("Mum, more.") are no sentences."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    hard: int = 0
    over: int = 0
    longest: int = 0
    longest_words: str = ""

    def add(self, text: Text, known: frozenset[str]) -> None:
        """Count one text."""
        for sentence in text.sentences:
            count = len(sentence.words)
            self.words += count
            self.sentences += count >= _FEWEST_IN_A_SENTENCE
            self.over += count > _LONG
            if count > self.longest:
                self.longest = count
                self.longest_words = text.typed[sentence.start : sentence.end]
            for word in sentence.words:
                short = _is_short(word, known)
                self.syllables += 1 if short else breaks(word.folded)
                self.hard += not short and syllables(word.folded) >= _HARD

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade; Kincaid and others, 1975."""
        if not self.words:
            return 0.0
        mean = self.words / max(1, self.sentences)
        return 0.39 * mean + 11.8 * self.syllables / self.words - 15.59


def reading(texts: Iterable[str], names: Collection[str] = ()) -> Reading:
    """The measures of a whole plan, given as the lines that are printed, in their order."""
    known = named(frozenset(names))
    read_once = [read(text) for text in texts]
    counts = _Counts()
    for text in read_once:
        counts.add(text, known)
    enough = counts.words >= _FEWEST_WORDS
    sentences = max(1, counts.sentences)
    return Reading(
        words=counts.words,
        sentences=counts.sentences,
        grade=round(counts.grade, 1) if enough else None,
        uk_age=round(counts.grade + _AGE_OF_GRADE_NOUGHT, 1) if enough else None,
        mean_sentence=round(counts.words / sentences, 1),
        longest_sentence=counts.longest,
        longest=counts.longest_words,
        hard_share=round(counts.hard / max(1, counts.words), 3),
        share_over_20=round(counts.over / sentences, 3),
        help_most=_help_most(read_once, known),
    )


def grade(text: str, names: Collection[str] = ()) -> float:
    """The grade of one text, however short: for our own questions, never for a plan's line."""
    counts = _Counts()
    counts.add(read(text), named(frozenset(names)))
    return round(counts.grade, 1)


def _is_short(word: Word, known: frozenset[str]) -> bool:
    """Whether a word is no work for a reader, however long: a name, a day, a month, figures."""
    said = bare(word.folded)
    return said in known or said in _DATES or not said[:1].isalpha()


def _help_most(texts: Sequence[Text], known: frozenset[str]) -> tuple[tuple[int, str], ...]:
    weighed = [(*_weight(text, known), place) for place, text in enumerate(texts)]
    hardest = sorted((one for one in weighed if one[1]), key=lambda one: (-one[0], one[2]))
    return tuple((place, why) for _, why, place in hardest[:_MOST_HELP])


def _weight(text: Text, known: frozenset[str]) -> tuple[float, str]:
    """How hard one text is beside the others, and why; "" where nothing would help."""
    reasons = list(_reasons(text, known))
    return sum(weight for weight, _ in reasons), " ".join(why for _, why in reasons)


def _reasons(text: Text, known: frozenset[str]) -> Iterator[tuple[float, str]]:
    longest = max((len(sentence.words) for sentence in text.sentences), default=0)
    if longest > _LONG_TO_HEAR:
        yield longest - _LONG_TO_HEAR + 1.0, f"One sentence has {longest} words."
    hard = _hard_words(text.sentences, known)
    if len(hard) >= _HARD_IN_A_LINE:
        shown = ", ".join(hard[:_MOST_HELP])
        yield 2.0 * len(hard), f"Long words: {shown}."
    count = sum(len(sentence.words) for sentence in text.sentences)
    if count > _LONG_LINE and len(text.sentences) > _MANY_SENTENCES:
        yield (count - _LONG_LINE) / 5, f"It has {count} words: make two lines of it."


def _hard_words(sentences: tuple[Sentence, ...], known: frozenset[str]) -> list[str]:
    found: dict[str, str] = {}
    for sentence in sentences:
        for word in sentence.words:
            if not _is_short(word, known) and syllables(word.folded) > _HARD:
                found.setdefault(word.folded, word.typed)
    return list(found.values())
