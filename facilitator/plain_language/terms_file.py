"""Reading a file of words: TOML that people write, with nothing believed about it."""

from collections.abc import Iterator

from facilitator.plain_language import terms_forms
from facilitator.plain_language.finding import OF_WORDS, Level, Reason, Scope
from facilitator.plain_language.own_words import pieces
from facilitator.plain_language.terms import Term
from facilitator.plain_language.terms_patterns import WrongPattern, pattern
from facilitator.plain_language.terms_sayings import WHY, WHY_EXPLAIN
from facilitator.refusals import Problem, Refusal
from facilitator.strict import first, load_toml, shown
from facilitator.strict.toml import MOST_BYTES

__all__ = ["FORMAT", "MOST_BYTES", "Table", "opened", "place", "terms_of"]

FORMAT = "facilitator-words/1"
LONGEST = 800
Table = dict[str, object]

_TOP = ("format", "about", "fine", "off", "word")
_KEYS = ("name", "level", "reason", "say", "why", "find", "fine", "only_in", "ready")
_LISTS = ("find", "fine", "only_in")
_LEVELS = [level.value for level in Level]
_REASONS = [reason.value for reason in Reason if reason in OF_WORDS]
_SCOPES = [scope.value for scope in Scope]


def place(name: str, *parts: str) -> str:
    """Where a problem is: the file, then the part of it."""
    return ", ".join((shown(name).strip("'"), *parts))


def opened(data: bytes, name: str) -> Table:
    """The parts of the file; a Refusal that names it where it is too long or is no TOML."""
    example = 'say = "the words", with lists in [ ] and headings as [[word]].'
    return load_toml(data, place(name), example)


def terms_of(document: Table, name: str) -> tuple[Term, ...]:
    """The terms of the file, in its order; a Refusal with everything that is wrong."""
    problems = first(_problems(document, name), place(name))
    if problems:
        raise Refusal(*problems)
    fine = _strings(document.get("fine"))
    words = document.get("word", [])
    terms = [_term(entry) for entry in words if isinstance(entry, dict)]  # type: ignore[attr-defined]
    if fine:
        found = tuple(pattern(written) for written in fine)
        nothing: frozenset[Scope] = frozenset()
        terms.append(Term(f"fine in {name}", None, Reason.JARGON, "", "", found, (), nothing, {}))
    return tuple(terms)


def _term(entry: Table) -> Term:
    name = str(entry["name"])
    level, reason = Level(str(entry["level"])), Reason(str(entry["reason"]))
    find = _strings(entry.get("find")) or (name,)
    why = WHY_EXPLAIN if level is Level.EXPLAIN else WHY[reason]
    return Term(
        name,
        level,
        reason,
        str(entry["say"]),
        str(entry.get("why", why)),
        tuple(pattern(written) for written in find),
        tuple(pattern(written) for written in _strings(entry.get("fine"))),
        frozenset(Scope(scope) for scope in _strings(entry.get("only_in"))),
        dict(_ready(entry.get("ready"))) if level is not Level.EXPLAIN else {},
    )


def _ready(table: object) -> Iterator[tuple[str, str]]:
    """Each way to say it, with what may stand in its place: form by form for a verb."""
    for said, instead in table.items() if isinstance(table, dict) else ():
        if "~" not in said:
            yield " ".join(pieces(said)), instead
            continue
        both = tuple(zip(_verb_in(said), _verb_in(instead), strict=True))
        for at, now in both:
            # "Demonstrated" is "showed" or "shown": what is ready must be right as it stands.
            if len({other for each, other in both if each == at}) > 1:
                continue
            for spelled in terms_forms.spelled(at.split()[0]):
                yield " ".join(pieces(" ".join((spelled, *at.split()[1:])))), now


def _verb_in(said: str) -> Iterator[str]:
    """The words with each form of their one verb, marked ~, which stands first."""
    verb, _, rest = said.partition("~")
    for form in terms_forms.verb(verb):
        yield form + rest


