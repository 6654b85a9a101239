"""The key under which a browser keeps what is typed: one for each user and meeting, made anew."""

import base64
from uuid import UUID

from facilitator.pages.drafts import NO_MEETING, draft_key

SAM, KIT = UUID(int=1), UUID(int=2)
MEETING, OTHER = str(UUID(int=3)), str(UUID(int=4))
SECRET = "of this app alone"  # noqa: S105 - of no app


def test_the_key_has_thirty_two_bytes_and_is_the_same_on_each_page() -> None:
    assert len(base64.b64decode(draft_key(SECRET, SAM, MEETING))) == 32
    assert draft_key(SECRET, SAM, MEETING) == draft_key(SECRET, SAM, MEETING)
    assert draft_key(SECRET, SAM) == draft_key(SECRET, SAM, NO_MEETING)


def test_nobody_reads_the_drafts_of_somebody_else_of_another_meeting_or_of_another_app() -> None:
    keys = {
        draft_key(SECRET, SAM, MEETING),
        draft_key(SECRET, KIT, MEETING),
        draft_key(SECRET, SAM, OTHER),
        draft_key(SECRET, SAM),
        draft_key("of another app", SAM, MEETING),
    }
    assert len(keys) == 5
