"""What English spelling and inflection tell, for every stage."""
