"""Which pages show, print or give away what a family said: each stands in one of two tables.

A test asks for a line for every endpoint of the app. `NOTED` says what the log keeps of it, once
it was answered well. `SHOWS_NONE` says why the log keeps nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitator.access_log import Act, Because, What


@dataclass(frozen=True)
class Noted:
    """What the log keeps of an endpoint: the act, what it was done to, and why others may."""

    act: Act
    what: What
    because: Because = Because.NOTHING_MORE


def _each(noted: Noted, endpoints: str, method: str = "GET") -> Iterator[tuple[str, Noted]]:
    for endpoint in endpoints.split():
        yield f"{method} {endpoint}", noted


_VIEW, _PRINT = Act.VIEW, Act.PRINT
# A page that is asked for, unless a form is sent: "POST" stands beside those.
NOTED: Mapping[str, Noted] = MappingProxyType(
    dict(
        (
            # Before the day.
            *_each(
                Noted(_VIEW, What.MEETING),
                """desk.meeting preparing.tasks preparing.day preparing.purpose preparing.consent
                preparing.papers""",
            ),
            *_each(
                Noted(_VIEW, What.PEOPLE),
                """preparing.people preparing.person preparing.add_person
                preparing.take_out_person""",
            ),
            *_each(
                Noted(_VIEW, What.LINES),
                """preparing.worries preparing.family_words preparing.add_line preparing.mend_line
                leading.lead leading.breather leading.mend leading.keep_wording leading.type_up
                leading.begin_private_time""",
            ),
            *_each(Noted(_VIEW, What.VIEWS), "preparing.views"),
            *_each(
                Noted(_VIEW, What.SAFETY),
                """preparing.safety preparing.add_safety preparing.mend_safety
                preparing.take_back_safety preparing.arrangements""",
            ),
            *_each(Noted(_VIEW, What.NOTES), "notes.notes notes.professionals"),
            *_each(
                Noted(_PRINT, What.PAPERS), "preparing.print_handout preparing.print_invitation"
            ),
            # On the day.
            *_each(Noted(_VIEW, What.ROOM), "leading.room"),
            *_each(
                Noted(_VIEW, What.DRAFT),
                """agreeing.overview agreeing.steps agreeing.step agreeing.add_line
                agreeing.change_line agreeing.leave_out agreeing.week agreeing.bad_day
                agreeing.worries agreeing.what_helps agreeing.needs agreeing.help_asked
                agreeing.differences agreeing.keeper agreeing.meet_again agreeing.readings
                agreeing.names agreeing.names_of agreeing.wording agreeing.page_one
                agreeing.answers agreeing.answer_of agreeing.referrer agreeing.final""",
            ),
            # Who gets a copy.
            *_each(
                Noted(_VIEW, What.COPIES),
                """releasing.copies releasing.hand_over releasing.no_printer releasing.register
                releasing.later""",
            ),
            *_each(Noted(_VIEW, What.COPY), "releasing.read_copy"),
            *_each(
                Noted(Act.RELEASE, What.COPY),
                "releasing.print_all releasing.hand_over_submit releasing.no_printer_submit",
                "POST",
            ),
            *_each(Noted(_PRINT, What.COPY), "releasing.handed_paper releasing.bundle"),
            *_each(Noted(Act.EXPORT, What.COPY), "releasing.handed_text"),
            *_each(Noted(Act.SHARE, What.COPY), "releasing.on_screen"),
            *_each(Noted(_PRINT, What.RECALL), "releasing.recall_letter"),
            *_each(
                Noted(_VIEW, What.RULES),
                """releasing.check releasing.rules releasing.other_words releasing.withdraw
                releasing.withdrawn""",
            ),
            *_each(Noted(_VIEW, What.RULES, Because.SECOND_YES), "releasing.look_through"),
            # Afterwards.
            *_each(Noted(_VIEW, What.CARD), "feedback.cards"),
            *_each(
                Noted(_VIEW, What.MASKED_PLAN, Because.AUDIT), "auditing.look auditing.commitments"
            ),
            *_each(Noted(_VIEW, What.MASKED_PLAN, Because.GOLD), "auditing.gold"),
            *_each(Noted(_VIEW, What.RATING, Because.AUDIT), "auditing.observed"),
            *_each(Noted(_VIEW, What.RATING, Because.SECOND_RATING), "auditing.settle"),
            *_each(Noted(_VIEW, What.LETTER, Because.AUDIT), "auditing.letter auditing.my_letter"),
            *_each(Noted(_VIEW, What.SAFETY, Because.ACT_TODAY), "auditing.act_today"),
            *_each(Noted(_VIEW, What.PLAN, Because.BREAK_GLASS), "break_glass.opened"),
            *_each(Noted(_VIEW, What.OPENING, Because.TEAM), "break_glass.opening"),
            *_each(Noted(_VIEW, What.PROMISE, Because.TEAM), "supervising.promise"),
            *_each(Noted(_VIEW, What.WHO_LOOKED), "who_looked.page"),
            *_each(Noted(_PRINT, What.WHO_LOOKED), "who_looked.paper"),
            *_each(Noted(_VIEW, What.RETENTION), "retention.record retention.hold"),
            *_each(
                Noted(_VIEW, What.PERSON_FILE, Because.ASKED),
                "one_person.requests one_person.ask one_person.asked one_person.review",
            ),
            *_each(Noted(Act.EXPORT, What.PERSON_FILE, Because.ASKED), "one_person.file"),
            *_each(
                Noted(_VIEW, What.CORRECTION), "one_person.ask_correction one_person.correction"
            ),
            # Many families at once: the log keeps that the list was opened, and no family.
            *_each(
                Noted(_VIEW, What.LISTS, Because.TEAM),
                """supervising.today supervising.group auditing.samples auditing.sample
                auditing.second_ratings releasing.waiting
                retention.going retention.record_of_team""",
            ),
            *_each(
                Noted(_VIEW, What.QUARTER, Because.TEAM),
                """quarterly.quarter quarterly.keep_words quarterly.mark_change
                quarterly.take_back_change quarterly.add_quote quarterly.remove_quote""",
            ),
            *_each(Noted(_PRINT, What.QUARTER, Because.TEAM), "quarterly.paper"),
            *_each(Noted(Act.EXPORT, What.QUARTER, Because.TEAM), "quarterly.csv"),
        )
    )
)

# Nothing that any family said stands on these pages.
_NOTHING = """
    static offline.worker offline.page
    accounts.first accounts.first_submit accounts.sign_in accounts.sign_in_submit
    accounts.sign_out accounts.account accounts.password accounts.people accounts.add_person
    accounts.person accounts.stop_person accounts.let_person_back accounts.sign_person_out
    accounts.code accounts.set_up_first accounts.second_step accounts.set_up_second_step
    accounts.new_recovery_codes accounts.take_off_second_step accounts.take_off_persons_step
    accounts.sign_out_everywhere accounts.lock accounts.locked accounts.unlock accounts.lock_state
    auditing.agreement auditing.calibration
    one_person.about_me one_person.about_me_file one_person.notice one_person.notice_paper
    preparing.begin desk.practise_again
    break_glass.log break_glass.ask break_glass.real_names
    feedback.begin feedback.card feedback.paper feedback.typed
    leading.end_private_time leading.end_private_time_elsewhere leading.type_up_card
    who_looked.whole backups.page
    unlocking.page unlocking.passphrase unlocking.paper
    retention.keeping_page retention.choose retention.choose_for_house retention.hold_by_code
