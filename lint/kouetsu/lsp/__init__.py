"""The language server: what an editor asks of kouetsu while a post is written."""
