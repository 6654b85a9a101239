"""Telling the browser which form was just saved, so that its draft can be forgotten.

The answer that sends a browser on after a save says so itself, in a small cookie of names. Whatever
page is opened next reads it, however quick its reader is.
"""

from urllib.parse import quote

from flask import Flask, Response, request

FIELD = "kept_as"  # keep_typed.js puts it into the form
COOKIE = "facilitator-saved"
BETWEEN = "|"
LONGEST_NAME = 300
MOST_NAMES = 8
# A page that reads it opens at once. Later, the same form may hold new words.
SECONDS_KEPT = 60


def tell_saved_forms(app: Flask, *, tls: bool) -> None:
    """Name a form's draft in the answer that sends its browser on: a refusal never does."""

    @app.after_request
    def _tell(response: Response) -> Response:
        if request.method != "POST" or response.status_code != 303:  # noqa: PLR2004
            return response
        name = request.form.get(FIELD, "")
        if not 0 < len(name) <= LONGEST_NAME:
            return response
        before = request.cookies.get(COOKIE, "").split(BETWEEN)[1 - MOST_NAMES :]
        names = [*filter(None, before), quote(name, safe="")]
        response.set_cookie(
            COOKIE,
            BETWEEN.join(names),
            max_age=SECONDS_KEPT,
            secure=tls,
            httponly=False,  # A script reads it; it holds names of forms, and no words.
            samesite="Strict",
        )
        return response
