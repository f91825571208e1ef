"""Whom a noun phrase stands for: names, descriptions, pronouns, groups without a name."""
