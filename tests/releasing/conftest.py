"""Papers in the background take longer than most tests: only those that are about them make any."""

import pytest

from facilitator.paper import press, ready


@pytest.fixture(autouse=True)
def _no_paper_in_the_background(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "background" in request.node.name:
        press.get_ready()
        return
    monkeypatch.setattr(ready, "prepare", lambda *_: None)
