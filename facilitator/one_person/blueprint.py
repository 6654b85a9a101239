"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

one_person = Blueprint("one_person", __name__)
