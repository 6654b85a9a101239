"""Looking after accounts from the command line: made, listed, stopped, signed out."""

from facilitator.accounts import passwords, security, store
from facilitator.accounts.forms import EMAIL, LONGEST_EMAIL, LONGEST_NAME, tidy
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


def add(*, email: str, name: str, team: str | None, duties: frozenset[Duty], password: str) -> User:
    """The new user. Raises Refusal with every reason."""
    check_new(email=email, name=name, team=team)
    password_hash = _hashed(password, about=(email, name, team or ""))
    with writing() as database:
        theirs = _team(database, team)
        user = User(
            id=new_id(),
            team_id=theirs.id,
            email=tidy(email),
            name=tidy(name),
            duties=duties,
            made_at=now(),
        )
        store.save_team(database, theirs)
        store.add_user(database, user, password_hash)
    return user


def lines() -> tuple[str, ...]:
    """A line for each account: address, name, team, duties, and since when it is stopped."""
    with reading() as database:
        users = store.list_users(database)
        teams = {team.id: team.name for team in store.list_teams(database)}
    return tuple(_line(user, teams[user.team_id]) for user in users) or ("Nobody has an account.",)


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


def _line(user: User, team: str) -> str:
    duties = ", ".join(sorted(duty.words for duty in user.duties)) or "nothing yet"
    stopped = f"; stopped on {user.stopped_at:%Y-%m-%d}" if user.stopped_at else ""
    return f"{user.email}: {user.name}, {team}; {duties}{stopped}"


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
