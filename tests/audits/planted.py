"""Faults, each to be planted by itself in the good recording, with what ought to see it."""

from collections.abc import Callable

from tests.audits.recorded import Document

HARD = (
    "Immediately following extraordinarily comprehensive deliberation the representatives "
    "unanimously reconsidered every previously contemplated alternative possibility. "
) * 12


def step(raw: Document, id_: str) -> Document:
    found: Document = next(one for one in raw["plan"]["actions"] if one["id"] == id_)
    return found


def person(raw: Document, id_: str) -> Document:
    found: Document = next(one for one in raw["people"] if one["id"] == id_)
    return found


def unlink(raw: Document, *ids: str) -> None:
    for one in raw["plan"]["actions"]:
        one["links"] = [link for link in one["links"] if link not in ids]


def no_day_for_a_view(raw: Document) -> None:
    raw["child_views"][0]["date"] = None


def nothing_comes_of_a_view(raw: Document) -> None:
    raw["child_views"][1]["shown_by"] = []


def no_view_at_all(raw: Document) -> None:
    raw["child_views"] = []


def no_love_lines(raw: Document) -> None:
    raw["plan"]["love_lines"] = []


def a_title_of_the_office(raw: Document) -> None:
    raw["meeting"]["plan_title"] = "Campbell family group conference plan"


def a_worker_keeps_the_plan(raw: Document) -> None:
    raw["plan"]["plan_keeper"] = "farah"


def one_strength_is_enough(raw: Document) -> None:
    raw["share"]["strengths"] = raw["share"]["strengths"][:1]
    unlink(raw, "s2", "s3", "s4", "s5")


def only_workers_see_strengths(raw: Document) -> None:
    for one in raw["share"]["strengths"]:
        one["by"] = "farah"


def worries_say_no_day(raw: Document) -> None:
    for one in raw["share"]["worries"][:2]:
        one["text"] = "It was not safe at home."


def no_reason_for_a_bottom_line(raw: Document) -> None:
    raw["share"]["bottom_lines"][0]["reason"] = ""


def no_step_for_a_bottom_line(raw: Document) -> None:
    unlink(raw, "b3")


def no_step_for_a_worry(raw: Document) -> None:
    unlink(raw, "w2")


def no_day_for_a_step(raw: Document) -> None:
    step(raw, "a2").update(start=None, due=None)


def a_vague_step(raw: Document) -> None:
    step(raw, "a2")["how_often"] = "ongoing"


def nan_does_it_all(raw: Document) -> None:
    for one in raw["plan"]["actions"]:
        if one["kind"] == "family":
            one["who"] = ["grace"]


def no_answer_to_a_request(raw: Document) -> None:
    raw["plan"]["support_requests"][0]["answer"] = ""


def no_sign_for_a_goal(raw: Document) -> None:
    raw["plan"]["goals"][1]["sign"] = ""


def a_goal_for_nobody(raw: Document) -> None:
    raw["plan"]["goals"][1]["for"] = []


def nobody_to_ring_next(raw: Document) -> None:
    raw["plan"]["contingency"][0]["second"] = ""


def no_safe_grown_up(raw: Document) -> None:
    person(raw, "jaydon")["safe_adults"] = []


def serious_and_no_999(raw: Document) -> None:
    raw["share"]["worries"][0]["serious"] = True
    raw["plan"]["contingency"][2]["then"] = "Ring Nan."


def paper_a_week_later(raw: Document) -> None:
    raw["meeting"]["plan_given_date"] = "2027-03-06"


def half_a_year_of_waiting(raw: Document) -> None:
    raw["meeting"]["accepted_date"] = "2026-09-01"


def no_time_to_meet_again(raw: Document) -> None:
    raw["plan"]["review"]["time"] = ""


def no_day_to_meet_again(raw: Document) -> None:
    raw["plan"]["review"]["date"] = None


def meeting_again_in_a_year(raw: Document) -> None:
    raw["plan"]["review"]["date"] = "2028-02-27"


def an_old_step_left_blank(raw: Document) -> None:
    raw["old_actions"] = [{"id": "o1", "what": "Farah rings Nan.", "result": ""}]


def nan_was_not_asked(raw: Document) -> None:
    raw["plan"]["agreement"] = [one for one in raw["plan"]["agreement"] if one["person"] != "grace"]


def the_answer_came_a_day_late(raw: Document) -> None:
    raw["plan"]["referrer_decision"]["date"] = "2027-02-28"


def one_side_is_missing(raw: Document) -> None:
    raw["plan"]["disagreements"] = []


def a_need_was_not_met(raw: Document) -> None:
    person(raw, "winston")["needs"][0]["met_by"] = ""


def small_print_for_grandad(raw: Document) -> None:
    person(raw, "winston")["copy"]["format"] = "paper"


def no_interpreter(raw: Document) -> None:
    person(raw, "grace")["language"] = "pt"


