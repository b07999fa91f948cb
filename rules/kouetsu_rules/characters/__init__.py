"""Rules about single characters that readers cannot see or that no one means."""
