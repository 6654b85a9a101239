"""The rubric that this app's audits go by: ours, and what the service says about it."""

from pathlib import Path

from flask import Flask, current_app

from facilitator.audits import Rubric, shipped, with_service

_RUBRIC = "facilitator.rubric"


def hand_in(app: Flask, service: Path | None) -> None:
    """Read the service's own criteria, if it has a file of them. Refusal with all that is wrong."""
    app.extensions[_RUBRIC] = None if service is None else with_service(service)


def rubric_here() -> Rubric:
    """The rubric of this app."""
    held: Rubric | None = current_app.extensions[_RUBRIC]
    return shipped() if held is None else held
