"""Nothing is lost: the real server and the real Chromium, and what happens to laptops.

`make reliability` tries everything as often as we promise; a plain run of the tests tries the same
less often. `often` says how often that is.
"""

import os

EVERYTHING = "RELIABILITY"


def often(usually: int, in_all: int) -> int:
    """How many times to try: ``in_all`` where the environment variable RELIABILITY is set."""
    return in_all if os.environ.get(EVERYTHING) else usually
