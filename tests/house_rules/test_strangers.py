"""Nothing of others is kept here, nothing of one machine, and no address of a shop."""

import re
from pathlib import PurePosixPath

from tests.house_rules import house

OF_OTHERS = (".ttf", ".otf", ".woff", ".woff2", ".eot", ".min.js", ".min.css", ".map")
BINARIES = (".jar", ".exe", ".dll", ".so", ".whl", ".zip", ".gz", ".tgz", ".db", ".sqlite3")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf", ".ico")

# Put together here, because this file is looked through too.
SHOPS = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb." + "debian.org",
    "archive." + "ubuntu.com",
    "fonts.google" + "apis.com",
    "jsdeli" + "vr.net",
    "unp" + "kg.com",
)
PLACES = ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", "\\Us" + "ers\\")
_HOSTS_AND_PLACES = re.compile("|".join(map(re.escape, (*SHOPS, *PLACES))))


def texts() -> tuple[str, ...]:
    """The files that can be read as text."""
    return tuple(name for name in house.files() if not name.endswith(PICTURES))


def test_no_file_of_others_is_kept() -> None:
    kept = [name for name in house.files() if name.lower().endswith(OF_OTHERS + BINARIES)]
    assert kept == [], "The set-up fetches what is not ours. Name it in frontend/package.json."


def test_nothing_that_is_built_is_kept() -> None:
    built = {"node_modules", "dist", "__pycache__"}
    assert [name for name in house.files() if built & set(PurePosixPath(name).parts)] == []


def test_no_file_names_a_shop_or_a_place_of_one_machine() -> None:
    found = [
        f"{name}:{number}: {hit.group()}"
        for name in texts()
        for number, line in enumerate(house.lines(name), 1)
        if (hit := _HOSTS_AND_PLACES.search(line))
    ]
    assert found == []


def test_the_rule_sees_a_shop_and_a_place() -> None:
    assert _HOSTS_AND_PLACES.search("https://" + SHOPS[0] + "/simple")
    assert _HOSTS_AND_PLACES.search("open('" + PLACES[0] + "main/plan.json')")
    assert not _HOSTS_AND_PLACES.search("people work/rest at home/school")
