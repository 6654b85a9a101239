"""Asking every page of a service as everybody, and hearing what comes back."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pikepdf
from werkzeug.test import TestResponse

from facilitator.database import new_id
from facilitator.paper import pdf as paper
from tests.proofs.access_table import KINDS
from tests.proofs.access_visitors import VISITORS
from tests.proofs.access_world import Service
from tests.web import Client

# What stands in an address beside the ids of a family.
WORDS: Mapping[str, Any] = MappingProxyType(
    {
        "filename": "pages/pages.css",
        "kind": "action",
        "part": "words",
        "key": "happening-1",
        "group": "answers",
        "criterion": "Q1",
        "name": "run-sheet",
    }
)
# Where a page means something else by the same name; "=" names another id of the same family.
ELSE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "practice.read_copy": {"reader_id": "tiana"},
        "practice.print_copy": {"reader_id": "tiana"},
        "practice.print_invitation": {"person_id": "bev"},
        "preparing.add_line": {"kind": "worry"},
        "preparing.mend_line": {"ref": "=worry"},
        "agreeing.what_helps": {"ref": "=worry"},
        "agreeing.choose_what_helps": {"ref": "=worry"},
        "releasing.on_screen": {"handed_id": "=shown_id"},
        "feedback.paper": {"name": "card"},
        "one_person.review": {"part": "others"},
        "retention.choose": {"kind": "family"},
        "retention.choose_for_house": {"kind": "access_log"},
    }
)
# What a form must say before anybody looks further; "=" is an id of the family, "team" one's own.
FORMS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "auditing.draw": {"draw-team": "team", "draw-quarter": "2027-1"},
        "agreeing.choose_what_helps": {"step": "a11@1"},
        "releasing.looked": {"reader": "=reader_id", "near": "none"},
    }
)
# An id that nobody shares out: whoever asks makes it up, or it is no family's.
OF_NO_FAMILY = frozenset({"user_id", "team_id", "card_id", "gold_id"})
IN, MISSING, TO_SIGN_IN = "let in", "not there", "to sign in"
# A refusal of what was sent is an answer for those who may: a page of 400, 409 or 422 too.
LET_IN = frozenset({200, 302, 303, 304, 400, 409, 413, 415, 422, 429})
# Who comes nearest to a family that is not theirs, and passes every door but the last: their
# refusals are read letter by letter, as a page or as a script reads them.
NEAREST = "every duty elsewhere"
NEXT_DOOR = "colleague"
TOKEN = re.compile(r'(?:name="csrf_token"[^>]*value|data-token)="[^"]+"')
Ids = Mapping[str, Any]


class NoPress:
    """A paper takes a second: what may stand on one is proved where papers are."""

    def print(self, sheet: paper.Sheet) -> bytes:
        return _a_page(sheet.html.encode("ascii", "replace").decode())


@cache
def _a_page(words: str) -> bytes:
    whole, held = pikepdf.new(), BytesIO()
    whole.add_blank_page()
    whole.docinfo["/Words"] = words
    whole.save(held, compress_streams=False)
    return held.getvalue()


class Walk:
    """The service, asked by everybody."""

    def __init__(self, service: Service) -> None:
        self.service, app = service, service.app
        self.refused: dict[tuple[str, str, str, bool], TestResponse] = {}
        self.rules = {
            (rule.endpoint, method): rule
            for rule in app.url_map.iter_rules()
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        }
        self.client = Client(app, app.response_class, use_cookies=False)
        self.ids: dict[str, Ids] = {
            "own": service.own,
            "other": service.other,
            "second": service.second,
            "nobody's": {**service.own, **{one: new_id() for one in self.family_ids()}},
        }

    def family_ids(self) -> tuple[str, ...]:
        """What stands in addresses for something of one family."""
        own = self.service.own.items()
        return tuple(
            name for name, value in own if isinstance(value, UUID) and name not in OF_NO_FAMILY
        )

    def address(self, endpoint: str, method: str, ids: Ids) -> str:
        rule = self.rules[endpoint, method]
        held = {**WORDS, **ids, **found_in(ELSE.get(endpoint, {}), ids)}
        if "safety" in endpoint:
            held["name"] = "hidden"
        built = rule.build({name: held[name] for name in rule.arguments}, append_unknown=False)
        assert built, endpoint
        return f"{built[1]}?quarter=2027-1" if endpoint.startswith("quarterly.") else built[1]

    def is_of_a_family(self, endpoint: str, method: str) -> bool:
        """Whether an id of something of one family stands in the address."""
        arguments = self.rules[endpoint, method].arguments - set(ELSE.get(endpoint, {}))
        return not arguments.isdisjoint(self.family_ids())

    def open_to(self, visitor: str) -> Iterator[tuple[str, str]]:
        """What that visitor may ask of one family."""
        for kind in KINDS:
            for one in kind.entries:
                if visitor in kind.who and self.is_of_a_family(*one):
                    yield one

    def mixed_ids(self, endpoint: str, method: str) -> Iterator[tuple[Ids, Ids]]:
        """One's own ids with one of the other family's among them, and with one of nobody's."""
        inside = self.rules[endpoint, method].arguments & set(self.family_ids())
        for name in inside if len(inside) > 1 else ():
            held = ELSE.get(endpoint, {}).get(name, f"={name}").removeprefix("=")
            own, other, nobody = (self.ids[one] for one in ("own", "other", "nobody's"))
            yield {**own, held: other[held]}, {**own, held: nobody[held]}

    def asks_for_team(self, visitor: str, endpoint: str, team: UUID) -> TestResponse:
        """What comes back of a list of one team's."""
        address = self.rules[endpoint, "GET"].build({}, append_unknown=False)
        assert address
        headers = {"Cookie": self.service.cookies[visitor]}
        return self.client.get(f"{address[1]}?team={team}&quarter=2027-1", headers=headers)

    def asks(
        self,
        visitor: str,
        endpoint: str,
        method: str,
        ids: Ids,
        *,
        json: bool = False,
    ) -> TestResponse:
        """What comes back. A change is taken back at once."""
        address = self.address(endpoint, method, ids)
        if (visitor, method, address, json) in self.refused:
            return self.refused[visitor, method, address, json]
        headers = {"Cookie": self.service.cookies.get(visitor, "")}
        if json:
            headers["Accept"] = "application/json"
        form = found_in(FORMS.get(endpoint, {}), ids) if method == "POST" else None
        if form and "draw-team" in form and visitor in VISITORS:
            form["draw-team"] = str(VISITORS[visitor].team_id)
        answer = self.client.open(address, method=method, headers=headers, data=form)
        if answer.status_code == 404:  # Nothing came of it, so that it would be the same again.
            self.refused[visitor, method, address, json] = answer
        elif method != "GET":
            self.service.as_before()
        return answer


def found_in(words: Mapping[str, str], ids: Ids) -> dict[str, Any]:
    return {name: str(ids[one[1:]]) if one.startswith("=") else one for name, one in words.items()}


def heard(answer: TestResponse) -> str:
    """What became of a request, in three words; anything else as its number."""
    way = answer.headers.get("Location", "")
    if answer.status_code == 401 or way.startswith("/sign-in?next") or way == "/sign-in":
        return TO_SIGN_IN
    if answer.status_code == 404:
        return MISSING
    return IN if answer.status_code in LET_IN else str(answer.status_code)


def plain(answer: TestResponse) -> tuple[int, str]:
    """The answer without the form's token, which is another one each time."""
    return answer.status_code, TOKEN.sub("", answer.text)
