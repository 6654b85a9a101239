"""Every way in which a store changes what is kept of a meeting, each called once by its name."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType, ModuleType

import facilitator
from facilitator.accounts.sessions import now
from facilitator.agreeing import store as sounds
from facilitator.agreeing.sounding import Sounds
from facilitator.contributions import Change, Contribution
from facilitator.contributions import store as contributions
from facilitator.copies import Handed, LookedAt, OtherWords, Withdrawal, Yes
from facilitator.copies import store as copies
from facilitator.database import Session, new_id
from facilitator.exchange import store as beside
from facilitator.leading.private import store as private
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.meetings.private_time import Spell, Watch
from facilitator.notes import store as notes
from facilitator.notes.note import KeptNote, Note, Whose
from facilitator.people import People
from facilitator.people import store as people
from facilitator.plans import Agreed
from facilitator.plans import store as plans
from facilitator.releasing import store as releasing
from facilitator.walk import Happening, What
from facilitator.walk import store as walk
from tests.builders import handed, hidden, kept_away
from tests.web import SAM

# Who may sign in, who looked, what a family says of its meeting, and whatever is done later: no
# copy is made of any of it. Their rooms stand above the release, but for the first three. What goes
# on its day is opened no more, and how long it is kept is compared with the rest (kept_for_asked).
IN_NO_COPY = (
    *("accounts", "access_log", "feedback"),
    *("auditing", "break_glass", "quarterly", "supervising", "one_person", "retention"),
)
# What came of a promise stands beside the plan, and a practice meeting promises nothing.
BESIDE_THE_PLAN = ("plans.mark_done",)
# ``n`` is another one each time, so that no change is like the one before.
Changes = Callable[[Session, KeptMeeting, int], object]


def save_people(session: Session, kept: KeptMeeting, n: int) -> None:
    """One thing about somebody, one restriction, one hidden item and one arrangement are others."""
    there: People = people.load(session, kept.id)
    somebody = replace(there.load("grace"), called=f"Nan {n}")
    safety = replace(
        there.safety,
        restrictions=(kept_away("leon", protects=("charlene",), rule=f"Not near her. {n}"),),
        hidden_items=(*there.safety.hidden_items, hidden(f"the shed {n}", "winston")),
        arrangements=(*there.safety.arrangements, f"The back door, {n}."),
    )
    people.save(session, kept.id, there.with_person(somebody).with_safety(safety))


def _said(n: int) -> Change:
    said = Contribution(id=f"new-{n}", kind="own_view", words=f"I was not asked. {n}", by="marlon")
    return Change(said=said, key=f"key-{n}", based_on=0, typed_by=SAM.id, at=now())


def add_plan(session: Session, kept: KeptMeeting, n: int) -> None:
    """The family agrees again."""
    latest = plans.latest(session, kept.id)
    assert latest is not None
    plan = replace(latest.plan, version=latest.plan.version + 1)
    plans.add(session, kept.id, Agreed(plan, now(), SAM.id, "One more hope."), f"plan-{n}")


def _note(n: int) -> Note:
    words = f"Sit with Tiana at bedtime and tell her. {n}"
    return Note(whose=Whose.FACILITATOR, audience="nobody else", text=words)


def _keep_and_remove_a_note(session: Session, kept: KeptMeeting, n: int) -> None:
    there = notes.load_kept(session, kept.id)
    notes.remove(session, kept.id, there[n % len(there)].id)


def _handed(n: int) -> Handed:
    return handed(person="grace", at=now() + timedelta(seconds=n), user_id=SAM.id)


def _withdrawal(readers: tuple[str, ...] = ("joy",)) -> Withdrawal:
    return Withdrawal(id=new_id(), by="charlene", readers=readers, at=now(), user_id=SAM.id)


def end_withdrawal(session: Session, kept: KeptMeeting, _n: int) -> None:
    """A yes that was taken back is given again."""
    (last, *_) = copies.withdrawals(session, kept.id)[::-1]
    copies.end_withdrawal(session, kept.id, last.id, now())


def _yes(n: int) -> Yes:
    return Yes(
        id=new_id(),
        reader="grace",
        rules=(),
        at=now(),
        typed_by=SAM.id,
        name=f"Ms Okoro {n}",
        part="duty manager",
        agrees=False,
    )


def _other_words(n: int) -> OtherWords:
    return OtherWords(
        id=new_id(),
        line="a2",
        reader="grace",
        words=f"Go where she goes. {n}",
        by="charlene",
        in_place_of="",
        at=now(),
        user_id=SAM.id,
    )


def _looked(n: int) -> LookedAt:
    return LookedAt(fingerprint=f"{n:064}", version=1, reader="grace", at=now(), user_id=SAM.id)


def _heard(n: int) -> Sounds:
    usual = {"ref": "a2", "number": 1, "heard": "ab", "by": "grace", "at": now()}
    return Sounds(**usual, key=f"heard-{n}", typed_by=SAM.id)  # type: ignore[arg-type]


def _happened(n: int) -> Happening:
    return Happening(what=What.WENT, about="REL-1a", key=f"went-{n}", at=now(), typed_by=SAM.id)


def _begins(session: Session, kept: KeptMeeting, n: int) -> None:
    spell = Spell(number=n, began_at=now(), ended_at=now())
    private.begin(session, spell, Watch(meeting_id=kept.id, token_hash=None, pin_hash=""))


CHANGES: MappingProxyType[str, Changes] = MappingProxyType(
    {
        "people.save": save_people,
        "contributions.add_all": lambda s, m, n: contributions.add_all(s, m.id, [_said(n)]),
        "contributions.save": lambda s, m, n: contributions.save(
            s, m.id, _said(n), people.load(s, m.id)
        ),
        "plans.add": add_plan,
        "notes.keep": lambda s, m, n: notes.keep(s, m.id, KeptNote(new_id(), _note(n))),
        "notes.remove": _keep_and_remove_a_note,
        "notes.save": lambda s, m, n: notes.save(s, m.id, [_note(n)]),
        "copies.withdraw": lambda s, m, _n: copies.withdraw(s, m.id, _withdrawal()),
        "copies.end_withdrawal": end_withdrawal,
        "copies.hand_over": lambda s, m, n: copies.hand_over(
            s, m.id, _handed(n), m.meeting.held_on
        ),
        "copies.hand_over_all": lambda s, m, n: copies.hand_over_all(
            s, m.id, [_handed(n), _handed(n)], m.meeting.held_on
        ),
        "copies.came_back": lambda s, m, _n: copies.came_back(
            s, m.id, copies.list_of(s, m.id)[-1].id, now()
        ),
        "releasing.say": lambda s, m, n: releasing.say(s, m.id, _yes(n)),
        "releasing.looked": lambda s, m, n: releasing.looked(s, m.id, _looked(n)),
        "releasing.say_anew": lambda s, m, n: releasing.say_anew(s, m.id, _other_words(n)),
        "releasing.ask": lambda s, m, _n: releasing.ask(s, m.id, SAM.id, asked_by=SAM.id, at=now()),
        "releasing.no_longer_ask": lambda s, m, _n: releasing.no_longer_ask(s, m.id),
        "agreeing.sounds_right": lambda s, m, n: sounds.sounds_right(s, m.id, _heard(n)),
        "walk.add": lambda s, m, n: walk.add(s, m.id, _happened(n)),
        "walk.add_all": lambda s, m, n: walk.add_all(s, m.id, [_happened(n)]),
        "walk.bring_in": lambda s, m, n: walk.bring_in(
            s, m.id, [(f"own-{n:04x}", "What now?")], typed_by=SAM.id, at=now()
        ),
        "leading.private.begin": _begins,
        "leading.private.end": lambda s, m, _n: private.end(s, m.id, at=now()),
        "exchange.save": lambda s, m, _n: beside.save(s, m.id, beside.load(s, m.id)),
        "meetings.save": lambda s, m, n: meetings.save(
            s, replace(m, meeting=replace(m.meeting, place=f"Room {n}"))
        ),
        "meetings.save_agenda": lambda s, m, n: meetings.save_agenda(s, m.id, f"# {n}".encode()),
        "meetings.remove_practice": lambda s, m, _n: meetings.remove_practice(s, m.id),
    }
)


def changing() -> Iterator[str]:
    """The name of every public function of a store that changes what is kept of a meeting."""
    home = Path(facilitator.__file__).parent
    for path in sorted(home.rglob("store.py")):
        room = ".".join(path.parent.relative_to(home).parts)
        if room.split(".")[0] not in IN_NO_COPY:
            module = importlib.import_module(f"facilitator.{room}.store")
            named = (f"{room}.{name}" for name in _changing_in(module))
            yield from (one for one in named if one not in BESIDE_THE_PLAN)


def _changing_in(module: ModuleType) -> Iterator[str]:
    """Whatever uses a word of changing, itself or through something else of that module."""
    tree = ast.parse(inspect.getsource(module))
    words: dict[str, set[str]] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            words[node.name] = _words(node)
        elif isinstance(node, ast.Assign):
            named = [one.id for one in ast.walk(node.targets[0]) if isinstance(one, ast.Name)]
            words |= dict.fromkeys(named, _words(node.value))
    of_changing = {"add", "add_all", "merge", "delete", "insert", "update", "upsert"}
    found = {name for name, used in words.items() if used & of_changing}
    while more := {name for name, used in words.items() if used & found} - found:
        found |= more
    functions = dict(inspect.getmembers(module, inspect.isfunction))
    return (name for name in sorted(found & functions.keys()) if not name.startswith("_"))


def _words(node: ast.AST) -> set[str]:
    """What is called in it: by a name of the module, of the session, or as a table's statement."""
    called = {one.func for one in ast.walk(node) if isinstance(one, ast.Call)}
    methods = [one for one in called if isinstance(one, ast.Attribute)]
    of_session = {one.attr for one in methods if ast.unparse(one.value) == "session"}
    of_tables = {one.attr for one in methods} & {"insert", "update", "delete"}
    return of_session | of_tables | {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