"""
# The practice family is made up.
_MADE_UP = """
    practice.home practice.questions practice.read_copy practice.print_copy
    practice.before_the_day practice.print_handout practice.print_invitation
    desk.practise desk.practise_again_submit
"""
# One's own families by their titles, and no more: what is opened from there is noted.
OWN_TITLES = frozenset({"desk.home", "auditing.my_letters"})
# Parts of a page that was noted when it was opened: what it asks for by itself while it is open.
ASKED_BY_A_PAGE = frozenset({"leading.lines", "leading.room_now"})
# The family's private time: no row of that meeting is written then.
PRIVATE = frozenset({"leading.private_card"})
# A form is sent from a page that was noted, and nothing but that page or the next comes back.
_SAVES = """
    preparing.move_person preparing.add_person_submit preparing.person_submit
    preparing.take_out_person_submit preparing.how_it_reads preparing.add_safety_submit
    preparing.mend_safety_submit preparing.take_back_safety_submit
    preparing.arrangements_submit
    leading.keep_line leading.say leading.keep_happening leading.go leading.take_wording
    leading.keep_row
    agreeing.begin agreeing.sounds_right agreeing.choose_what_helps agreeing.needs_of
    releasing.copy_came_back releasing.looked releasing.withdrawn_changed
    auditing.begin auditing.keep_answer auditing.keep_answers auditing.file auditing.make_full
    auditing.why_apart auditing.final auditing.add_remark auditing.settle_remark
    auditing.act_today_told auditing.letter_reads auditing.draw auditing.pick
    auditing.second_seed auditing.begin_second auditing.mark_gold auditing.begin_gold
    break_glass.seen one_person.longer
"""
NOTHING = frozenset((*_NOTHING.split(), *_MADE_UP.split()))
SAVES = frozenset(_SAVES.split())
# The room itself notes these, in the very transaction in which it gives something away.
NOTED_BY_THE_ROOM: frozenset[str] = frozenset(
    """
    backups.make one_person.give
    unlocking.passphrase_submit unlocking.lock unlocking.open_for_good unlocking.new_recovery_key
    """.split()
)
SHOWS_NONE = NOTHING | SAVES | OWN_TITLES | ASKED_BY_A_PAGE | PRIVATE | NOTED_BY_THE_ROOM


def noted(endpoint: str | None, method: str) -> Noted | None:
    """What the log keeps of that request, once it was answered well; None for nothing."""
    return NOTED.get(f"{method} {endpoint}")
