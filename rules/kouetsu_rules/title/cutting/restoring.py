"""The fix that writes the body's headline into the title."""

from __future__ import annotations

from kouetsu.api import Fix, Post, Related, Safety
from kouetsu_rules.title.cutting.reading import Reading
from kouetsu_rules.title.dressing.rewriting import rewrite


def related(reading: Reading) -> tuple[Related, ...]:
    """The headline that shows the damage."""
    if reading.headline is None:
        return ()
    return (Related(reading.headline.block.span, "headline"),)


def restoring(post: Post, reading: Reading) -> Fix | None:
    """Safe where the headline begins with all of the present title."""
    scalar = post.front_matter.scalar("title")
    if scalar is None or reading.restored is None or reading.restored == scalar.text:
        return None
    safety = Safety.SAFE if reading.extends else Safety.UNSAFE
    message = "restore" if reading.headline is not None else "trim"
    return Fix((rewrite(post, scalar, reading.restored),), safety, message)
