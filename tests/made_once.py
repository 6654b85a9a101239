"""What is the same in every app that tests make: put together once, not again by each app.

A test has an app of its own, so that what one test does never reaches another. Nearly all the time
that an app took went into its addresses and templates, which are the same in each.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule

from facilitator.pages.errors import QuietFlask

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


def begin() -> None:
    """From here on every app of this process is made so."""
    QuietFlask.url_rule_class = RememberedRule
    QuietFlask.jinja_options = {"bytecode_cache": RememberedTemplates()}
