"""What is said in made-up records: few sentences, so that hidden words really turn up in lines."""

from collections.abc import Mapping, Sequence
from typing import Any

SECRETS = ("Moor House", "the clinic", "12 Mill Lane", "الدواء", "night shift at Hill's")
SENTENCES = (
    "Ring Nan each Sunday at 5pm.",
    "Walk with the children to school.",
    "Go to Moor House every Tuesday.",
    "the clinic has a place from Monday.",
    "Bring the post from 12 Mill Lane.",
    "We don't shout. We ask again.",
    "أمي تأخذ الدواء كل مساء.",
    "نحن عائلة واحدة.",
    "Waxaan rabnaa in la na dhageysto.",
    "ਅਸੀਂ ਇਕੱਠੇ ਹਾਂ।",
    "Zoë & Łukasz <cook> on Fridays – 100%.",
    "One line\nand a second\tline.",
    "👩‍👧‍👦 Sunday lunch, all of us.",
)
NAMES = ("Amina Yusuf", "Sean O'Neil", "Zoë Łaska", "ليلى حسن", "Jean-Luc Béré", "Tom", "May Li")
PEOPLE_IDS = ("amina", "sean", "zoe", "layla", "jl", "tom.b", "May-2", "x")
TIMES = ("", "00:00", "09:30", "16:05", "23:59")
YES = (True, False, None)
ADDITIONS: Mapping[str, Sequence[Any]] = {
    "lang": ("en", "ar", "so", "pa-Guru", "", None),
    "dir": ("ltr", "rtl", "auto", None),
    "rendering": SENTENCES,
    "exact": YES,
    "name_shown": YES,
    "prompt": ("REL-1b", None),
    "hurts": ("", None),
    "hurts_yes": YES,
    "said_at": ("2027-02-27T14:05:00Z", "2027-02-27T14:05:00.25Z", None),
}
