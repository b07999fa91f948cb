"""What `make quality` and `make bench` are made of; run by hand, no part of the package."""
