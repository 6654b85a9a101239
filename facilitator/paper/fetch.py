"""What the press may open: our own fonts and pictures by name, and nothing else in the world.

Nothing on a family's paper is ever fetched. A style sheet asks for ``asset:fonts/NAME.ttf`` or
``asset:pictures/NAME.svg``; every other address, of any scheme, is refused unopened.
"""

import re
from pathlib import Path
from typing import Any

from facilitator.paper import fonts

PICTURES = Path(__file__).parents[1] / "static" / "paper" / "pictures"

_ADDRESS = re.compile(r"asset:(fonts|pictures)/([A-Za-z0-9_-]+\.(?:ttf|svg|png))", re.ASCII)
_KINDS = {".ttf": "font/ttf", ".svg": "image/svg+xml", ".png": "image/png"}


def find(address: str) -> Path | None:
    """The file of ours that an address names, or None for everything that is not ours."""
    named = _ADDRESS.fullmatch(address)
    if named is None:
        return None
    path = (fonts.FOLDER if named[1] == "fonts" else PICTURES) / named[2]
    return path if path.is_file() else None


def fetcher(base: Any, response: Any) -> Any:
    """A fetcher that opens our own assets alone.

    ``base`` and ``response`` are WeasyPrint's ``URLFetcher`` and ``URLFetcherResponse``, handed
    in because this room loads WeasyPrint in one place only. An address that is not ours raises
    ValueError, which WeasyPrint turns into a missing picture: text still prints.
    """

    def fetch(_self: object, url: str, headers: object = None) -> Any:  # noqa: ARG001
        path = find(url)
        if path is None:
            raise ValueError("Nothing is fetched for a plan but our own fonts and pictures.")
        return response(url, path.read_bytes(), {"Content-Type": _KINDS[path.suffix]})

    own = type("OwnAssets", (base,), {"fetch": fetch})
    return own(allowed_protocols=("asset",), allow_redirects=False, fail_on_errors=False)
