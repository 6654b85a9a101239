"""A family whose every word would break a program, looked at in a real browser.

Pages are read by a strict parser elsewhere (tests/hostile); here a browser has the last word. The
guard over each window fails the test for a script of somebody's words, or a request that leaves.
"""

from flask import Flask

from tests.desk.at_the_desk import a_meeting, ids_of
from tests.hostile import payloads
from tests.hostile.records_of import hostile_record
from tests.journeys.conftest import Opener

PAGES = (
    "",
    "/lead",
    "/room",
    "/breather",
    "/people",
    "/family-words",
    "/agree",
    "/agree/steps",
    "/agree/worries",
    "/agree/page-one",
    "/copies",
    "/copies/{reader}",
    "/notes",
)
DONE = "() => [window.xq, document.querySelector('xq-mark, iframe, object, embed')]"


def test_no_word_of_a_family_does_anything_in_a_browser(app: Flask, open_page: Opener) -> None:
    # Paper refuses what is no letter; the public list is read by the strict parser.
    ours = {*payloads.HTML, *payloads.STYLES, *payloads.LINKS}
    turn = iter([one for one in payloads.all_readable() if one in ours] * 100)
    said: list[str] = []

    def take(most: int) -> str:
        said.append(next(turn)[:most])
        return said[-1]

    kept = a_meeting(app, hostile_record(take))
    assert payloads.HTML[0] in said
    reader = ids_of(app, kept)["bev"]
    page, shown = open_page("/"), set()
    for way in PAGES:
        answer = page.goto(f"/meetings/{kept.id}{way.format(reader=reader)}")
        assert answer is not None
        page.wait_for_load_state()
        assert page.evaluate(DONE) == [None, None], way
        if answer.ok and "onerror=window.xq" in page.locator("main").inner_html():
            shown.add(way)
    assert shown >= {"", "/lead", "/agree/worries", "/copies/{reader}"}, shown
