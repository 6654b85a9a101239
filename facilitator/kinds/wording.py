"""The kinds that say which words a family uses, and which words stay as they are.

They are for whoever writes and reads the plan; none of them is ever printed.
"""

from facilitator.kinds.kind import Field, Holds, Kind, Shape

WORDING = (
    Kind(
        "our_word",
        "word we use",
        "meeting.our_words",
        Shape.STRINGS,
        label="A word we use",
        may_be_missing=True,
        while_talking=False,
        room_screen=False,
        is_talk=False,
    ),
    Kind(
        "not_our_word",
        "word we don't use",
        "meeting.not_our_words",
        Shape.LINES,
        label="A word we don't use",
        by="said_by",
        may_be_missing=True,
        while_talking=False,
        room_screen=False,
        is_talk=False,
        fields=(Field("instead", Holds.WORDS, "What do you say instead?", on_paper=False),),
    ),
    Kind(
        "kept_wording",
        "reason for a wording",
        "plan.kept_wordings",
        Shape.LINES,
        label="Why these words stay",
        words="reason",
        by="said_by",
        may_be_missing=True,
        while_talking=False,
        room_screen=False,
        is_talk=False,
        fields=(
            Field("about", Holds.LINES, "Which line is it about?", on_paper=False),
            Field("kept", Holds.WORDS, "Which words stay?", on_paper=False),
        ),
    ),
)
