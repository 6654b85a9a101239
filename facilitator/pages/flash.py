"""Three ways to tell somebody something on the next page that they see."""

from flask import flash


def error(words: str) -> None:
    """Say what went wrong, and what to do."""
    flash(words, "error")


def notice(words: str) -> None:
    """Say something that is good to know."""
    flash(words, "notice")


def success(words: str) -> None:
    """Say that it worked."""
    flash(words, "success")
