"""veraPDF as a gate: many files in one Java process, since Java starts slowly and reads fast."""

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.tools import need

PROFILES = ("PDFUA-1", "PDFA-3A")

# Each process lives for seconds: what makes a long one quicker took half of its time.
SHORT_LIFE = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

_GATE = Path(__file__).with_name("VeraGate.java")


def broken(files: Iterable[Path]) -> Mapping[Path, tuple[str, ...]]:
    """For each file the rules that it breaks, in words; empty where both profiles hold.

    The test that asks is skipped (or fails, in CI) where Java or the jar with veraPDF is missing.
    """
    asked = {str(file): file for file in files}
    java = [need("java"), *SHORT_LIFE, "-cp", need("verapdf")]
    command = [*java, str(_GATE), ",".join(PROFILES), *asked]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    found: dict[Path, list[str]] = {file: [] for file in asked.values()}
    held: dict[Path, int] = dict.fromkeys(asked.values(), 0)
    for line in ran.stdout.splitlines():
        name, profile, clause, often, message = line.split("\t", 4)
        if clause == "holds":
            held[asked[name]] += 1
        else:
            found[asked[name]].append(f"{profile} {clause}, {often} times: {message}")
    for file, wrong in found.items():
        assert wrong or held[file] == len(PROFILES), f"{file} was not looked at: {ran.stdout}"
    return {file: tuple(wrong) for file, wrong in found.items()}
