"""What may be chosen in a field: the record's own words for it."""

ANSWERS = ("yes", "no", "not_yet", "")
RESULTS = ("done", "part", "not_done", "not_needed", "")
KEEP = ("keep", "change", "stop")
AGREES = ("yes", "partly", "no", "later", "")
HOW_ANSWERED = ("in_the_round", "alone", "by_card", "by_phone", "later")
WHOSE = ("family", "service", "team", "")
