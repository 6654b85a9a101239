"""Whether a page or a script asked, so that each is answered in its own language."""

from flask import request

from facilitator.refusals import Problem

_JSON = "application/json"


def asks_for_json() -> bool:
    """Whether a script sent JSON, or wants nothing else back."""
    accepted = request.accept_mimetypes
    return request.is_json or (accepted.best == _JSON and not accepted.accept_html)


def as_json(*problems: Problem) -> dict[str, list[dict[str, str]]]:
    """Reasons, as a script reads them."""
    return {"problems": [{"wrong": one.wrong, "remedy": one.remedy} for one in problems]}
