"""Ways in which another site, or another name of this computer, might ask for a change."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from tests.proofs.access_table import KINDS
from tests.proofs.access_walk import FORMS, Walk, found_in

VARIANTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "no token": {},
        "a token of nobody's": {"X-CSRFToken": "ImFiYyI.aaaa.bbbb"},
        "from another site": {"Origin": "https://xq.example"},
        "from a place that nobody tells": {"Origin": "null"},
        "the browser says another site": {"Sec-Fetch-Site": "cross-site"},
        "the browser says a site beside ours": {"Sec-Fetch-Site": "same-site"},
        "another name": {"Host": "xq.example", "Sec-Fetch-Site": "same-origin"},
        "another name and our port": {
            "Host": "xq.example:8000",
            "Origin": "http://xq.example:8000",
        },
        "our address as one number": {"Host": "2130706433"},
        "our address in another writing": {"Host": "[::ffff:127.0.0.1]"},
        "called another method": {"X-HTTP-Method-Override": "GET", "X-HTTP-Method": "GET"},
    }
)


class Unsafe(NamedTuple):
    """One request that would change something, by somebody who may."""

    visitor: str
    endpoint: str
    method: str
    address: str
    form: dict[str, str]


def unsafe(walk: Walk) -> Iterator[Unsafe]:
    """Every one of the table."""
    for kind in KINDS:
        visitor = "owner" if "owner" in kind.who else min(kind.who, default="")
        for endpoint, method in kind.entries:
            if method not in {"GET", "HEAD"} and visitor:
                ids = walk.ids[kind.about]
                form = found_in(FORMS.get(endpoint, {}), ids)
                yield Unsafe(visitor, endpoint, method, walk.address(endpoint, method, ids), form)


def status_of(walk: Walk, one: Unsafe, more: Mapping[str, str]) -> int:
    """What that request is answered with, sent with these headers."""
    told = {"Cookie": walk.service.cookies.get(one.visitor, ""), "Accept": "application/json"}
    body = {"data": one.form} if one.method == "POST" else {"json": {}}
    answer = walk.client.open(one.address, method=one.method, headers=told | dict(more), **body)
    return answer.status_code