def _strings(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _problems(document: Table, name: str) -> Iterator[Problem]:
    if document.get("format") != FORMAT:
        yield Problem(
            place(name),
            f"The format is {shown(document.get('format'))}.",
            f'Begin the file with: format = "{FORMAT}"',
        )
    yield from _unknown(document, _TOP, place(name))
    for key in ("fine", "off"):
        yield from _list_problems(document, key, place(name))
    yield from _pattern_problems(_strings(document.get("fine")), place(name, "fine"))
    words = document.get("word", [])
    if not isinstance(words, list):
        yield Problem(place(name), f"word is {shown(words)}.", "Begin each word with [[word]].")
        return
    seen: set[str] = set()
    for number, entry in enumerate(words, 1):
        if not isinstance(entry, dict):
            at = place(name, f"word {number}")
            yield Problem(at, f"It is {shown(entry)}.", "Begin each word with [[word]].")
            continue
        said = entry.get("name")
        at = place(name, f"word {shown(said) if isinstance(said, str) else number}")
        yield from _entry_problems(entry, at)
        if isinstance(said, str) and said in seen:
            yield Problem(at, "This name stands here twice.", "Make one entry of the two.")
        seen.add(str(said))


def _entry_problems(entry: Table, at: str) -> Iterator[Problem]:
    yield from _unknown(entry, _KEYS, at)
    for key in ("name", "level", "reason", "say", "why"):
        value = entry.get(key)
        if value is None and key != "why":
            yield Problem(at, f"It has no '{key}'.", f'Add a line: {key} = "..."')
        elif value is not None and not _is_said(value):
            remedy = f"Put at most {LONGEST} letters in quotation marks."
            yield Problem(at, f"Its '{key}' is {shown(value)}.", remedy)
    for key in _LISTS:
        yield from _list_problems(entry, key, at)
    yield from _choice_problems(entry, at)
    written = _strings(entry.get("find")) or _strings([entry.get("name")])
    yield from _pattern_problems((*written, *_strings(entry.get("fine"))), at)
    yield from _ready_problems(entry.get("ready", {}), at)


def _choice_problems(entry: Table, at: str) -> Iterator[Problem]:
    """Levels, reasons and kinds of lines that there are not."""
    for key, known in (("level", _LEVELS), ("reason", _REASONS)):
        value = entry.get(key)
        if _is_said(value) and str(value) not in known:
            yield Problem(at, f"Its '{key}' is {shown(value)}.", f"Use one of: {', '.join(known)}.")
    for scope in _strings(entry.get("only_in")):
        if scope not in _SCOPES:
            remedy = f"Use some of: {', '.join(_SCOPES)}."
            yield Problem(at, f"It is only in {shown(scope)}, which is no kind of line.", remedy)


def _is_said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST


def _unknown(table: Table, known: tuple[str, ...], at: str) -> Iterator[Problem]:
    for key in table:
        if key not in known:
            yield Problem(
                at, f"The key {shown(key)} is not known here.", f"Use: {', '.join(known)}."
            )


def _list_problems(table: Table, key: str, at: str) -> Iterator[Problem]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(_is_said(each) for each in value):
        remedy = f'Write a list of words in quotation marks: {key} = ["...", "..."]'
        yield Problem(at, f"Its '{key}' is {shown(value)}.", remedy)


def _pattern_problems(written: tuple[str, ...], at: str) -> Iterator[Problem]:
    for each in written:
        try:
            pattern(each)
        except WrongPattern as wrong:
            remedy = "Write the words as people type them. See docs/words_of_a_service.md."
            yield Problem(at, f"{shown(each)} can't be looked for. {wrong}", remedy)


def _ready_problems(value: object, at: str) -> Iterator[Problem]:
    table = value if isinstance(value, dict) else {"": value}
    for said, instead in table.items():
        sides = [str(said).partition("~"), str(instead).partition("~")]
        verbs = [verb.isalpha() for verb, mark, _ in sides if mark]
        if not (_is_said(said) and _is_said(instead)) or verbs not in ([], [True, True]):
            yield Problem(
                at,
                f"Its 'ready' has {shown(said)} = {shown(instead)}.",
                'Write: ready = { "prior to" = "before" }. '
                "A ~ ends the first word of both, or of none.",
            )
