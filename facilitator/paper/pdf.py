"""The press: a sheet of our own HTML becomes one PDF, PDF/A-3a and PDF/UA-1 in the same file.

The only place that knows WeasyPrint. It is loaded at the first sheet, not before: a machine
without its system libraries still runs the app, and says what to install.
"""

import atexit
import gc
import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache, partial
from importlib.resources import files
from io import StringIO
from pathlib import Path
from platform import system
from tempfile import TemporaryDirectory
from threading import Lock
from types import SimpleNamespace
from typing import Any

import pydyf

from facilitator.paper import fetch, fonts, letters, metadata, tags, work
from facilitator.paper.tree import Proof
from facilitator.refusals import Problem, Refusal

STYLES = Path(__file__).parents[1] / "static" / "paper"

LINKS = ("https:", "tel:", "mailto:")
"""What a link on paper may open; a link of any other kind is printed as plain words."""

_COLOURS = "screen"
"""Our name for the colour profile sRGB, which PDF/A asks every file to carry."""

_KIND = {"pdf_variant": "pdf/a-3a", "output_intent": _COLOURS}

_GAVE_UP = Problem(
    "the plan",
    "The press can't set these words, and this is our mistake.",
    "Print the plan from the browser, and tell whoever looks after Facilitator.",
)

log = logging.getLogger(__name__)

_PRINTING = Lock()
"""One sheet at a time: Pango's fonts and WeasyPrint's caches are shared and not made for two."""


@dataclass(frozen=True)
class Sheet:
    """All that goes to the press for one paper; the same sheet always gives the same bytes.

    ``html`` is a whole document written by our template, every word in it escaped. ``css`` names
    files in ``static/paper``, in order. ``lang`` is a BCP 47 tag. ``made_on`` is the only date
    that the file carries. ``attachment`` is the copy's own document, the one file inside the PDF,
    under ``attachment_name`` (ASCII, ending in ``.json``); None for a paper that is no copy.
    """

    html: str
    css: tuple[str, ...]
    title: str
    lang: str
    made_on: date
    attachment: bytes | None = field(default=None, repr=False)
    attachment_name: str = "plan.json"
    attachment_about: str = "The same plan, for computers"


def render(sheet: Sheet) -> bytes:
    """The PDF of a sheet. Raises Refusal where it can't be printed, and says what to do."""
    _check(sheet)
    with _PRINTING, _uncollected():
        press = _press()
        try:
            return press.print(sheet)
        except Exception as error:
            # Its own checks are of things that our template never writes: words have done this.
            log.error("The press gave up: %s", type(error).__name__)  # noqa: TRY400 - no words in a log
            raise Refusal(_GAVE_UP) from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection while a sheet is laid out: all of its boxes live until it is done.

    Looking through them over and over takes one twentieth of the time and finds nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def get_ready() -> None:
    """Load the press before somebody waits for it; half of the first paper's time is this.

    Raises the same Refusal as ``render`` where Pango is missing, so whoever starts the app may
    call it beside the first request and leave the Refusal to the first paper.
    """
    with _PRINTING:
        _press()


def _check(sheet: Sheet) -> None:
    """Refuse what would break the press, every reason at once."""
    problems = [
        Problem(
            place,
            f"This text holds half a character ({half}), which can't be printed.",
            "Type the word that it stands in again.",
        )
        for place, text in (("the plan", sheet.html), ("the title", sheet.title))
        if (half := letters.first_surrogate(text))
    ]
    if work.work_of(sheet.html) > work.MOST:
        problems.append(_too_much(sheet.html))
    if problems:
        raise Refusal(*problems)


def _too_much(html: str) -> Problem:
    if word := work.longest_word(html):
        wrong = f"{len(word):,} letters stand here without a space: {word[:20]}…"
        return Problem(
            "the plan", wrong, "Take out what was pasted in by mistake, then print again."
        )
    wrong = f"This plan is {len(html):,} characters long, which is more than the press takes."
    return Problem("the plan", wrong, "Take out what was pasted in by mistake, then print again.")


