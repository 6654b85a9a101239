from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from facilitator.backups import keeping, kept, starting
from facilitator.backups.daily import A_DAY
from facilitator.backups.keeping import Keeper
from facilitator.database import seal
from facilitator.refusals import Refusal
from tests.backups.laptops import AT, a_laptop, a_team, file_of, teams


def test_the_backup_of_a_day_is_made_once(tmp_path: Path) -> None:
    keeper = Keeper(a_laptop(tmp_path / "data"))
    assert [keeper.see_to_it(at=AT) for _ in range(2)] == [True, False]
    assert keeper.see_to_it(at=AT + A_DAY)
    assert len(kept.list_of(keeper.config)) == 2


def test_what_fails_is_told_on_the_terminal_once_and_tried_again_until_it_works(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stick = tmp_path / "stick"
    keeper = Keeper(a_laptop(tmp_path / "data", backup_dir=stick))
    for minutes in (0, 10, 20):
        assert not keeper.see_to_it(at=AT + timedelta(minutes=minutes))
    assert keeper.trouble is not None
    assert keeper.trouble.since == AT
    assert "No such file" in keeper.trouble.why
    assert len(caplog.records) == 1
    assert "No backup was made." in caplog.text
    stick.mkdir()
    assert keeper.see_to_it(at=AT + timedelta(minutes=30))
    assert keeper.trouble is None


def test_it_goes_on_looking_until_it_is_told_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "LOOKS_EVERY", 0)
    keeper, stop = Keeper(a_laptop(tmp_path / "data")), Event()
    asked = iter((AT, AT, AT + A_DAY))

    def now() -> object:
        at = next(asked)
        if at > AT:
            stop.set()
        return at

    keeper.run(stop, now)  # type: ignore[arg-type]
    assert [one.made_at for one in kept.list_of(keeper.config)] == [AT + A_DAY, AT]


def test_when_the_app_ends_what_is_new_is_backed_up_and_the_database_is_sealed(
    tmp_path: Path,
) -> None:
    keeper = Keeper(a_laptop(tmp_path / "data"))
    path = file_of(keeper.config)
    keeper.see_to_it(at=AT)
    a_team(keeper.config, "Moray")
    keeper.end(at=AT)
    (one,) = kept.list_of(keeper.config)
    assert teams(one.path) == ["Kirkton", "Moray"]
    assert seal.is_sealed(path)
    made = one.path.stat().st_mtime_ns
    starting.look(keeper.config)
    keeper.end(at=AT)  # Nothing was written.
    assert one.path.stat().st_mtime_ns == made
    starting.look(keeper.config)
    a_team(keeper.config, "Nairn")
    keeper.end(at=AT)
    assert teams(one.path) == ["Kirkton", "Moray", "Nairn"]


def test_where_no_backup_can_be_made_the_end_is_still_an_end(tmp_path: Path) -> None:
    keeper = Keeper(a_laptop(tmp_path / "data", backup_dir=tmp_path / "nowhere"))
    keeper.end(at=AT)
    assert seal.is_sealed(file_of(keeper.config))
    file_of(keeper.config).unlink()
    keeper.end(at=AT)


def test_a_button_hears_the_reason(tmp_path: Path) -> None:
    keeper = Keeper(a_laptop(tmp_path / "data", backup_dir=tmp_path / "nowhere"))
    with pytest.raises(Refusal, match="No such file"):
        keeper.make(at=AT)
    assert keeper.trouble is not None
