"""The plans that families agreed, version by version."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table, and let neither a change nor a loss of one row pass."""
    op.create_table(
        "plan",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "meeting_id", sa.Uuid(), sa.ForeignKey("meeting.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("what_changed", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("meeting_id", "number"),
        sa.UniqueConstraint("meeting_id", "key"),
    )
    for statement in _NEVER_CHANGED[op.get_bind().dialect.name]:
        op.execute(statement)


# A meeting that is taken out takes its plans along: by then the row of the meeting is gone.
_NEVER_CHANGED = {
    "sqlite": (
        """CREATE TRIGGER plan_is_never_changed BEFORE UPDATE ON plan
        BEGIN SELECT RAISE(ABORT, 'an agreed plan is never changed'); END""",
        """CREATE TRIGGER plan_is_never_taken_out BEFORE DELETE ON plan
        WHEN EXISTS (SELECT 1 FROM meeting WHERE id = OLD.meeting_id)
        BEGIN SELECT RAISE(ABORT, 'an agreed plan is never changed'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION keep_the_plan() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM meeting WHERE id = OLD.meeting_id) THEN
                RAISE EXCEPTION 'an agreed plan is never changed';
            END IF;
            RETURN OLD;
        END $$""",
        """CREATE TRIGGER plan_is_never_changed BEFORE UPDATE OR DELETE ON plan
        FOR EACH ROW EXECUTE FUNCTION keep_the_plan()""",
    ),
}
