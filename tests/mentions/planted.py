"""Hidden items of invented families, each hidden again in lines; and lines that hide nothing.

Written before the finder was measured. A line here is never changed to please it.
"""

import tomllib
from pathlib import Path

_HERE = Path(__file__).parent

Planted = tuple[tuple[str, tuple[str, ...]], ...]  # each item with the lines that hide it


def _lines(item: dict[str, list[str]]) -> tuple[str, ...]:
    """The item's lines; where it has forms too, each form in the next of the lines."""
    frames = item["lines"]
    if "forms" not in item:
        return tuple(frames)
    return tuple(
        frames[at % len(frames)].replace("~", form) for at, form in enumerate(item["forms"])
    )


def _set(name: str) -> Planted:
    held = tomllib.loads((_HERE / f"{name}.toml").read_text("utf-8"))
    return tuple((item["hidden"], _lines(item)) for item in held["item"])


PLANTED = _set("planted")
SECOND = _set("second")
HELD_OUT = _set("held_out")

_PEOPLE = (
    "Nan",
    "Grandad",
    "Auntie Bev",
    "Uncle Leon",
    "Mum",
    "Dad",
    "Pastor Joy",
    "Grace",
    "Idris",
)
_CHILDREN = ("Tiana", "Jaydon", "Ivy", "Zac", "Noor")
_DAYS = ("Monday", "Wednesday", "Thursday", "Friday", "Sunday")
_TIMES = ("7.45pm", "8am", "3.15pm", "6pm", "half past seven")

# Each is filled in five times over: W a grown-up, V another, C a child, D a day, T a time.
_LINES = (
    "W will sit with C at bedtime every night at T.",
    "W takes C to school every D.",
    "W rings C every D at T.",
    "V cooks tea on D and W washes up.",
    "C chooses the story and W reads it.",
    "W will pack C's bag the night before.",
    "We all walk by the river on D.",
    "C feeds the rabbit before school.",
    "W brings the car seat on D.",
    "If W is late, we ring V.",
    "If C is upset, W will sit close and wait.",
    "W will ask the school for a quiet place for C.",
    "W plaits C's hair on D.",
    "V fixes the bike with C on D afternoon.",
    "C has a bath at T and then a story.",
    "W writes the appointments on the kitchen calendar.",
    "W will pay the rent by D 5 March.",
    "V looks after C while W rests.",
    "W and V meet on D at T to check the list.",
    "C wants W to come to the school play.",
    "W will give C breakfast at T.",
    "C sleeps in the small room with the moon lamp.",
    "W will keep the medicine on the high shelf.",
    "W changes the batteries every D.",
    "C can ring W at any time.",
    "Football is on D at T and V drives.",
    "W shops on D with the list from V.",
    "We eat together at the big table on D.",
    "W learns ten new signs each week.",
    "C will show W how to sign 'more' and 'stop'.",
    "W keeps a spare key for V.",
    "W reads the letter from the council with V.",
    "C draws a picture for W on D.",
    "W turns the phone off at T.",
    "W goes to bed by T on D.",
    "If nobody answers, ring 999.",
    "C can ring Childline free on 0800 1111. W will sit near.",
    "W tells C the truth in small words.",
    "V and W take turns at the weekend.",
    "C stays at home with W on D night.",
    "W will ask for help before it gets hard.",
    "W walks the dog with C after tea on D.",
    "C helps W bake bread on D.",
    "We meet again on D 22 May at T in the church hall.",
    "W brings the toys back to the library on D.",
    "W checks the smoke alarm on the first D of each month.",
    "C wears the blue coat when it is cold. W brings it.",
    "W saves 5 pounds a week for C's shoes.",
    "W will say sorry to C by D.",
    "V helps C with sums at T.",
    "W opens the door to nobody after T.",
    "C goes swimming with V on D.",
    "W will ring the doctor's on D at T.",
    "W sends a photo to V each D.",
    "C likes the hill behind the house. W goes too.",
    "W says grace before tea and C joins in.",
    "We hope that C will smile more, W said.",
    "W will mend the gate by D.",
    "V may come for C's birthday. W will ask.",
    "W promises not to shout when C spills milk.",
    "C counts to ten and W breathes with her.",
    "W puts the plan on the fridge for V.",
    "W sorts the clothes with C on D.",
    "Two children share one room at W's. C has the top bunk.",
    "V brings rice and peas for everybody on D.",
    "W waits at the bus stop with C at T.",
    "W goes with V to the meeting on D.",
    "C keeps her teddy in the car with W.",
    "W is home by T every D.",
    "W asks C each night what went well.",
    "W will tell the teacher that C is tired on D.",
    "W prays with C on D.",
    "C says that V's soup is best. W agrees.",
    "W gives V a lift to work on D at T.",
    "C goes to the park with V for one hour. W knows.",
    "W takes the bins out on D with C.",
    "W washes the school jumper on D for C.",
    "C and V plant beans in the garden. W waters them.",
    "W will join the gym and go on D at T.",
    "W stays calm and goes for a walk. V sits with C.",
    "W lends V the pram until D.",
    "The review is at T on D and W brings cake.",
    "W will find the birth certificate by D.",
    "V is the plan-keeper and W is next.",
    "W reads the plan aloud to C on D.",
    "C wants to see Dad's ship one day, W says.",
    "W and C make a scrap book on D.",
    "W rests from T while V takes over.",
    "C's friend comes to play on D at W's.",
    "W will see what the job centre says by D.",
    "V takes C to choir on D and W fetches her.",
    "W lets C stay up until T on D.",
    "W has not had a drink for 60 days, and C knows.",
    "C is proud of W.",
    "W keeps every promise to C about D.",
    "V teaches C to ride at T.",
    "W gets up at T to do the packed lunch for C.",
    "We say good night to the stars, C said to W.",
    "W will ask V before D for more help.",
    "W hears C read for ten minutes at T.",
    "V swaps shifts so that W can come on D.",
    "Three of us, W, V and C, go to the sea in June.",
)


def _filled(line: str, turn: int, at: int) -> str:
    first = (turn * 2 + at) % len(_PEOPLE)
    words = {
        "W": _PEOPLE[first],
        "V": _PEOPLE[(first + 1 + turn) % len(_PEOPLE)],
        "C": _CHILDREN[(turn + at) % len(_CHILDREN)],
        "D": _DAYS[(turn + 2 * at) % len(_DAYS)],
        "T": _TIMES[(turn + 3 * at) % len(_TIMES)],
    }
    pieces = line.replace("'s", " 's").split(" ")
    filled = " ".join(
        words.get(piece.rstrip(".,"), piece.rstrip(".,")) + piece[len(piece.rstrip(".,")) :]
        for piece in pieces
    )
    return filled.replace(" 's", "'s")


CLEAN: tuple[str, ...] = tuple(
    dict.fromkeys(_filled(line, turn, at) for at, line in enumerate(_LINES) for turn in range(5))
)


def _filled_twice(name: str) -> tuple[str, ...]:
    lines = (_HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(
        dict.fromkeys(_filled(line, turn, at) for at, line in enumerate(lines) for turn in range(2))
    )


# Other lines, more unlike each other, with many numbers, times, schools and names in them.
EVERYDAY = _filled_twice("everyday_lines")
EVERYDAY_HELD_OUT = _filled_twice("lines_held_out")
