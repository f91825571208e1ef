"""Judges what the engine reads: the rules' own examples, and claims against gold annotations.

Stands above the pipeline: it runs the whole engine, and no stage knows of it.
"""
