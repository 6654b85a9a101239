import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from flask import session

from facilitator.app import page_was_answered, ready_line, serve
from facilitator.refusals import Refusal
from facilitator.unlocking.disk import Disk
from facilitator.unlocking.first_word import sentence
from tests.web import a_config, an_app

ROOT = Path(__file__).parents[1]
# Tests that a shell started in the background were told not to hear Ctrl-C, and so their children.
START = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from facilitator.app import serve; from tests.web import a_config;"
    "serve(a_config(port=int(sys.argv[1])))"
)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


@contextmanager
def running(port: int) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", START, str(port)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_app_says_where_it_is_answers_there_and_stops_when_it_is_asked(
    stop: signal.Signals,
) -> None:
    port = free_port()
    with running(port) as process:
        assert process.stdout
        assert process.stdout.readline() == (
            f"Facilitator is ready: open http://127.0.0.1:{port}\n"
        )
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
            assert answer.status == 200
            assert answer.headers["Server"] is None
        process.send_signal(stop)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert err == ""
    assert out in {"", *(f"{sentence(disk)}\n" for disk in Disk)}  # At its first start.


def test_a_port_that_is_taken_gives_a_sentence_with_another_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = int(held.getsockname()[1])
        with pytest.raises(Refusal) as refusal:
            serve(a_config(port=port))
    assert f"Another program is using port {port}." in str(refusal.value)
    assert re.search(r"facilitator run --port \d+\.", str(refusal.value))


def test_an_address_that_is_not_ours_gives_a_sentence() -> None:
    with pytest.raises(Refusal, match=r"can't listen on 192\.0\.2\.1"):
        serve(a_config(host="192.0.2.1", tls=True, port=free_port()))


def test_the_ready_line_of_a_team_says_its_own_name_and_where_it_listens() -> None:
    line = ready_line(a_config(host="10.0.0.5", tls=True, trusted_hosts=("plans.example.org",)))
    assert line == (
        "Facilitator is ready: open https://plans.example.org (it listens on 10.0.0.5 port 8000)"
    )


def test_debugging_stays_off_whatever_flask_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLASK_DEBUG", "1")
    assert an_app().debug is False


def cookie(**changes: bool) -> str:
    app = an_app(**changes)

    def remember() -> str:
        session["seen"] = "yes"
        return "ok"

    app.view_functions["practice.questions"] = remember
    return app.test_client().get("/questions").headers["Set-Cookie"]


def test_the_session_cookie_is_for_this_site_alone_and_dies_with_the_browser() -> None:
    held = cookie()
    assert held.startswith("facilitator=")
    assert "SameSite=Strict" in held
    assert "HttpOnly" in held
    assert "Expires" not in held
    assert "Secure" not in held


def test_the_session_cookie_of_a_secure_server_goes_over_https_only() -> None:
    held = cookie(tls=True)
    assert held.startswith("__Host-facilitator=")
    assert "Secure" in held
    assert "Path=/" in held
    assert "Domain" not in held


def test_whoever_waits_for_the_first_page_is_told_when_nobody_asks_for_one() -> None:
    assert not page_was_answered(0)


def test_whoever_waits_for_the_first_page_goes_on_as_soon_as_it_is_answered() -> None:
    told: list[bool] = []
    waiting = Thread(target=lambda: told.append(page_was_answered(60)))
    visitor = an_app().test_client()
    waiting.start()
    while waiting.is_alive():  # It may not listen yet when the first page is asked for.
        visitor.get("/static/pages/icon.svg", base_url="http://127.0.0.1:8000")
    assert told == [True]


def test_paper_is_not_loaded_before_somebody_prints() -> None:
    code = "import sys, facilitator.app; print({'weasyprint', 'jsonschema'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
