"""One plan, many safe copies: what each reader may hold, and what decides whether it may leave."""

from facilitator.copies.checking import NotSeen, ReaderCheck, Why, check
from facilitator.copies.copy import Copy
from facilitator.copies.gate import Gate
from facilitator.copies.leaving_out import LookedAt, NearMiss
from facilitator.copies.other_words import OtherWords
from facilitator.copies.register import Handed, How, held_by, older_than
from facilitator.copies.rules import About, ReaderRules, ReleaseRule, Yes
from facilitator.copies.withdrawal import Withdrawal, to_ask_back

__all__ = [
    "About",
    "Copy",
    "Gate",
    "Handed",
    "How",
    "LookedAt",
    "NearMiss",
    "NotSeen",
    "OtherWords",
    "ReaderCheck",
    "ReaderRules",
    "ReleaseRule",
    "Why",
    "Withdrawal",
    "Yes",
    "check",
    "held_by",
    "older_than",
    "to_ask_back",
]
