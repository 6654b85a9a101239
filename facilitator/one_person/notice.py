"""What we keep about people, and why: the words of the page, of the sheet and of the document.

Short words and short sentences, for a child of nine. A test holds their grade, and holds
`docs/privacy_notice.md` to these very words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facilitator.paper import template
from facilitator.paper.pdf import Sheet, render

TITLE = "What we keep about you, and why"
FIRST = (
    "You came to a family meeting. Or people spoke of you there. We wrote some of it down. "
    "This page says what we keep, and why."
)
NOT_SAID = "Ask the person who leads your meeting how long. They must tell you."
ICO = "0303 123 1113"
HOW_LONG = "How long do we keep it?"
_CSS = ("plan.css", "handout.css")


@dataclass(frozen=True)
class Section:
    """One question of the notice, with its answer; each line is short."""

    heading: str
    lines: tuple[str, ...]


_BEFORE = (
    Section(
        "Who keeps it?",
        (
            "The team that runs your meeting. You can ask what it is called.",
            "It is on their own computer. We do not put it on the internet.",
        ),
    ),
    Section(
        "What do we keep?",
        (
            "Your name, and what you like to be called.",
            "What you need, so that you can join in. Your phone number, if you gave it to us.",
            "What you said, and what was said of you.",
            "The plan of your family, and who has a copy.",
            "What keeps you and others safe.",
            "Notes that workers wrote.",
            "Not what your family says in its private time. We do not keep that.",
        ),
    ),
    Section(
        "Where does it come from?",
        ("From you, from your family, and from the workers who asked for the meeting.",),
    ),
    Section(
        "Why do we keep it?",
        (
            "So that your family can make its own plan, and keep it.",
            "So that the children are safe and well.",
            "It is our job by law to help with that. The law calls it a public task.",
            "Some of it is very private. The law lets us keep it, to care for children.",
        ),
    ),
    Section(
        "Who sees it?",
        (
            "People get a copy of their own. In it is only what that person may see.",
            "The person who leads your meeting sees all of it.",
            "One more worker checks that each copy is safe.",
            "Now and then a worker reads plans to learn. They see made-up names.",
            "If a child may not be safe, we must tell others. We try to tell you first.",
            "In all other cases we ask you first. You can say no.",
            "We write down who looks. You can ask us who it was.",
        ),
    ),
)
_AFTER = (
    Section(
        "What can you ask for?",
        (
            "To see all that we keep about you. You get it in one month. It is free.",
            "To put right what is wrong. If we do not agree, your own words go beside it.",
            "To take something out, or to stop using it. If we can’t, we tell you why.",
            "To let fewer people see it. You can take back your yes at any time.",
            "Children can ask for all of this too. Somebody can help you to ask.",
            "No computer makes a choice about you. People do.",
        ),
    ),
    Section(
        "Whom do you ask?",
        (
            "Ask the person who leads your meeting. You can say it, write it or text it.",
            "Are you not happy with what they say? Then tell the ICO. They look after your rights.",
            f"Ring the ICO: {ICO}. Or go to ico.org.uk.",
        ),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """The notice of one team; without a team, or before it has chosen, it says whom to ask."""

    team: str = ""
    how_long: tuple[str, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every question with its answer, in order."""
        kept = Section(HOW_LONG, self.how_long or (NOT_SAID,))
        return (*_BEFORE, kept, *_AFTER)

    def texts(self) -> Iterator[str]:
        """Every sentence of it, for measuring and for the document."""
        yield FIRST
        for section in self.sections:
            yield section.heading
            yield from section.lines

    def pdf(self, *, made_on: date, large: bool = False) -> bytes:
        """One sheet of paper, with room for whom to ring. Refusal where there is no press."""
        edition = "large_print" if large else "standard"
        drawn = template.drawn(
            "one_person/notice_paper.html", title=TITLE, first=FIRST, notice=self, edition=edition
        )
        css = (*_CSS, "large_print.css") if large else (*_CSS, "notice.css")
        return render(Sheet(html=drawn, css=css, title=TITLE, lang="en", made_on=made_on))


def as_markdown(notice: Notice) -> str:
    """The notice as a document of this repository."""
    parts = [f"# {TITLE}", FIRST]
    for section in notice.sections:
        parts += [f"## {section.heading}", "\n".join(f"- {line}" for line in section.lines)]
    return "\n\n".join(parts) + "\n"
