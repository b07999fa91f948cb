"""Reading: from bytes to the views that rules share."""
