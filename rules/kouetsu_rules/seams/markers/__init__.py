"""The marks of generators, and the stretches of text between them."""
