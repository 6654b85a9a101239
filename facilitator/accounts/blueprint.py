"""The room's blueprint: its modules hang their pages on it."""

from flask import Blueprint

accounts = Blueprint("accounts", __name__)

# A form that was understood and can't be taken as it is.
NOT_YET = 422
TOO_MANY = 429
