"""Targets that lead nowhere: broken addresses, values that were none, a post's link to itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec import Struct

from kouetsu.api import Block, Pattern, Post, Span
from kouetsu_rules.related import main_link, related_links
from kouetsu_rules.shown import coded, said


class Fault(Struct, frozen=True):
    """A place with the key of its message."""

    span: Span
    key: str
    target: str


QUOTES = "\"'“”‘’「『"
# A scheme with a letter too many or too few, or without its colon or its slashes.
BROKEN = Pattern(
    r"(?!https?:)h{1,3}[tps]{2,6}:/+\S+|t{1,2}ps?://\S+|https?[;；：]/+\S+|https?//+\S+"
    r"|https?:/[^/\s]\S*|https?:[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?|https?:\\+\S+"
    r"|https?://https?(?::|//|%3a)\S*",
    re.IGNORECASE,
)
NOTHING = Pattern(
    r"(?:\.?/)?(?:undefined|null|NaN|None|\[object Object\]|%5Bobject%20Object%5D)|undefined/\S*"
)
ATTRIBUTE = Pattern(
    r"\b(?P<name>href|src|poster|data-src|srcset|url|link|image)[ ]?=[ ]?\{?"
    r"(?P<quote>[\"'])(?P<target>[^\"'\n]{1,400})(?P=quote)"
)
DATED = Pattern(r"^(?P<date>\d{4}-\d{1,2}-\d{1,2})-")
# Posts of different days may share their last part.
DAY = Pattern(r"(?<!\d)\d{4}[/-]\d{1,2}(?:[/-]\d{1,2})?(?!\d)")
SUFFIX = Pattern(r"\.(?:html?|md|mdx|markdown)$")
# A link whose round brackets are wide, or stand apart from the square ones, shows as it is.
# [資料] (https://…) labels the address by its kind; a link would name what is there.
KIND = r"(?:参考)?(?:資料|出典|参考|引用|動画|画像|写真|地図|公式|元記事|リンク|PDF|URL|HP)\d?"
PARTED = Pattern(
    rf"(?<!\\)\[(?!{KIND}\][ ])"
    r"(?!\d+\])[^\[\]\n]{1,120}(?<!\\)\](?:（https?://[^\s（）]{3,400}）"
    r"|[ ]\(https?://[^\s()]{3,400}\)|\([A-Z_]{3,30}:[ ]?https?://[^()\n]{3,400}\))"
)
# A file's name with a blank is no target in CommonMark: the picture shows as text.
SPACED = Pattern(r"!\[[^\[\]\n]{0,200}\]\((?P<target>[^(){}<\s\"'][^(){}\n\"']{1,300})\)")
PICTURE = Pattern(r"\S[ ]+\S[^\n]*\.(?:png|jpe?g|webp|gif|svg|avif)$", re.IGNORECASE)
LEAST_NAME = 8
"""A shorter name may be another page's."""
# A state is no source: 準備中, 会員限定, 公開していません. Titles don't end so.
BARE = Pattern(
    r"\[(?![^\[\]\n]*(?:非公開|限定|不可|終了|絶版|削除|切れ|なし|ません|ない)\])"
    r"(?![^\[\]\n]*(?:[執公準製作]\w?中|予定|近日|準備|未定|(?i:coming|soon|tbd|draft)))[^\[\]\n]{6,}\][。.]?"
)


def target_fault(target: str) -> str:
    """The key of what is wrong with a target; empty where nothing is."""
    if target[:1] and target[0] in QUOTES and len(target) > 1:
        return "quoted"
    if BROKEN.fullmatch(target):
        return "broken"
    return "nothing" if NOTHING.fullmatch(target) else ""


def attribute_faults(post: Post) -> Iterator[Fault]:
    """The same in the attributes of HTML and of components."""
    text = post.text
    # perf: few posts have attributes
    if "<" not in text or not any(sign in text for sign in ('="', "='", '={"')):
        return
    for place in said(post, ATTRIBUTE):
        key = target_fault(place["target"])
        if key in ("broken", "nothing"):
            yield Fault(Span(*place.span()), key, place["target"])


