"""What makes an excerpt no description of its post."""
