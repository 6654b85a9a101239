"""What a form of this room tells the browser, so that it can keep what is typed."""

from flask import current_app, request
from flask.blueprints import BlueprintSetupState

from facilitator.accounts.sessions import user
from facilitator.pages.drafts import NO_MEETING, draft_key
from facilitator.preparing.blueprint import preparing


def draft_key_here() -> str:
    """The key for the drafts of whoever is signed in, of the meeting whose page this is."""
    meeting = (request.view_args or {}).get("meeting_id", NO_MEETING)
    return draft_key(str(current_app.config["SECRET_KEY"]), user().id, str(meeting))


@preparing.record_once
def _tell_templates(state: BlueprintSetupState) -> None:
    state.app.jinja_env.globals["draft_key_here"] = draft_key_here
