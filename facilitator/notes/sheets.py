"""The notes of a meeting as a page shows them: each in a place of its own, and one that is new."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from facilitator.agenda import Prompt
from facilitator.database import new_id
from facilitator.notes.note import KeptNote, Note, Whose

NEW = "new"
_NOTE = "note-"
_TO_ONESELF = "self"
_AUDIENCE = {
    Whose.FACILITATOR: "Only the facilitator.",
    Whose.PROFESSIONAL: "Only professionals.",
}


@dataclass(frozen=True)
class Sheet:
    """One note on the page, or the empty place of one. ``prefix`` tells its form from others."""

    prefix: str
    label: str
    id: UUID
    whose: Whose = Whose.FACILITATOR
    kept: KeptNote | None = None
    hint: str = ""
    prompt: str = ""
    question: str = ""

    def note(self, **said: Any) -> Note:
        """The note with what was typed in its fields."""
        if self.kept is not None:
            return replace(self.kept.note, **said)
        known = {"prompt": self.prompt, "question": self.question, **said}
        return Note(whose=self.whose, audience=_AUDIENCE[self.whose], **known)


@dataclass(frozen=True)
class Sheets:
    """All sheets of a page: to each question, the others. The new one is made by `blank`."""

    whose: Whose
    asked: tuple[Sheet, ...]
    free: tuple[Sheet, ...]

    @property
    def all(self) -> tuple[Sheet, ...]:
        """Every sheet of the page but the new one."""
        return (*self.asked, *self.free)

    def on_page(self, prefix: str) -> Sheet | None:
        """The sheet with that prefix."""
        return next((one for one in self.all if one.prefix == prefix), None)

    def with_id(self, note_id: UUID) -> Sheet | None:
        """The sheet of that note."""
        return next((one for one in self.all if one.id == note_id), None)

    def blank(self, note_id: UUID, prefix: str = NEW) -> Sheet:
        """An empty place for a note with that id; another prefix is one whose note is gone."""
        label = "A new note" if prefix == NEW else "A note that is deleted now"
        return Sheet(prefix=prefix, label=label, id=note_id, whose=self.whose)

    def with_sheet(self, sheet: Sheet) -> "Sheets":
        """The same page with that sheet on it, where it is not there yet and is no new one."""
        if sheet.prefix == NEW or self.on_page(sheet.prefix):
            return self
        return replace(self, free=(*self.free, sheet))


def own_sheets(notes: Iterable[KeptNote], prompts: Sequence[Prompt]) -> Sheets:
    """The facilitator's own: first what an agenda's prompts ask of them, then all others."""
    own = [one for one in notes if one.note.whose is Whose.FACILITATOR and one.note.text]
    asks = [one for one in prompts if one.to == _TO_ONESELF]
    answers = {one.note.prompt: one for one in own if one.note.prompt}
    known = {one.id for one in asks}
    return Sheets(
        Whose.FACILITATOR,
        tuple(_sheet_of_prompt(one, answers.get(one.id)) for one in asks),
        tuple(_sheet_of_note(one) for one in own if one.note.prompt not in known),
    )


def professional_sheets(notes: Iterable[KeptNote]) -> Sheets:
    """What professionals wrote, in the order in which it came here."""
    theirs = [one for one in notes if one.note.whose is Whose.PROFESSIONAL and one.note.text]
    return Sheets(Whose.PROFESSIONAL, (), tuple(_sheet_of_professional(one) for one in theirs))


def _sheet_of_prompt(prompt: Prompt, kept: KeptNote | None) -> Sheet:
    return Sheet(
        prefix=f"ask-{prompt.id}",
        label=prompt.words,
        hint=" ".join(prompt.then),
        id=kept.id if kept else new_id(),
        kept=kept,
        prompt=prompt.id,
        question=" ".join((prompt.words, *prompt.then)),
    )


def _sheet_of_note(kept: KeptNote) -> Sheet:
    return Sheet(
        prefix=f"{_NOTE}{kept.id}", label=kept.note.question or "Your note", id=kept.id, kept=kept
    )


def _sheet_of_professional(kept: KeptNote) -> Sheet:
    return Sheet(
        prefix=f"{_NOTE}{kept.id}",
        label=kept.note.heading or "Who wrote it is not known",
        id=kept.id,
        whose=Whose.PROFESSIONAL,
        kept=kept,
    )
