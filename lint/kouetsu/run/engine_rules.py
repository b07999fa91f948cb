"""What the engine itself has to say of a post: rules like others, except that it finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kouetsu.findings import Finding, Severity
from kouetsu.hookspecs import hookimpl
from kouetsu.options import RuleOptions
from kouetsu.rule import AnyRule, Rule
from kouetsu.spans import Span
from kouetsu.text.post import Post

ENGINE = "engine"
"""The group of what the engine itself tells."""
START = Span(0, 0)
MOST_PLACES = 100
"""Undecodable places that are told one by one; a picture named ``.md`` has ten thousand."""


def _found_by_the_engine(post: Post, options: RuleOptions) -> Iterable[Finding]:
    return ()


def is_illegible(post: Post) -> bool:
    """Whether what other rules find in this file would mean nothing."""
    return post.source.is_binary or post.source.other_encoding is not None


def _undecodable(post: Post, options: RuleOptions) -> Iterator[Finding]:
    spans = post.source.undecodable
    if not spans:
        return
    whole = Span(spans[0].start, spans[-1].end)
    if encoding := post.source.other_encoding:
        yield Finding(whole, "other-encoding", {"encoding": encoding})
    elif post.source.is_binary:
        yield Finding(START, "binary")
    elif len(spans) > MOST_PLACES:
        yield Finding(whole, "undecodable", {"count": sum(span.size for span in spans)})
    else:
        for span in spans:
            yield Finding(span, "undecodable", {"count": span.size})


UNDECODABLE = Rule(
    name="undecodable-file",
    group=ENGINE,
    severity=Severity.ERROR,
    check=_undecodable,
    messages={
        "undecodable": (
            "UTF-8 として読めないバイトがあります（{count} バイト）",
            "bytes that are not UTF-8 ({count})",
        ),
        "binary": (
            "文章のファイルではありません（画像などのバイナリー）",
            "this is a binary file, such as a picture, not text",
        ),
        "other-encoding": (
            "UTF-8 ではなく {encoding} のファイルです",
            "this file is {encoding}, not UTF-8",
        ),
    },
    doc="""ファイルに UTF-8 として読めないバイトがある。

## 何を見るか
ファイルのバイト列。読めないバイトは U+FFFD とみなし、ほかの規則はそのまま続けます。

## なぜか
Jekyll も Hugo も Zenn も UTF-8 を前提としています。そうした記事は文字化けするか、公開そのものが
止まります。

## 限界
Shift_JIS・EUC-JP・UTF-16 の記事、画像などのバイナリーファイル、読めないところが 100 を超える
ファイルでは、指摘を一つにまとめます。文字コードの違う記事とバイナリーファイルには、ほかの規則は適用しません。
この指摘のあるファイルは `--fix` で書き換えません。

## English
### What it does
Reports bytes that are not UTF-8. The other rules go on over the text with U+FFFD in their place.

### Why
Every publishing platform expects UTF-8; such a post is garbled or is not published at all.

### Limits
A file in Shift_JIS, EUC-JP or UTF-16, a binary one such as a picture, or one with more than 100
such places gets one finding. No other rule is applied to binary files and other encodings.
`--fix` leaves files with this finding alone.
""",
)

UNREADABLE = Rule(
    name="unreadable-file",
    group=ENGINE,
    severity=Severity.ERROR,
    check=_found_by_the_engine,
    messages={
        "unreadable": ("読み込めません（{reason}）", "can't be read ({reason})"),
    },
    doc="""ファイルまたはフォルダーが読めない。

## 何を見るか
調べるように指定されたファイルとフォルダーが開けるかどうか。

## なぜか
読めなかった記事を「問題なし」と数えないためです。

## 限界
存在しないパスは指摘ではなく、使い方の誤り（終了コード 2）です。

## English
### What it does
Reports files and folders that can't be opened.

### Why
What was not read must not count as clean.

### Limits
A path that does not exist is a usage error (exit code 2), not a finding.
""",
)

INTERNAL = Rule(
    name="internal-error",
    group=ENGINE,
    severity=Severity.ERROR,
    check=_found_by_the_engine,
    messages={
        "raised": (
            "規則 {rule}（プラグイン {plugin}）が失敗しました: {error}",
            "rule {rule} of plugin {plugin} failed: {error}",
        ),
        "died": (
            "この記事の検査中にプロセスが落ちました",
            "the process died while it checked this post",
        ),
        "broken": ("この記事を調べられません: {error}", "this post could not be checked: {error}"),
    },
    doc="""規則の中で例外が起きた。

