"""Rules about slips that no writer means."""
