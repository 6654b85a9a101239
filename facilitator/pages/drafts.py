"""The key under which a browser keeps what is typed until the server has it."""

import base64
import hashlib
import hmac
from uuid import UUID

NO_MEETING = "none"


def draft_key(secret_key: str, user_id: UUID, meeting: str = NO_MEETING) -> str:
    """The key of that user's drafts in their browser, of one meeting: 32 bytes in base 64.

    It is made anew for each page from the app's own secret, and never kept in the browser: drafts
    that are found on a computer can't be read without signing in to this app.
    """
    message = f"drafts:{user_id}:{meeting}".encode()
    made = hmac.new(secret_key.encode(), message, hashlib.sha256).digest()
    return base64.b64encode(made).decode("ascii")
