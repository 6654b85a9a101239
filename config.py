"""The settings of this deployment, read from the environment: see docs/settings.md."""

import os

from facilitator.settings import Config, read


def load() -> Config:
    """The Config of this machine's environment; raises Refusal with all that is wrong."""
    return read(os.environ)
