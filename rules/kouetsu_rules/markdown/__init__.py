"""Rules about Markdown that the site's renderer shows otherwise than it was meant."""
