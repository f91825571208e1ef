"""Tells what was read from a text and why: parse, mentions, claims, and which rules nearly fired.

Stands above the pipeline: it runs the whole engine, and no stage knows of it.
"""
