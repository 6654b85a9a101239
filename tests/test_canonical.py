import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.canonical import canonical, fingerprint, freeze, thaw

documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(max_size=4), inside),
    max_leaves=12,
)


def test_canonical_bytes_have_sorted_keys_no_spaces_and_text_as_typed() -> None:
    document = {"b": [3, True, None], "a": 'Zoë\n"نعم"', "A": {}}

    assert canonical(document) == '{"A":{},"a":"Zoë\\n\\"نعم\\"","b":[3,true,null]}'.encode()


def test_the_order_of_keys_makes_no_difference_and_that_of_a_list_does() -> None:
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})
    assert canonical([1, 2]) != canonical([2, 1])


def test_missing_null_and_empty_words_are_three_things() -> None:
    assert len({canonical({}), canonical({"a": None}), canonical({"a": ""})}) == 3


@given(documents)
def test_a_frozen_document_has_the_same_bytes_and_thaws_to_itself(document: object) -> None:
    assert canonical(freeze(document)) == canonical(document)
    assert thaw(freeze(document)) == document


def test_a_frozen_document_cannot_be_changed_from_either_side() -> None:
    document = {"people": [{"id": "nan"}]}
    frozen = freeze(document)
    document["people"][0]["id"] = "someone else"

    assert isinstance(frozen, MappingProxyType)
    assert frozen["people"] == ({"id": "nan"},)
    with pytest.raises(TypeError):
        frozen["people"][0]["id"] = "someone else"


@pytest.mark.parametrize("value", [0.5, float("nan"), {1, 2}, b"bytes", object()])
def test_what_json_has_no_word_for_is_no_part_of_a_document(value: object) -> None:
    for make in (canonical, freeze, thaw):
        with pytest.raises(TypeError, match="is no value of a document"):
            make({"a": [value]})


def test_a_key_that_is_not_text_is_named() -> None:
    with pytest.raises(TypeError, match="key 5 is not text"):
        canonical({5: "five"})


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Bag:
    name: str
    holds: tuple[object, ...] = ()


def test_a_fingerprint_is_the_hash_of_the_one_canonical_form() -> None:
    one = UUID("0190a000-0000-7000-8000-000000000001")
    bag = Bag("Nan's", (date(2027, 3, 6), Colour.RED, one, None, Bag("small")))
    written = (
        '{"holds":["2027-03-06","red","0190a000-0000-7000-8000-000000000001",null,'
        '{"holds":[],"name":"small"}],"name":"Nan\'s"}'
    )
    assert fingerprint(bag) == hashlib.sha256(written.encode()).hexdigest()


def test_values_that_differ_have_other_fingerprints_and_equal_ones_the_same() -> None:
    some = [Bag(""), Bag("a"), Bag("", ("",)), Bag("", (None,)), ("", ()), None, "", 0, ()]
    assert len({fingerprint(value) for value in some}) == len(some)
    assert fingerprint(Bag("a", (1,))) == fingerprint(Bag("a", (1,)))


@pytest.mark.parametrize("value", [1.5, {1: "a"}, Bag, {"a": object()}, b"a"])
def test_what_is_no_plain_value_has_no_fingerprint(value: object) -> None:
    with pytest.raises(TypeError):
        fingerprint(value)
