"""kouetsu (校閲): an editorial linter for machine-written posts."""
