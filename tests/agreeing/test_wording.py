"""Before everybody answers, the family sees what still reads hard; it keeps nobody from the yes."""

from facilitator.agreeing.stops import STOPS
from tests.agreeing.at_the_walk import Walk


def a_walk() -> Walk:
    walk = Walk()
    walk.keep("hard", kind="worry", words="Dad has a chaotic lifestyle.")
    return walk


def test_the_stop_comes_before_the_answers() -> None:
    keys = [one.key for one in STOPS]
    assert keys.index("names") < keys.index("wording") < keys.index("answers")


def test_what_reads_hard_is_listed_with_a_way_back_to_this_list() -> None:
    walk = a_walk()
    page = walk.page("/how-it-reads")
    assert "“chaotic lifestyle”" in page.all("main")[0]
    assert any("back=agree" in one for one in page.links)
    mend = walk.client.get(f"{walk.address}/lines/hard/mend?back=agree").get_data(as_text=True)
    assert "Back to how it reads" in mend


def test_the_overview_says_in_words_what_is_left() -> None:
    walk = a_walk()
    assert "1 place to change, or to keep with a reason." in walk.text()


def test_what_is_left_is_told_before_the_yes_and_keeps_nobody_from_it() -> None:
    walk = a_walk()
    told = walk.text("/final")
    assert "This still reads hard: “chaotic lifestyle”." in told
    assert "The family agrees this plan" in told


def test_of_many_words_a_few_are_named_before_the_yes_each_once() -> None:
    walk = Walk()
    lines = (
        *("Dad has a chaotic lifestyle.", "Dad is hard to reach.", "Mum lacks insight."),
        *("Mum failed to engage.", "It is a toxic relationship.", "It is disguised compliance."),
        *("He shows challenging behaviour.", "Mum has a chaotic lifestyle."),
    )
    for number, words in enumerate(lines):
        walk.keep(f"hard{number}", kind="worry", words=words)
    told = walk.text("/final")
    assert "and 1 more." in told
    assert "“chaotic lifestyle”, “hard to reach”, “lacks insight”" in told


def test_what_stays_is_told_with_its_reason() -> None:
    walk = a_walk()
    fields = {"about": ["hard"], "kept": "chaotic lifestyle"}
    walk.keep("why", kind="kept_wording", words="Tiana says so.", by="", fields=fields)
    told = walk.text("/final")
    assert "“chaotic lifestyle” stays, because: Tiana says so." in told
    assert "still reads hard" not in told
