"""Lasting ties between actors, and where they are."""
