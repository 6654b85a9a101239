"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

agreeing = Blueprint("agreeing", __name__)
