"""What `make audit` says of an answer."""

from typing import Any

import pytest

from tools.audit import told

SOUND = {"name": "flask", "version": "3.1.3", "vulns": []}
FAULTY = {"name": "oldlib", "version": "1.0", "vulns": [{"id": "CVE-2026-1"}, {"id": "CVE-2026-2"}]}
UNKNOWN = {"name": "jinja2", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("dependencies", "code", "sentence"),
    [
        ([SOUND], 0, "1 packages were looked up, 0 could not be."),
        ([SOUND, FAULTY], 1, "oldlib 1.0 has known faults: CVE-2026-1, CVE-2026-2."),
        ([SOUND, UNKNOWN], 2, "1 packages were looked up, 1 could not be."),
        ([UNKNOWN], 2, "0 packages were looked up, 1 could not be."),
        ([], 2, "0 packages were looked up, 0 could not be."),
    ],
)
def test_only_what_was_looked_up_and_has_no_fault_is_good_news(
    dependencies: list[dict[str, Any]], code: int, sentence: str
) -> None:
    sentences, ended = told({"dependencies": dependencies})
    assert sentence in sentences
    assert ended == code
