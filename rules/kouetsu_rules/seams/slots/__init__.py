"""Places that were to be filled in: their notations, and where they stand."""
