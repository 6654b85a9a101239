"""The headers that go out with every answer, whatever made it."""

from flask import Flask, Response, request

# No inline script or style, nothing from outside, nothing framed. A page that needs more gets it
# here, in sight, and with a test.
_MAY_LOAD = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
}
CONTENT_SECURITY_POLICY = "; ".join(f"{what} {where}" for what, where in _MAY_LOAD.items())
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
KEEP_NOTHING = "no-store"
# A versioned address never means other bytes; without a version the browser asks again.
KEEP_FOR_A_YEAR = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


def guard(app: Flask, *, tls: bool) -> None:
    """Send the headers with every answer of the app: pages, errors and static files alike.

    Call this before any other ``after_request``: Flask runs the first one registered last, so
    nothing that comes later can weaken a header.
    """

    @app.after_request
    def _guard(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers[name] = value
        if tls:
            response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        response.headers["Cache-Control"] = _how_long(response)
        return response


def _how_long(response: Response) -> str:
    if request.endpoint != "static" or response.status_code not in {200, 206, 304}:
        return KEEP_NOTHING
    return KEEP_FOR_A_YEAR if "v" in request.args else ASK_AGAIN
