"""What may be chosen in a field: the record's own words for it."""

ANSWERS = ("yes", "no", "not_yet", "")
RESULTS = ("done", "part", "not_done", "not_needed", "")
KEEP = ("keep", "change", "stop")
AGREES = ("yes", "partly", "no", "later", "")
WHOSE = ("family", "service", "team", "")
