"""Hashtags meant for another place, under the name that the generator's output has for them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kouetsu.api import Finding, Pattern, Post, Prose, Severity, Span
from kouetsu_rules.subject import CALL

TAG = Pattern(r"#[^\s#]{1,30}")
TAG_LABEL = Pattern(r"^[#＃](?:ハッシュタグ|タグ|キーワード|[Hh]ashtags?)[ \t]*(?=\n|$)")
# The tags of a post elsewhere, as the last section of a page.
TAG_SECTION = Pattern(
    r"^(?:(?:SNS|投稿)用?の?)?ハッシュタグ$|^[Hh]ashtags$|^(?:话题|主题)标签$|^해시태그$"
)
ONLY_TAGS = Pattern(
    r"\s*(?:[-*・][ \t]+)?[#＃][^\s#＃,、*・]{1,30}"
    r"(?:[\s,、*・]+(?:-[ \t]+)?[#＃][^\s#＃,、*・]{1,30}){2,}[\s*_-]*"
)
# Readers are told which tags to set.
SENT_IN = Pattern(rf"{CALL}|投稿して|送って|お寄せ|シェアして|参加方法|キャンペーン")
# Classes of them, each with its own.
CLASS = Pattern(r"^[大中小](?:領域|カテゴリー?|ジャンル|分類|タグ|テーマ)$")
SOME = 2
NEAR = 200


def hashtags(post: Post) -> Iterator[Finding]:
    for span, key in (*_labels(post), *_classes(post), *_last_section(post)):
        yield Finding(span, key, severity=Severity.WARNING)


def _labels(post: Post) -> Iterator[tuple[Span, str]]:
    """The name of the hashtags, made a hashtag itself."""
    for prose in post.prose if post.may_hold(TAG_LABEL) else ():
        found = TAG_LABEL.match(prose.text)
        if found and len([*islice(TAG.finditer(post.text, prose.whole.start), SOME + 1)]) > SOME:
            yield prose.span(0, len(found.group().rstrip())), "label"


def _classes(post: Post) -> Iterator[tuple[Span, str]]:
    classes = [head for head in _headings(post) if CLASS.match(head.text)]
    for head in classes if len(classes) >= SOME else ():
        end = head.whole.end
        if len(TAG.findall(post.text, end, end + NEAR)) >= SOME:
            yield head.whole, "item"


def _last_section(post: Post) -> Iterator[tuple[Span, str]]:
    """A last section that is called hashtags and holds nothing else."""
    if SENT_IN.search(post.title_text):
        return
    for head in _headings(post)[-1:]:
        if TAG_SECTION.match(head.text.strip()) and ONLY_TAGS.fullmatch(post.text, head.whole.end):
            yield head.whole, "label"


def _headings(post: Post) -> list[Prose]:
    return [prose for prose in post.prose if prose.in_heading]
