"""A label such as 「思考過程」 with an account below it of how the answer was made."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Severity

WORDS = (
    r"思考(?:の)?(?:過程|プロセス|の流れ|ログ|ステップ|メモ|手順)|推論(?:の)?(?:過程|プロセス"
    r"|ステップ|手順)"
    r"|(?:生成|作成|執筆|回答|出力|検索|調査|リサーチ|要約|翻訳|分析)(?:の)?(?:過程|プロセス"
    r"|の流れ|手順|の経緯|ステップ|方針|の根拠)"
    r"|内部(?:メモ|思考)|考察過程|検討過程|作業(?:過程|プロセス|手順|メモ|方針)"
    r"|(?:[Mm]y )?(?:[Tt]hought|[Tt]hinking|[Rr]easoning|[Ww]riting|[Rr]esearch"
    r"|[Gg]eneration) (?:[Pp]rocess|[Ss]teps?|[Tt]race|[Ll]og|[Nn]otes)"
    r"|[Cc]hain of [Tt]hought|[Tt]houghts?|[Tt]hinking|[Rr]easoning|[Ii]nternal (?:monologue"
    r"|notes|reasoning)"
    r"|[Aa]pproach (?:taken|to (?:the|this) (?:answer|article|task|response))"
    r"|[Hh]ow (?:this|the) (?:article|report|answer|post) was (?:written|made|created)"
)
LABEL = Pattern(rf"^[■●▼◆【\[（(]*(?P<name>{WORDS})[】\]）)]*[ ]?[:：]?[ ]?(?:\n|$)")
# The same with the account on the label's own line.
LED = Pattern(
    r"^[【\[]?(?P<name>思考(?:過程|プロセス)|推論(?:過程|プロセス)|[Tt]hought process"
    r"|[Rr]easoning|[Tt]hinking)[】\]]?[ ]?[:：]"
)
# What the answer is, what it was made of, and for whom.
MATTER = Pattern(
    r"記事|レポート|回答|文章|本文|原稿|投稿|要約|出力|読者|見出し|章立て|構成|段落|タイトル"
    r"|情報源|ソース|検索|キーワード|文字数"
    r"|指示|依頼|プロンプト|ユーザー|質問|参考文献|トーン|文体|専門用語|Markdown|マークダウン"
    r"|提供された|箇条書き"
    r"|\b(?:article|post|report|answer|response|draft|text|outline|headings?|sections?|readers?"
    r"|audience|sources?"
    r"|search|keywords?|word count|instructions?|prompt|user|request|question|tone|title"
    r"|intro\w*|conclusion|Markdown)\b"
)
# The maker tells what it did or what it is to do.
MADE = Pattern(
    r"(?:理解|把握|分析|整理|抽出|収集|確認|検索|構成|決定|意識|考慮|参照|検討|整形|調整|記述"
    r"|記載|明記|作成|執筆|要約|配慮|選定|特定"
    r"|検証|精査|反映|提示|工夫|統一|網羅|解釈|判断|想定|設定)(?:し(?:ました|た|つつ)|を(?:行|実施)[いし]|。|$)"
    r"|(?:心がけ|まとめ|盛り込み|書き|避け|絞り|組み立て|読み取り)(?:ました|た|る(?:。|必要)|ます)"
    r"|\bI(?:'ll|’ll|'ve|’ve| will| need| should| must| have| can| started| first| then| wrote"
    r"| chose| looked| used"
    r"| identified| decided| considered| analy[sz]ed| reviewed| checked| kept| structured"
    r"| wanted| aimed)\b"
    r"|\b[Ll]et me\b|\b[Tt]he user\b|^(?:Analy[sz]e|Identify|Determine|Structure|Draft|Outline"
    r"|Review|Ensure|Understand"
    r"|Summari[sz]e|Gather|Check|Consider|Select|Decide|Format)d?\b"
)
# Only a machine's answer has a thought of its own; a procedure, or a note, may be anyone's.
INNER = Pattern(r"思考(?!メモ)|推論|内部|[Tt]hought|[Tt]hinking|[Rr]easoning|[Ii]nternal")
ACCOUNT = 12
"""So many paragraphs and items below the label are read."""
LEAST = 2
"""So many of them have to tell of the making."""


def thought_traces(post: Post) -> Iterator[Finding]:
    """A label that only a machine's answer has, and what it tells below of its making."""
    return (trace for trace in _traces(post) if trace.severity is None)


def work_accounts(post: Post) -> Iterator[Finding]:
    """The same below a label that a person may set: it counts beside other traces of a talk."""
    return (trace for trace in _traces(post) if trace.severity is not None)


def _traces(post: Post) -> Iterator[Finding]:
    if not post.may_hold(LABEL):
        return
    proses = post.prose
    for number, prose in enumerate(proses):
        place = LABEL.match(prose.text) or LED.match(prose.text)
        if place is None or not _labels(prose, place.end()):
            continue
        name = place["name"]
        if post.text.find(name, post.text.find(name) + len(name)) >= 0:
            continue  # the post is about it
        last = _account(post, number, place.end())
        if last is not None:
            severity = None if INNER.search(name) else Severity.WARNING
            span = prose.span(0, len(prose.text)).joined(last.whole)
            yield Finding(span, "working", severity=severity)


def _labels(prose: Prose, end: int) -> bool:
    """Whether the words head what follows: as a heading, in bold, or before a colon."""
    block = prose.block
    if block is None:
        return False
    text = prose.text[:end].rstrip()
    bold = any(mark.start <= 1 and mark.end > 0 for mark in prose.marked("strong"))
    return block.kind == "heading" or bold or text.endswith((":", "：", "】", "]"))


def _account(post: Post, number: int, end: int) -> Prose | None:
    """The last of the paragraphs in which the maker tells of its work; ``None`` for no account."""
    label = post.prose[number]
    rest = label.text[end:]
    told = sum(1 for line in rest.split("\n") if MATTER.search(line) and MADE.search(line))
    last = label if told else None
    for prose in post.prose[number + 1 : number + 1 + ACCOUNT]:
        if prose.block is None or prose.in_heading:
            break
        if MATTER.search(prose.text) and MADE.search(prose.text):
            told, last = told + 1, prose
    single = last is label or (number + 2 >= len(post.prose))
    return last if told >= (1 if single else LEAST) else None
