"""How long a post is, and how it says so."""
