"""Who may ask for what, kind of page by kind of page: written down, and not read out of the code.

Each kind names its endpoints after the methods that they have. Whoever is not named gets 404, and
whoever is signed out is led to sign in. The ids are those of the family of the first team, unless
a kind is ``about`` something else.
"""

from tests.proofs.access_door import DOOR
from tests.proofs.access_kinds import (
    ADMINISTRATORS,
    EVERYBODY,
    FACILITATORS,
    NOBODY,
    OWN_SUPERVISOR,
    OWNER,
    SECONDS,
    SUPERVISORS,
    Kind,
)

KINDS = (
    *DOOR,
    Kind(
        "what everybody who is signed in has",
        EVERYBODY,
        """
        GET accounts.account desk.home
        GET+POST accounts.password
        POST accounts.sign_out
        GET practice.home practice.questions practice.read_copy practice.print_copy
        GET practice.before_the_day practice.print_handout practice.print_invitation
        GET one_person.about_me one_person.about_me_file one_person.notice_paper
        """,
        a_list_for=OWNER,
    ),
    Kind(
        "a facilitator's own desk",
        FACILITATORS,
        """
        POST desk.practise
        GET+POST preparing.begin
        GET desk.practise_again
        POST desk.practise_again_submit
        GET auditing.my_letters
        """,
        a_list_for=OWNER,
    ),
    Kind(
        "accounts, and no family's word",
        ADMINISTRATORS,
        """
        GET accounts.people
        GET+POST accounts.add_person accounts.person
        POST accounts.stop_person accounts.let_person_back accounts.sign_person_out
        POST accounts.take_off_persons_step
        GET backups.page unlocking.page unlocking.passphrase unlocking.paper
        POST unlocking.passphrase_submit unlocking.lock unlocking.open_for_good
        POST unlocking.new_recovery_key
        POST backups.make
        """,
        a_list_for=NOBODY,
    ),
    Kind(
        "how long we keep: counts and codes of plans, and no family's word",
        ADMINISTRATORS,
        """
        GET retention.keeping_page
        GET+POST retention.choose retention.choose_for_house
        """,
        a_list_for=NOBODY,
    ),
    Kind(
        "what goes soon, and what is held back: one's own families, and those of one's teams",
        FACILITATORS | SUPERVISORS,
        "GET retention.going",
        a_list_for=OWNER | OWN_SUPERVISOR,
    ),
    Kind(
        "holding a record back by the code on its paper: the form",
        SUPERVISORS,
        "GET+POST retention.hold_by_code",
        a_list_for=NOBODY,
    ),
    Kind(
        "how long one record is kept: the facilitator who leads the meeting",
        OWNER,
        "GET+POST retention.record",
    ),
    Kind(
        "how long one record is kept: the supervisor of its team",
        OWN_SUPERVISOR,
        "GET+POST retention.record_of_team",
    ),
    Kind(
        "a hold: the facilitator who leads the meeting, and the supervisor of its team",
        OWNER | OWN_SUPERVISOR,
        "GET+POST retention.hold",
    ),
    Kind(
        "whether the log is whole: counts and marks, and no family",
        ADMINISTRATORS,
        "GET+POST who_looked.whole",
        a_list_for=NOBODY,
    ),
    Kind(
        "what waits for a second person's yes",
        SECONDS,
        "GET releasing.waiting",
        a_list_for=frozenset({"second"}),
    ),
    Kind(
        "the rules that a second person is asked about",
        frozenset({"second"}),
        "GET+POST releasing.look_through",
    ),
    Kind(
        "before the day: the facilitator who leads this meeting",
        OWNER,
        """
        GET desk.meeting preparing.people preparing.add_person preparing.person preparing.tasks
        GET preparing.take_out_person preparing.purpose preparing.views preparing.consent
        GET preparing.family_words preparing.safety preparing.add_safety preparing.mend_safety
        GET preparing.take_back_safety preparing.arrangements preparing.papers
        GET preparing.print_handout preparing.print_invitation
        GET+POST preparing.day preparing.worries preparing.add_line preparing.mend_line
        GET+POST notes.notes notes.professionals
        POST preparing.move_person preparing.add_person_submit preparing.person_submit
        POST preparing.take_out_person_submit preparing.how_it_reads preparing.add_safety_submit
        POST preparing.mend_safety_submit preparing.take_back_safety_submit
        POST preparing.arrangements_submit
        """,
    ),
    Kind(
        "on the day: the facilitator who leads this meeting",
        OWNER,
        """
        GET leading.lead leading.lines leading.breather leading.room leading.room_now
        GET leading.type_up_card
        PUT leading.keep_line leading.keep_happening leading.keep_row
        POST leading.say leading.go leading.take_wording
        GET+POST leading.mend leading.keep_wording leading.type_up leading.begin_private_time
        GET+POST leading.end_private_time_elsewhere
        """,
    ),
    Kind(
        "the plan and its copies: the facilitator who leads this meeting",
        OWNER,
        """
        GET agreeing.overview agreeing.steps agreeing.step agreeing.week agreeing.bad_day
        GET agreeing.worries agreeing.what_helps agreeing.needs agreeing.help_asked
        GET agreeing.differences agreeing.keeper agreeing.meet_again agreeing.wording
        GET agreeing.answers
        POST agreeing.begin agreeing.sounds_right agreeing.choose_what_helps agreeing.needs_of
        GET+POST agreeing.add_line agreeing.change_line agreeing.leave_out agreeing.readings
        GET+POST agreeing.names agreeing.names_of agreeing.page_one agreeing.answer_of
        GET+POST agreeing.referrer agreeing.final
        GET releasing.copies releasing.read_copy releasing.hand_over releasing.handed_paper
        GET releasing.handed_text releasing.bundle releasing.no_printer releasing.on_screen
        GET releasing.register releasing.recall_letter releasing.check releasing.withdrawn
        POST releasing.print_all releasing.hand_over_submit releasing.no_printer_submit
        POST releasing.copy_came_back releasing.looked releasing.withdrawn_changed
        GET+POST releasing.rules releasing.other_words releasing.withdraw releasing.later
        """,
    ),
    Kind(
        "after the day: the facilitator who led this meeting",
        OWNER,
        """
        GET break_glass.log who_looked.page who_looked.paper
        GET feedback.begin feedback.cards feedback.paper
        GET+POST feedback.card auditing.my_letter
        """,
    ),
    Kind(
        "what people ask of us: the facilitator who leads this meeting",
        OWNER,
        """
        GET one_person.requests one_person.asked one_person.file
        POST one_person.longer one_person.give
        GET+POST one_person.ask one_person.review one_person.ask_correction one_person.correction
        """,
    ),
    Kind(
        "a card that came on paper: the facilitator who led, and the supervisor of the team",
        OWNER | OWN_SUPERVISOR,
        "GET+POST feedback.typed",
    ),
    Kind(
        "a supervisor's own lists, which hold their own teams alone",
        SUPERVISORS,
        """
        GET supervising.today supervising.group
        GET quarterly.quarter quarterly.paper quarterly.csv
        GET+POST quarterly.keep_words quarterly.mark_change quarterly.add_quote
        GET auditing.samples auditing.second_ratings auditing.agreement auditing.calibration
        POST auditing.draw
        """,
        a_list_for=OWN_SUPERVISOR,
    ),
    Kind(
        "a plan of the first team: its supervisor",
        OWN_SUPERVISOR,
        """
        POST auditing.begin
        GET+POST break_glass.real_names
        GET+POST supervising.promise
        GET break_glass.opening
        POST break_glass.seen
        """,
    ),
    Kind(
        "act today: its supervisor, and whoever of another team looks at it",
        OWN_SUPERVISOR | {"second rater"},
        "GET+POST auditing.act_today",
    ),
    Kind("what came of it: its supervisor", OWN_SUPERVISOR, "POST auditing.act_today_told"),
    Kind(
        "a filed look: its rater",
        OWN_SUPERVISOR,
        """
        GET auditing.look
        POST auditing.keep_answers auditing.file auditing.make_full auditing.why_apart
        POST auditing.final auditing.add_remark auditing.settle_remark
        PUT auditing.keep_answer
        GET+POST auditing.observed auditing.letter
        POST auditing.letter_reads
        GET auditing.commitments
        """,
    ),
    Kind(
        "a second look: its rater, and nobody of the first team before it is filed",
        frozenset({"second rater"}),
        """
        GET auditing.look
        POST auditing.keep_answers auditing.file auditing.make_full
        PUT auditing.keep_answer
        """,
        about="second",
    ),
    Kind(
        "a sample of the first team: its supervisor",
        OWN_SUPERVISOR,
        """
        GET auditing.sample
        POST auditing.pick auditing.second_seed
        """,
    ),
    Kind(
        "a second rating: who is asked", frozenset({"second rater"}), "POST auditing.begin_second"
    ),
    Kind(
        "talking it through: nobody, while one of the two looks is open",
        NOBODY,
        """
        GET+POST auditing.settle
        POST auditing.mark_gold
        """,
    ),
    Kind(
        "talking it through, once both are filed: the two raters",
        frozenset({"supervisor elsewhere"}),
        """
        GET+POST auditing.settle
        POST auditing.mark_gold
        """,
        about="other",
    ),
    Kind(
        "a gold plan to try oneself on: every supervisor but those who made it one",
        SUPERVISORS - {"supervisor elsewhere"},
        "POST auditing.begin_gold",
    ),
    Kind(
        "a gold plan beside one's own look: nobody before it is filed", NOBODY, "GET auditing.gold"
    ),
    Kind(
        "what the first team changed, and whom it quotes: its supervisor",
        OWN_SUPERVISOR,
        "GET+POST quarterly.take_back_change quarterly.remove_quote",
    ),
    Kind(
        "opening a plan that is not one's own: the form, for those who may have a reason",
        FACILITATORS | SUPERVISORS,
        "GET+POST break_glass.ask",
        a_list_for=NOBODY,
    ),
    Kind(
        "a plan that was opened so: who opened it",
        frozenset({"colleague"}),
        "GET break_glass.opened",
    ),
)
