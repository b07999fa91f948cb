"""Suppressions: how a post silences rules, what of it is of use, and writing new ones."""
