"""What the parser gets wrong, mended by what English allows."""
