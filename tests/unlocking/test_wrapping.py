import json
from base64 import b64encode
from typing import Any

import pytest

from facilitator.database.keys import Key
from facilitator.refusals import Refusal
from facilitator.unlocking import wrapping
from facilitator.unlocking.wrapping import PASSPHRASE, RECOVERY, Cost, opened, with_wrap

KEY = Key.by_chance()


def made(passphrase: str, recovery: str) -> dict[str, Any]:
    return wrapping.new_lock(KEY, passphrase=passphrase, recovery=recovery)


@pytest.fixture
def lock() -> dict[str, Any]:
    return made("kettle marmalade", "7K2M-9QXD")


def test_either_of_the_two_opens_it_and_nothing_else(lock: dict[str, Any]) -> None:
    assert opened(lock, PASSPHRASE, "kettle marmalade") == KEY
    assert opened(lock, RECOVERY, "7K2M-9QXD") == KEY
    for name, typed in (
        (PASSPHRASE, "kettle marmalad"),
        (PASSPHRASE, "Kettle marmalade"),
        (PASSPHRASE, ""),
        (PASSPHRASE, "7K2M-9QXD"),
        (RECOVERY, "kettle marmalade"),
    ):
        assert opened(lock, name, typed) is None


def test_a_lock_survives_being_written_down(lock: dict[str, Any]) -> None:
    assert opened(json.loads(json.dumps(lock)), PASSPHRASE, "kettle marmalade") == KEY


def test_the_key_stands_in_no_lock_and_the_same_key_looks_new_each_time() -> None:
    locks = [made("a", "b") for _ in range(20)]
    texts = [json.dumps(one) for one in locks]
    for spelt in (KEY.secret.hex(), b64encode(KEY.secret).decode()):
        assert not any(spelt in one for one in texts)
    wraps = [wrap for one in locks for wrap in one["wraps"].values()]
    for what in ("salt", "wrapped", "tag"):
        assert len({wrap[what] for wrap in wraps}) == 40


def test_a_new_passphrase_leaves_the_recovery_key_as_it_was(lock: dict[str, Any]) -> None:
    newer = with_wrap(lock, PASSPHRASE, "otter lantern", KEY)
    assert opened(newer, PASSPHRASE, "otter lantern") == KEY
    assert opened(newer, PASSPHRASE, "kettle marmalade") is None
    assert opened(newer, RECOVERY, "7K2M-9QXD") == KEY


def test_whatever_is_changed_in_a_lock_it_opens_no_more(lock: dict[str, Any]) -> None:
    wrap = lock["wraps"][PASSPHRASE]
    other = made("kettle marmalade", "b")["wraps"][PASSPHRASE]
    changes: list[dict[str, Any]] = [{one: other[one]} for one in ("salt", "wrapped", "tag")]
    changes += [{"passes": 2}, {"memory": 16}, {"lanes": 2}, {"more": 1}]
    for change in changes:
        changed = {**lock, "wraps": {**lock["wraps"], PASSPHRASE: {**wrap, **change}}}
        assert _opens(changed) is None
    assert _opens({**lock, "id": "0" * 16}) is None
    swapped = {PASSPHRASE: lock["wraps"][RECOVERY], RECOVERY: wrap}
    assert opened({**lock, "wraps": swapped}, PASSPHRASE, "7K2M-9QXD") is None


def _opens(lock: dict[str, Any]) -> Key | None:
    try:
        return opened(lock, PASSPHRASE, "kettle marmalade")
    except Refusal:
        return None


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 2**31},
        {"passes": 10**6},
        {"lanes": 0},
        {"memory": "much"},
        {"salt": "%%"},
        {"salt": ""},
        {"wrapped": "AAAA"},
        {"wrapped": None},
        {"tag": None},
    ],
    ids=str,
)
def test_a_lock_that_asks_for_too_much_or_nonsense_is_never_tried(
    lock: dict[str, Any], change: dict[str, Any]
) -> None:
    wrap = {**lock["wraps"][PASSPHRASE], **change}
    assert _opens({**lock, "wraps": {PASSPHRASE: wrap}}) is None


@pytest.mark.parametrize("wraps", [None, [], {}, {PASSPHRASE: []}, "wraps"], ids=str)
def test_a_lock_without_wraps_is_said_to_be_damaged(wraps: object) -> None:
    with pytest.raises(Refusal, match="damaged"):
        opened({"id": "0", "wraps": wraps}, PASSPHRASE, "kettle")


def test_the_key_and_what_opens_it_are_never_shown() -> None:
    assert KEY.secret.hex() not in repr(KEY)
    assert repr(KEY.secret) not in repr(KEY)


def test_one_try_costs_what_the_rfc_asks_for_where_memory_is_scarce() -> None:
    assert Cost() == Cost(memory=64 * 1024, passes=3, lanes=4)  # RFC 9106, section 4
