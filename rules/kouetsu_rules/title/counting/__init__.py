"""What a title promises a number of, and what the body counts."""
