"""What a model says to those who ordered the post."""
