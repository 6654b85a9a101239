"""Every page of this room, gathered for the app."""

from flask import Blueprint

supervising = Blueprint("supervising", __name__)
