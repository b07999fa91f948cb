"""How renderers pair asterisks, and which pairs they leave."""
