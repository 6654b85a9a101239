"""The power goes right after an answer: what was acknowledged is on the disk by then.

Nobody can cut the power in a test. strace tells each call of the real server instead: every answer
to a save has to come after its thread has waited for the disk.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from facilitator.settings import DATABASE_FILE
from tests.reliability import often
from tests.reliability.client import Client, a_ref, several, signed_in
from tests.reliability.traced import Heard, TracedLaptop, a_traced_laptop, heard

ACKNOWLEDGED = often(21, 201)
BROWSERS = 3
FOLDER = Path("/a/laptop")
FILE = f"{FOLDER}/{DATABASE_FILE}"
SAVED = (
    f'7 pwrite64(8<{FILE}>, "\\r\\0Nan cooks.key of l1", 4096, 8192) = 4096',
    f"7 fdatasync(8<{FILE}>) = 0",
    f'7 unlink("{FILE}-journal") = 0',
    f"7 fdatasync(9<{FOLDER}>) = 0",
    '7 sendto(5<socket:[1]>, "{\\"key\\":\\"key of l1\\",\\"line\\"", 300, 0) = 300',
)


@pytest.fixture
def traced(tmp_path: Path) -> Iterator[TracedLaptop]:
    if sys.platform != "linux":
        pytest.skip("Only Linux has strace.")
    folder = tmp_path / "laptop"
    folder.mkdir()
    with a_traced_laptop(folder) as one:
        yield one


def test_every_save_is_on_the_disk_before_it_is_acknowledged(traced: TracedLaptop) -> None:
    refs = [[a_ref() for _ in range(ACKNOWLEDGED // BROWSERS)] for _ in range(BROWSERS)]
    with (
        signed_in(traced) as client,
        several(client, BROWSERS) as clients,
        ThreadPoolExecutor(BROWSERS) as at_once,
    ):
        assert all(at_once.map(all_acknowledged, clients, refs))
    told = heard(traced.trace(), traced.folder)
    assert told.too_soon == ()
    assert sorted(told.answered) == sorted(f"key of {ref}" for some in refs for ref in some)


def all_acknowledged(client: Client, refs: list[str]) -> bool:
    return all(client.save(ref, "Nan cooks.", key=f"key of {ref}").status == 200 for ref in refs)


def test_a_save_that_was_waited_for_is_heard_as_such() -> None:
    assert heard(SAVED, FOLDER) == Heard(("key of l1",), ())


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        (0, "nobody has written it"),
        (1, "file and journal and folder"),
        (2, "journal and folder"),
        (3, "folder"),
    ],
)
def test_an_answer_that_came_too_soon_is_heard_whatever_was_not_waited_for(
    left_out: int, said: str
) -> None:
    calls = [one for number, one in enumerate(SAVED) if number != left_out]
    assert heard(calls, FOLDER).too_soon == (f"key of l1: {said}",)


def test_a_wait_that_is_still_going_on_is_none_and_another_threads_is_none_either() -> None:
    written, waited, *rest, sent = SAVED
    going_on = waited.replace(") = 0", " <unfinished ...>")
    done = "7 <... fdatasync resumed>) = 0"
    assert heard([written, going_on, *rest, sent, done], FOLDER).too_soon
    assert not heard([written, going_on, done, *rest, sent], FOLDER).too_soon
    assert heard([written, waited.replace("7 ", "6 "), *rest, sent], FOLDER).too_soon
