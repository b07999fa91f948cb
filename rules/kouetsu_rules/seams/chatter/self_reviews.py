"""The list by which a worker checked its own text, published with the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from kouetsu.api import Finding, Pattern, Post, Severity

REVIEW = Pattern(
    r"(?:セルフ|自己)(?:レビュー|チェック|点検|評価|検証|確認)(?:の?結果)?"
    r"|(?:品質|記事|原稿|公開前)(?:の?(?:チェック|点検))の?結果"
)
# What is asked of a text of one's own, and answered.
ASKED = Pattern(
    r"タイトル|見出し|誤字|脱字|引用|出典|ライセンス|文字数|コードブロック|本文|記事|文末|末尾"
    r"|参考リンク|固有名詞|[Ff]ront ?matter|個人情報"
)
ANSWERED = Pattern(
    r"✅|☑|✔|⭕|🆗|[-*] \[x\]|(?:[:：|] ?)(?:OK|なし|あり|済み|問題なし)(?![^\W\d_])"
)
SEVERAL = 3


def self_reviews(post: Post) -> Iterator[Finding]:
    """Headings of such lists: several answers, and as many words of texts."""
    for number, (heading, block) in enumerate(pairwise(post.blocks), 1):
        if heading.kind != "heading" or heading.prose is None:
            continue
        if REVIEW.fullmatch(heading.prose.text.strip()) is None:
            continue
        end = _end(post, number)
        asked = {place.group() for place in ASKED.finditer(post.text, block.span.start, end)}
        answered = [*ANSWERED.finditer(post.text, block.span.start, end)]
        if len(asked) >= SEVERAL and len(answered) >= SEVERAL:
            yield Finding(heading.span, "report", severity=Severity.WARNING)


def _end(post: Post, first: int) -> int:
    """Where the section ends whose first block has that number."""
    blocks = islice(post.blocks, first, None)
    ends = (block.span.start for block in blocks if block.kind in ("heading", "rule"))
    return next(ends, len(post.text))
