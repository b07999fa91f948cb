"""What stands around the answer of a model."""
