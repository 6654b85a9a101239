"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

releasing = Blueprint("releasing", __name__)
