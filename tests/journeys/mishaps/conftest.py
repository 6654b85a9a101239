"""The laptop of the reliability rigs, before a real browser."""

from tests.reliability.conftest import client, laptop

__all__ = ["client", "laptop"]
