"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

unlocking = Blueprint("unlocking", __name__)
