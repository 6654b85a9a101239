"""Who may ask for what at the door itself: see access_table.py, which says how to read it."""

from tests.proofs.access_kinds import ANYBODY, EVERYBODY, NOBODY, Kind

DOOR = (
    Kind(
        "the door itself, and what holds no word of anybody",
        ANYBODY,
        """
        GET static offline.worker offline.page accounts.sign_in accounts.lock_state
        GET one_person.notice
        POST accounts.sign_in_submit
        """,
        a_list_for=NOBODY,
    ),
    Kind(
        "the card of private time, whose browser has a token of its own: without it, nothing",
        ANYBODY,
        """
        GET leading.private_card
        GET+POST leading.end_private_time
        """,
        a_list_for=NOBODY,
    ),
    Kind(
        "the first account, once there is one: not there for anybody",
        NOBODY,
        """
        GET accounts.first
        POST accounts.first_submit
        """,
        signed_out="not there",
    ),
    Kind(
        "how somebody signs in, and the lock of their screen: without an account, the door",
        EVERYBODY,
        """
        GET+POST accounts.code accounts.set_up_first
        GET accounts.second_step accounts.locked
        GET+POST accounts.set_up_second_step accounts.new_recovery_codes
        GET+POST accounts.take_off_second_step
        POST accounts.sign_out_everywhere accounts.lock accounts.unlock
        """,
        a_list_for=NOBODY,
    ),
)