def office_language(raw: Document) -> None:
    raw["share"]["if_no_plan"] = HARD


def words_that_blame(raw: Document) -> None:
    raw["share"]["strengths"][0]["text"] = "Charlene failed to engage with the clinic."


def the_worker_stayed(raw: Document) -> None:
    raw["private"]["who_extra"] = ["farah"]


def something_was_written(raw: Document) -> None:
    raw["private"]["record"] = "Bev said something."


def a_few_minutes_alone(raw: Document) -> None:
    raw["meeting"]["stages"][3].update(start="11:40", end="11:45")


def nobody_was_prepared(raw: Document) -> None:
    del raw["meeting"]["stages"][0]


def nobody_finds_out(raw: Document) -> None:
    raw["share"]["not_known"][0]["who"] = ""


def nothing_would_bring_them_sooner(raw: Document) -> None:
    raw["plan"]["meet_sooner_if"] = []


def no_day_for_a_copy(raw: Document) -> None:
    person(raw, "bev")["copy"]["date"] = None


def the_title_gives_it_away(raw: Document) -> None:
    raw["meeting"]["plan_title"] = "Till the clinic at Moor House lets Mum go"


def together_against_an_order(raw: Document) -> None:
    order = {"person": "leon", "kind": "order", "protects": ["joy"], "rule": "No contact."}
    raw["safety"]["restrictions"] = [order]
    person(raw, "leon")["copy"] = {"kind": "none", "reason": "the order"}


def nothing_about_a_slip(raw: Document) -> None:
    del raw["plan"]["keep_going"][1]


def all_at_once(raw: Document) -> None:
    for one in raw["plan"]["actions"]:
        one["start"] = "2027-02-28"


def no_page_for_a_child(raw: Document) -> None:
    person(raw, "tiana")["copy"] = {"kind": "none"}


def nothing_starts_this_week(raw: Document) -> None:
    for one in raw["plan"]["actions"]:
        one["start"] = "2027-03-20"


def half_the_steps_are_nobodys(raw: Document) -> None:
    for one in raw["plan"]["actions"][:6]:
        one["who"] = []


# The fault, the criteria that see it, the gate that it closes.
FAULTS: tuple[tuple[Callable[[Document], None], str, str], ...] = (
    (no_day_for_a_view, "Q1", ""),
    (nothing_comes_of_a_view, "Q1", ""),
    (no_view_at_all, "Q1", "G3"),
    (no_love_lines, "Q2", ""),
    (a_title_of_the_office, "Q2", ""),
    (a_worker_keeps_the_plan, "Q2", ""),
    (one_strength_is_enough, "Q3", ""),
    (only_workers_see_strengths, "Q3", ""),
    (worries_say_no_day, "Q4", ""),
    (no_reason_for_a_bottom_line, "Q5", ""),
    (no_step_for_a_bottom_line, "Q5 Q6", "G4"),
    (no_step_for_a_worry, "Q6", ""),
    (no_day_for_a_step, "Q7", ""),
    (a_vague_step, "Q7", ""),
    (nan_does_it_all, "Q8", ""),
    (no_answer_to_a_request, "Q8", ""),
    (no_sign_for_a_goal, "Q9", ""),
    (a_goal_for_nobody, "Q9", ""),
    (nobody_to_ring_next, "Q10", ""),
    (no_safe_grown_up, "Q10", ""),
    (serious_and_no_999, "Q10", ""),
    (paper_a_week_later, "Q11", ""),
    (half_a_year_of_waiting, "Q11", ""),
    (no_time_to_meet_again, "Q12", ""),
    (no_day_to_meet_again, "Q12", "G6"),
    (meeting_again_in_a_year, "Q12", ""),
    (an_old_step_left_blank, "Q12", ""),
    (nan_was_not_asked, "Q13", ""),
    (the_answer_came_a_day_late, "Q13", "G5"),
    (one_side_is_missing, "Q13", ""),
    (a_need_was_not_met, "Q14", ""),
    (small_print_for_grandad, "Q14", ""),
    (no_interpreter, "Q14", ""),
    (office_language, "Q15", ""),
    (words_that_blame, "Q16", ""),
    (the_worker_stayed, "Q17", "G2"),
    (something_was_written, "Q17", "G2"),
    (a_few_minutes_alone, "Q17", ""),
    (nobody_was_prepared, "Q17", ""),
    (nobody_finds_out, "Q18", ""),
    (nothing_would_bring_them_sooner, "Q18", ""),
    (no_day_for_a_copy, "Q19", ""),
    (the_title_gives_it_away, "Q19", "G1"),
    (nothing_about_a_slip, "Q20", ""),
    (all_at_once, "Q20", ""),
    (no_page_for_a_child, "Q1 Q19", ""),
    (nothing_starts_this_week, "Q11 Q20", ""),
    (half_the_steps_are_nobodys, "Q7 Q8", ""),
)
