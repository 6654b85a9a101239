"""Asks whether any version that the locks name has a known fault. Needs pip-audit and a network.

It ends with 0 where every package was looked up and none has a fault, with 1 where one has, and
with 2 where some or all could not be looked up: that is no good news.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("run.txt", "test.txt", "check.txt", "build.txt", "node.txt", "lock.txt")
MISSING = (
    "There is no pip-audit on this computer. Install it apart from the app, with "
    "pipx install pip-audit, and try again."
)


def told(report: dict[str, Any]) -> tuple[list[str], int]:
    """The sentences about that report, and the exit code."""
    known: dict[str, str] = {}
    unknown: set[str] = set()
    looked = set()
    for one in report["dependencies"]:
        name = f"{one['name']} {one.get('version', '')}".strip()
        if "skip_reason" in one:
            unknown.add(one["name"])
            continue
        looked.add(one["name"])
        faults = ", ".join(fault["id"] for fault in one["vulns"])
        if faults:
            known[name] = faults
    sentences = [f"{name} has known faults: {faults}." for name, faults in sorted(known.items())]
    sentences.append(f"{len(looked)} packages were looked up, {len(unknown)} could not be.")
    return sentences, 1 if known else 2 if unknown or not looked else 0


def main() -> int:
    """Ask about every lock."""
    program = shutil.which("pip-audit")
    if program is None:
        print(MISSING, file=sys.stderr)
        return 2
    words = [program, "--no-deps", "--disable-pip", "--progress-spinner=off", "--format=json"]
    for name in LOCKS:
        words += ["--requirement", str(ROOT / "requirements" / name)]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    try:
        sentences, code = told(json.loads(ran.stdout))
    except (ValueError, KeyError, TypeError):
        print(f"pip-audit gave no answer. It said: {ran.stderr.strip()[-500:]}", file=sys.stderr)
        return 2
    print("\n".join(sentences))
    return code


if __name__ == "__main__":
    raise SystemExit(main())
