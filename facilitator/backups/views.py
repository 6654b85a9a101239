"""Every page of this room, gathered for the app."""

from dataclasses import dataclass

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator.accounts import sessions
from facilitator.backups import daily, kept
from facilitator.backups.blueprint import backups
from facilitator.backups.here import keeper
from facilitator.backups.kept import Backup
from facilitator.backups.starting import when
from facilitator.pages import flash
from facilitator.refusals import Refusal

__all__ = ["backups"]
_KILO = 1000


@dataclass(frozen=True)
class Shown:
    """One backup as a row of the page."""

    made: str
    size: str
    whole: bool
    mark: str


@backups.get("/backups")
def page() -> str:
    """What is kept, since when there is trouble, and how to put a backup back."""
    here = keeper()
    found = kept.list_of(here.config)
    rows = tuple(map(_shown, found))
    first = next((one for one, row in zip(found, rows, strict=True) if row.whole), None)
    return render_template(
        "backups/page.html",
        rows=rows,
        latest=first.path if first else None,
        latest_made=when(first.made_at) if first else "",
        folder=kept.folder_of(here.config),
        is_set=here.config.backup_dir is not None,
        number=here.config.backups_kept,
        days=daily.LONGEST_KEPT.days,
        is_file=here.config.database_file is not None,
        trouble=here.trouble,
        since=when(here.trouble.since) if here.trouble else "",
    )


@backups.post("/backups/make")
def make() -> Response:
    """Make a backup now."""
    try:
        made = keeper().make(at=sessions.now(), by=sessions.user().id)
    except Refusal as refusal:
        flash.error(str(refusal))
    else:
        flash.success(f"A backup was made: {_size(made)}, and it is whole.")
    return redirect(url_for("backups.page"), 303)


def _shown(one: Backup) -> Shown:
    return Shown(when(one.made_at), _size(one), one.is_whole(), one.mark)


def _size(one: Backup) -> str:
    """As people say it: "2.4 MB"."""
    if one.size < _KILO * _KILO:
        return f"{max(round(one.size / _KILO), 1)} kB"
    return f"{one.size / _KILO / _KILO:.1f} MB"
