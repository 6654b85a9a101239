import os
from pathlib import Path

import pytest

from facilitator.unlocking.presence import NOWHERE, in_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows sees to it by itself")


def test_one_program_is_alone_and_two_are_not(tmp_path: Path) -> None:
    with in_folder(tmp_path) as one:
        assert one.beside_others()
        with in_folder(tmp_path) as other:
            assert other.beside_others()
            assert not one.is_alone()
        assert one.is_alone()


def test_nobody_comes_in_while_somebody_is_alone(tmp_path: Path) -> None:
    with in_folder(tmp_path) as one, in_folder(tmp_path) as other:
        assert one.is_alone()
        assert not other.beside_others()
        assert one.beside_others()
        assert other.beside_others()


def test_two_folders_have_nothing_to_do_with_each_other(tmp_path: Path) -> None:
    with in_folder(tmp_path / "a") as one, in_folder(tmp_path / "b") as other:
        assert one.is_alone()
        assert other.is_alone()


def test_where_the_database_is_no_file_nobody_is_in_the_way() -> None:
    assert NOWHERE.is_alone()
    assert NOWHERE.beside_others()
