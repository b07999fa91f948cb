"""Tables of which only the head row was written, or not all of the last one."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Block, Pattern, Post, Severity, Span

# Bars with blanks inside; absolute values and sets have signs of mathematics.
ROW = Pattern(r"\|[ ]+[^|\s<>=≦≧≤≥+][^|\n<>=≦≧≤≥+]*\|[ ]*[^\s|<>=≦≧≤≥+][^\n<>=≦≧≤≥+]*")
# A head row and its line, without a link or a picture: nothing is laid out with it.
HEAD = Pattern(r"[^\n\[\]<>]*\|[^\n\[\]<>]*\n[ \t|:-]+")
# Under the text of a generated post its source or its tags stand behind such a label.
LABELLED = Pattern(r"\*\*[^*\n]{1,20}[:：]\*\*|\*\*[^*\n]{1,20}\*\*[:：]|<!--|#\S|---")


LONGEST = 1_000
"""No head row is longer."""


def cut_tables(post: Post) -> Iterator[tuple[Span, Severity | None]]:
    """The lone row of a table, with how certain it is that the table was cut there."""
    text = post.text
    if "|" not in text:
        return
    for number, block in enumerate(post.blocks):
        if block.span.size > LONGEST:
            continue
        source = text[slice(*block.span)].strip()
        if block.kind == "table" and not block.parents and HEAD.fullmatch(source):
            yield block.span, Severity.WARNING
            continue
        if block.kind != "paragraph" or block.parents or not ROW.fullmatch(source):
            continue
        if block.prose is None or any(mark.kind != "strong" for mark in block.prose.marks):
            continue  # links between bars lead around the site
        closed = source.endswith("|")
        if closed and post.site.flavor in (None, "kramdown"):
            continue  # kramdown makes a table of a single row
        if number and post.blocks[number - 1].kind == "table":
            continue
        after = post.blocks[number + 1] if number + 1 < len(post.blocks) else None
        if after is None or _ends_section(text, after):
            yield block.span, None
        elif not closed:
            yield block.span, Severity.WARNING


def cut_row(post: Post) -> tuple[Span, Severity | None] | None:
    """The last row of a post that ends in a table, where it alone is not closed.

    With all its cells it may have been meant so.
    """
    block = post.blocks[-1] if post.blocks else None
    if block is None or block.kind != "table" or block.parents:
        return None
    *rows, last = post.text[slice(*block.span)].rstrip().splitlines()
    closed = all(row.rstrip().endswith("|") for row in rows)
    if not closed or not last.startswith("|") or last.rstrip().endswith("|"):
        return None
    end = block.span.start + len(post.text[slice(*block.span)].rstrip())
    if post.text[end:].strip():
        return None
    short = last.count("|") < rows[0].rstrip().count("|") - 1
    return Span(end - len(last), end), None if short else Severity.WARNING


def _ends_section(text: str, block: Block) -> bool:
    if block.kind in ("heading", "rule"):
        return True
    return LABELLED.match(text[slice(*block.span)]) is not None
