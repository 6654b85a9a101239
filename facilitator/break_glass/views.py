"""Every page of this room, gathered for the app."""

from flask import Blueprint

break_glass = Blueprint("break_glass", __name__)
