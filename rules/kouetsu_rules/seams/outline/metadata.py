"""What was meant for machines: keywords, the data of the page, a script's record of its work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Block, Finding, Pattern, Post, Severity, Span
from kouetsu_rules.shown import said
from kouetsu_rules.subject import speaks_of

SCHEMA = Pattern(r"\"@context\"\s*:\s*\"https?://(?:www\.)?schema\.org")
NAME = Pattern(r"\"(?:headline|name)\"\s*:\s*\"(?P<name>(?:[^\"\\\n]|\\.){4,300})\"")
ABOUT = Pattern(
    r"構造化データ|リッチリザルト"
    r"|(?ai:\bSEO\b|schema\.org|JSON-LD|structured data|rich results?)"
)
# A label of keywords and three of them or more.
LISTED = r"[^\n。]{1,40}?(?:[,、，/／|・;；][^\n。,、，/／|・;；]{1,40}){2,}"
LABEL = r"(?:キーワード|[Kk]eywords?|关键词|關鍵詞|关键字|키워드|検索キーワード)"
KEYWORDS = Pattern(rf"^[■●◆▼・*\s]*[【\[［]?{LABEL}[】\]］]?[ ]?[:：][ ]?{LISTED}$")
HEADED = Pattern(rf"^{LABEL}(?:[ ]?[:：][ ]?{LISTED})?$")
# Abstracts of papers have their keywords.
HEAD = 400
PAPERS = Pattern(r"論文|抄録|要旨|紀要")
# The same words below a heading.
WORDS = Pattern(
    r"^[^\s,、，/／|。！？!?#:：](?:[^\n,、，/／|。！？!?#:：]{0,16}[,、，/／|]){4,}"
    r"[^\n,、，/／|。！？!?#:：]{1,16}$"
)
SEPARATOR = Pattern(r"[,、，/／|・;；]")
COLON = Pattern(r"[:：]")
SEVERAL = 2
MOST = 12
"""So many blocks below a label are its list."""
LEAST = 3
LONG = 3
TITLE_SHARE = 12
# A comment that records a step of the pipeline.
PROCESSED = Pattern(
    r"<!--(?=\s*(?:本文|正文|内容)?已[^\s<>]{0,10}(?:处理|處理|処理|完成|生成|发布)).{0,600}?-->",
    re.DOTALL,
)
# What the model that read the text again did to it, or which model wrote it. People note a day.
REVISED = Pattern(
    r"<!--\s*EDITOR\s*[:：](?=[^>]{0,400}?(?:削除|統一|調整|短縮|修正|変更|整理|removed|shortened"
    r"|changed|replaced)).{0,600}?-->"
    r"|<!--\s*(?:REVIEWER|校閲|校正|推敲|編集)\s*[:：](?![^>]{0,600}?\d[-/月]\d)"
    r"(?=[^>]{0,400}?(?:削除|統一|調整|短縮|修正|変更|整理))(?=[^>]{0,400}?問題(?:なし|は?あ?りません)).{0,600}?-->"
    r"|<!--\s*(?:MODEL_(?:USED|NAME)|GENERATED_BY|LLM|PROMPT_VERSION|TOKENS_USED)"
    r"\s*[:=][^>\n]{1,80}-->"
    r"|<!--\s*MODEL\s*[:=]\s*(?i:gpt|claude|gemini|llama|mistral|qwen|deepseek)[^>\n]{0,60}-->",
    re.DOTALL,
)
# The name of a field, above the value that was to go into it.
FIELD = Pattern(
    r"<!--\s*(?:(?i:meta[ -]?description|seo[ -]?title)|メタ(?:ディスクリプション|説明文?)"
    r"|SEOタイトル|タイトルタグ)[ ]?[:：]?\s*-->"
)
# A record of the making under a label of its own, and its keys: some are only a generator's.
RECORD = Pattern(
    r"^\W{0,4}(?:メタ(?:情報|データ)|記事(?:の)?(?:統計|情報|データ|メタ(?:情報|データ))|生成(?:情報|メタデータ)"
    r"|[Mm]etadata|[Aa]rticle (?:[Ii]nfo|[Ss]tats|[Mm]etadata))\W{0,4}(?:$|\n)"
)
MADE = Pattern(
    r"^\W{0,4}(?:生成元|生成日時?|記事ID|構成パターン|画像プレースホルダー|ワンライナー)\W{0,3}[:：]"
    r"|^\W{0,4}執筆時間\W{0,3}[:：][ ]?約?\d+分",
    re.MULTILINE,
)
KEY = Pattern(r"^\W{0,4}[^\s。、:：]{2,16}\W{0,3}[:：][ ]?\S", re.MULTILINE)


def metadata(post: Post) -> Iterator[Finding]:
    yield from _schemas(post)
    yield from _records(post)
    yield from _keywords(post)
    if "<!--" in post.text:
        for pattern, key in ((PROCESSED, "comment"), (REVISED, "comment"), (FIELD, "label")):
            for place in said(post, pattern):
                if pattern is not FIELD or _heads(post, place.start()):
                    yield Finding(Span(*place.span()), key, severity=Severity.WARNING)


def _heads(post: Post, at: int) -> bool:
    """Whether the body begins there, in a post on something else: code is shown further down."""
    return not post.text[post.body.start : at].strip() and not speaks_of(post, ABOUT)


def _records(post: Post) -> Iterator[Finding]:
    """Labels with a list of keys below, one or more of which only a generator has."""
    if not post.may_contain(MADE):
        return
    for number, block in enumerate(post.blocks):
        prose = block.prose
        if prose is None or block.in_list or block.in_quote or not RECORD.match(prose.text):
            continue
        label, _, rest = prose.text.partition("\n")
        lines = [rest]
        for below in post.blocks[number + 1 : number + 1 + MOST]:
            if below.kind == "code":
                lines.append(post.text[slice(*below.span)])
            elif below.prose is not None and (below.in_list or len(lines) == 1):
                lines.append(below.prose.text)
            elif below.prose is not None:
                break
        listed = "\n".join(lines)
        if MADE.search(listed) and len(KEY.findall(listed)) >= SEVERAL:
            yield Finding(prose.span(0, len(label)), "label")


def _schemas(post: Post) -> Iterator[Finding]:
    """The page's description of itself, in a block of code."""
    if not post.may_contain(SCHEMA):
        return
    title = post.title_text.strip()
    for number, block in enumerate(post.blocks):
        if block.kind != "code" or block.in_quote:
            continue
        source = post.text[slice(*block.span)]
        if not SCHEMA.search(source):
            continue
        names = {found["name"].strip() for found in NAME.finditer(source)}
        own = any(_same(name, title) for name in names)
        head = post.blocks[number - 1] if number else None
        spoken = any(
            ABOUT.search(prose.text)
            for prose in (*post.prose, post.title)
            if prose is not None and (head is None or prose.block is not head)
        )
        if own or not spoken:
            severity = None if own else Severity.WARNING
            yield Finding(_leading(post, head, block), "metadata", severity=severity)


