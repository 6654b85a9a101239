"""How many syllables an English word has, by its letters: no dictionary, and no network."""

import re
from functools import lru_cache

# The words of every day that do not sound as they are spelled.
_SAID_IN = {
    1: "clothes toward whole once one eye eyes shoe shoes aunt queue queues friend friends",
    2: (
        "every business evening wednesday people being going doing seeing science quiet create poem"
        " idle real soldier cashier diet lion giant riot ruin fluid someone anyone naive chaos"
        " cruel fuel dual duel trial client beyond hello maybe careful others something sometimes"
        " somewhere someday chocolate moment safety evenings"
    ),
    3: (
        "area idea ideas radio video museum hospital element implement family created piano india"
        " violence everyone anybody somebody everything everywhere medicine interest period serious"
        " recipe camera idiot violent creative reaction simile another businesses"
    ),
    4: (
        "society variety anxiety interesting reality experience usually actually january february"
        " ideally everybody material apostrophe catastrophe"
    ),
    5: "immediately university opportunity",
}
_AS_SAID = {word: count for count, words in _SAID_IN.items() for word in words.split()}
_VOWELS = re.compile(r"[aeiouy]+")
# Two vowels that are said one after the other: "re-act", "di-et", "cre-ate", "ra-di-o".
_APART = re.compile(
    r"i(?:a(?!ge)|o(?!u)|um|ety|et|en)|eo(?!us|n\b)|[ao]y[aeiou]|[aeo]ing|ying"
    r"|(?<!q)(?<!g)ua(?:l|te|ry|tion)|uou|(?<=wh)oe(?=v)|(?<=\w\w)ier(?=s?$)"
    r"|ea(?:te|ti|ct)|iou(?=s$)|nuin|rui|(?<!q)uity|eity|reu(?=[ns])"
)
# ... and the endings in which they are said as one.
_TOGETHER = re.compile(r"[cgst]i(?:o(?!n?$)|on|an|al|ou|en)|gi(?:on|ou)|xiou|xion|[gq]ue(?=s?$)")
_SILENT_INSIDE = re.compile(
    r"(?<=[aeiouy])(?![^aeiouy]?[tdbgp]le)[^aeiouy]{1,3}e(?=(?:ful|fully|ly|ment|ments|ness|less|ty|where|thing"
    r"|things|times|time|body|one|work|day|days|side|land|how|wise|hood|some|town|board|maker|line"
    r"|keeper|giver|house|room|place|mate|out|name|stamp)$)"
)
# Where a dictionary of hyphenation breaks no word: a vowel that would stand alone at its start
# ("a-bout") or end ("cop-y"), behind a hiss ("pag-es"), and between most vowels ("vid-eo").
_ALONE_FIRST = re.compile(
    r"(?:[aeo](?:[bcdfghjklmnprstvwz]|[bcdfgpt][rl]|ch|sh|qu)(?=[aeiouy])|i(?=[dts][eao])|u(?=n[ia]))"
)
_ALONE_LAST = re.compile(r"(?:(?:[aeiou][bdnptvs]|ar|[^r]er|[ao]l)y|[aeiou][bdnptvs]ies)$")
_NOT_BROKEN = re.compile(r"[cg]es$|[aeiou][kmnpst]able$")
_VOWELS_UNBROKEN = re.compile(
    r"i(?:a(?!ge|l$)|o(?!u)|um|ety|et|en)|(?<!q)(?<!g)ua(?:te|ry|tion)|deo"
)
_BROKEN_AS_SAID = frozenset("every ever animal other others baby lady safety only".split())
_LONGEST = 40


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """The syllables of a word, at least one; figures count as one.

    >>> [syllables(word) for word in ("Nan", "family", "safe", "every", "Grace's")]
    [1, 3, 1, 2, 2]
    """
    said = word[:_LONGEST].lower().replace("’", "'")
    return max(1, sum(_part(part) for part in said.split("-") if part))


@lru_cache(maxsize=8192)
def breaks(word: str) -> int:
    """The syllables that a dictionary of hyphenation would count, at least one: fewer, if any.

    Scores of reading are nearly always counted so, textstat's too; a grade of ours has to stand
    beside theirs.

    >>> [breaks(word) for word in ("about", "copy", "pages", "family", "responsibility")]
    [1, 1, 1, 3, 6]
    """
    said = word[:_LONGEST].lower()
    count = syllables(word)
    if count == 1 or said in _BROKEN_AS_SAID:
        return count
    count -= said not in _AS_SAID and bool(_ALONE_FIRST.match(said))
    count -= not said.endswith(("ity", "lly")) and bool(_ALONE_LAST.search(said))
    count -= bool(_NOT_BROKEN.search(said))
    count -= bool(_VOWELS_UNBROKEN.search(said)) and not _TOGETHER.search(said)
    return max(1, count)


def _part(part: str) -> int:
    base, mark, ending = part.partition("'")
    if (
        mark
        and ending == "s"
        and base.endswith(("s", "x", "z", "ch", "sh", "ce", "se", "ge", "ze"))
    ):
        return _bare(base) + 1
    return _bare(base) + (mark != "" and base.endswith(("dn", "sn", "tn"))) * 1


def _bare(word: str) -> int:
    if word in _AS_SAID:
        return _AS_SAID[word]
    if word.endswith("s") and word[:-1] in _AS_SAID and not word.endswith("ss"):
        return _AS_SAID[word[:-1]]
    count = len(_VOWELS.findall(word))
    count += len(_APART.findall(word)) - len(_TOGETHER.findall(word))
    count -= len(_SILENT_INSIDE.findall(word))
    return max(1, count - _silent_at_the_end(word))


def _silent_at_the_end(word: str) -> int:
    """How many of the last vowels are written and not said."""
    if word.endswith("e"):
        return int(not word.endswith(("tre", "bre", "cre")) and _silent_e(word))
    if word.endswith("ed") and len(word) > len("bed"):
        return int(word[-3] not in "aeiouytd" or word[-4:-2] in ("gu", "qu"))
    if word.endswith("es") and len(word) > len("yes"):
        hissed = word[-3] in "scxzg" or word.endswith(("shes", "ches", "tres"))
        return int(not hissed and _silent_e(word[:-1]))
    return 0


def _silent_e(word: str) -> bool:
    if word.endswith("le") and len(word) > len("ale"):
        return word[-3] in "aeiouyw"
    return len(word) > 1 and word[-2] not in "aeiouy"
