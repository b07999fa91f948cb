"""What the page of a chat service shows around an answer, copied along with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Block, Pattern, Post, Severity, Span

BUTTON = (
    r"(?:Copy code|CopyEdit(?!able|or|ed|ing)|Copy Edit"
    r"|コードをコピーする|コピーする編集する|复制代码|複製程式碼"
    r"|Copier le code"
    r"|Code kopieren|Copiar código)"
)
# The name of the language and the button, glued to each other and to the code.
GLUED = Pattern(
    rf"^[ \t]*(?P<glued>[a-zA-Z][a-zA-Z0-9+#]{{0,14}}{BUTTON}"
    rf"|[a-z][a-z0-9+#]{{0,14}}\n[ \t]*{BUTTON}[ \t]*$)",
    re.MULTILINE,
)
ALONE = Pattern(rf"^(?:[a-zA-Z][a-zA-Z0-9+#]{{0,14}}\s*)?{BUTTON}$")
# Lines of the page that say nothing of the matter.
LINE = Pattern(
    r"^(?:Regenerate(?: response)?|回答を再生成(?:する)?|Was this response (?:better or worse"
    r"|helpful)\?"
    r"|Is this conversation helpful so far\?|この回答は役に立ちましたか[？?]|Thought for (?:\d+"
    r"|a few|a couple of) seconds?"
    r"|(?:思考時間[:：]?\s?\d+\s?秒|\d+\s?秒間?(?:考えました|思考しました))|Show (?:thinking"
    r"|reasoning|drafts)"
    r"|思考プロセスを(?:表示|隠す)|Reasoned (?:about [^\n]{3,60} )?for \d+ seconds?"
    r"|Export to Sheets"
    r"|Google ?スプレッドシートにエクスポート|別の回答案を表示|他の回答案を表示"
    r"|Sources and related content"
    r"|ソースと関連コンテンツ|Searched (?:the web|\d+ sites)"
    r"|\d+ ?件のサイトを検索しました)[ ]?[>›]?$"
)


def chat_page(post: Post) -> Iterator[tuple[Span, Severity | None]]:
    """The remains of the page in prose, and on the first line of a block of code."""
    glued, lines = post.may_contain(GLUED), post.may_hold(LINE)
    if not glued and not lines:
        return
    for number, block in enumerate(post.blocks):
        if block.in_quote:
            continue
        if block.kind == "code" and glued:
            yield from _first_line(post, block)
        if block.prose is None:
            continue
        text = block.prose.text.strip()
        if lines and block.kind == "paragraph" and LINE.match(text):
            yield block.span, Severity.WARNING
        if glued and block.kind == "paragraph":
            place = GLUED.match(block.prose.text)
            before_code = ALONE.match(text) and _next_is_code(post, number)
            if before_code or (place and not block.prose.opaque(*place.span())):
                yield block.prose.span(*(place.span("glued") if place else (0, len(text)))), None


def _first_line(post: Post, block: Block) -> Iterator[tuple[Span, Severity | None]]:
    start = post.text.find("\n", *block.span) + 1 if block.info or _fenced(post, block) else 0
    start = start or block.span.start
    place = GLUED.match(post.text, start, block.span.end)
    if place:
        yield Span(*place.span("glued")), None


def _fenced(post: Post, block: Block) -> bool:
    return post.text.startswith(("```", "~~~"), block.span.start)


def _next_is_code(post: Post, number: int) -> bool:
    return number + 1 < len(post.blocks) and post.blocks[number + 1].kind == "code"
