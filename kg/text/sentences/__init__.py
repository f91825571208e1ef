"""Where sentences begin and end, and what is no sentence at all."""
