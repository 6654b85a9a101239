"""How the list is looked for in a line."""

import pytest

from facilitator.plain_language import matching_places
from facilitator.plain_language.finding import Level, OwnWords, Reason, Scope
from facilitator.plain_language.lists import shipped
from facilitator.plain_language.matching import word_findings
from facilitator.plain_language.terms_patterns import WrongPattern, pattern
from facilitator.plain_language.text import read
from tests.plain_language.word_sayings import found


def test_a_finding_names_its_place_and_what_to_say() -> None:
    line = "Étoile said: he absconded."
    (finding,) = word_findings(read(line), Scope.ALL, shipped(), OwnWords(), ())
    assert line[finding.start : finding.end] == finding.words == "absconded"
    assert finding.level is Level.STOP
    assert finding.reason is Reason.LABEL
    assert finding.instead == "ran away, went missing, left without saying"


def test_findings_stand_in_order_and_none_over_another() -> None:
    line = "Mother fails to prioritise contact and minimises concerns re neglect at the placement."
    findings = word_findings(read(line), Scope.ALL, shipped(), OwnWords(), ())
    ends = [finding.end for finding in findings]
    assert all(end <= following.start for end, following in zip(ends, findings[1:], strict=False))
    assert len(findings) >= 5


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Supervised contact on Friday.", "Supervised contact"),
        ("A section 47 enquiry is open.", "section 47 enquiry"),
        ("There were poor home conditions.", "poor home conditions"),
        ("Mother fails to prioritise her needs.", "fails to prioritise her needs"),
        ("A child protection conference is on Monday.", "child protection conference"),
    ],
)
def test_the_longest_words_win(line: str, words: str) -> None:
    assert words in [each for _, each in found(line)]


def test_hyphens_apostrophes_and_spaces_make_no_difference() -> None:
    said = ["hard-to-reach families", "hard to reach families", "hard‑to‑reach families"]
    assert {found(f"We met {each}.")[0][0] for each in said} == {"stop"}
    assert found("The child’s needs.") == found("The child's needs.") == [("stop", "The child")]


def test_letters_are_found_in_capitals_only() -> None:
    assert found("The SEND team and MASH.") != []
    assert found("We send mash.") == []
    assert found("SEND US THE FORM BY FRIDAY PLEASE") == []


def test_letters_with_full_stops_are_the_same_letters() -> None:
    assert found("There was D.V. in the home.") == [("ask", "D.V.")]


def test_words_with_a_mark_between_them_are_no_phrase() -> None:
    assert found("She is in care, plan B is Nan.") == []
    assert ("explain", "care plan") in found("The care plan is here.")


def test_a_phrase_goes_no_further_than_its_sentence() -> None:
    assert found("They live at risk") != []
    assert found("Look at. Risk is a game.") == []


def test_an_address_in_the_web_is_no_word() -> None:
    assert found("Write to contact@placement.example or www.attachment.example/review.") == []


def test_words_that_are_vague_in_a_step_are_fine_in_a_story() -> None:
    assert found("She tries hard and supports us regularly.") == []
    assert found("Nan will support Mum regularly.", Scope.ACTIONS) == [
        ("ask", "support"),
        ("ask", "regularly"),
    ]
    assert found("Professionals to monitor.", Scope.ACTIONS) == [
        ("stop", "Professionals to"),
        ("stop", "monitor"),
    ]


def test_mother_to_counts_at_the_start_of_a_step_only() -> None:
    assert found("Mum to ring the school.", Scope.ACTIONS) == [("ask", "Mum to")]
    assert found("Bev takes Mum to the shops.", Scope.ACTIONS) == []


def test_names_are_never_found() -> None:
    names = ("Linda Case", "Mrs Chair", "Hope Client")
    assert found("Client rang on Monday.", names=names) == []
    assert found("Client rang on Monday.") == [("ask", "Client")]


def test_a_part_written_in_place_of_a_name_is_found_all_the_same() -> None:
    assert found("Father is late. MGM is not.", names=("Father", "MGM")) == [
        ("ask", "Father"),
        ("ask", "MGM"),
    ]


@pytest.mark.parametrize(
    ("line", "ready"),
    [
        ("His siblings are here.", "brothers and sisters"),
        ("Prior to lunch.", "Before"),
        ("They utilised it.", "used"),
        ("They utilized it.", "used"),
        ("Nan resides here.", "lives"),
        ("We will liaise with Jo.", "talk to"),
        ("He committed suicide.", "died by suicide"),
        ("Ella disclosed that Dean hit her.", "said that"),
        ("He absconded.", None),
    ],
)
def test_a_ready_text_fits_where_it_stands(line: str, ready: str | None) -> None:
    findings = word_findings(read(line), Scope.ALL, shipped(), OwnWords(), ())
    assert [finding.ready for finding in findings] == [ready]


def test_no_text_is_ready_where_the_article_before_it_would_be_wrong() -> None:
    (finding,) = word_findings(read("An assisted move."), Scope.ALL, shipped(), OwnWords(), ())
    assert finding.ready is None


@pytest.mark.parametrize(
    "written",
    ["", "^", "..", "a{nobody}", "{nobody}", "[a", "a [b] [c]", "a|b?|c", "(a)", "a " * 40],
)
def test_a_pattern_that_means_nothing_is_refused(written: str) -> None:
    with pytest.raises(WrongPattern):
        pattern(written)


@pytest.mark.parametrize(
    "piece",
    [
        "contact ",
        "the child ",
        "not never ",
        "fail to ",
        "mother's ",
        "'s ",
        "- ",
        "in denial at risk of ",
        "he is lost it ",
        "car bus van ",
        "a-",
        "ICPC ",
    ],
)
def test_the_steps_of_the_search_grow_with_the_line_and_no_faster(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = 0
    stands = matching_places.stands

    def counted(*args: object) -> bool:
        nonlocal steps
        steps += 1
        return stands(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(matching_places, "stands", counted)

    def taken(length: int) -> int:
        nonlocal steps
        steps = 0
        line = piece * (length // len(piece))
        word_findings(read(line), Scope.ACTIONS, shipped(), OwnWords(), ())
        return steps

    assert taken(20_000) <= 10 * taken(2_000) * 1.2 + 500
