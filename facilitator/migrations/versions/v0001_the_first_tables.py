"""The first tables: teams and users, meetings, people, what they said, and notes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, those first that others point to."""
    _sign_in_tries()
    _team()
    _user()
    _user_duty()
    _visit()
    _meeting()
    _meeting_indexes()
    _meeting_agenda()
    _arrangement()
    _hidden_item()
    _person()
    _restriction()
    _contribution()
    _wording()
    _happening()
    _note()
    _record_beside()


def _part_of(table: str) -> sa.ForeignKey:
    """A row that goes when the row that it is a part of goes."""
    return sa.ForeignKey(f"{table}.id", ondelete="CASCADE")


def _sign_in_tries() -> None:
    op.create_table(
        "sign_in_tries",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True)),
    )


def _team() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False, unique=True),
    )


def _user() -> None:
    op.create_table(
        "user",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), nullable=False, index=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("same_email", sa.String(), nullable=False, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stopped_at", sa.DateTime(timezone=True)),
    )


def _user_duty() -> None:
    op.create_table(
        "user_duty",
        sa.Column("user_id", sa.Uuid(), _part_of("user"), primary_key=True),
        sa.Column("duty", sa.String(), primary_key=True),
    )


def _visit() -> None:
    op.create_table(
        "visit",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("user_id", sa.Uuid(), _part_of("user"), nullable=False, index=True),
        sa.Column("token_hash", sa.String(), nullable=False, unique=True),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
    )


def _meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), nullable=False, index=True),
        sa.Column("owner_id", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("in_private_time", sa.Boolean(), nullable=False),
        sa.Column("private_time_was_written", sa.Boolean(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("start", sa.String(), nullable=False),
        sa.Column("end", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("plan_given_on", sa.Date()),
        sa.Column("plan_code", sa.String(), nullable=False),
        sa.Column("plan_version", sa.Integer()),
        sa.Column("stages", sa.Text(), nullable=False),
        sa.Column("private", sa.Text()),
    )


def _meeting_indexes() -> None:
    op.create_index(
        "ix_meeting_owner_id_held_on_id", "meeting", ["owner_id", "held_on", "id"], unique=False
    )
    where = sa.column("practice", sa.Boolean()) == sa.true()
    op.create_index(
        "uq_meeting_owner_id_ref",
        "meeting",
        ["owner_id", "ref"],
        unique=True,
        sqlite_where=where,
        postgresql_where=where,
    )
    where = sa.column("practice", sa.Boolean()) == sa.false()
    op.create_index(
        "uq_meeting_team_id_ref",
        "meeting",
        ["team_id", "ref"],
        unique=True,
        sqlite_where=where,
        postgresql_where=where,
    )


def _meeting_agenda() -> None:
    op.create_table(
        "meeting_agenda",
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), primary_key=True),
        sa.Column("toml", sa.LargeBinary(), nullable=False),
    )


def _arrangement() -> None:
    op.create_table(
        "arrangement",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), nullable=False, index=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
    )


def _hidden_item() -> None:
    op.create_table(
        "hidden_item",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), nullable=False, index=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("hide_from", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
    )


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("called", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("relationship", sa.String(), nullable=False),
        sa.Column("age", sa.Integer()),
        sa.Column("attended", sa.String(), nullable=False),
        sa.Column("stages", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phone_on_plan", sa.Boolean(), nullable=False),
        sa.Column("safe_adults", sa.Text(), nullable=False),
        sa.Column("copying", sa.Text()),
        sa.Column("left_out_why", sa.String(), nullable=False),
        sa.Column("views_by", sa.String(), nullable=False),
        sa.Column("overheard_by", sa.String(), nullable=False),
        sa.UniqueConstraint("meeting_id", "ref"),
    )


def _restriction() -> None:
    op.create_table(
        "restriction",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), nullable=False, index=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("protects", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("seen_by", sa.String(), nullable=False),
        sa.Column("seen_on", sa.Date()),
    )


def _contribution() -> None:
    op.create_table(
        "contribution",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.UniqueConstraint("meeting_id", "ref"),
        sa.UniqueConstraint("meeting_id", "sequence"),
    )


def _wording() -> None:
    op.create_table(
        "wording",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), nullable=False),
        sa.Column("contribution_id", sa.Uuid(), _part_of("contribution"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("typed_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back", sa.Boolean(), nullable=False),
        sa.Column("yes_by", sa.String()),
        sa.Column("yes_how", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("prompt", sa.String()),
        sa.Column("said_at", sa.String()),
        sa.Column("exact", sa.Boolean()),
        sa.Column("name_shown", sa.Boolean()),
        sa.Column("lang", sa.String()),
        sa.Column("dir", sa.String()),
        sa.Column("rendering", sa.String()),
        sa.Column("hurts", sa.String()),
        sa.Column("hurts_yes", sa.Boolean()),
        sa.UniqueConstraint("meeting_id", "key"),
        sa.UniqueConstraint("contribution_id", "number"),
    )


def _happening() -> None:
    op.create_table(
        "happening",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("typed_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.UniqueConstraint("meeting_id", "key"),
        sa.UniqueConstraint("meeting_id", "sequence"),
    )


def _note() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), nullable=False, index=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("whose", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
    )


def _record_beside() -> None:
    op.create_table(
        "record_beside",
        sa.Column("meeting_id", sa.Uuid(), _part_of("meeting"), primary_key=True),
        sa.Column("beside", sa.Text(), nullable=False),
    )
