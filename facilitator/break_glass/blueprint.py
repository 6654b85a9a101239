"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

break_glass = Blueprint("break_glass", __name__)
