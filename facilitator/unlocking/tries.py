"""What slows down whoever guesses a passphrase at the page: a wait that grows, and never a lock.

Only the page waits. Who has the file itself tries without it, and pays with argon2id each time.
"""

from dataclasses import dataclass

# Seconds after the first, second, third ... wrong try; the last for all that follow.
WAITS = (1, 2, 4, 8, 16, 32, 60)


@dataclass(frozen=True)
class Tries:
    """The wrong tries so far. ``until`` is on a clock that only goes forward, in seconds."""

    wrong: int = 0
    until: float = 0

    def wait(self, at: float) -> float:
        """The seconds before the next try is looked at."""
        return max(self.until - at, 0)

    def after_one_more(self, at: float) -> "Tries":
        """What they are after another wrong one."""
        return Tries(self.wrong + 1, at + WAITS[min(self.wrong, len(WAITS) - 1)])
