"""Every page of this room, gathered for the app."""

from flask import Blueprint

quarterly = Blueprint("quarterly", __name__)
