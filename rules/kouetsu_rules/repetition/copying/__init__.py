"""How the sentences of a post are compared, and which copies may be deleted."""
