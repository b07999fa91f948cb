"""Where sentences stop and go on: tails, heads, and what may stand between."""
