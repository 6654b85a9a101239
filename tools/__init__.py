"""What sets the house up on a fresh machine. Only the standard library, from Python 3.11 on."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is what tells somebody with an older one.
    raise SystemExit(
        "This is Python %d.%d. Facilitator needs 3.11 or later: "  # noqa: UP031 - as above.
        "install it, and call make with PYTHON=python3.11." % sys.version_info[:2]
    )
