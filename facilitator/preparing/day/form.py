"""The forms for a new meeting, and for its day, time, place and languages."""

from dataclasses import replace
from zoneinfo import available_timezones

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, SubmitField
from wtforms.validators import ValidationError

from facilitator import days
from facilitator.meetings import Meeting
from facilitator.meetings.meeting import DEFAULT_ZONE
from facilitator.preparing import languages
from facilitator.preparing.choosing import OneOf
from facilitator.preparing.fields import choice_field, day_field, name_field, time_field
from facilitator.preparing.keeping import new_key

_HOME = "Europe/London"
_NO_MORE = ("", "No other")
# Names of zones that computers know and nobody would look for.
_ODD = ("Etc/", "posix/", "right/", "SystemV/", "US/")


def zones(kept: str = "") -> list[tuple[str, str]]:
    """The time zones to choose from: this country first, then by the names of places."""
    known = sorted(one for one in available_timezones() if "/" in one and not one.startswith(_ODD))
    first = [(_HOME, "United Kingdom (London)")]
    others = [(one, one.replace("_", " ").replace("/", ": ")) for one in known if one != _HOME]
    kept_too = [(kept, kept)] if kept and kept != _HOME and kept not in known else []
    return [*first, *kept_too, *others]


class BeginForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """What a new meeting needs."""

    key = HiddenField(default=new_key)
    kind = OneOf(
        "What kind of meeting is it?", missing="The kind of meeting is missing. Choose one."
    )
    title = name_field(
        "What does the family like to be called?",
        "Or a name for now. The family chooses the title of its plan itself.",
        missing="A name is missing. Type one that you will know again.",
    )
    held_on = day_field(
        "Which day do you have in mind?",
        "You can move it later.",
        missing="The day is missing. Choose one; you can move it later.",
    )
    save = SubmitField("Start this meeting")


class DayForm(FlaskForm):  # type: ignore[misc]
    """When, where, and in which languages."""

    based_on = HiddenField()
    title = name_field(
        "What we call this meeting for now",
        missing="A name is missing. Type one that you will know again.",
    )
    held_on = day_field("Which day?", missing="The day is missing. Choose one; you can move it.")
    start = time_field("When do we start?", "By the clock of 24 hours: 14:30.")
    end = time_field(
        "When do we hope to end?", "Private family time takes as long as the family needs."
    )
    place = name_field("Where?", "The hall, and how to find it.")
    language_1 = choice_field("Main language of the meeting")
    language_2 = choice_field("Another language")
    language_3 = choice_field("Another language")
    language_4 = choice_field("Another language")
    zone = choice_field("Which clock do these times go by?")
    save = SubmitField("Save")

    @classmethod
    def of(cls, meeting: Meeting, based_on: str) -> "DayForm":
        """The form as that meeting fills it; what was sent wins."""
        return cls._ready(cls(based_on=based_on, **cls._filled(meeting)), meeting)

    @classmethod
    def as_kept(cls, meeting: Meeting) -> "DayForm":
        """The form as that meeting fills it, whatever was sent."""
        return cls._ready(cls(formdata=None, **cls._filled(meeting)), meeting)

    @classmethod
    def _filled(cls, meeting: Meeting) -> dict[str, object]:
        chosen = dict(enumerate(meeting.languages, start=1))
        known = {key: getattr(meeting, key) for key in ("title", "held_on", "start", "end")}
        spoken = {f"language_{at}": chosen.get(at, "") for at in range(1, 5)}
        return {**known, **spoken, "place": meeting.place, "zone": meeting.zone or DEFAULT_ZONE}

    @staticmethod
    def _ready(form: "DayForm", meeting: Meeting) -> "DayForm":
        spoken = languages.choices(*meeting.languages)
        form.language_1.choices = spoken
        for one in (form.language_2, form.language_3, form.language_4):
            one.choices = [_NO_MORE, *spoken]
        form.zone.choices = zones(meeting.zone)
        return form

    def validate_end(self, field: Field) -> None:
        """Refuse an end before its start."""
        start, end = days.find_time(self.start.data or ""), days.find_time(field.data or "")
        if start and end and end <= start:
            raise ValidationError(
                f"The end, {field.data}, is not after the start, {self.start.data}. Change one."
            )

    def asked(self, meeting: Meeting) -> Meeting:
        """The meeting as the form has it."""
        spoken = [
            one.data
            for one in (self.language_1, self.language_2, self.language_3, self.language_4)
            if one.data
        ]
        return replace(
            meeting,
            title=self.title.data or "",
            held_on=self.held_on.data or meeting.held_on,
            start=self.start.data or "",
            end=self.end.data or "",
            place=self.place.data or "",
            zone=self.zone.data or DEFAULT_ZONE,
            # The form asks for four; a record may name more, and they stay.
            languages=tuple(dict.fromkeys([*spoken, *meeting.languages[4:]])),
        )


def what_moved(before: Meeting, now: Meeting) -> tuple[str, ...]:
    """Sentences on what invited people would otherwise get wrong, none where nothing moved."""
    told = (
        (
            before.held_on != now.held_on,
            f"The day moved from {days.day(before.held_on)} to {days.day(now.held_on)}.",
        ),
        (
            before.start != now.start,
            f"It starts at {days.time_of_day(now.start)} now."
            if now.start
            else "It has no time now.",
        ),
        (
            before.place != now.place,
            f"The place is {now.place} now." if now.place else "It has no place now.",
        ),
    )
    return tuple(sentence for moved, sentence in told if moved)
