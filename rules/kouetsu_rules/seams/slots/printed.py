"""What a script printed where a text or a value belongs: its error, or that it had none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.seams.slots.context import Context, Notation, Slot
from kouetsu_rules.shown import coded

# Behind it: the line tells that a program prints so.
DESCRIBED = Pattern(
    r"[^\W\d]?[ ]?(?:という|が(?:返|並|出|入|届)|で保存|に(?:な[るっ](?!て(?:い|おり)ます)"
    r"|化け)|と(?:表示|出|な[るっ]|書))"
)


def _printed(place: re.Match[str], context: Context) -> bool | None:
    return None if context.technical or DESCRIBED.match(context.after) else True


VALUE = Notation(
    "value",
    Pattern(
        r"(?<![A-Za-z.])(?:NaN|undefined|null|None)(?=[円%％人件個万点回])|\[object [A-Z]\w+\]"
        r"|[$¥€£★☆](?:NaN|undefined|null|None)(?![A-Za-z])"
        r"|(?<![A-Za-z.])(?:NaN|undefined) ?(?:%|percent\b|dollars\b)"
        r"|(?<![A-Za-z.])NaN(?:[-/.年月]W?NaN)+[月日週]?"
        r"|\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) [A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}"
        r"(?: \([A-Z][A-Za-z ]{3,40}\))?"
    ),
    _printed,
)

# The messages of programs: no one says so in prose.
FAILURE = Pattern(
    r"\bHTTP Error [45]\d\d\b[^\n]{0,120}|\b[45]\d\d (?:Client|Server) Error\b[^\n]{0,120}"
    r"|\bTraceback \(most recent call last\)|<Response \[\d{3}\]>|\[Errno -?\d+\]"
    r"|\bHTTPS?ConnectionPool\([^\n]{0,120}|\bMax retries exceeded with url\b"
    r"|\b[Rr]equest failed with status code \d{3}\b|\bError code: \d{3} - \{"
    r"|\b(?:requests\.exceptions|openai|anthropic|urllib3?)\.\w*(?:Error|Exception)\b"
    r"|\b(?:JSONDecode|UnicodeDecode|UnicodeEncode|Key|Type|Attribute|Value"
    r"|Connection)Error:"
    r" ?\S[^\n]{0,80}|\bAPI Error: \d{3}\b[^\n]{0,120}"
)
# In the middle of a sentence an author tells of it.
LED_IN = Pattern(r"\W{0,3}(?:[^\n。]{0,16}[:：])?[\W\d]*(?:エラー|[Ee]rror)?[\W\d]*")
OF = r"(?:記事|要約|翻訳|本文|コンテンツ|画像|データ|タイトル|回答|概要|説明文?)"
# A whole line that says no more than that a step of the pipeline failed.
FAILED = Pattern(
    rf"^\W{{0,3}}(?:エラー[:：]?[ ]?)?(?:{OF}の)?(?:取得|生成|要約|翻訳|作成)"
    r"に失敗しました\W{0,3}$"
    r"|^(?:[\w.-]+/)+[\w.-]+\.mdx?$"
    r"|^\W{0,3}(?:Error|ERROR|Failed)[:]? (?:(?:while )?(?:generating|fetching|summari[sz]ing"
    r"|translating)|to (?:fetch|generate|summari[sz]e|translate))\b[^\n]{0,100}$"
    r"|^\W{0,3}(?:(?:[^\s。:：]{0,16}(?:エラー|Error|ERROR)[:：]|HTTP)[ ]?)?"
    r"[45]\d\d (?:Too Many Requests|Not Found|Forbidden|Internal Server Error|Bad Gateway"
    r"|Service Unavailable|Gateway Time-?out|Unauthorized|Bad Request)\W{0,3}$"
    r"|^\W{0,3}No (?:\w+ ){0,3}(?:news|updates?|articles?|results?|data|content|posts?|summary)"
    r"(?: (?:was|were))? (?:found|available)\W{0,3}$"
    r"|^(?:undefined|NaN|null|\[object [A-Z]\w+\])$"
)
# What tools of the command line say when they start, in the place of an answer.
STATUS = Pattern(
    r"Data collection is disabled\.?|Loaded cached credentials\.?"
    r"|YOLO mode is enabled\b[^ぁ-んァ-ヶ一-龥]{0,80}"
    r"|Attempt \d+ failed with status \d{3}\b[^ぁ-んァ-ヶ一-龥]{0,80}"
)
# A label and what stood for its value; “none” and “nan” may be said.
UNDEFINED = Pattern(
    r"^[ \t・*\-]*[^\n:：|]{1,24}?[*_]{0,2}[:：][*_]{0,2}[ ]?"
    r"(?P<value>undefined|NaN|null|Invalid Date|\[object Object\])[ \t]*$",
    re.MULTILINE,
)
# What a script that reads pages puts where the page had none of it.
ABSENT = Pattern(
    r"(?:^|[:：])[ \t*_]*(?P<value>(?:No (?:Title|Name|Price|Image|Description|Author|Rating|Brand)"
    r" (?:Found|Available)"
    r"|(?:Title|Name|Price|Image|Description|Author|Rating|Brand|Product) Not (?:Found|Available)))"
    r"[ \t*_]*$",
    re.MULTILINE,
)
"""Where one value is such, a program's screen may be told of."""
NOTHING_MADE = Pattern(
    r"^[ \t・*\-]*(?:文字数|読了時間)[*_]{0,2}[:：][*_]{0,2}[ ]?"
    r"(?P<value>0[ ]?(?:文字|分))[ \t]*$",
    re.MULTILINE,
)
VALUES = (UNDEFINED, NOTHING_MADE)
ABOUT = Pattern(
    r"エラー|例外|不具合|バグ|プログラミング|HTTP|ステータス|[Ee]rror|[Ee]xception|[Tt]raceback|[Bb]ug\b"
    r"|(?<!\d)[45]\d\d(?!\d)|null|NaN|undefined"
)
TERM = Pattern(r"[45]\d\d [A-Z][A-Za-z -]{4,30}")
SEVERAL = 2
LONGEST = 160
LINE = Pattern(r"[^\n]+")


