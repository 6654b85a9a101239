"""Why a word is found, in one short sentence, where its own entry says nothing better."""

from facilitator.plain_language.finding import Reason

WHY = {
    Reason.JARGON: "This is a word that workers use among themselves.",
    Reason.ACRONYM: "Letters shut out everybody who does not know them.",
    Reason.LABEL: "It names the person, and not what happened.",
    Reason.BLAME: "It says whose fault it is, and not what happened.",
    Reason.MINIMISING: "It makes harm sound smaller than it was.",
    Reason.COLD: "It sounds like a file, and not like a family.",
    Reason.OFFICIALESE: "There is a shorter word that people say every day.",
    Reason.VAGUE: "Nobody can tell from it who does what, or when.",
    Reason.IDIOM: "A picture in words can be hard to follow, and hard to translate.",
}
WHY_EXPLAIN = "It is a real name or a word of law. It stays, and its meaning stands beside it."
