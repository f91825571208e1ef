"""Whether a claim holds: former, planned, possible, denied, negated."""
