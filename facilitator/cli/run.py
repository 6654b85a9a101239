"""The command `facilitator run`."""

import gc
import os

import click

from facilitator.cli.telling import refusals_are_sentences


@click.command()
@click.option("--host", help="The address to serve on. This computer alone is the default.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to serve on.")
@refusals_are_sentences
def run(host: str | None, port: int | None) -> None:
    """Start the app in the browser."""
    gc.disable()
    from facilitator.app import serve
    from facilitator.settings import asking, read

    asking.ask_by(None)  # Its first page asks.
    # What is loaded stays for good: to look through it for waste takes a tenth of the start.
    gc.freeze()
    gc.enable()

    given = {"FACILITATOR_HOST": host, "FACILITATOR_PORT": port and str(port)}
    environment = {**os.environ, **{key: value for key, value in given.items() if value}}
    serve(read(environment))
