"""The picture of a post that its front matter names: the layout shows it above the text."""

from __future__ import annotations

from kouetsu.api import Post

HERO = (
    "image",
    "cover",
    "thumbnail",
    "heroImage",
    "eyecatch",
    "featured_image",
    "header",
    "hero",
    "ogImage",
    "featuredImage",
)


def has_hero(post: Post) -> bool:
    """Whether the front matter names a picture."""
    return any(post.front_matter.entry(name) is not None for name in HERO)
