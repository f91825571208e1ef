"""Happenings with those who take part in them, and where."""
