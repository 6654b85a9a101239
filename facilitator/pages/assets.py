"""Addresses of style sheets and scripts that change when the file does."""

import hashlib
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask


def version_the_assets(app: Flask) -> None:
    """Add ``v``, made from the file's bytes, to every static address that the app writes.

    The browser may then keep a style sheet for a year, and still gets the next release's.
    """
    folder = app.static_folder or ""

    @app.url_defaults
    def _version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and "v" not in values and "filename" in values:
            path = f"{folder}/{values['filename']}"
            with suppress(OSError):  # Where there is none, the address says so by itself.
                # One look at the disk: a page writes a dozen of these addresses.
                values["v"] = _fingerprint(path, os.stat(path).st_mtime_ns)  # noqa: PTH116


@lru_cache(maxsize=256)
def _fingerprint(path: str, _changed: int) -> str:
    # The time of change is only part of the key: a rebuilt file is read again without a restart.
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12]
