"""Numbers in words and digits, and how exact they are."""
