"""People killed, injured, displaced, captured."""
