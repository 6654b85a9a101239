"""The people of a meeting, for tests of their pages: what is kept, and where each page is."""

from uuid import UUID

from flask import Flask

from facilitator.database import reading
from facilitator.meetings import KeptMeeting
from facilitator.people import People, Person
from facilitator.people import store as people_store
from tests.preparing.filling_in import at_work


def people_now(app: Flask, meeting: KeptMeeting) -> People:
    """The people as they are kept now."""
    with app.app_context(), reading() as session:
        return people_store.load(session, meeting.id)


def page_of(app: Flask, meeting: KeptMeeting, person: str) -> str:
    """The address of that person's page."""
    return f"/meetings/{meeting.id}/people/{ids_now(app, meeting)[person]}"


def ids_now(app: Flask, meeting: KeptMeeting) -> dict[str, UUID]:
    """What stands in addresses for each person."""
    with app.app_context(), reading() as session:
        return people_store.row_ids(session, meeting.id)


def put(app: Flask, meeting: KeptMeeting, people: People) -> None:
    """What somebody else keeps meanwhile."""
    with at_work(app) as session:
        people_store.save(session, meeting.id, people)


def called(people: People, name: str) -> Person:
    """The one person of that short name."""
    (found,) = [one for one in people if one.short_name == name]
    return found
