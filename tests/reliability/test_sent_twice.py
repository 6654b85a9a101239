"""One save that comes several times: a double click, a slow line, a browser that tries again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.reliability import often
from tests.reliability.client import Answer, Client, a_key, a_ref, several
from tests.reliability.laptop import Laptop

TRIALS = {2: often(40, 1000), 20: often(5, 1000)}


@pytest.mark.parametrize("at_once", TRIALS)
def test_a_save_that_comes_many_times_at_once_makes_one_line(
    laptop: Laptop, client: Client, at_once: int
) -> None:
    refs = [a_ref() for _ in range(TRIALS[at_once])]
    ready = Barrier(at_once)

    def sends(one: Client, ref: str) -> Answer:
        ready.wait(timeout=60)
        return one.save(ref, f"Nan cooks for {ref}.", key=f"key of {ref}")

    with several(client, at_once) as clients, ThreadPoolExecutor(at_once) as pool:
        for ref in refs:
            answers = list(pool.map(sends, clients, [ref] * at_once))
            assert {one.status for one in answers} == {200}
            assert [one.json["line"]["number"] for one in answers] == [1] * at_once
    kept = laptop.lines().values()
    assert sorted(line.ref for line in kept) == sorted(refs)
    assert {line.number for line in kept} == {1}


def test_a_save_that_comes_again_after_others_changed_the_line_changes_nothing(
    laptop: Laptop, client: Client
) -> None:
    ref, key = a_ref(), a_key()
    assert client.save(ref, "Nan cooks.", key=key).status == 200
    assert client.save(ref, "Nan cooks on Tuesdays.", key=a_key(), based_on=1).status == 200
    again = client.save(ref, "Nan cooks.", key=key)
    assert again.status == 200
    assert again.json["key"] == key
    assert again.json["line"]["words"] == "Nan cooks on Tuesdays."
    assert client.standing()[ref]["words"] == "Nan cooks on Tuesdays."
    assert len(laptop.lines()) == 2


def test_a_form_without_a_script_that_is_sent_twice_makes_one_line(
    laptop: Laptop, client: Client
) -> None:
    form = {"words": "Nan cooks.", "by": "nan", "kind": "hope", "key": a_key(), "ref": a_ref()}
    answers = [client.post(client.lines, {**form, "based_on": "0"}) for _ in range(2)]
    assert [one.status for one in answers] == [303, 303]
    (line,) = laptop.lines().values()
    assert line.words == "Nan cooks."
