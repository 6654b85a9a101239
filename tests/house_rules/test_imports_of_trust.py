"""What comes in is JSON, TOML or a form. No reader of anything richer is within the app's reach."""

import ast
from fnmatch import fnmatch

import pytest

from tests.house_rules import house

# Readers that have let strangers run code, open files or fill the memory: XML, YAML, Python's own
# objects, archives, tables of other programs, pictures, and PDF.
READERS = frozenset(
    {
        *("xml", "lxml", "defusedxml", "xmltodict", "bs4", "html5lib", "tinycss2", "cssselect2"),
        *("yaml", "ruamel", "tomlkit", "toml", "json5", "configparser"),
        *("pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "dbm", "copyreg"),
        *("zipfile", "tarfile", "gzip", "bz2", "lzma", "zipimport", "plistlib"),
        *("PIL", "openpyxl", "xlrd", "docx", "odf", "email", "mailbox"),
        *("pypdf", "PyPDF2", "pypdfium2", "fitz", "pdfminer", "pdfplumber", "pikepdf"),
    }
)
# What runs, loads or reaches out: a program, a module by its name, another computer.
RUNNERS = frozenset(
    {
        *("subprocess", "pty", "ctypes", "cffi", "code", "codeop", "runpy", "multiprocessing"),
        *("requests", "httpx", "aiohttp", "urllib3", "ftplib", "smtplib", "telnetlib", "imaplib"),
        *("http.client", "urllib.request", "xmlrpc", "socketserver", "webbrowser"),
    }
)
CALLS = frozenset({"eval", "exec", "compile", "__import__", "breakpoint"})

# Each with why it is safe there.
ALLOWED: dict[str, tuple[str, ...]] = {
    # The one PDF that is read is one that we made a moment ago, to count its pages or bundle it.
    "pikepdf": ("facilitator/paper/*",),
    # It asks whether the disk is encrypted, in words of ours alone and without a shell.
    "subprocess": ("facilitator/unlocking/disk.py",),
    # Turns an address of ours into the name of a file, and asks nobody.
    "urllib.request": ("facilitator/database/engine.py",),
    # Writes signs so that XML can hold them; nothing is read.
    "xml": ("facilitator/paper/metadata.py",),
}


def names(nodes: tuple[ast.AST, ...]) -> set[str]:
    """Every module that a file imports, whole and by its first part; and every call by its name."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found |= {f"{node.func.id}()"}
    return found | {one.partition(".")[0] for one in found}


def unsafe(name: str, found: set[str]) -> list[str]:
    """What that file reaches of all this, where nobody said why it may."""
    watched = (READERS | RUNNERS | {f"{one}()" for one in CALLS}) & found
    return sorted(
        one for one in watched if not any(fnmatch(name, home) for home in ALLOWED.get(one, ()))
    )


def test_no_reader_of_rich_files_and_no_way_out_is_within_reach() -> None:
    found = {
        name: unsafe(name, names(house.nodes(name))) for name in house.python_files("facilitator")
    }
    assert {name: what for name, what in found.items() if what} == {}


def test_whatever_is_allowed_is_still_there() -> None:
    used = {
        one
        for name in house.python_files("facilitator")
        for one in names(house.nodes(name))
        if one in ALLOWED
    }
    assert used == set(ALLOWED)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("facilitator/record/read.py", "import xml.etree.ElementTree", ["xml"]),
        ("facilitator/record/read.py", "def f():\n from pickle import loads", ["pickle"]),
        ("facilitator/desk/views.py", "from pikepdf import Pdf", ["pikepdf"]),
        ("facilitator/paper/press.py", "from pikepdf import Pdf", []),
        ("facilitator/app.py", "from urllib import request", ["urllib.request"]),
        ("facilitator/app.py", "from urllib.parse import quote", []),
        ("facilitator/app.py", "eval('1')", ["eval()"]),
        ("facilitator/app.py", "import json, tomllib, csv, re\nre.compile('x')", []),
    ],
)
def test_the_rule_sees_a_reader_wherever_it_stands(
    name: str, text: str, expected: list[str]
) -> None:
    assert unsafe(name, names(house.walked(ast.parse(text)))) == expected
