"""A mark: the end of the log at some moment, short enough to print and to read out.

It stands outside the database, on a family's plan and beside a backup. So it tells of what the
database alone can't: that the last entries are gone, or that the whole log was made anew.
"""

import re
from dataclasses import dataclass

from facilitator.access_log.entry import Head
from facilitator.refusals import Refusal

# Crockford's signs: no I, L, O or U, which are heard or seen as something else.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 8  # of 5 bits each: by chance one in 10^12 fits
_HEARD = str.maketrans("OIL", "011")
_FORM = re.compile(rf"([0-9]{{1,12}})-([{_SIGNS}]{{{_LENGTH}}})")


@dataclass(frozen=True, slots=True)
class Mark:
    """The entry that was the last one then, and eight signs of its seal."""

    number: int
    signs: str

    @classmethod
    def of(cls, head: Head) -> "Mark":
        """The mark of that end of the log."""
        value = int(head.seal[:10], 16)
        signs = (_SIGNS[value >> 5 * place & 31] for place in reversed(range(_LENGTH)))
        return cls(head.number, "".join(signs))

    @classmethod
    def read(cls, text: str) -> "Mark":
        """A mark as somebody types it: small letters, spaces and dashes don't matter.

        Raises Refusal for what is none.
        """
        asked = text.strip()
        rest = re.sub(r"(?i)^log\s+mark", "", asked).strip()
        number, _, signs = re.sub(r"[\s-]+", "-", rest).partition("-")
        tidy = signs.replace("-", "").upper().translate(_HEARD)
        if found := _FORM.fullmatch(f"{number}-{tidy}") if number.isdecimal() else None:
            return cls(int(number), found[2])
        raise Refusal.because(
            f"'{asked[:40]}' is no mark of the log.",
            "A mark looks like 1042-7F3K-9QXM. It stands on the last page of a plan.",
        )

    def __str__(self) -> str:
        return f"{self.number}-{self.signs[:4]}-{self.signs[4:]}"
