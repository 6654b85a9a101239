"""One app for all tests of getting ready: each test has a meeting of its own in it."""

from dataclasses import replace
from uuid import UUID

import pytest
from flask import Flask

from tests.web import SAM, add_user, an_app

KIT = replace(SAM, id=UUID(int=77), email="kit@example.org", name="Kit Vale")  # of Sam's team


@pytest.fixture(scope="session")
def app() -> Flask:
    """An app in which Sam and Kit, two facilitators of one team, have accounts."""
    made = an_app()
    add_user(made, KIT)
    return made
