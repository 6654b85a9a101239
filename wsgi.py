"""What a WSGI server loads: ``waitress-serve wsgi:app``, or ``gunicorn wsgi:app``."""

import os

import config
from facilitator.app import create_app, keep_house

# Whatever the app writes is for its own user's eyes.
os.umask(0o077)
settings = config.load()
app = create_app(settings)
keep_house(settings)
