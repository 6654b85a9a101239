"""A service's own words come from the file in its settings, and a wrong one stops the start."""

from pathlib import Path

import pytest

from facilitator.app import create_app
from facilitator.pages.word_lists import lists_here
from facilitator.plain_language import check, shipped
from facilitator.refusals import Refusal
from tests.web import a_config


def test_without_a_file_it_is_the_list_that_comes_with_the_app() -> None:
    with create_app(a_config()).app_context():
        assert lists_here() is shipped()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        create_app(a_config(words=tmp_path / "our-words.toml"))
    assert "our-words.toml" in str(refusal.value)


def test_a_wrong_file_is_named(tmp_path: Path) -> None:
    wrong = tmp_path / "our-words.toml"
    wrong.write_text("this is no list", "utf-8")
    with pytest.raises(Refusal) as refusal:
        create_app(a_config(words=wrong))
    assert "our-words.toml" in str(refusal.value)


def test_the_list_finds_what_it_holds() -> None:
    with create_app(a_config()).app_context():
        assert check("Her siblings come.", lists=lists_here())
