"""What the browser may show while the app does not run: one page, and never a family's words."""

from pathlib import Path

from flask import Blueprint, Response, current_app, make_response, render_template, send_file

offline = Blueprint("offline", __name__)


@offline.get("/sw.js")
def worker() -> Response:
    """The service worker. It stands at the top, for it looks after every page."""
    path = Path(current_app.static_folder or "") / "pages" / "service_worker.js"
    return send_file(path, mimetype="text/javascript")


@offline.get("/offline")
def page() -> Response:
    """The page that stands in for others while the app does not answer; the same for everybody."""
    return make_response(render_template("pages/offline.html"))
