"""Looking after accounts, by a page or a command: made, listed, changed, stopped, signed out."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.accounts import passwords, security, store, supervised
from facilitator.accounts.forms import EMAIL, LONGEST_EMAIL, LONGEST_NAME, tidy
from facilitator.accounts.people import changing
from facilitator.accounts.people import store as people
from facilitator.accounts.people.changing import Standing
from facilitator.accounts.people.told import names_of
from facilitator.accounts.second_factor import passing
from facilitator.accounts.sessions import now
from facilitator.accounts.user import Duty, Team, User
from facilitator.database import Session, new_id, reading, writing
from facilitator.refusals import Problem, Refusal


def check_new(*, email: str, name: str, team: str | None) -> None:
    """Refuse what can't be an account, before anybody types a password. Raises Refusal."""
    wrong = [
        *_email_problems(email),
        *_name_problems("--name", name),
        *(() if team is None else _name_problems("--team", team)),
    ]
    if wrong:
        raise Refusal(*wrong)
    with reading() as database:
        _team(database, team)
        if store.find_user_by_email(database, email):
            raise store.has_account(email)


@dataclass(frozen=True)
class NewPerson:
    """Somebody who gets an account. ``looks_after`` names the further teams of a supervisor."""

    email: str
    name: str
    team: str | None
    duties: frozenset[Duty]
    looks_after: tuple[str, ...] = ()


def add(new: NewPerson, password: str, *, by: User | None = None) -> User:
    """The new user. ``by`` typed the password for them; None where a command made the account.

    Raises Refusal with every reason.
    """
    check_new(email=new.email, name=new.name, team=new.team)
    password_hash = _hashed(password, about=(new.email, new.name, new.team or ""))
    with writing() as database:
        looks_after = load_teams(database, new.looks_after)
        theirs = Standing(_team(database, new.team), new.duties, looks_after)
        if wrong := changing.faults_of(theirs):
            raise Refusal(*wrong)
        user = User(
            id=new_id(),
            team_id=theirs.team.id,
            email=tidy(new.email),
            name=tidy(new.name),
            duties=new.duties,
            made_at=now(),
        )
        store.save_team(database, theirs.team)
        store.add_user(database, user, password_hash)
        database.flush()  # What follows names the user, who must be there before.
        _begin(database, user, theirs, by)
    return user


def _begin(database: Session, user: User, theirs: Standing, by: User | None) -> None:
    """Keep what stands beside a new account."""
    for one in theirs.looks_after:
        supervised.give(database, user.id, one.id)
    made = f"Account made. Duties: {names_of(user.duties)}."
    people.note(database, user.id, made, by=by.id if by else None, at=user.made_at)
    if by is not None:
        people.say_given(database, user.id)


def change(
    user: User,
    *,
    team: str | None = None,
    duties: frozenset[Duty] | None = None,
    looks_after: Iterable[str] | None = None,
) -> tuple[str, ...]:
    """Change what is given, by a command; what is other now, in sentences. Raises Refusal."""
    if team is not None and (wrong := _name_problems("--team", team)):
        raise Refusal(*wrong)
    with writing() as database:
        before = changing.standing_of(database, user)
        wanted = Standing(
            before.team if team is None else _team(database, team),
            user.duties if duties is None else duties,
            before.looks_after if looks_after is None else load_teams(database, looks_after),
        )
        return changing.change(database, user, wanted, by=None, at=now())


def let_back(user: User) -> None:
    """Let that user sign in again."""
    with writing() as database:
        changing.let_back(database, user, by=None, at=now())


def load_teams(database: Session, names: Iterable[str]) -> tuple[Team, ...]:
    """The teams of those names. Raises Refusal with every one that is not there."""
    found = {name: store.find_team_by_name(database, tidy(name)) for name in names}
    unknown = [name for name, team in found.items() if team is None]
    if unknown:
        known = ", ".join(f"'{team.name}'" for team in store.list_teams(database)) or "none yet"
        raise Refusal(
            *(Problem("", f"There is no team '{one}'.", f"The teams: {known}.") for one in unknown)
        )
    return tuple(team for team in found.values() if team is not None)


def lines() -> tuple[str, ...]:
    """A line for each account: address, name, team, duties, and since when it is stopped."""
    with reading() as database:
        users = store.list_users(database)
        teams = {team.id: team.name for team in store.list_teams(database)}
        given = supervised.list_given(database)
    return tuple(_line(user, teams[user.team_id], given.get(user.id, ())) for user in users) or (
        "Nobody has an account.",
    )


def find(email: str) -> User:
    """The user of that e-mail address. Raises Refusal where there is none."""
    with reading() as database:
        user = store.find_user_by_email(database, email)
    if user is None:
        raise Refusal.because(
            f"Nobody has an account as '{email}'.", "See who has one with: facilitator user list."
        )
    return user


def change_password(user: User, password: str) -> None:
    """Give that user another password, and end their visits. Raises Refusal for a weak one."""
    password_hash = _hashed(password, about=(user.email, user.name))
    with writing() as database:
        store.set_password(database, user.id, password_hash)
        store.end_visits(database, user.id, at=now())


def stop(user: User) -> None:
    """Let that user sign in no more, and end their visits at once."""
    with writing() as database:
        store.stop_user(database, user.id, at=now())


def sign_out(user: User) -> int:
    """End that user's visits; how many there were."""
    with writing() as database:
        return store.end_visits(database, user.id, at=now())


def take_off_second_step(user: User) -> bool:
    """Take that user's second step off, and end their visits; whether there was one."""
    with writing() as database:
        return passing.take_off(database, user, by=None, at=now())


def _line(user: User, team: str, given: tuple[Team, ...]) -> str:
    duties = ", ".join(sorted(duty.words for duty in user.duties)) or "nothing yet"
    stopped = f"; stopped on {user.stopped_at:%Y-%m-%d}" if user.stopped_at else ""
    after = f"; looks after {', '.join(one.name for one in given)} too" if given else ""
    return f"{user.email}: {user.name}, {team}; {duties}{after}{stopped}"


def _hashed(password: str, about: tuple[str, ...]) -> str:
    wrong = passwords.faults(password, about)
    if wrong:
        raise Refusal.because("This password can't be used.", wrong[0])
    return security.hashed(password)


def _team(database: Session, name: str | None) -> Team:
    """The team of that name, made when it is new; without a name the only one that there is."""
    if name is not None:
        return store.find_team_by_name(database, tidy(name)) or Team(new_id(), tidy(name))
    teams = store.list_teams(database)
    if len(teams) == 1:
        return teams[0]
    known = ", ".join(f"'{team.name}'" for team in teams)
    wrong = f"There are {len(teams)} teams: {known}." if teams else "There is no team yet."
    raise Refusal.because(wrong, "Name one with --team.")


def _email_problems(email: str) -> tuple[Problem, ...]:
    if EMAIL.fullmatch(tidy(email)) and len(email) <= LONGEST_EMAIL:
        return ()
    wrong = f"'{email[:60]}' is not an e-mail address."
    return (Problem("EMAIL", wrong, "Give one like sam@example.org."),)


def _name_problems(place: str, name: str) -> tuple[Problem, ...]:
    if 0 < len(tidy(name)) <= LONGEST_NAME:
        return ()
    wrong = f"It has {len(tidy(name))} characters."
    return (Problem(place, wrong, f"Use 1 to {LONGEST_NAME}."),)
