"""Two people type into one meeting, each with their own screen: nobody's words get lost."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from facilitator.contributions import Change, Clash, Wording, store
from facilitator.database import reading, writing
from tests.builders import said
from tests.contributions.said_before import FAMILY, asked
from tests.kept import save_meeting, two_teams

clients = st.sampled_from(("Sam", "Kit"))
lines = st.sampled_from(("l1", "l2"))


class TwoFacilitators(RuleBasedStateMachine):
    """Each client sees what it last read, saves on that, and sends again what got no answer."""

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        folder = self.open.enter_context(tempfile.TemporaryDirectory())
        self.open.enter_context(two_teams(Path(folder)))
        self.meeting_id = save_meeting().id
        self.seen: dict[tuple[str, str], tuple[int, str]] = {}
        self.sent: dict[str, Change] = {}
        self.stood: dict[str, list[str]] = {"l1": [], "l2": []}
        self.saves = 0

    def teardown(self) -> None:
        self.open.close()

    @rule(client=clients, line=lines)
    def looks(self, client: str, line: str) -> None:
        with reading() as session:
            kept = store.find(session, self.meeting_id, line)
        self.seen[client, line] = (kept.number, kept.said.words) if kept else (0, "")

    @rule(client=clients, line=lines, back=st.booleans())
    def saves_on_what_it_sees(self, client: str, line: str, *, back: bool) -> None:
        self.saves += 1
        number, seen = self.seen.get((client, line), (0, ""))
        change = asked(
            said("hope", f"{client} {self.saves}", id=line),
            key=f"{client}-{self.saves}",
            based_on=number,
            taken_back=back and number > 0,
        )
        before = list(self.stood[line])
        answer = self.send(client, change)
        if isinstance(answer, Clash):
            assert answer.kept.said.words == before[-1]
            assert answer.asked == change
        else:
            # What was replaced is exactly what this client had before its eyes.
            assert (before[-1] if before else "") == seen
            self.stood[line].append(change.said.words)
            self.seen[client, line] = (answer.number, change.said.words)

    @rule(client=clients)
    def sends_again_what_it_sent_last(self, client: str) -> None:
        if client in self.sent:
            before = {line: list(words) for line, words in self.stood.items()}
            change = self.sent[client]
            answer = self.send(client, change)
            if isinstance(answer, Wording):
                assert answer.change == change
                assert change.said.words in before[change.said.id]

    def send(self, client: str, change: Change) -> Wording | Clash:
        self.sent[client] = change
        with writing() as session:
            return store.save(session, self.meeting_id, change, FAMILY)

    @invariant()
    def every_word_that_was_acknowledged_is_kept_once_and_in_order(self) -> None:
        with reading() as session:
            for line, stood in self.stood.items():
                kept = store.wordings(session, self.meeting_id, line)
                assert [one.said.words for one in kept] == stood
                assert [one.number for one in kept] == list(range(1, len(stood) + 1))


TwoFacilitators.TestCase.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
TestTwoFacilitators = TwoFacilitators.TestCase
