"""Rules about the front matter: what it may hold, and what readers see of it."""
