"""Rules about how long a post says that it takes to read."""
