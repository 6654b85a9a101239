"""The disk is full: it is said in a sentence, nothing is lost, and afterwards all goes on."""

import html
import random
import sys
from collections.abc import Callable

import pytest

from tests.reliability import often
from tests.reliability.client import Answer, Client
from tests.reliability.laptop import Laptop
from tests.reliability.saving import Browser, Save, amiss

TRIALS = often(10, 50)
FULL = 507
Fills = Callable[[Laptop], None]


def no_page_is_left(laptop: Laptop) -> None:
    laptop.meets(pages=1)


def no_byte_is_left(laptop: Laptop) -> None:
    import resource  # noqa: PLC0415 - Windows has none

    resource.prlimit(laptop.pid, resource.RLIMIT_FSIZE, (laptop.file.stat().st_size, -1))


def room_again(laptop: Laptop) -> None:
    import resource  # noqa: PLC0415 - likewise

    laptop.meets()
    resource.prlimit(laptop.pid, resource.RLIMIT_FSIZE, (-1, -1))


def says_so(answer: Answer) -> bool:
    return answer.status == FULL and any("full" in one for one in answer.problems)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes a limit back while it runs")
@pytest.mark.parametrize("fills", [no_page_is_left, no_byte_is_left])
def test_a_full_disk_is_said_plainly_and_nothing_that_was_acknowledged_is_lost(
    laptop: Laptop, client: Client, fills: Fills
) -> None:
    browser = Browser(client, random.Random(20270227))  # noqa: S311 - words, not secrets
    for trial in range(TRIALS):
        fills(laptop)
        refused = until_it_is_full(browser, trial)
        told = typed_into_the_form(client, refused)
        assert told.status == FULL, told
        assert refused.words in html.unescape(told.text)
        assert "full" in told.text
        assert client.get(client.lines).status == 200  # What is there can be read.
        room_again(laptop)
        assert browser.send(refused)
        assert browser.acknowledged[-1] == refused
    assert browser.strange == []
    assert amiss(laptop, [browser]) == []
    assert laptop.faults() == ()
    assert "Traceback" not in laptop.told()


def until_it_is_full(browser: Browser, trial: int) -> Save:
    """The first save that is refused; those before it were acknowledged."""
    for number in range(100):
        ref = f"l{trial}.{number}"
        save = Save(ref, f"key of {ref}", f"{ref} " + "Nan says «I'll cook» & smiles. " * 150)
        browser.sent.append(save)
        answer = browser.client.save(save.ref, save.words, key=save.key)
        if answer.status != 200:
            assert says_so(answer), answer
            browser.unanswered = save
            return save
        browser.acknowledged.append(save)
    raise AssertionError("The disk never was full.")


def typed_into_the_form(client: Client, save: Save) -> Answer:
    form = {"words": save.words, "by": "nan", "kind": "hope", "key": save.key, "ref": save.ref}
    return client.post(client.lines, {**form, "based_on": "0"})


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes a limit back while it runs")
def test_on_a_full_disk_the_way_through_the_meeting_says_so_too(
    laptop: Laptop, client: Client
) -> None:
    went = f"/meetings/{laptop.meeting_id}/walk/"
    no_byte_is_left(laptop)
    answers = [
        client.put(f"{went}k{number}", {"what": "later", "about": "REL-1a", "words": "long " * 900})
        for number in range(20)
    ]
    assert {one.status for one in answers} <= {200, FULL}
    assert says_so(answers[-1])
    room_again(laptop)
    again = client.put(f"{went}k19", {"what": "later", "about": "REL-1a", "words": "long " * 900})
    assert again.status == 200
