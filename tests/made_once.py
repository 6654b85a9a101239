"""What is the same in every app that tests make: put together once, not again by each app.

A test has an app of its own, so that what one test does never reaches another. Nearly all the time
that an app took went into its addresses and templates, which are the same in each.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache
from werkzeug.routing import Rule

from facilitator.pages.errors import QuietFlask
from facilitator.record import check, values
from facilitator.refusals import Problem

_Builder = Callable[..., tuple[str, str]]


class RememberedRule(Rule):
    """A rule that takes the program which writes its addresses from an equal rule before it."""

    _builders: dict[Any, _Builder] = {}  # noqa: RUF012 - shared on purpose

    def _compile_builder(self, append_unknown: bool = True) -> _Builder:  # noqa: FBT001, FBT002 - as in werkzeug
        like = (self.rule, tuple(self._trace), repr(self.defaults), append_unknown)
        if like not in self._builders:
            self._builders[like] = super()._compile_builder(append_unknown)
        return self._builders[like]


class RememberedTemplates(BytecodeCache):
    """The programs that jinja makes of templates, by the names and contents of those."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._held.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._held[bucket.key, bucket.checksum] = bucket.code


class RememberedRecords:
    """Which documents were found whole; one that differs by its id alone is not checked again."""

    def __init__(self) -> None:
        self._whole: set[bytes] = set()

    def problems(self, document: object, name: str = "") -> tuple[Problem, ...]:
        """What is wrong with it, as the record's own rules say."""
        like = _but_for_its_id(document)
        if like in self._whole:
            return ()
        found = check.record_problems(document, name)
        if not found:
            self._whole.add(like)
        return found


def _but_for_its_id(document: object) -> bytes:
    kept: object = document
    if isinstance(document, dict) and isinstance(one := document.get("id"), str):
        is_plain = 0 < len(one) < _LONGEST_ID and one.replace("-", "").isalnum()
        kept = {**document, "id": "one" if is_plain else one}
    return hashlib.sha256(repr(kept).encode("utf-8", "surrogatepass")).digest()


_LONGEST_ID = 60
_PROGRAMS: Any = LRUCache(4000)


def remember_questions(engine: Engine) -> None:
    """Let that engine take the SQL that another like it has made of a question."""
    if type(engine.dialect) is SQLiteDialect_pysqlite:
        engine._compiled_cache = _PROGRAMS  # noqa: SLF001 - SQLAlchemy offers one for an engine each


def _like_another(self: SQLiteDialect_pysqlite, other: object) -> bool:
    return type(self) is type(other)


def _as_another(self: SQLiteDialect_pysqlite) -> int:
    return hash(type(self))


def begin() -> None:
    """From here on every app of this process is made so."""
    values.record_problems = RememberedRecords().problems  # type: ignore[attr-defined]
    SQLiteDialect_pysqlite.__eq__ = _like_another  # type: ignore[method-assign, assignment]
    SQLiteDialect_pysqlite.__hash__ = _as_another  # type: ignore[method-assign, assignment]
    QuietFlask.url_rule_class = RememberedRule
    QuietFlask.jinja_options = {"bytecode_cache": RememberedTemplates()}
