"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

retention = Blueprint("retention", __name__)
