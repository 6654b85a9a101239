"""What a WSGI server loads: ``waitress-serve wsgi:app``, or ``gunicorn wsgi:app``."""

import os

import config
from facilitator.app import create_app

# Whatever the app writes is for its own user's eyes.
os.umask(0o077)
app = create_app(config.load())
