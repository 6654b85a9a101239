"""The breather: a page of its own, for the facilitator's eyes, when nobody is talking.

What is unfinished, how even the talk was, what has no answer yet, what the draft does not say,
and what kept the fifteen commitments. In words and counts, never as a score.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from flask import abort, render_template

from facilitator.accounts.sessions import user
from facilitator.agenda.vocabulary import CHILD
from facilitator.contributions import Contribution, Wording
from facilitator.database import reading
from facilitator.leading import opening
from facilitator.leading.blueprint import leading
from facilitator.leading.breather.balance import Balance
from facilitator.leading.breather.promises import promises
from facilitator.leading.breather.reads.listing import HowItReads
from facilitator.leading.lines.line_json import new_key
from facilitator.leading.opening import Opened
from facilitator.leading.screen.questions import children_in_words
from facilitator.leading.tray import to_finish, unfinished
from facilitator.pages.word_lists import lists_here
from facilitator.plans import Draft
from facilitator.plans.gaps import Gap

_NO_ANSWER = ("worry_open", "need_open", "bottom_line_open")
_IN_THE_TRAY = ("unsorted",)  # The tray asks about these already.


@dataclass(frozen=True)
class Twins:
    """Two lines that were both kept, because two people changed one line at a time."""

    first: Contribution
    second: Contribution


@leading.get("/meetings/<uuid:meeting_id>/breather")
def breather(meeting_id: UUID) -> str:
    """Where the meeting stands, to look at alone."""
    with reading() as session:
        opened = opening.open_for(session, meeting_id, user()) or abort(404)
    draft = Draft.of(opened.kept.meeting, opened.people, opened.said)
    gaps = [gap for gap in draft.gaps if gap.code not in _IN_THE_TRAY]
    return render_template(
        "leading/breather.html",
        opened=opened,
        unfinished=[
            (line, unfinished(line, opened.people))
            for line in to_finish(opened.said, opened.people)
        ],
        balance=Balance.of(opened.said),
        no_answer=[gap for gap in gaps if gap.code in _NO_ANSWER],
        gaps=[(gap, _line_of(gap, opened)) for gap in gaps if gap.code not in _NO_ANSWER],
        kept_off=draft.kept_off_page_one,
        reads=HowItReads.of(opened.kept.meeting, opened.people, opened.lines, lists_here()),
        twins=tuple(_twins(opened.lines)),
        rs=promises(opened.agenda, opened.walk.asked, opened.said),
        filled=lambda words: words.replace(CHILD, children_in_words(opened.people.children)),
        fresh_key=new_key(),
    )


def _line_of(gap: Gap, opened: Opened) -> str:
    """The line that a gap is about, where it is about one that can be mended; else ""."""
    ids = {one.id for one in opened.said}
    return next((one for one in gap.about if one in ids), "")


def _twins(lines: tuple[Wording, ...]) -> Iterator[Twins]:
    """The lines that were kept beside another one, until somebody mends them."""
    standing = {one.said.id: one.said for one in lines}
    for line in lines:
        mark, _, rest = line.change.key.partition(".")
        other = standing.get(rest.rpartition(".")[0])
        if mark == "clash" and other is not None:
            yield Twins(other, line.said)
