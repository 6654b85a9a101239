"""Who looked at what, and when; and which mark of the log each plan carries."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the tables, and let no entry be changed, nor any go whose time is not over."""
    op.create_table(
        "access_entry",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid()),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.Uuid()),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
    )
    op.create_index("ix_access_entry_meeting_id_number", "access_entry", ["meeting_id", "number"])
    op.create_table(
        "access_head",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.Column("forgotten_number", sa.Integer(), nullable=False),
        sa.Column("forgotten_seal", sa.String(), nullable=False),
    )
    op.add_column("plan", sa.Column("log_mark", sa.String()))
    for statement in _ONLY_GROWS[op.get_bind().dialect.name]:
        op.execute(statement)


# An entry goes only once the end of the log says that everything up to it is forgotten.
_ONLY_GROWS = {
    "sqlite": (
        """CREATE TRIGGER access_entry_is_never_changed BEFORE UPDATE ON access_entry
        BEGIN SELECT RAISE(ABORT, 'an entry of the log is never changed'); END""",
        """CREATE TRIGGER access_entry_is_never_taken_out BEFORE DELETE ON access_entry
        WHEN NOT EXISTS (SELECT 1 FROM access_head WHERE forgotten_number >= OLD.number)
        BEGIN SELECT RAISE(ABORT, 'an entry of the log is never taken out'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION keep_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' OR NOT EXISTS
                (SELECT 1 FROM access_head WHERE forgotten_number >= OLD.number) THEN
                RAISE EXCEPTION 'an entry of the log is never changed or taken out';
            END IF;
            RETURN OLD;
        END $$""",
        """CREATE TRIGGER access_entry_only_grows BEFORE UPDATE OR DELETE ON access_entry
        FOR EACH ROW EXECUTE FUNCTION keep_the_log()""",
    ),
}