# A tag of HTML or of a component that leads somewhere, and the text behind it.
TAGGED = Pattern(
    r"<(?P<name>a|area|[A-Z][\w.]*)(?P<before>[ ][^<>\n]{0,600}?)?[ ](?:href|url|to"
    r"|link)=\{?(?P<quote>[\"'])"
    r"(?P<target>[^\"'\n]{0,300})(?P=quote)(?P<after>[^<>\n]{0,800})>(?P<text>[^<\n]{0,120})"
)
NOWHERE = Pattern(r"#!?|javascript:(?:void\(0\)|;)?;?|", re.IGNORECASE)
# What leads nowhere on purpose, and what was to lead to a shop or a form.
SCRIPTED = Pattern(
    r"\b(?:on[A-Za-z]+|role|aria-\w+|data-(?:toggle|target|bs-\w+|tab)|id|name)="
    r"|\b(?:toc|headerlink|anchor|back|toggle|tab|nav|menu|dropdown|internal|tooltip)\b"
)
PROMISED = Pattern(
    r"\brel=[\"'][^\"']*(?:sponsored|nofollow)|\btarget=[\"']_blank|\b(?:btn|button|cta|affiliate|buy)\b",
    re.IGNORECASE,
)


def idle_buttons(post: Post) -> Iterator[Fault]:
    """Tags that lead nowhere and are no part of a script."""
    if 'ref="' not in post.text and "ref='" not in post.text and "<" not in post.text:
        return
    for place in said(post, TAGGED):
        attributes = (place["before"] or "") + " " + place["after"]
        if not NOWHERE.fullmatch(place["target"].strip()) or SCRIPTED.search(attributes):
            continue
        promised = PROMISED.search(attributes)
        if promised or (not post.derived(coded) and place["text"].strip()):
            span = Span(place.start(), place.start("text"))
            yield Fault(span, "idle", place["text"].strip())


def parted_links(post: Post) -> Iterator[Fault]:
    """Links that are none: their address is shown in brackets behind their text."""
    for place in said(post, PARTED):
        yield Fault(Span(*place.span()), "parted", place.group())


def spaced_pictures(post: Post) -> Iterator[Fault]:
    """Pictures that CommonMark takes for text, since their target holds a blank."""
    if post.site.flavor != "gfm" or "![" not in post.text:
        return
    for place in said(post, SPACED):
        if PICTURE.search(place["target"]):
            yield Fault(Span(*place.span()), "spaced", place["target"])


def own_links(post: Post) -> Iterator[Fault]:
    """The items of a list of related posts that lead to this post."""
    names = _names(post)
    if not names or not any(name in post.text[post.body.start :] for name in names):
        return
    for _, mark in related_links(post):
        own = "/" in mark.target and _name(mark.target) in names
        if own and not _of_another_day(post, mark.target):
            yield Fault(mark.span, "self", mark.target)


def _names(post: Post) -> set[str]:
    """What the last part of the post's own address may be."""
    slug = post.front_matter.scalar("slug")
    names = {_name(post.path), DATED.sub("", _name(post.path)), slug.text if slug else ""}
    return {name for name in names if len(name) >= LEAST_NAME and not name.isdigit()}


def _of_another_day(post: Post, target: str) -> bool:
    """Whether the address has a day that is not that of the post's name."""
    own, day = DATED.match(PurePosixPath(post.path).name), DAY.search(target)
    if own is None or day is None:
        return False
    days = (tuple(map(int, re.split("[/-]", each))) for each in (own["date"], day.group()))
    return any(left != right for left, right in zip(*days, strict=False))


def _name(path: str) -> str:
    path = path.split("#")[0].split("?")[0].rstrip("/")
    return SUFFIX.sub("", path.rsplit("/", 1)[-1])


def bare_sources(post: Post) -> Iterator[Fault]:
    """Items in bare brackets in a list whose other items are links."""
    if "]\n" not in post.text and not post.text.endswith("]"):
        return
    lists: dict[int, list[Block]] = {}
    for block in post.blocks:
        if block.in_list and not block.in_quote and block.prose is not None:
            lists.setdefault(block.top, []).append(block)
    for items in lists.values():
        bare = [item for item in items if item.prose and BARE.fullmatch(item.prose.text.strip())]
        bare = [item for item in bare if item.prose and not item.prose.marks]
        others = [item for item in items if item not in bare]
        if bare and others and all(main_link(item) is not None for item in others):
            for item in bare:
                if item.prose is not None:
                    yield Fault(item.prose.whole, "bare", item.prose.text.strip(" []。."))
