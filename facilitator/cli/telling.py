"""How commands say what they found: sentences on standard error, and an exit code."""

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from facilitator.refusals import Problem, Refusal

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def refusals_are_sentences(command: Callable[..., Any]) -> Callable[..., Any]:
    """A refusal becomes its sentences on standard error, and exit 1."""

    @wraps(command)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except Refusal as refusal:
            click.echo(str(refusal), err=True)
            sys.exit(1)

    return told


def tell_problems(found: Iterable[tuple[Path, tuple[Problem, ...]]]) -> None:
    """Every problem of every file; exit 1 where there is any."""
    told = list(found)
    for path, problems in told:
        for problem in problems:
            click.echo(str(problem), err=True)
        if not problems:
            click.echo(f"{path.name} is all right.")
    sys.exit(1 if any(problems for _, problems in told) else 0)
