"""The address that everything is served at: taken first of all, whatever answers there later."""

import errno
import socket

from facilitator.refusals import Problem, Refusal
from facilitator.settings import Config


def taken(config: Config) -> socket.socket:
    """A socket of our own there. Raises Refusal where the port or the address can't be had."""
    family = socket.AF_INET6 if ":" in config.listens_on else socket.AF_INET
    try:
        return socket.create_server((config.listens_on, config.port), family=family)
    except OSError as error:
        raise Refusal(_not_free(config, error)) from error


def _not_free(config: Config, error: OSError) -> Problem:
    if error.errno == errno.EADDRINUSE:
        return Problem(
            "FACILITATOR_PORT",
            f"Another program is using port {config.port}.",
            f"Stop it, or use another port: facilitator run --port {config.port % 65535 + 1}.",
        )
    return Problem(
        "FACILITATOR_HOST",
        f"The app can't listen on {config.listens_on}, port {config.port}: {error.strerror}.",
        "Use 127.0.0.1 and a port from 1024 to 65535.",
    )
