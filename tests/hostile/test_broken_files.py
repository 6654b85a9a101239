"""Files from somebody else: read, or refused in a sentence with the file and the place."""

import copy
import json
import os
import random
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import inspect, text

from facilitator import exchange
from facilitator.agenda import Agenda
from facilitator.audits.rubric_file import read_rubric
from facilitator.cli import commands
from facilitator.database import reading, writing
from facilitator.exchange.keeping import Reception, bring_in
from facilitator.plain_language.terms_file import opened, terms_of
from facilitator.record import read
from facilitator.refusals import Refusal
from facilitator.strict import load_json
from tests.agenda.builders import TINY
from tests.desk.at_the_desk import NOW, campbell
from tests.hostile import broken_json, broken_toml
from tests.kept import SAM, two_teams

WHOLE = os.environ.get("RELIABILITY") == "all"
SECONDS = 5  # One that takes longer has found a way to hurt; the promise is one second, unhurried.
Read = Callable[[bytes, str], object]


def words(data: bytes, name: str) -> object:
    return terms_of(opened(data, name), name)


READERS: dict[str, tuple[Read, str]] = {
    "agenda": (Agenda.read, TINY),
    "rubric": (read_rubric, 'format = "facilitator-rubric/1"\n'),
    "words": (words, 'format = "facilitator-words/1"\n'),
}


def refused(reader: Read, data: bytes, name: str) -> Refusal:
    began = time.process_time()
    with pytest.raises(Refusal) as said:
        reader(data, name)
    assert time.process_time() - began < SECONDS
    assert all(
        one.place.startswith(name) and one.wrong and one.remedy for one in said.value.problems
    )
    return said.value


def test_every_broken_line_is_no_toml_or_deeper_than_we_read() -> None:
    fine = []
    for line in broken_toml.broken_lines():
        try:
            tomllib.loads(f"{line}\n")
            fine.append(line)
        except (ValueError, RecursionError):
            continue
    assert all(line.count("[") > 8 or line.count("{") > 8 or line.count(".") > 16 for line in fine)
    assert len(broken_toml.broken_lines()) >= 280


@pytest.mark.parametrize("kind", READERS)
def test_every_broken_toml_is_refused_with_its_file_and_line(kind: str) -> None:
    reader, sound = READERS[kind]
    with_line = 0
    for line in broken_toml.broken_lines():
        told = refused(reader, f"{line}\n{sound}".encode(), "x.toml")
        with_line += any("line " in one.place for one in told.problems)
    assert with_line >= len(broken_toml.broken_lines()) - 3
    # A mark before the first letter is passed over by two of the readers, and the file is sound.
    for data in broken_toml.broken_bytes():
        if kind == "agenda" or not data.startswith(b"\xef\xbb\xbf"):
            refused(reader, data + sound.encode(), "x.toml")


def test_every_broken_json_is_refused_with_its_file_and_place() -> None:
    nowhere = []
    for name, data in broken_json.every_one():
        told = refused(load_json, data, "x.json")
        if not told.problems[0].place.removeprefix("x.json") and len(data) < 20_000:
            nowhere.append(name)
    # One value alone, nothing at all, and a mark at the very start have no place but the file.
    alone = [one for one in nowhere if one.endswith(", alone")]
    assert set(nowhere) - set(alone) == {"nothing", "spaces", "in utf-8-sig"}
    assert len(broken_json.every_one()) >= 500


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with two_teams(tmp_path_factory.mktemp("kept")):
        yield


def all_counts() -> dict[str, int]:
    """How many rows each table has."""
    with reading() as session:
        tables = inspect(session.connection()).get_table_names()
        return {one: session.scalar(text(f'SELECT count(*) FROM "{one}"')) or 0 for one in tables}  # noqa: S608


def places(document: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where anything stands in that document."""
    inside = document.items() if isinstance(document, dict) else enumerate(document)
    for key, value in inside:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def with_another(
    document: dict[str, Any], path: tuple[str | int, ...], value: Any
) -> dict[str, Any]:
    """That document with another value at that place."""
    changed: Any = copy.deepcopy(document)
    inside = changed
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    assert isinstance(changed, dict)
    return changed


OTHERS: tuple[Any, ...] = (
    None, True, 7, -1, 0.5, "", "xq", "a\ud800", "a\x00b", "../../x", "nan", "tiana", [], {}, [[]],
    ["xq"], [None], {"id": "xq"}, "x" * 5001, ["nan"] * 600, "2027-02-30",
    "01920000-0000-7000-8000-000000000001",
)  # fmt: skip


@pytest.mark.usefixtures("database")
def test_a_record_with_anything_wrong_comes_in_whole_or_not_at_all() -> None:
    sound, chance = campbell(), random.Random(1)  # noqa: S311 - the same each time, on purpose
    where = list(places(sound))
    tried = [(path, other) for path in where for other in OTHERS]
    came, before = 0, all_counts()
    for number, (path, other) in enumerate(tried if WHOLE else chance.sample(tried, 150)):
        document = with_another(sound, path, other)
        data = json.dumps(document).encode()
        try:
            record = read(data, "x.json")
            exchange.plan_of(record, exchange.draft_of(record))
            with writing() as session:
                bring_in(session, record, Reception(owner=SAM, at=NOW))
                raise Refusal.because(f"{number} came in.", "It is taken out again.")
        except Refusal as refusal:
            came += "It is taken out again." in str(refusal)
    assert all_counts() == before
    assert came >= 10


@pytest.mark.usefixtures("database")
def test_a_record_that_is_refused_at_the_last_moment_leaves_nothing() -> None:
    record = read(json.dumps(campbell()).encode(), "x.json")
    with writing() as session:
        bring_in(session, record, Reception(owner=SAM, at=NOW))
    before = all_counts()
    with pytest.raises(Refusal, match="brought in before"), writing() as session:
        bring_in(session, record, Reception(owner=SAM, at=NOW))
    assert all_counts() == before


@pytest.mark.parametrize(
    ("words_", "data"),
    [
        (["agenda", "check"], b"a = [[[[[[[[[["),
        (["agenda", "check"], b"\xff\xfea"),
        (["record", "check"], b'{"a": NaN}'),
        (["record", "check"], b"[" * 100_000),
        (["record", "import"], b'{"format": "facilitator-record/1"}'),
        (["plan"], b'{"a": "\xed\xa0\x80"}'),
    ],
)
def test_a_command_tells_it_in_a_sentence_and_shows_no_traceback(
    words_: list[str], data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(tmp_path / "data"))
    file = tmp_path / "hostile.json"
    file.write_bytes(data)
    more = ["--out", str(tmp_path)] if words_ == ["plan"] else []
    done = CliRunner().invoke(commands, [*words_, str(file), *more])
    assert done.exit_code not in {0, None}
    assert "Traceback" not in done.output
    assert "hostile.json" in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
