"""Who needs a second step: nobody comes in with a password alone where that would reach far."""

from facilitator.accounts.user import Duty, User

# Whoever has one of these opens more than their own meetings.
REACHES_FAR = frozenset({Duty.SUPERVISOR, Duty.ADMINISTRATOR})


def must_have(user: User, *, near: bool, alone: bool) -> bool:
    """Whether that user can't sign in without a second step.

    ``near``: they sit at the very computer that keeps everything. ``alone``: nobody else has an
    account there, so that whoever reads the disk needs no account to read everything.
    """
    if not near:
        return True
    return not alone and not user.duties.isdisjoint(REACHES_FAR)
