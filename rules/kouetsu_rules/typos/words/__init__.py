"""Which words there are: counts of clean prose, and what scripts allow."""
