"""Runs of words that name somebody or something."""
