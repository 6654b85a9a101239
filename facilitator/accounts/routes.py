"""The route table: who may use each page. What is not in it does not exist for anybody."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from facilitator.accounts.user import Duty


class Who(Enum):
    """Who may use a route, when it is not for certain duties alone."""

    ANYBODY = "anybody who can reach the app"
    SIGNING_IN = "anybody, once there is an account to sign in to"
    FIRST = "whoever starts the app for the first time, at this computer"
    SIGNED_IN = "everybody who is signed in"
    LOOKING_ROUND = "everybody who is signed in, and whoever starts the app for the first time"


# Somebody who is signed in and has one of these duties.
Duties = frozenset[Duty]

_READ = MappingProxyType({"GET": Who.SIGNED_IN})
# The practice family is made up: somebody new may look at it before there is an account.
_LOOK = MappingProxyType({"GET": Who.LOOKING_ROUND})
_LEADS = MappingProxyType({"GET": frozenset({Duty.FACILITATOR})})
_SENDS = MappingProxyType({"POST": frozenset({Duty.FACILITATOR})})
_SAVES = MappingProxyType({"PUT": frozenset({Duty.FACILITATOR})})
_SECOND = MappingProxyType({"GET": frozenset({Duty.SECOND_PERSON})})
_FILLS_IN = MappingProxyType({**_LEADS, **_SENDS})  # A form: it is asked for, and sent back.
_LOOKS_AFTER_PEOPLE = MappingProxyType({"GET": frozenset({Duty.ADMINISTRATOR})})
_SENDS_ABOUT_PEOPLE = MappingProxyType({"POST": frozenset({Duty.ADMINISTRATOR})})
_CHANGES_PEOPLE = MappingProxyType({**_LOOKS_AFTER_PEOPLE, **_SENDS_ABOUT_PEOPLE})
_SUPERVISES = MappingProxyType({"GET": frozenset({Duty.SUPERVISOR})})
_SUPERVISOR_SENDS = MappingProxyType({"POST": frozenset({Duty.SUPERVISOR})})

ROUTES: Mapping[str, Mapping[str, Who | Duties]] = MappingProxyType(
    {
        "static": MappingProxyType({"GET": Who.ANYBODY}),
        "offline.worker": MappingProxyType({"GET": Who.ANYBODY}),
        "offline.page": MappingProxyType({"GET": Who.ANYBODY}),
        "accounts.first": MappingProxyType({"GET": Who.FIRST}),
        "accounts.first_submit": MappingProxyType({"POST": Who.FIRST}),
        "accounts.sign_in": MappingProxyType({"GET": Who.SIGNING_IN}),
        "accounts.sign_in_submit": MappingProxyType({"POST": Who.SIGNING_IN}),
        # The second step: whoever has not typed the password a moment ago begins at the door.
        "accounts.code": MappingProxyType({"GET": Who.SIGNING_IN, "POST": Who.SIGNING_IN}),
        "accounts.set_up_first": MappingProxyType({"GET": Who.SIGNING_IN, "POST": Who.SIGNING_IN}),
        "accounts.second_step": _READ,
        "accounts.set_up_second_step": MappingProxyType({**_READ, "POST": Who.SIGNED_IN}),
        "accounts.new_recovery_codes": MappingProxyType({**_READ, "POST": Who.SIGNED_IN}),
        "accounts.take_off_second_step": MappingProxyType({**_READ, "POST": Who.SIGNED_IN}),
        # A locked screen is nobody's who is signed in, and yet somebody's.
        "accounts.lock": MappingProxyType({"POST": Who.SIGNED_IN}),
        "accounts.locked": MappingProxyType({"GET": Who.SIGNING_IN}),
        "accounts.unlock": MappingProxyType({"POST": Who.SIGNING_IN}),
        "accounts.lock_state": MappingProxyType({"GET": Who.SIGNING_IN}),
        "accounts.sign_out": MappingProxyType({"POST": Who.SIGNED_IN}),
        "accounts.sign_out_everywhere": MappingProxyType({"POST": Who.SIGNED_IN}),
        "accounts.account": _READ,
        "accounts.password": MappingProxyType({**_READ, "POST": Who.SIGNED_IN}),
        "accounts.people": _LOOKS_AFTER_PEOPLE,
        "accounts.add_person": _CHANGES_PEOPLE,
        "accounts.person": _CHANGES_PEOPLE,
        "accounts.stop_person": _SENDS_ABOUT_PEOPLE,
        "accounts.let_person_back": _SENDS_ABOUT_PEOPLE,
        "accounts.sign_person_out": _SENDS_ABOUT_PEOPLE,
        "accounts.take_off_persons_step": _SENDS_ABOUT_PEOPLE,
        "unlocking.page": _LOOKS_AFTER_PEOPLE,
        "unlocking.passphrase": _LOOKS_AFTER_PEOPLE,
        "unlocking.passphrase_submit": _SENDS_ABOUT_PEOPLE,
        "unlocking.paper": _LOOKS_AFTER_PEOPLE,
        "unlocking.lock": _SENDS_ABOUT_PEOPLE,
        "unlocking.open_for_good": _SENDS_ABOUT_PEOPLE,
        "unlocking.new_recovery_key": _SENDS_ABOUT_PEOPLE,
        "backups.page": _LOOKS_AFTER_PEOPLE,
        "backups.make": _SENDS_ABOUT_PEOPLE,
        "desk.home": _READ,
        "desk.practise": _SENDS,
        "desk.practise_again": _LEADS,
        "desk.practise_again_submit": _SENDS,
        "desk.meeting": _LEADS,
        "leading.lead": _LEADS,
        "leading.keep_line": _SAVES,
        "leading.lines": _LEADS,
        "leading.say": _SENDS,
        "leading.keep_happening": _SAVES,
        "leading.go": _SENDS,
        "leading.mend": _FILLS_IN,
        "leading.breather": _LEADS,
        "leading.take_wording": _SENDS,
        "leading.keep_wording": _FILLS_IN,
        "leading.room": _LEADS,
        "leading.room_now": _LEADS,
        "leading.type_up": _FILLS_IN,
        "leading.keep_row": _SAVES,
        "leading.type_up_card": _LEADS,
        "leading.begin_private_time": _FILLS_IN,
        # The browser that began it has a token of its own, which must outlive every visit.
        "leading.private_card": MappingProxyType({"GET": Who.ANYBODY}),
        "leading.end_private_time": MappingProxyType({"GET": Who.ANYBODY, "POST": Who.ANYBODY}),
        "leading.end_private_time_elsewhere": _FILLS_IN,
        "preparing.people": _LEADS,
        "preparing.move_person": _SENDS,
        "preparing.add_person": _LEADS,
        "preparing.add_person_submit": _SENDS,
        "preparing.person": _LEADS,
        "preparing.person_submit": _SENDS,
        "preparing.take_out_person": _LEADS,
        "preparing.take_out_person_submit": _SENDS,
        "preparing.tasks": _LEADS,
        "preparing.begin": _FILLS_IN,
        "preparing.day": _FILLS_IN,
        "preparing.purpose": _LEADS,
        "preparing.worries": _FILLS_IN,
        "preparing.views": _LEADS,
        "preparing.consent": _LEADS,
        "preparing.family_words": _LEADS,
        "preparing.how_it_reads": _SENDS,
        "preparing.add_line": _FILLS_IN,
        "preparing.mend_line": _FILLS_IN,
        "notes.notes": _FILLS_IN,
        "notes.professionals": _FILLS_IN,
        "preparing.safety": _LEADS,
        "preparing.add_safety": _LEADS,
        "preparing.add_safety_submit": _SENDS,
        "preparing.mend_safety": _LEADS,
        "preparing.mend_safety_submit": _SENDS,
        "preparing.take_back_safety": _LEADS,
        "preparing.take_back_safety_submit": _SENDS,
        "preparing.arrangements": _LEADS,
        "preparing.arrangements_submit": _SENDS,
        "preparing.papers": _LEADS,
        "preparing.print_handout": _LEADS,
        "preparing.print_invitation": _LEADS,
        "agreeing.overview": _LEADS,
        "agreeing.begin": _SENDS,
        "agreeing.steps": _LEADS,
        "agreeing.step": _LEADS,
        "agreeing.sounds_right": _SENDS,
        "agreeing.add_line": _FILLS_IN,
        "agreeing.change_line": _FILLS_IN,
        "agreeing.leave_out": _FILLS_IN,
        "agreeing.week": _LEADS,
        "agreeing.bad_day": _LEADS,
        "agreeing.worries": _LEADS,
        "agreeing.what_helps": _LEADS,
        "agreeing.choose_what_helps": _SENDS,
        "agreeing.needs": _LEADS,
        "agreeing.needs_of": _SENDS,
        "agreeing.help_asked": _LEADS,
        "agreeing.differences": _LEADS,
        "agreeing.keeper": _LEADS,
        "agreeing.meet_again": _LEADS,
        "agreeing.readings": _FILLS_IN,
        "agreeing.names": _FILLS_IN,
        "agreeing.names_of": _FILLS_IN,
        "agreeing.wording": _LEADS,
        "agreeing.page_one": _FILLS_IN,
        "agreeing.answers": _LEADS,
        "agreeing.answer_of": _FILLS_IN,
        "agreeing.referrer": _FILLS_IN,
        "agreeing.final": _FILLS_IN,
        "releasing.copies": _LEADS,
        "releasing.print_all": _SENDS,
        "releasing.read_copy": _LEADS,
        "releasing.hand_over": _LEADS,
        "releasing.hand_over_submit": _SENDS,
        "releasing.handed_paper": _LEADS,
        "releasing.handed_text": _LEADS,
        "releasing.bundle": _LEADS,
        "releasing.no_printer": _LEADS,
        "releasing.no_printer_submit": _SENDS,
        "releasing.on_screen": _LEADS,
        "releasing.register": _LEADS,
        "releasing.copy_came_back": _SENDS,
        "releasing.recall_letter": _LEADS,
        "releasing.check": _LEADS,
        "releasing.looked": _SENDS,
        "releasing.rules": _FILLS_IN,
        "releasing.other_words": _FILLS_IN,
        "releasing.withdraw": _FILLS_IN,
        "releasing.withdrawn": _LEADS,
        "releasing.withdrawn_changed": _SENDS,
        "releasing.later": _FILLS_IN,
        "feedback.cards": _LEADS,
        "feedback.paper": _LEADS,
        "feedback.begin": _LEADS,
        "feedback.card": _FILLS_IN,
        # A sealed card is typed in by a supervisor: its facilitator does not open it.
        "feedback.typed": MappingProxyType(
            {
                "GET": frozenset({Duty.FACILITATOR, Duty.SUPERVISOR}),
                "POST": frozenset({Duty.FACILITATOR, Duty.SUPERVISOR}),
            }
        ),
        "auditing.begin": _SUPERVISOR_SENDS,
        "auditing.look": _SUPERVISES,
        "auditing.commitments": _SUPERVISES,
        "auditing.keep_answer": MappingProxyType({"PUT": _SUPERVISES["GET"]}),
        "auditing.keep_answers": _SUPERVISOR_SENDS,
        "auditing.file": _SUPERVISOR_SENDS,
        "auditing.make_full": _SUPERVISOR_SENDS,
        "auditing.why_apart": _SUPERVISOR_SENDS,
        "auditing.final": _SUPERVISOR_SENDS,
        "auditing.add_remark": _SUPERVISOR_SENDS,
        "auditing.settle_remark": _SUPERVISOR_SENDS,
        "auditing.act_today": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "auditing.act_today_told": _SUPERVISOR_SENDS,
        "auditing.observed": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "auditing.letter": MappingProxyType(
            {"GET": frozenset({Duty.SUPERVISOR}), "POST": frozenset({Duty.SUPERVISOR})}
        ),
        "auditing.letter_reads": MappingProxyType({"POST": frozenset({Duty.SUPERVISOR})}),
        "auditing.my_letters": _LEADS,
        "auditing.my_letter": _FILLS_IN,
        "auditing.samples": _SUPERVISES,
        "auditing.draw": _SUPERVISOR_SENDS,
        "auditing.sample": _SUPERVISES,
        "auditing.pick": _SUPERVISOR_SENDS,
        "auditing.second_seed": _SUPERVISOR_SENDS,
        "auditing.second_ratings": _SUPERVISES,
        "auditing.begin_second": _SUPERVISOR_SENDS,
        "auditing.settle": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "auditing.mark_gold": _SUPERVISOR_SENDS,
        "auditing.agreement": _SUPERVISES,
        "auditing.calibration": _SUPERVISES,
        "auditing.gold": _SUPERVISES,
        "auditing.begin_gold": _SUPERVISOR_SENDS,
        "supervising.today": _SUPERVISES,
        "supervising.group": _SUPERVISES,
        "supervising.promise": MappingProxyType({**_SUPERVISES, "POST": _SUPERVISES["GET"]}),
        "break_glass.ask": MappingProxyType(
            {
                "GET": frozenset({Duty.FACILITATOR, Duty.SUPERVISOR}),
                "POST": frozenset({Duty.FACILITATOR, Duty.SUPERVISOR}),
            }
        ),
        "break_glass.opened": MappingProxyType(
            {"GET": frozenset({Duty.FACILITATOR, Duty.SUPERVISOR})}
        ),
        "break_glass.real_names": MappingProxyType({**_SUPERVISES, "POST": _SUPERVISES["GET"]}),
        "break_glass.opening": _SUPERVISES,
        "break_glass.seen": MappingProxyType({"POST": _SUPERVISES["GET"]}),
        "break_glass.log": _LEADS,
        # What people ask of us, and what we tell everybody.
        "one_person.requests": _LEADS,
        "one_person.ask": _FILLS_IN,
        "one_person.asked": _LEADS,
        "one_person.longer": _SENDS,
        "one_person.review": _FILLS_IN,
        "one_person.give": _SENDS,
        "one_person.file": _LEADS,
        "one_person.ask_correction": _FILLS_IN,
        "one_person.correction": _FILLS_IN,
        "one_person.about_me": _READ,
        "one_person.about_me_file": _READ,
        "one_person.notice": MappingProxyType({"GET": Who.ANYBODY}),
        "one_person.notice_paper": _READ,
        "who_looked.page": _LEADS,
        "who_looked.paper": _LEADS,
        "who_looked.whole": _CHANGES_PEOPLE,
        # How long we keep: administrators choose and see counts and codes, and no family.
        "retention.keeping_page": _LOOKS_AFTER_PEOPLE,
        "retention.choose": _CHANGES_PEOPLE,
        "retention.choose_for_house": _CHANGES_PEOPLE,
        "retention.going": MappingProxyType(
            {"GET": frozenset({Duty.FACILITATOR, Duty.SUPERVISOR})}
        ),
        "retention.record": _FILLS_IN,
        "retention.record_of_team": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "retention.hold_by_code": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "retention.hold": MappingProxyType(
            {
                "GET": frozenset({Duty.FACILITATOR, Duty.SUPERVISOR}),
                "POST": frozenset({Duty.FACILITATOR, Duty.SUPERVISOR}),
            }
        ),
        # Whoever is asked for the second yes sees the rules of that meeting, and no more of it.
        "releasing.waiting": _SECOND,
        "releasing.look_through": MappingProxyType({**_SECOND, "POST": _SECOND["GET"]}),
        # What many plans show: of the teams that the supervisor looks after, and of nobody else.
        "quarterly.quarter": _SUPERVISES,
        "quarterly.paper": _SUPERVISES,
        "quarterly.csv": _SUPERVISES,
        "quarterly.keep_words": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "quarterly.mark_change": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "quarterly.take_back_change": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "quarterly.add_quote": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "quarterly.remove_quote": MappingProxyType({**_SUPERVISES, **_SUPERVISOR_SENDS}),
        "practice.home": _LOOK,
        "practice.questions": _LOOK,
        "practice.read_copy": _LOOK,
        "practice.print_copy": _LOOK,
        "practice.before_the_day": _LOOK,
        "practice.print_handout": _LOOK,
        "practice.print_invitation": _LOOK,
    }
)
