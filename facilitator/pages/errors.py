"""What a visitor reads when something goes wrong: kind, plain, and never a traceback."""

import logging
import secrets
import sys
import traceback
from dataclasses import dataclass
from types import TracebackType

from flask import Flask, g, render_template, request
from werkzeug.datastructures import ImmutableDict
from werkzeug.exceptions import HTTPException, SecurityError

from facilitator.pages.answering import as_json, asks_for_json
from facilitator.refusals import Problem, Refusal

log = logging.getLogger(__name__)

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


Json = dict[str, list[dict[str, str]]]


@dataclass(frozen=True)
class Sorry:
    """What we say for one kind of error: the heading, what is wrong, what to do."""

    heading: str
    wrong: str
    remedy: str


SORRY = {
    400: Sorry(
        "We could not read that",
        "The page that you sent was not whole, or it was too old.",
        "Go back, open the page again, and send it once more.",
    ),
    403: Sorry(
        "You can't do that here",
        "This page did not come from Facilitator, or it is not for you to change.",
        "Go to the home page and start again from there.",
    ),
    404: Sorry(
        "We can't find that page",
        "There is nothing for you at this address.",
        "Check the address, or go to the home page.",
    ),
    405: Sorry(
        "That does not work on this page",
        "This page can't be used in that way.",
        "Go back and use the links and buttons on the page.",
    ),
    413: Sorry(
        "That is too big",
        "What you sent is bigger than Facilitator can take.",
        "Send a smaller file, or fewer words at a time.",
    ),
    500: Sorry(
        "Something went wrong",
        "This is our mistake, not yours.",
        "Go back and try again. If it happens again, tell whoever looks after Facilitator.",
    ),
}


OURS = 500  # From here on an error is our mistake, below it is in what was asked.


class QuietFlask(Flask):
    """A Flask that says no more than it must: no words in its log, no methods but our own."""

    # Set here, for Flask makes the route of the static files before it reads any other setting.
    default_config = ImmutableDict(Flask.default_config | {"PROVIDE_AUTOMATIC_OPTIONS": False})

    def log_exception(self, exc_info: ExcInfo) -> None:
        """Log the kinds of error and the lines of code; messages may hold a family's words."""
        g.error_code = secrets.token_hex(3)
        trail = []
        error: BaseException | None = exc_info[1] or sys.exception()
        while error is not None:
            trail += [type(error).__name__ + "\n", *traceback.format_tb(error.__traceback__)]
            error = error.__cause__ or error.__context__
        log.error("Error %s at %s:\n%s", g.error_code, request.endpoint, "".join(trail))


def answer_errors(app: Flask) -> None:
    """Answer every error of the app with a page of our own."""
    app.register_error_handler(SecurityError, _untrusted_host)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Refusal, _refusal)


def _untrusted_host(_error: HTTPException) -> tuple[str, int]:
    # No address can be written here: it would be made from the very host that we do not trust.
    return render_template("pages/untrusted_host.html"), 400


def _http_error(error: HTTPException) -> tuple[str | Json, int, list[tuple[str, str]]]:
    code = error.code or 500
    kept = [(name, value) for name, value in error.get_headers() if name == "Allow"]
    sorry = SORRY.get(code) or SORRY[400 if code < OURS else 500]
    if asks_for_json():
        return as_json(Problem("", sorry.wrong, sorry.remedy)), code, kept
    page = render_template("pages/error.html", sorry=sorry, error_code=g.get("error_code"))
    return page, code, kept


def _refusal(refusal: Refusal) -> tuple[str | Json, int]:
    if asks_for_json():
        return as_json(*refusal.problems), 409
    page = render_template(
        "pages/refused.html", heading="We can't do that yet", problems=refusal.problems
    )
    return page, 409
