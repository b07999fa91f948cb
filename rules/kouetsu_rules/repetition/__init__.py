"""What a post tells again: copied passages, sentences, headings, loops."""
