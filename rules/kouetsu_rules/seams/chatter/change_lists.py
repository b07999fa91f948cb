"""The list in which a model tells what it changed in the text."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Severity

LEAST = 2
# An item that names no more than what was done, to what of the text.
NAMED = Pattern(
    r"(?:行動喚起|CTA|見出し|導入(?:文|部)?|リード文?|結論|まとめ|文末|語尾|表現|言い回し"
    r"|キーワード|読者|文脈|トーン|文体|段落|構成|タイトル|訴求|ターゲット)"
    r"[^。]{0,24}(?:明確化|強化|改善|統一|追加|調整|削除|最適化|短縮|補強|簡潔化|具体化"
    r"|平易化)[。]?$"
)


# A picture and its credit are no text.
CREDIT = Pattern(
    r"^(?:(?:Photo|Image|Picture|Illustration) (?:by|from|credit)\b[^\n]{0,80}|(?:写真|画像|撮影"
    r"|イラスト)(?:提供)?[:：][^\n]{0,60})?$"
)


def change_lists(post: Post) -> Iterator[Finding]:
    """The list before the first paragraph, all of whose items name such changes."""
    items: list[Prose] = []
    for prose in post.prose:
        block = prose.block
        if block is None or not block.in_list:
            if items or not CREDIT.match(prose.text.strip()):
                break
            continue
        items.append(prose)
    if len(items) >= LEAST and all(NAMED.search(item.text.strip()) for item in items):
        span = items[0].span(0, len(items[0].text)).joined(items[-1].span(0, len(items[-1].text)))
        yield Finding(span, "assessed", severity=Severity.WARNING)
