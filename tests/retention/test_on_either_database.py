"""A purge on a laptop's file and on a team's server: the same goes, and the same stays."""

from pathlib import Path

import pytest

from facilitator.accounts import store as accounts
from facilitator.database import opened, reading, writing
from facilitator.retention.gone.purge import purge
from facilitator.retention.kinds import FAMILY, NOTES
from tests.kept import JO, TAW
from tests.postgresql import EITHER, either
from tests.retention.planted import Planted, choose, count_rows
from tests.retention.test_purge import BEFORE, DAY


@pytest.mark.parametrize("which", EITHER)
def test_a_purge_is_the_same_on_either_database(which: str, tmp_path: Path) -> None:
    with either(which, tmp_path / "data") as url, opened(url):
        with writing() as session:
            accounts.save_team(session, TAW)
            session.flush()
            accounts.add_user(session, JO, "no password fits this")
            choose(session)
            choose(session, 6, NOTES)
            own, other = Planted("exe").plant(session), Planted("taw", JO).plant(session)
        assert purge(at=BEFORE).many == ((NOTES, 1),)
        assert purge(at=DAY).many == ((FAMILY, 1),)
        with reading() as session:
            assert set(count_rows(session, own).values()) == {0}
            assert count_rows(session, other) == other.rows
