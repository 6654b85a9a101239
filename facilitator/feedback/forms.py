"""What was sent from a card on a screen."""

from collections.abc import Mapping

from facilitator.feedback.card import CardAnswer, Filled, Part, statements

MAY_BE_READ = {"yes": True, "no": False}


def filled(sent: Mapping[str, str], *, for_child: bool) -> Filled:
    """The card as it was filled in; what could not be chosen on the page is left out."""
    answers = {
        one.id: CardAnswer(sent[one.id])
        for one in statements(for_child=for_child)
        if sent.get(one.id) in set(CardAnswer)
    }
    part = sent.get("part", "")
    return Filled(
        for_child=for_child,
        part=Part(part) if part in set(Part) else Part.UNSAID,
        answers=answers,
        words=sent.get("words", "").replace("\r\n", "\n"),
        may_be_read=MAY_BE_READ.get(sent.get("may_be_read", "")),
    )
