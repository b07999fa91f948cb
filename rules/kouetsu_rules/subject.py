"""What a post is about, in the words of its author: its title, and what it is filed under."""

from __future__ import annotations

from kouetsu.api import Post

FILED = ("tags", "tag", "categories", "category", "topics", "keywords")


def subject(post: Post) -> str:
    """The title and the tags. Ask for it through ``post.derived``."""
    data = post.front_matter.data
    return " ".join((post.title_text, *(str(data[key]) for key in FILED if data.get(key))))
