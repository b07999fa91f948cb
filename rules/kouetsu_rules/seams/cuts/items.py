"""A last item of a list that is no more than its number."""

from __future__ import annotations

from kouetsu.api import Pattern, Post, Span

NUMBER = Pattern(r"(?P<margin>[ \t]*)(?P<number>\d{1,3})(?P<sign>[.)])")


def cut_item(post: Post) -> Span | None:
    """The number that ends the post, where the item before it in the list has text."""
    text = post.text
    end = len(text.rstrip())
    start = text.rfind("\n", post.body.start, end) + 1
    last = NUMBER.fullmatch(text, start, end)
    if last is None or not post.blocks or post.blocks[-1].kind == "code":
        return None
    before = f"{last['margin']}{int(last['number']) - 1}{last['sign']} "
    found = text.rfind(f"\n{before}", post.body.start, start)
    lines = text[found + len(before) + 1 : start].split("\n") if found >= 0 else [""]
    # what belongs to that item is set in
    listed = lines[0].strip() and not any(line[:1].strip() for line in lines[1:])
    return Span(last.start("number"), end) if listed else None
