"""Every page of this room, gathered for the app."""

from flask import Blueprint

feedback = Blueprint("feedback", __name__)
