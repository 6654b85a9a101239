"""A service's own criteria come from the file in its settings, and a wrong one stops the start."""

from pathlib import Path

import pytest

from facilitator.app import create_app
from facilitator.auditing.rubric_here import rubric_here
from facilitator.audits import shipped
from facilitator.refusals import Refusal
from tests.web import a_config


def test_without_a_file_it_is_the_rubric_that_comes_with_the_app() -> None:
    with create_app(a_config()).app_context():
        assert rubric_here() is shipped()


def test_a_file_that_is_wrong_or_not_there_is_named(tmp_path: Path) -> None:
    ours = tmp_path / "our-rubric.toml"
    for _ in range(2):
        with pytest.raises(Refusal, match=r"our-rubric\.toml"):
            create_app(a_config(rubric=ours))
        ours.write_text("this is no rubric", "utf-8")
