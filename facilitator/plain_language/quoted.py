"""What stands between quotation marks as somebody's own words."""

from facilitator.plain_language.text import Text

_OPEN = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’"}
_MARKS = frozenset(_OPEN)
_SAID = frozenset(
    "said says say saying told tells asked asks ask wrote writes shouted shouts whispered"
    " signed signs added answered answers replied replies called calls call thought thinks"
    " sang drew".split()
)
_A_SAYING = 4  # Fewer words, and nobody said to have said them, may be held at a distance.


def quoted(text: Text) -> tuple[tuple[int, int], ...]:
    """The places, marks included, where a line gives somebody's own words.

    One or two words in quotation marks that nobody is said to have said are no quotation: whoever
    writes 'Mum "failed to engage"' says it himself.
    """
    marked = _marked(text.typed)
    if not marked:
        return ()
    words = text.words
    kept = []
    at = 0
    for start, end in marked:
        while at < len(words) and words[at].start < start:
            at += 1
        last = at
        while last < len(words) and words[last].end <= end:
            last += 1
        led = any(word.folded in _SAID for word in words[max(0, at - 3) : at])
        colon = text.typed[:start].rstrip()[-1:] in (":", ",") if start else False
        after = any(word.folded in _SAID for word in words[last : last + 3])
        if last - at >= _A_SAYING or led or colon or after:
            kept.append((start, end))
        at = last
    return tuple(kept)


def _marked(typed: str) -> tuple[tuple[int, int], ...]:
    """Every pair of quotation marks on one line, from the left; one that is not shut is none."""
    if _MARKS.isdisjoint(typed):
        return ()
    pairs = []
    start, shut = -1, ""
    for place, mark in enumerate(typed):
        if start < 0 and mark in _OPEN:
            before = typed[place - 1] if place else " "
            if not before.isalnum():
                start, shut = place, _OPEN[mark]
        elif start >= 0 and mark == "\n":
            start = -1
        elif start >= 0 and mark == shut:
            following = typed[place + 1] if place + 1 < len(typed) else " "
            if not (shut == "’" and following.isalnum()):
                pairs.append((start, place + 1))
                start = -1
    return tuple(pairs)
