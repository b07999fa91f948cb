"""The log of the run that made the post, shown to its readers: times, steps, the generator's files.

Who programs shows logs, too; a log whose steps are those of writing, told with the time of each in
a post that shows no program, is the generator's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Severity, Span
from kouetsu_rules.places import line_around
from kouetsu_rules.shown import within

STEP = Pattern(
    r"(?:最終チェック|品質チェック|ファクトチェック|下書き(?:生成|作成)?|本文(?:生成|作成)"
    r"|記事(?:生成|作成|執筆|保存|投稿)"
    r"|(?:トピック|テーマ|キーワード)(?:選択|選定|決定)|アイキャッチ(?:生成)?|画像生成"
    r"|構成案?(?:生成|作成)|校正|推敲|リライト"
    r"|(?:Markdown|マークダウン|Notion|WordPress|下書き|GitHub)(?:へ|に|の|を)?(?:保存|投稿|公開"
    r"|反映|プッシュ|デプロイ)"
    r"|タイトル(?:生成|決定)|レビュー)(?:が|は|を|に|処理)?[ ]?(?:成功|完了|失敗|通過|OK|開始|終了"
    r"|保存)"
    r"|をトピック(?:に)?選[択定]"
    r"|\b(?:[Dd]raft|[Aa]rticle|[Oo]utline|[Ii]mage|[Tt]opic|[Mm]arkdown|[Tt]itle|[Ff]inal check)"
    r" (?:generat(?:ed|ion)|saved?|selected|creat(?:ed|ion)|publish(?:ed|ing)|check|passed)"
    r"(?: (?:succeeded|successful(?:ly)?|completed?|OK|done|failed))?\b"
)
TIME = Pattern(r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])")
HEADING = Pattern(
    r"(?:実行|処理|生成|作業|パイプライン(?:の)?|自動投稿)ログ|\b(?:[Ee]xecution|[Gg]eneration"
    r"|[Rr]un|[Pp]ipeline) [Ll]ogs?\b"
)
FILE = Pattern(
    r"`?(?:[\w.-]+/){0,4}(?:generat(?:or|ion)|pipeline|writer|auto[-_]?(?:blog|post)"
    r"|article[-_]?bot)/"
    r"(?:[\w-]+/){0,4}[\w-]+\.(?:log|jsonl?|txt|md)`?"
)
TWO = 2
NEAR = 120
"""So close together the lines of a record are one place."""


# What a generator writes down of a run, under the post that came of it.
RECORD = Pattern(
    r"^[ \t>*_\-・]*(?P<label>生成日時|使用テーマ|使用モデル|生成モデル|品質スコア|使用プロンプト"
    r"|使用キーワード|トークン数"
    r"|生成時間|テーマ番号|ステータス(?=[*_]*[ ]?[:：][ ]*(?:draft|published|下書き|未公開)))"
    r"[*_]*[ ]?[:：][^\n]*",
    re.MULTILINE,
)
PLAYED = frozenset(("使用モデル", "生成モデル", "生成時間", "使用プロンプト"))
"""What those who play with pictures note of each."""
# One score alone, with what was scored and how high.
SCORED = Pattern(
    r"^[ \t>*_\-・]*(?:品質|記事|自己評価|総合)スコア[*_]*[ ]?[:：][^\n]{0,12}?(?:正確|読みやす"
    r"|可読|網羅|独自|有用|信頼|SEO|構成|総合)"
    r"[^\n]{0,8}?\d+(?:\.\d+)?[ ]?(?:[%％点]|[/／][ ]?\d+)[^\n]*"
    r"|^[ \t>*_\-]*(?:[Qq]uality|[Cc]ontent|[Aa]rticle) [Ss]core[*_]*[ ]?:[^\n]{0,12}?(?i:accura"
    r"|readab|original|SEO|overall|clarity)"
    r"[^\n]{0,12}?\d+(?:\.\d+)?[ ]?(?:%|/[ ]?\d+)[^\n]*",
    re.MULTILINE,
)
PROGRAMS = Pattern(
    r"実装|デバッグ|スクリプト|ソースコード|ライブラリ|\b(?:implement|debug|script|library"
    r"|source code)"
)


def run_logs(post: Post) -> Iterator[Finding]:
    yield from _records(post)
    if STEP.search(post.text, post.body.start) is None or _of_programs(post):
        return
    lines = [*_lines(post)]
    titled = [
        prose.span(*found.span())
        for prose in post.prose
        if prose.in_heading
        if (found := HEADING.search(prose.text))
    ]
    if len(lines) < (1 if titled else TWO):
        return
    files = (Span(*found.span()) for found in FILE.finditer(post.text, post.body.start))
    for span in sorted((*lines, *titled, *files)):
        yield Finding(span, "report", severity=Severity.WARNING)


def _records(post: Post) -> Iterator[Finding]:
    """The lines of a record with two labels or more: one may be an honest notice."""
    found = [*RECORD.finditer(post.text, post.body.start)]
    labels = {place["label"] for place in found}
    if len(labels) >= TWO and not labels <= PLAYED:
        span = Span(*found[0].span())
        for place in found[1:]:
            if place.start() - span.end < NEAR:
                span = span.joined(Span(*place.span()))
        yield Finding(span, "report", severity=Severity.WARNING)
        return
    for place in SCORED.finditer(post.text, post.body.start):
        yield Finding(Span(*place.span()), "report", severity=Severity.WARNING)


def _of_programs(post: Post) -> bool:
    """Whether a post shows programs; what stands in code without a language is often a prompt."""
    if any(block.kind == "code" and block.language not in ("", "text") for block in post.blocks):
        return True
    return post.contains(PROGRAMS)


def _lines(post: Post) -> Iterator[Span]:
    """The lines that tell a step of writing and when it was done; quotations are others' logs."""
    text = post.text
    quoted = tuple(block.span for block in post.blocks if block.kind == "quote")
    for found in STEP.finditer(text, post.body.start):
        line = line_around(text, *found.span())
        if TIME.search(text[slice(*line)]) and not within(found.start(), quoted):
            yield Span(*found.span())
