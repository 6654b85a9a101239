"""Several papers as one for the printer, each of them beginning on a sheet of its own.

It is for the facilitator's printer and for nobody to keep: it carries no attachment, no tags and no
links. Each person's own paper has all of these.
"""

from collections.abc import Iterable
from contextlib import ExitStack
from io import BytesIO

import pikepdf

TITLE = "Copies to hand out"
# What only makes sense in the file that a page comes from.
_OF_ITS_FILE = ("/Annots", "/StructParents", "/Tabs", "/AF")
_DUPLEX = {True: "/DuplexFlipLongEdge", False: "/Simplex"}


def bundled(papers: Iterable[bytes], *, two_sided: bool) -> bytes:
    """All of these papers in one PDF, in their order; the same papers give the same bytes.

    ``two_sided`` adds an empty side after an odd number of them, so that no sheet of paper holds
    a side of two people's copies. ``papers`` are our own PDFs.
    """
    with ExitStack() as opened, pikepdf.new() as whole:
        for paper in papers:
            one = opened.enter_context(pikepdf.open(BytesIO(paper)))
            whole.pages.extend(one.pages)
            if two_sided and len(one.pages) % 2:
                _, _, width, height = (float(edge) for edge in one.pages[-1].mediabox)
                whole.add_blank_page(page_size=(width, height))
        for page in whole.pages:
            for key in _OF_ITS_FILE:
                if key in page.obj:
                    del page.obj[key]
        return _saved(whole, two_sided)


def _saved(whole: pikepdf.Pdf, two_sided: bool) -> bytes:  # noqa: FBT001 - handed on by its name
    whole.docinfo["/Title"] = TITLE
    whole.Root.Lang = pikepdf.String("en-GB")
    whole.Root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True,
        PrintScaling=pikepdf.Name.AppDefault,
        Duplex=pikepdf.Name(_DUPLEX[two_sided]),
    )
    out = BytesIO()
    whole.save(out, deterministic_id=True, min_version="1.7")
    return out.getvalue()
