"""Words and passages of other languages, and those that stand there on purpose."""
