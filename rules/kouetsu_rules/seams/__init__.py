"""Rules about what generating and gluing leave in the text."""
