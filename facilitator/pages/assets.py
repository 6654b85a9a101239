"""Addresses of style sheets and scripts that change when the file does."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask


def version_the_assets(app: Flask) -> None:
    """Add ``v``, made from the file's bytes, to every static address that the app writes.

    The browser may then keep a style sheet for a year, and still gets the next release's.
    """
    folder = Path(app.static_folder or "")

    @app.url_defaults
    def _version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and "v" not in values and "filename" in values:
            path = folder / values["filename"]
            if path.is_file():
                values["v"] = _fingerprint(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _fingerprint(path: Path, _changed: int) -> str:
    # The time of change is only part of the key: a rebuilt file is read again without a restart.
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
