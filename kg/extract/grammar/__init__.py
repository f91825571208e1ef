"""The sentence as a tree, and the frames of its verbs and nouns: who does what to whom, however it is told."""
