"""What links and pictures point at."""