def _same(name: str, title: str) -> bool:
    short = min(len(name), len(title))
    return name == title or (short >= TITLE_SHARE and (name in title or title in name))


def _leading(post: Post, head: Block | None, block: Block) -> Span:
    """The heading of the data, or the line that opens them."""
    if head is not None and head.kind == "heading":
        return head.span
    line = post.text.find("\n", *block.span)
    return Span(block.span.start, line if line >= 0 else block.span.end)


def _keywords(post: Post) -> Iterator[Finding]:
    """Keywords under their label, at the ends of a post, or as a heading."""
    if not post.may_contain(KEYWORDS) or PAPERS.search(post.text[: post.body.start + HEAD]):
        return
    for number, block in enumerate(post.blocks):
        prose = block.prose
        if prose is None or block.in_list or block.in_quote:
            continue
        if block.kind == "heading":
            found = HEADED.match(prose.text)
            following = post.blocks[number + 1] if number + 1 < len(post.blocks) else None
            listed = found is not None and COLON.search(found.group()) is not None
            below = following is not None and _list_of_words(following)
            told = found is not None and (listed or below)
        else:
            edge = block.kind == "paragraph" and number in (0, len(post.blocks) - 1)
            told = edge and KEYWORDS.match(prose.text) is not None and _many(prose.text)
        if told:
            yield Finding(prose.whole, "label", severity=Severity.WARNING)


def _many(text: str) -> bool:
    """Whether so many words are listed, some longer than the themes of a show (水、鏡、時間)."""
    words = [word.strip() for word in SEPARATOR.split(COLON.split(text, 1)[-1])]
    return len(words) > LEAST and any(len(word) >= LONG for word in words)


def _list_of_words(block: Block) -> bool:
    prose = block.prose
    return prose is not None and WORDS.match(prose.text.strip()) is not None
