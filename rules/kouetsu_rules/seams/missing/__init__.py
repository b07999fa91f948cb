"""What a text speaks of and does not have: links, pictures, tables."""