def printed_failures(post: Post) -> Iterator[Slot]:
    """The places, those certain that no author writes so."""
    failures = post.may_hold(FAILURE)
    undefined = any(map(post.may_hold, VALUES))
    failed = post.may_hold(FAILED) or post.may_hold(STATUS)
    absent = post.may_hold(ABSENT)
    if not (failures or failed or undefined or absent) or _technical(post):
        return
    yield from _absent(post) if absent else ()
    # several of them, each by itself, are what a list of them explains
    told = {
        prose.text for prose in post.prose if TERM.fullmatch(prose.text) and prose.marked("strong")
    }
    failed = failed and len(told) < SEVERAL
    for prose in post.prose:
        for line in LINE.finditer(prose.text) if failures or failed else ():
            yield from _failure(prose, line) if failures else ()
            if failed and _tells_failure(prose, line):
                yield Slot(prose.span(*line.span()), "failure", False)
        for place in _undefined(prose) if undefined else ():
            if not prose.opaque(*place.span("value")):
                yield Slot(prose.span(*place.span("value")), "value", False)


def _absent(post: Post) -> Iterator[Slot]:
    places = [
        (place["value"], prose.span(*place.span("value")))
        for prose in post.prose
        for place in ABSENT.finditer(prose.text)
        if not prose.opaque(*place.span("value"))
    ]
    times = Counter(value for value, _ in places)
    yield from (Slot(span, "absent", False) for value, span in places if times[value] >= SEVERAL)


def _undefined(prose: Prose) -> Iterator[re.Match[str]]:
    for pattern in VALUES:
        yield from pattern.finditer(prose.text)


def _technical(post: Post) -> bool:
    """Whether the post shows code, or is about what goes wrong in programs."""
    return post.derived(coded) or ABOUT.search(post.title_text) is not None


def _failure(prose: Prose, line: re.Match[str]) -> Iterator[Slot]:
    for place in FAILURE.finditer(prose.text, *line.span()):
        start = place.start()
        # the address in a message is a link of its own
        if LED_IN.fullmatch(prose.text, line.start(), start) and not prose.opaque(start, start + 1):
            yield Slot(prose.span(*place.span()), "failure", True)
            return


def _tells_failure(prose: Prose, line: re.Match[str]) -> bool:
    block = prose.block
    if block is None or block.kind not in ("paragraph", "item") or len(line.group()) > LONGEST:
        return False
    told = line.group().strip()
    return FAILED.match(told) is not None or STATUS.fullmatch(told) is not None
