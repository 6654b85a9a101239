"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

backups = Blueprint("backups", __name__)
