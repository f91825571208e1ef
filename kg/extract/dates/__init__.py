"""Dates and intervals as English tells them, and to which happening they belong."""
