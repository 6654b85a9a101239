"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

who_looked = Blueprint("who_looked", __name__)
