"""The route table: who may use each page. What is not in it does not exist for anybody."""

import ipaddress
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from urllib.parse import urlsplit

from flask import Flask, abort, request


class Who(Enum):
    """Who may use a route."""

    ANYBODY = "anybody who can reach the app"
    ANYONE_HERE = "anybody at this computer"


_READ_HERE = MappingProxyType({"GET": Who.ANYONE_HERE})

ROUTES: Mapping[str, Mapping[str, Who]] = MappingProxyType(
    {
        "static": MappingProxyType({"GET": Who.ANYBODY}),
        "practice.home": _READ_HERE,
        "practice.questions": _READ_HERE,
        "practice.read_copy": _READ_HERE,
        "practice.print_copy": _READ_HERE,
        "practice.before_the_day": _READ_HERE,
        "practice.print_handout": _READ_HERE,
        "practice.print_invitation": _READ_HERE,
    }
)
SAFE_METHODS = frozenset({"GET", "HEAD"})


def keep_the_door(app: Flask) -> None:
    """Ask the table before each request. Refused is 404: nobody learns what there is."""

    @app.before_request
    def _ask_the_table() -> None:
        if request.routing_exception is not None:
            return  # No such page or method: Flask says so by itself.
        if not may_use(request.endpoint, request.method, request.remote_addr):
            abort(404)
        if request.method not in SAFE_METHODS and _comes_from_another_site():
            abort(403)


def may_use(endpoint: str | None, method: str, address: str | None) -> bool:
    """Whether a visitor at that IP address may use the endpoint with that method."""
    row = ROUTES.get(endpoint or "", {})
    who = row.get("GET" if method == "HEAD" else method)
    if who is Who.ANYONE_HERE:
        return _is_this_computer(address)
    return who is Who.ANYBODY


def _is_this_computer(address: str | None) -> bool:
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False


def _comes_from_another_site() -> bool:
    # Browsers say where a change was asked for. The CSRF token guards forms by itself; this
    # stands before it, and guards a route on which somebody forgot the token too.
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host
