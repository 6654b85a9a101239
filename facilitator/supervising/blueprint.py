"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

supervising = Blueprint("supervising", __name__)
