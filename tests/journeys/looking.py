"""What anybody who looks at a page must find: it fits the screen, and it has no fault.

Each look waits until the page is whole, for a click that leads elsewhere comes back before the
next page is there. Whatever wants to be measured is measured here, and nowhere else.
"""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Error, Page

# A laptop; the same at 200 % zoom; a telephone; the narrowest that people must be able to read.
WIDTHS = (1280, 640, 390, 320)
PHONE = 390
MOVES = 3  # A page may move on under the look as often as this.

_GONE = ("Execution context was destroyed", "Cannot find context", "because of a navigation")
# In one piece: between two, the page could be another.
_FAULTS = f"""async () => {{
    {AXE_SCRIPT};
    const found = await axe.run(document, {{ resultTypes: ["violations"] }});
    return found.violations.flatMap((one) =>
        one.nodes.map((node) => `${{one.id}}: ${{node.html.slice(0, 120)}}`));
}}"""
_WIDTH = "one => one.scrollWidth"
_WIDEST = """one => [...one.querySelectorAll('main *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth)
    .map(one => one.outerHTML.slice(0, 120)).slice(-3)"""


def looked_at(page: Page, script: str) -> Any:
    """What that function of the page's ``html`` finds, once the page is there."""
    for last in range(MOVES - 1, -1, -1):
        page.wait_for_load_state("load")
        try:
            return page.locator("html").evaluate(script)
        except Error as error:
            if not last or not any(one in error.message for one in _GONE):
                raise
    raise AssertionError


def faults_of(page: Page) -> list[str]:
    """What axe finds, as sentences with the start of the tag that is at fault."""
    return list(looked_at(page, _FAULTS))


def has_no_fault(page: Page) -> None:
    found = faults_of(page)
    assert not found, (page.url, found)


def fits(page: Page, *widths: int) -> None:
    """Nothing is wider than the screen: as wide as it is now, or at each of these widths."""
    before = page.viewport_size
    assert before
    page.wait_for_load_state("load")
    for width in widths or (before["width"],):
        if widths:
            page.set_viewport_size({**before, "width": width})
        assert looked_at(page, _WIDTH) <= width, (page.url, looked_at(page, _WIDEST))
    if widths:
        page.set_viewport_size(before)


def is_fit_to_use(page: Page) -> None:
    """By everybody, on every screen."""
    has_no_fault(page)
    fits(page, *WIDTHS)


def source(page: Page) -> str:
    """All that the page holds, seen or not."""
    return str(looked_at(page, "one => one.outerHTML"))
