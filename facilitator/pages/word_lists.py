"""The list of words that this app's lines are held against: ours, and those of the service."""

from pathlib import Path

from flask import Flask, current_app

from facilitator.plain_language import WordList, shipped, with_service

_LISTS = "facilitator.word_lists"


def hand_in(app: Flask, service: Path | None) -> None:
    """Read the words of the service, if it has a file of them. Refusal with all that is wrong.

    Our own list takes a moment to read: that is left for whoever looks up a word first.
    """
    app.extensions[_LISTS] = None if service is None else with_service(service)


def lists_here() -> WordList:
    """The list of this app."""
    held: WordList | None = current_app.extensions[_LISTS]
    return shipped() if held is None else held
