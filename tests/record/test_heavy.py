"""Records made to take long: each is read or refused within two seconds."""

import json
import time

import pytest

from facilitator.record import read
from facilitator.refusals import Refusal
from tests.records import CAMPBELL, Document


def _heavy(kind: str) -> Document:
    document: Document = json.loads(CAMPBELL.read_bytes())
    step, worry = document["plan"]["actions"][0], document["share"]["worries"][0]
    match kind:
        case "long words":
            steps = [{**step, "id": f"x{at}", "what": "w" * 5000} for at in range(450)]
            document["plan"]["actions"] = steps
            lines = [{**worry, "id": f"y{at}", "text": "é\n" * 2000} for at in range(400)]
            document["share"]["worries"] = lines
        case "many lines":
            for key in ("strengths", "worries", "needs"):
                line = document["share"][key][0]
                lines = [{**line, "id": f"{key}{at}", "text": "w" * 900} for at in range(500)]
                document["share"][key] = lines
            document["plan"]["actions"] = [
                {**step, "id": f"x{at}", "links": [f"needs{at}"]} for at in range(500)
            ]
        case "many wrong names":
            links = [f"strengths{at}" for at in range(30)]
            document["plan"]["actions"] = [
                {**step, "id": f"x{at}", "links": links} for at in range(400)
            ]
        case "many unknown keys":
            document |= {f"k{at}": {} for at in range(9000)}
        case "many odd names":
            step["who"] = [{"n": at} for at in range(9000)]
    return document


@pytest.mark.parametrize(
    "kind",
    ["long words", "many lines", "many wrong names", "many unknown keys", "many odd names"],
)
def test_the_heaviest_records_take_seconds_and_not_minutes(kind: str) -> None:
    data = json.dumps(_heavy(kind), ensure_ascii=False).encode()
    began = time.process_time()
    try:
        read(data, "f.json")
    except Refusal as refusal:
        assert len(refusal.problems) <= 51  # noqa: PT017  (reading it is as right as refusing)
    assert time.process_time() - began <= 10
