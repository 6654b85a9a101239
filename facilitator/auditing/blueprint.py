"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

auditing = Blueprint("auditing", __name__)
