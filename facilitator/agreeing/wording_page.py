"""How it reads: the same list as in the breather, before everybody gives their own answer."""

from uuid import UUID

from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.frame import drawn
from facilitator.agreeing.opening import open_for_user
from facilitator.agreeing.reads import reads_of
from facilitator.database import reading
from facilitator.leading.lines.line_json import new_key


@agreeing.get("/meetings/<uuid:meeting_id>/agree/how-it-reads")
def wording(meeting_id: UUID) -> str:
    """What was found in the lines, and the ways to change it or to say why it stays."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    return drawn("wording.html", opened, "wording", reads=reads_of(opened), fresh_key=new_key())
