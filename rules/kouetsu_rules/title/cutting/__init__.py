"""Titles that were cut, and what the body knows of them."""
