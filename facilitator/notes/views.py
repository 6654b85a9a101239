"""The facilitator's own notes: the only pages that show them."""

from flask import Blueprint

notes = Blueprint("notes", __name__)
