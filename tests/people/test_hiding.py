from facilitator.people import Hiding
from tests.builders import hidden, people


def test_a_name_that_everybody_at_the_meeting_knows_does_not_count_alone() -> None:
    everyone = people(hidden_items=(hidden("Kerry's flat in Tamar Street", "sam"),))
    hiding = Hiding.from_reader(everyone, "sam")
    assert not hiding.shows_in("Kerry rings Nan.")
    assert hiding.shows_in("Meet at Tamar Street.")


def test_a_persons_name_counts_where_it_is_the_name_that_is_hidden() -> None:
    hiding = Hiding.from_reader(people(hidden_items=(hidden("Dean Marsh", "sam"),)), "sam")
    assert hiding.shows_in("Ring Dean Marsh.")


def test_what_is_hidden_from_one_reader_shows_to_another() -> None:
    everyone = people(hidden_items=(hidden("Moor House", "sam"),))
    assert not Hiding.from_reader(everyone, "nan").shows_in("The clinic at Moor House.")
    assert Hiding.from_anybody(everyone).shows_in("The clinic at Moor House.")


def test_a_common_word_of_a_hidden_item_is_near_and_no_more() -> None:
    hiding = Hiding.from_reader(people(hidden_items=(hidden("the refuge", "sam"),)), "sam")
    assert not hiding.shows_in("Tea at our house.")
    assert list(hiding.near_in("Tea at our house.")) == []
