"""Every page of this room, gathered for the app."""

from facilitator.who_looked import pages, whole
from facilitator.who_looked.blueprint import who_looked

__all__ = ["pages", "who_looked", "whole"]
