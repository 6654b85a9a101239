"""Changing what somebody may do. Whoever is changed signs in anew; what was changed is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from facilitator.accounts import store as accounts
from facilitator.accounts import supervised
from facilitator.accounts.people import store
from facilitator.accounts.people.told import names_of
from facilitator.accounts.second_factor import passing
from facilitator.accounts.user import Duty, Team, User
from facilitator.database import Session, new_id
from facilitator.refusals import Problem, Refusal


@dataclass(frozen=True)
class Standing:
    """Where somebody stands: their team, their duties, and the further teams they look after."""

    team: Team
    duties: frozenset[Duty]
    looks_after: tuple[Team, ...] = ()

    @property
    def mark(self) -> str:
        """Another one as soon as anything is another: a form says what it was made from."""
        teams = sorted(str(team.id) for team in self.looks_after)
        return " ".join([str(self.team.id), "/", *sorted(self.duties), "/", *teams])

    def after(self, before: "Standing") -> tuple[str, ...]:
        """What is other than before, in sentences."""
        said = []
        if self.duties != before.duties:
            said.append(f"Duties: {names_of(self.duties)}. Before: {names_of(before.duties)}.")
        if self.team.id != before.team.id:
            said.append(f"Team: {self.team.name}. Before: {before.team.name}.")
        if set(self.looks_after) != set(before.looks_after):
            now, then = _names(self.looks_after), _names(before.looks_after)
            said.append(f"Looks after, beside their own team: {now}. Before: {then}.")
        return tuple(said)


def standing_of(session: Session, user: User) -> Standing:
    """Where that user stands now. Raises Refusal where their team is gone."""
    team = accounts.find_team(session, user.team_id)
    if team is None:
        raise Refusal.because("This account has no team.", "Choose a team.")
    return Standing(team, user.duties, supervised.given_to(session, user.id))


def change(
    session: Session,
    user: User,
    wanted: Standing,
    *,
    by: User | None,
    at: datetime,
    knowingly: bool = False,
) -> tuple[str, ...]:
    """Keep where that user stands from now on, and end their visits; what changed, in sentences.

    ``by`` is None for the command line. ``knowingly``: they said that it is their own account.
    Nothing happens where nothing is other. Raises Refusal with every reason.
    """
    before = standing_of(session, user)
    said = wanted.after(before)
    if not said:
        return ()
    wrong = [*_of_duties(session, user, wanted), *_of_oneself(user, wanted, by, knowingly)]
    if wrong:
        raise Refusal(*wrong)
    accounts.save_team(session, wanted.team)
    session.flush()
    store.set_team(session, user.id, wanted.team.id)
    store.set_duties(session, user.id, wanted.duties)
    for gone in set(before.looks_after) - set(wanted.looks_after):
        supervised.take(session, user.id, gone.id)
    for new in set(wanted.looks_after) - set(before.looks_after):
        supervised.give(session, user.id, new.id)
    _note(session, user, said, by=by, at=at)
    accounts.end_visits(session, user.id, at=at)
    return said


def stop(session: Session, user: User, *, by: User, at: datetime) -> None:
    """Let that user sign in no more. Raises Refusal for oneself: nobody shuts the door on the way.

    The last administrator can only stop themself, so that one is always left.
    """
    if user.id == by.id:
        raise Refusal.because(
            "This is your own account.", "Ask another administrator to stop it for you."
        )
    accounts.stop_user(session, user.id, at=at)
    _note(session, user, ("Stopped.",), by=by, at=at)


def let_back(session: Session, user: User, *, by: User | None, at: datetime) -> None:
    """Let that user sign in again."""
    store.let_back(session, user.id)
    _note(session, user, ("Let back in.",), by=by, at=at)


def sign_out(session: Session, user: User, *, by: User, at: datetime) -> int:
    """End that user's visits; how many were open."""
    _note(session, user, ("Signed out everywhere.",), by=by, at=at)
    return accounts.end_visits(session, user.id, at=at)


def take_off_second_step(session: Session, user: User, *, by: User, at: datetime) -> bool:
    """Take that user's second step off, and end their visits; whether there was one.

    Raises Refusal for oneself: on the page of one's own account the password is asked for.
    """
    if user.id == by.id:
        raise Refusal.because(
            "This is your own second step.", "Look after it on the page of your own account."
        )
    return passing.take_off(session, user, by=by, at=at)


def team_of(session: Session, name: str) -> Team:
    """The team of that name; a new one, not kept yet, where there is none."""
    return accounts.find_team_by_name(session, name) or Team(new_id(), name)


def no_duty() -> Problem:
    """What is said where somebody would have no duty at all."""
    return Problem(
        "duties", "No duty is ticked.", "Tick one at least. Or stop the account: that keeps it."
    )


def looks_after_without_duty() -> Problem:
    """What is said where somebody would look after teams and is no supervisor."""
    return Problem(
        "looks_after",
        "Only a supervisor looks after other teams.",
        "Tick 'Supervisor' too, or take the teams out.",
    )


def faults_of(wanted: Standing) -> tuple[Problem, ...]:
    """What can't be, whoever it is."""
    wrong = []
    if not wanted.duties:
        wrong.append(no_duty())
    if wanted.looks_after and Duty.SUPERVISOR not in wanted.duties:
        wrong.append(looks_after_without_duty())
    return tuple(wrong)


def _of_duties(session: Session, user: User, wanted: Standing) -> Iterable[Problem]:
    yield from faults_of(wanted)
    loses = Duty.ADMINISTRATOR in user.duties - wanted.duties
    if loses and user.is_active and store.count_active(session, Duty.ADMINISTRATOR) == 1:
        yield Problem(
            "duties",
            f"{user.name} is the last administrator.",
            "Make somebody else an administrator first.",
        )


def _of_oneself(
    user: User,
    wanted: Standing,
    by: User | None,
    knowingly: bool,  # noqa: FBT001 - inside only
) -> Iterable[Problem]:
    if by is not None and by.id == user.id and wanted.duties - user.duties and not knowingly:
        more = names_of(wanted.duties - user.duties)
        yield Problem(
            "knowingly",
            f"You give yourself more: {more}.",
            "Tick that you know it. Everybody who looks after accounts can read it here.",
        )


def _note(
    session: Session, user: User, said: Iterable[str], *, by: User | None, at: datetime
) -> None:
    for what in said:
        store.note(session, user.id, what, by=by.id if by else None, at=at)


def _names(teams: Iterable[Team]) -> str:
    return ", ".join(sorted(team.name for team in teams)) or "none"
