"""A paper as an answer: shown in the browser, which can print it."""

from flask import Response


def pdf_answer(pdf: bytes, file_name: str) -> Response:
    """The PDF with a name to save it under."""
    response = Response(pdf, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{file_name}"'
    return response