## 何を見るか
規則が例外を投げたところ、記事の外の位置を指したところ、検査のプロセスが落ちた記事。

## なぜか
一つの規則の欠陥で、ほかの規則の結果まで失わないためです。指摘は規則とプラグインの名を示します。

## 限界
環境変数 `KOUETSU_TRACE=1` を付けると、例外の経路を標準エラー出力に書きます。

## English
### What it does
Reports a rule that raised an exception or pointed outside the post, or a process that died.

### Why
A defect of one rule must not cost the findings of the others. Rule and plugin are named.

### Limits
Set `KOUETSU_TRACE=1` to have the traceback written to standard error.
""",
)

NOT_CHECKED = frozenset({UNREADABLE.name, INTERNAL.name})
"""Rules that tell of what was not checked, which must never count as clean."""

UNUSED_SUPPRESSION = Rule(
    name="unused-suppression",
    group=ENGINE,
    severity=Severity.WARNING,
    check=_found_by_the_engine,
    messages={
        "unused": (
            "「{rule}」の抑制に当たる指摘がありません",
            "the suppression of “{rule}” silences nothing",
        ),
        "unused-all": ("この抑制に当たる指摘がありません", "this suppression silences nothing"),
        "not-open": (
            "ここで終わる抑制が始まっていません",
            "nothing is disabled here that this could enable",
        ),
        "remove": ("使われていない抑制を削除する", "remove the unused suppression"),
    },
    doc="""抑制の指定が何も抑えていない。

## 何を見るか
`kouetsu-disable` などのコメントと、front matter の `kouetsu: {disable: […]}`。

## なぜか
直したあとに残った抑制は、次に起きる本物の指摘を隠します。

## 修正
使われていない抑制を削除します。消すと前後がつながって一つになるとき（リストとリストの間など）は、
修正を出しません。

## 限界
`--select` などで選ばれていない規則の抑制は、使われていなくても指摘しません。記事どうしを見比べる
規則の抑制も同じです。

## English
### What it does
Reports suppressions that silence nothing. The fix deletes them. There is none where what stands
around a comment would become one without it, as two lists would.

### Why
A suppression that outlives its reason hides the next real finding.

### Limits
Suppressions of rules that are not selected in this run are left alone, as are those of rules that
compare posts with each other.
""",
)

UNKNOWN_SUPPRESSION = Rule(
    name="unknown-suppression",
    group=ENGINE,
    severity=Severity.WARNING,
    check=_found_by_the_engine,
    messages={
        "unknown": (
            "「{rule}」という規則もグループもありません{hint}",
            "there is no rule or group “{rule}”{hint}",
        ),
        "comment": ("「{key}」という抑制はありません{hint}", "there is no comment “{key}”{hint}"),
        "misplaced": (
            "抑制コメントは段落やリストの中では効きません（前後を空行で区切ってください）",
            "a suppression within a paragraph or list silences nothing; put it between blocks",
        ),
        "key": (
            "kouetsu キーに「{key}」という項目はありません{hint}",
            "the key kouetsu has no “{key}”{hint}",
        ),
        "shape": (
            "disable に規則の名が並んでいません（kouetsu: {{disable: [規則]}}）",
            "this is not a list of rules to disable (kouetsu: {{disable: [RULE]}})",
        ),
    },
    doc="""抑制が、存在しない規則を名指しているか、書き誤っている。

## 何を見るか
抑制コメントと front matter の `kouetsu` キーにある、存在しない規則とグループ。コメントとキーの名の
書き誤り、段落・リスト・引用の中にあって効かないコメント、規則の一覧になっていない値も指摘します。

## なぜか
書き間違えた抑制は何も抑えず、しかも気づかれません。

## 限界
プラグインを外すと、その規則の抑制もこの指摘になります。

## English
### What it does
Reports suppressions that can't work. They name no known rule or group, are misspelt as comment or
key, stand as a comment within a paragraph, list or quotation, or list no rules.

### Why
A misspelt suppression silences nothing, and nobody notices.

### Limits
Without the plugin, suppressions of its rules are reported, too.
""",
)


@hookimpl
def register_rules() -> Iterable[AnyRule]:
    """The engine's own diagnostics, so that they can be listed, explained, ignored, weighed."""
    return UNDECODABLE, UNREADABLE, INTERNAL, UNUSED_SUPPRESSION, UNKNOWN_SUPPRESSION
