"""What stands at the address: the unlock page or the app, each in its turn, in one process."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Condition
from typing import Any

from facilitator.refusals import Refusal

Answer = Iterable[bytes]
WSGIApp = Callable[[dict[str, Any], Any], Answer]
LONGEST = 20  # seconds to wait for whoever is being answered, before nobody is turned out


class Doorway:
    """A WSGI app that is whatever was shown last."""

    def __init__(self) -> None:
        self._app: WSGIApp | None = None
        self._inside = 0
        self._shut = False
        self._changed = Condition()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Answer:
        """Answer from what stands here now; whoever comes while it is shut waits."""
        with self._changed:
            self._changed.wait_for(lambda: not self._shut and self._app is not None)
            self._inside += 1
            app = self._app
        try:
            return app(environ, start_response) if app else ()
        finally:
            with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    def show(self, app: WSGIApp) -> None:
        """From the next request on, that app answers."""
        with self._changed:
            self._app = app
            self._changed.notify_all()

    @contextmanager
    def alone(self, longest: float = LONGEST) -> Iterator[None]:
        """Be the only request that is being answered; the others wait outside until the end.

        Raises Refusal where somebody else's takes too long.
        """
        with self._changed:
            free = not self._shut
            self._shut = True
            if not (free and self._changed.wait_for(lambda: self._inside <= 1, longest)):
                self._shut = not free
                self._changed.notify_all()
                raise Refusal.because(
                    "Somebody else is working in Facilitator just now.",
                    "Wait a moment, and press the button again.",
                )
        try:
            yield
        finally:
            with self._changed:
                self._shut = False
                self._changed.notify_all()
