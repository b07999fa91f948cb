"""What stands in a title beside its words."""
