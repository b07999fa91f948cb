"""Voices that speak in a text beside the author, and how they are heard."""
