"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

preparing = Blueprint("preparing", __name__)