class _Press:
    """WeasyPrint, loaded once, with our fonts and our parsed styles kept from sheet to sheet."""

    def __init__(self, weasyprint: Any) -> None:
        self._html = weasyprint.HTML
        self._css = weasyprint.CSS
        self._attachment = weasyprint.Attachment
        self._metadata = weasyprint.document.DocumentMetadata
        self._fetcher = fetch.fetcher(
            weasyprint.urls.URLFetcher, weasyprint.urls.URLFetcherResponse
        )
        self._fonts = weasyprint.text.fonts.FontConfiguration()
        self._faces = self._style(string=fonts.style_sheet())
        self._styles: dict[tuple[Path, int], Any] = {}
        self._colours = {_COLOURS: _profile()}

    def print(self, sheet: Sheet) -> bytes:
        """One sheet, laid out, drawn, tagged and finished."""
        source = fonts.printable(letters.writable(sheet.html))
        document = self._html(string=source, url_fetcher=self._fetcher).render(
            stylesheets=[self._faces, *map(self._style_named, sheet.css)],
            font_config=self._fonts,
            color_profiles=self._colours,
            **_KIND,
        )
        document.metadata = self._about(sheet)
        for page in document.pages:
            page.links = [link for link in page.links if _may_stand(*link)]
        proofs = tags.watch(document.pages)
        finish = partial(_finish, sheet=sheet, proofs=proofs)
        return bytes(document.write_pdf(finisher=finish, **_KIND))

    def _style(self, **source: Any) -> Any:
        return self._css(**source, url_fetcher=self._fetcher, font_config=self._fonts)

    def _style_named(self, name: str) -> Any:
        """A parsed style sheet, read again only when its file has changed."""
        path = STYLES / name
        key = (path, path.stat().st_mtime_ns)
        if key not in self._styles:
            self._styles[key] = self._style(filename=path)
        return self._styles[key]

    def _about(self, sheet: Sheet) -> Any:
        """What WeasyPrint writes of the whole file: nothing that the HTML says of itself."""
        title = letters.writable(sheet.title)
        if sheet.attachment is None:
            return self._metadata(title=title, lang=sheet.lang)
        made = datetime.combine(sheet.made_on, time(), UTC)
        document = self._attachment(
            string=sheet.attachment,
            name=sheet.attachment_name,
            description=sheet.attachment_about,
            relationship="Source",
            created=made,
            modified=made,
            url_fetcher=self._fetcher,
        )
        return self._metadata(title=title, lang=sheet.lang, attachments=[document])


def _profile() -> Any:
    """What our colours mean: sRGB as WeasyPrint carries it, byte for byte.

    WeasyPrint's own way opens the file anew for each paper, and writes it out through a library
    that changes its bytes from one writing to the next.
    """
    content = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
    return SimpleNamespace(name="sRGB2014", content=content, components="rgb", pdf_reference=None)


def _may_stand(kind: str, target: str, _rectangle: object, box: Any) -> bool:
    """Whether a link stays: to a place on the paper, or of a kind that our template writes.

    WeasyPrint makes one area more for each element inside a link, which would be read twice.
    """
    safe = kind == "internal" or (kind == "external" and target.startswith(LINKS))
    return safe and box.element_tag == "a"


def _finish(_document: Any, pdf: Any, *, sheet: Sheet, proofs: list[Proof]) -> None:
    """Our tags, our metadata, and the attachment named once."""
    tags.fill(pdf, proofs, sheet.lang)
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = pdf.catalog["AF"][:1]  # WeasyPrint 70 names each attachment twice.
    day = pydyf.String(f"D:{sheet.made_on:%Y%m%d}000000+00'00'")
    producer = str(pdf.info["Producer"].string)
    title = letters.writable(sheet.title)
    pdf.info.clear()
    pdf.info.update(
        Title=pydyf.String(title),
        Producer=pydyf.String(producer),
        CreationDate=day,
        ModDate=day,
    )
    packet = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    packet.compress = False  # So that a program that knows no PDF can still read it.
    packet.stream = [
        metadata.packet(title=title, lang=sheet.lang, made_on=sheet.made_on, producer=producer)
    ]


@cache
def _press() -> _Press:
    try:
        with _no_system_fonts(), warnings.catch_warnings(), redirect_stdout(StringIO()):
            warnings.simplefilter("ignore")  # That there is no system font is on purpose.
            import weasyprint  # noqa: PLC0415 -- Pango may be missing, and the app must start.

            press = _Press(weasyprint)
    except (ImportError, OSError) as error:
        raise Refusal.because(
            "This computer can't make a PDF yet: a part that sets the letters is missing.",
            f"{_what_to_install()} Until then, print the plan from the browser.",
        ) from error
    # WeasyPrint's fonts tidy up after themselves with parts of Python that are gone by the very
    # end, and complain of it on standard error. So they go while everything is still there.
    atexit.register(_press.cache_clear)
    return press


@contextmanager
def _no_system_fonts() -> Iterator[None]:
    """Have Fontconfig find no font but the ones that our style sheet brings.

    Without this, a character that our fonts lack would be printed in whatever font the machine
    has: the same plan would look, and be read aloud, differently elsewhere.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    with TemporaryDirectory() as folder:
        empty = Path(folder) / "fonts.conf"
        empty.write_text("<fontconfig/>", encoding="ascii")
        os.environ["FONTCONFIG_FILE"] = str(empty)
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before


def _what_to_install() -> str:
    """One sentence for the system at hand."""
    name = system()
    if name == "Darwin":
        return "Run: brew install pango."
    if name == "Windows":
        return (
            "Install MSYS2, run in it: pacman -S mingw-w64-x86_64-pango, and set"
            r" WEASYPRINT_DLL_DIRECTORIES to C:\msys64\mingw64\bin."
        )
    if Path("/etc/debian_version").exists():
        return "Run: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0."
    return "Install Pango and HarfBuzz with the program that installs software on this system."
