"""Keys of a front matter between the paragraphs: a script put them where segments meet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.apart import Taken
from kouetsu_rules.shown import code_spans, within

KEYS = (
    r"(?:title|subtitle|description|excerpt|summary|date|pubDate|publishDate|updatedDate|lastmod"
    r"|tags|category|categories|draft|slug|layout|image|heroImage|thumbnail|eyecatch|author|emoji"
    r"|type"
    r"|topics|published|permalink|keywords)"
)
LINE = Pattern(KEYS + ":")
FENCE = "---"
LEAST = 3
"""So many keys before a closing fence; between two fences one less is enough."""


# What several front matters, put together by a script, leave above the text.
HEAD = Pattern(
    r"(?:[ \t]*(?P<fence>---|\+\+\+)[ \t]*(?:\n|\Z)"
    rf"|(?P<line>{KEYS}[ ]?[:=](?P<value>[^\n]*))(?:\n|\Z)"
    r"|-[ ]\w[\w &/.-]{0,30}(?:\n|\Z)|[ \t]*\n)"
)
# Keys one below the other that only a front matter has together: a script's in a table or a list.
CONSECUTIVE = Pattern(rf"^(?:{KEYS}:[^\n]*\n){{3,}}", re.MULTILINE)
# What a program writes behind a key; a person tells there what belongs to it.
VALUE = Pattern(r"[ ]*(?:[\"'\[]|[A-Za-z0-9_./:\-]+[ \t]*$|\d{4}-\d|$)", re.MULTILINE)
OWN = Pattern(
    r"^(?:draft|published)[:][ ]*(?:true|false)[ \t]*$"
    r"|^(?:tags|categories|topics):[ ]*\[|^(?:layout|permalink|emoji|pubDate|lastmod|slug):",
    re.MULTILINE,
)

# All of it in the first line, with the text behind it: the line breaks are lost.
JOINED = Pattern(
    rf"---[ ]+{KEYS}:[ ](?:[^\n]{{1,600}}?[ ]{KEYS}:[ ]){{2}}[^\n]{{1,600}}?[ ]---(?=[ \n]|\Z)"
)

# One key alone: what no sentence is, in the notation of a front matter.
ALONE = Pattern(
    r"(?:(?:\*\*|__)?(?:tags|topics|categories|keywords)(?:\*\*|__)?[ ]?[:：]"
    r"[ ]*\[[^\[\]\n]{1,300}\]"
    r"|(?:published|draft):[ ]*(?:true|false)|emoji:[ ]*[\"'][^\"'\n]{1,12}[\"']"
    r"|type:[ ]*[\"']?(?:tech|idea)[\"']?|layout:[ ]*[\"']?(?:post|page|default)[\"']?"
    r"|(?:slug|permalink):[ ]*[\"']?/?[a-z0-9]+(?:[-/][a-z0-9]+)+/?[\"']?)[ \t]*$",
    re.MULTILINE,
)
# Labels in a row, as a program notes them; an author may show them so, and speaks of them then.
LABELS = Pattern(
    r"tags:[ ]*+(?=[^\s\[])[^\n,、。:]{1,24}"
    r"(?:,[ ]?[^\n,、。:]{1,24}){1,9}$",
    re.MULTILINE,
)
SPOKEN_OF = Pattern(r"タグ|分類|札|ラベル|(?a:\btags?\b)")
# What stands above the text.
ABOVE = Pattern(r"[ \t]*+(?:#{1,6}[ ][^\n]*|(?:-[ ]?){3,}[ \t]*|\+{3}[ \t]*)?(?:\n|\Z)")


# A value of the front matter under its name, said again above the text.
SAID = Pattern(
    r"^[ \t]*(?:[-*+>][ ]|[■●◆▼・])?[ ]?(?:\*\*|__|[【\[［])?(?:(?:(?:記事の?)?(?:タイトル|題名?)"
    r"|post title|title)"
    r"|(?P<told>(?:記事の|メタ)?(?:説明文?|ディスクリプション|抜粋)|(?:meta )?description|excerpt))"
    r"[ ]?(?:[:：]|[】\]］]|\*\*|__){1,4}[ \u3000]*(?P<value>\S[^\n]{3,400}?)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
# With these a book, a film or a photograph is introduced, whose name may be that of the post.
WORK = Pattern(
    r"^[^\w\n]*(?:著者|作者|監督|出版社|発行|価格|ISBN|訳者|原作|カメラ|レンズ|フィルム|撮影|場所|技法|画材|Author|Director|Publisher|Artist"
    r"|アーティスト)",
    re.MULTILINE | re.IGNORECASE,
)
# Labels of a card: 制作年, 画材, 話した人, 日時. Others are those of a model's answer.
LABELLED = Pattern(
    r"^[ \t]*(?:[-*+>][ ]|[■●◆▼・])?[ ]?(?:\*\*|[【\[［])?(?P<label>[^\s:：*】\]］、。]{1,8})"
    r"[ ]?(?:[:：]|[】\]］]|\*\*){1,3}[ \u3000]*\S",
    re.MULTILINE,
)
ANSWERED = Pattern(
    r"(?:記事|メタ|SEO|ブログ|想定)|タイトル|題名?|見出し|説明|抜粋|概要|要約|紹介文|タグ|カテゴリ"
    r"|キーワード|スラッグ|文字数|ターゲット|読者|検索意図|本文|構成|導入|リード|公開日|投稿日|更新日"
    r"|日付|著者|トーン|文体|[A-Za-z]|[0-9]",
    re.IGNORECASE,
)
TOP = 1_200
"""So much of the body is above the text at most."""
LINES = 8
MINUTES = frozenset({"date", "author", "summary", "image", "keywords"})


def stray_keys(post: Post) -> Iterator[Span]:
    """Runs of keys that a closing fence ends, in the body, or as code at the top of it."""
    taken = Taken()
    for span in (
        *_joined(post),
        *_at_head(post),
        *_fenced_runs(post),
        *_without_fence(post),
        *_lone_keys(post),
        *_said_again(post),
    ):
        if taken.take(span):
            yield span


def _joined(post: Post) -> Iterator[Span]:
    """A whole front matter in the first line of the file."""
    place = JOINED.match(post.text)
    if place is not None:
        yield Span(*place.span())


def _at_head(post: Post) -> Iterator[Span]:
    """The lines of a front matter above the text, where the real one is closed."""
    text, at = post.text, post.body.start
    if post.front_matter.kind is None or post.front_matter.problems:
        return
    fences = keys = toml = 0
    names: list[str] = []
    last = at
    first = -1
    while (place := HEAD.match(text, at)) is not None and place.end() > at:
        if place.group().strip():
            first = at if first < 0 else first
            last = at + len(place.group().rstrip())
            fences += place["fence"] is not None
            if place["line"] is not None and not VALUE.match(place["value"]):
                break
            toml += place["fence"] == "+++" or "=" in (place["line"] or "").partition(":")[0]
            keys += place["line"] is not None
            if place["line"] is not None:
                names.append(re.split("[ :=]", place["line"], maxsplit=1)[0])
        at = place.end()
    # Two lines that part are a person's, and one key a line of the text; minutes have a date and
    # who took them.
    if not fences and not toml and set(names) <= MINUTES and keys == LEAST - 1:
        return
    if keys + toml >= LEAST - 1 or (toml and fences > 1) or (keys and fences > 1):
        yield Span(first, last)


def _lone_keys(post: Post) -> Iterator[Span]:
    """A key that stands alone above the text, or right below its first heading."""
    text, at = post.text, post.body.start
    if post.front_matter.kind is None or post.front_matter.problems:
        return
    while at < len(text):
        key = ALONE.match(text, at)
        if key is not None:
            yield Span(at, at + len(key.group().rstrip()))
        place = key or ABOVE.match(text, at)
        if place is None:
            return
        at = text.find("\n", place.end() - 1) + 1 or len(text)


def shown_labels(post: Post) -> Iterator[Span]:
    """Tags in a row under their key, below the first heading."""
    head = post.blocks[0] if post.blocks else None
    if head is None or head.kind != "heading" or post.front_matter.kind is None:
        return
    below = len(post.text) - len(post.text[head.span.end :].lstrip())
    labels = LABELS.match(post.text, below)
    if labels is None:
        return
    after = next((block for block in post.blocks if block.span.start > labels.end()), None)
    prose = after.prose if after is not None else None
    if prose is None or not SPOKEN_OF.search(prose.text):
        yield Span(below, below + len(labels.group().rstrip()))


def _said_again(post: Post) -> Iterator[Span]:
    """Title or description under its name in the first lines of the body."""
    if post.front_matter.kind is None or post.front_matter.problems:
        return
    start = post.body.start
    top = "\n".join(post.text[start : start + TOP].split("\n")[:LINES])
    if WORK.search(top):
        return
    for place in SAID.finditer(post.text, start, start + len(top)):
        names = ("description", "excerpt", "summary") if place["told"] else ("title",)
        fields = (post.front_matter.scalar(name) for name in names)
        value = place["value"].strip("*_「」\"' 　")
        if _on_card(post.text, place.start(), place.end()):
            continue
        if any(field is not None and field.text.strip() == value for field in fields):
            yield Span(place.start(), place.end())


def _on_card(text: str, start: int, end: int) -> bool:
    """Whether lines beside have labels that no answer has: 制作年, 画材."""
    first = text.rfind("\n\n", 0, start) + 1
    last = text.find("\n\n", end)
    lines = LABELLED.finditer(text, first, last if last >= 0 else len(text))
    return any(not ANSWERED.match(line["label"]) for line in lines)


def _without_fence(post: Post) -> Iterator[Span]:
    """Keys within the text that no fence ends."""
    text = post.text
    code = post.derived(code_spans)
    told = [problem.span for problem in post.front_matter.problems]
    for place in CONSECUTIVE.finditer(text, *post.body):
        span = Span(place.start(), place.end() - 1)
        known = within(span.start, code) or any(span.overlaps(other) for other in told)
        if OWN.search(place.group()) and not known:
            yield span


def _fenced_runs(post: Post) -> Iterator[Span]:
    text = post.text
    if not LINE.may_match(text) or FENCE not in text[post.body.start :]:
        yield from _shown(post)
        return
    told = [problem.span for problem in post.front_matter.problems]
    told += [block.span for block in post.blocks if block.kind == "code"]
    for span in _runs(text, post.body.start):
        if not any(span.overlaps(other) for other in told):
            yield span
    yield from _shown(post)


def _runs(text: str, at: int) -> Iterator[Span]:
    """Lines of keys, and the indented ones that belong to them, up to a fence."""
    keys, first, fenced, opened = 0, at, False, False
    while at < len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        line = text[at:end].rstrip()
        if LINE.match(line):
            if not keys:
                first, opened = at, fenced
            keys += 1
        elif not (keys and line[:1] in " \t" and line.strip()):
            if line == FENCE and keys >= LEAST - opened:
                yield Span(first, at - 1)
            keys = 0
        fenced = line == FENCE
        at = end + 1


def _shown(post: Post) -> Iterator[Span]:
    """The answer's front matter as code at the top of the body, with the post's own title."""
    block = post.blocks[0] if post.blocks else None
    if block is None or block.kind != "code" or block.language not in ("yaml", "yml"):
        return
    lines = post.text[slice(*block.span)].splitlines()
    keys = sum(LINE.match(line) is not None for line in lines)
    title = post.title_text
    if keys >= LEAST and title and any(title in line for line in lines):
        yield block.span
