"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

leading = Blueprint("leading", __name__)
