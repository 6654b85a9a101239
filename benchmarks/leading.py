"""Leading a meeting: the page with the questions, and a durable save, by one client and by eight.

Against the real server, on waitress with SQLite, as on a laptop. The budget for eight clients is
that of a team's own set-up, which is PostgreSQL behind several processes; SQLite is held to it too.
"""

import json
import secrets
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

from benchmarks import laptop as laptops
from benchmarks.laptop import Laptop
from benchmarks.table import Row

MANY = 8
PAGE_BUDGET = {1: 0.015, MANY: 0.120}
SAVE_BUDGET = {1: 0.015, MANY: 0.060}
SAVES_A_SECOND = 250
OFTEN = 400
WARM = 20
OK = 200

Ask = Callable[[HTTPConnection], int]


def rows() -> Iterator[Row]:
    """The page and the save; one client first."""
    with laptops.running() as laptop:
        page = asks_for(laptop, f"/meetings/{laptop.meeting}/lead")
        taken, _ = measured(laptop, 1, OFTEN, page)
        yield row("page to lead from, 1 client", taken, PAGE_BUDGET[1])
        taken, _ = measured(laptop, MANY, OFTEN, page)
        yield row(f"page to lead from, {MANY} clients", taken, PAGE_BUDGET[MANY])
        taken, _ = measured(laptop, 1, OFTEN, keeps_a_line(laptop))
        yield row("durable save, SQLite, 1 client", taken, SAVE_BUDGET[1])
        taken, whole = measured(laptop, MANY, OFTEN, keeps_a_line(laptop))
        yield row(f"durable save, SQLite, {MANY} clients", taken, SAVE_BUDGET[MANY])
        speed = len(taken) / whole
        kept = speed >= SAVES_A_SECOND
        yield Row("the same, saves a second", f"{speed:,.0f}", f"{SAVES_A_SECOND}", kept)


def asks_for(laptop: Laptop, path: str) -> Ask:
    """Whoever asks for that page."""
    return lambda held: laptop.ask(held, "GET", path)[0]


def keeps_a_line(laptop: Laptop) -> Ask:
    """Whoever keeps a new line."""

    def ask(held: HTTPConnection) -> int:
        line = {"key": secrets.token_hex(8), "based_on": 0, "kind": "hope", "words": "Nan cooks."}
        path = f"/meetings/{laptop.meeting}/lines/l{secrets.token_hex(8)}"
        return laptop.ask(held, "PUT", path, json.dumps(line).encode(), "application/json")[0]

    return ask


def measured(laptop: Laptop, clients: int, often: int, ask: Ask) -> tuple[list[float], float]:
    """Seconds that each answer took, and seconds for all; each client has one connection."""

    def client(times: int) -> list[float]:
        held = laptop.connect()
        taken = [_once(ask, held) for _ in range(times)]
        held.close()
        return taken

    client(min(WARM, often))
    with ThreadPoolExecutor(clients) as pool:
        begun = time.perf_counter()
        every = list(pool.map(client, [often // clients] * clients))
        whole = time.perf_counter() - begun
    return [one for taken in every for one in taken], whole


def row(what: str, taken: list[float], budget: float) -> Row:
    """Nineteen of twenty took no longer than what is said, held against the budget."""
    ordered = sorted(taken)
    p95 = ordered[int(len(ordered) * 0.95)]
    middle = ordered[len(ordered) // 2]
    said = f"p95 {p95 * 1000:,.1f} ms (middle {middle * 1000:,.1f})"
    return Row(what, said, f"{budget * 1000:,.0f} ms", p95 <= budget)


def _once(ask: Ask, held: HTTPConnection) -> float:
    begun = time.perf_counter()
    status = ask(held)
    taken = time.perf_counter() - begun
    if status != OK:
        raise RuntimeError(f"The server answered {status}.")
    return taken
