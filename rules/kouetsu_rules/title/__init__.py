"""Rules about the title."""
