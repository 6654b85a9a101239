"""The same few people in every test: a mother, her child, a grandmother, a worker, a stranger."""

from facilitator.people import Attendance, Copying, CopyKind, Person, Role

MUM = Person(
    id="mum",
    name="Kerry Marsh",
    called="Mum / Kerry",
    role=Role.FAMILY,
    relationship="mum",
    phone="07700 900111",
)
ELLIE = Person(
    id="ellie",
    name="Ellie Marsh",
    called="Ellie",
    role=Role.CHILD,
    relationship="daughter",
    age=9,
    safe_adults=("nan",),
)
NAN = Person(
    id="nan",
    name="Joan Penrose",
    called="Nan",
    role=Role.FAMILY,
    relationship="Kerry's mum",
    phone="07700 900222",
    phone_on_plan=True,
)
SAM = Person(
    id="sam",
    name="Sam Okoro",
    called="Sam",
    role=Role.SUPPORTER,
    relationship="friend",
    copying=Copying(kind=CopyKind.OWN_PART),
)
PRIYA = Person(
    id="priya", name="Priya Nair", called="Priya", role=Role.REFERRER, relationship="social worker"
)
DEAN = Person(
    id="dean",
    name="Dean Marsh",
    called="Dean",
    role=Role.FAMILY,
    relationship="Ellie's dad",
    attended=Attendance.NOT_ATTENDING,
)
EVERYONE = (MUM, ELLIE, NAN, SAM, PRIYA, DEAN)
