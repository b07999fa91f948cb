r"""回答の囲みや、構造化された回答の一部が残っている。

## 何を見るか
- 本文が ```` ```markdown ```` の行で始まり、その囲みが本文のほとんどを占めているもの。囲みのあとに
  文があれば警告です。囲みの前に文があるものは、front matter まで囲んでいるときに見ます。Markdown の
  書き方を見せる短い例や、名前から始まるファイル（`# AGENTS.md`）は見ません
- 記事全体が答えのままのもの（`"content"` を持つ JSON、引用符に入った本文、`Assistant:` で始まる本
  文）。`<!DOCTYPE html>` の文書と、打ち消された記号（二つ以上の `\## 見出し`、`\---`）は警告です
- JSON で返された答えの頭や尾（`", "status": "done"}`）だけの行、行をなす `\n\n`、対にならない
  `</article_body>` のようなタグ。コードのある記事では JSON と `\n` を見ません
- チャットの画面の文字（コードに付いた `pythonコードをコピーする`）。`Export to Sheets` だけの行は警
  告です
- 囲みの中で始まる、同じ長さの囲み（外の囲みが内の囲みの終わりで閉じ、続く文章がコードになります）
- 改行が失われた囲み。文や見出しの終わりに付いた ```` ```html ````、囲みを始める行に入ったコードの
  1 行目（```` ```js  const a = f(); ````）、コードの行の終わりに付いた、閉じる囲み
- `description` の値の頭に入った ```` ```html ````、コードの行の間に入った画像。見出しのすぐ下で
  Markdown の囲みに入った、太字のある箇条書きは、Markdown を見せる記事でなければ警告です
- 本文の末尾に残った、囲みを閉じる行。あとに何もない区切り線 `---` は情報にとどめます
- 中身のない囲みと、最後まで閉じられないコードの囲み。どちらも警告です
- 始まりのない `:::`（囲みより前にあるものは警告。前後が空行で、上にも下にも文がある一つと、囲みより
  前に二つ以上あるものは、区切りなので見ません）
- Zenn の front matter を持つ記事の `:::note` や、Qiita の記事の `:::message`。自分のサイトなど別の
  場所を語る記事では警告です。別の仕組みのための項目（`layout` など）や、どちらのサイトにもない囲み
  （`:::tip`）がある記事は見ません
- 囲みを失ったコードの前に、言語の名前（`python` など）だけが残った行。警告です。言語を記した
  囲みの上の `Ruby` は見出しなので見ません

## なぜか
モデルは答えを囲みに入れて返します。そのまま公開すると、記事がコードとして表示されます。

## 例
````md bad
```markdown
## 春の種まき

土が温まったら、まず豆をまきます。間引きは本葉が二枚になってからで十分です。
```
````
````md fixed
## 春の種まき

土が温まったら、まず豆をまきます。間引きは本葉が二枚になってからで十分です。
````
````md good
見出しは次のように書きます。

```markdown
## 見出し
```

続けて本文を書けば、目次にも載ります。
````

## 限界
人が書いた記事 375 本では 1 本に警告があり、囲みが本当に閉じられていませんでした。機械が書いた記事
569 本では、3 本に警告があるだけです。記事の一部だけを囲んだものは、見せるための例と区別できません。

## English
### What it does
Reports what framed the answer of a model. That is a body which begins with a ```` ```markdown ````
line and stands in that fence almost wholly (short samples of Markdown and files that begin with
their name are left alone; with text below the fence it is a warning, and text above it only counts
where the fence holds the front matter, too), fences that open within one of the same length or in a
field of the front matter, fences whose line break was lost (behind a sentence or a heading, before
the first line of code or behind its last one), pictures between the lines of a program, lines that
are the head or the tail of an answer in JSON, the button that the page of a chat shows above code
(`pythonCopy code`), escaped line breaks, unpaired tags around the answer, a post that is an answer
from end to end (an object with `"content"`, a body in quotation marks, `Assistant:` at its
beginning), a `:::` that closes nothing behind a container, a container of Qiita in a post for Zenn
and the other way round (a warning where the post speaks of another site or renderer; not where the
front matter has keys for one, such as `layout`, or a container that neither site has, such as
`:::tip`, stands in the post), and a closing fence left as the last line. Warnings are a `:::` above
the first container or without one (not where blank lines part it from the text above and below, or
where there are two or more: these divide the text),
a whole page of HTML, escaped signs of Markdown (two headings or more, or a rule), lines of a chat's
page (`Export to Sheets`), a fence that holds nothing, a fence of code that is never closed, a list
with bold words in a fence for Markdown below a heading, and a line with nothing but the name of a
language, left of a fence that was lost. A dividing line `---` with nothing after it is an info.

### Why
Models return their answer in a fence; published as it is, the post shows as code.

### Limits
One of 375 posts by people gets a warning, for a fence that is truly open; 3 of 569 machine-written
posts get warnings alone. A fence around a part of the post can't be told from a sample.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Related,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
)
from kouetsu_rules.letters import has_letter
from kouetsu_rules.seams.wrapping.chat_page import chat_page
from kouetsu_rules.seams.wrapping.containers import containers
from kouetsu_rules.seams.wrapping.envelopes import envelopes
from kouetsu_rules.seams.wrapping.fences import (
    FENCE,
    answered_lists,
    closed,
    inlined,
    nested,
    pictures_in_code,
)
from kouetsu_rules.seams.wrapping.joined_fences import joined_fences
from kouetsu_rules.seams.wrapping.lost_fences import lost_fences
from kouetsu_rules.seams.wrapping.whole_answers import whole_answers

OPENING = Pattern(r"(?P<fence>`{3,}|~{3,})[ ]?(?P<info>markdown|md|mdx)?[ \t]*\n")
# A whole post with its front matter, wherever the answer goes on to it.
WHOLE_POST = Pattern(
    r"^(?P<fence>`{3,})(?P<info>markdown|md|mdx)[ \t]*\n(?=(?:---"
    r"|\+\+\+)[ \t]*\n[a-zA-Z_]+[ ]?[:=])",
    re.MULTILINE,
)
LAST_FENCE = Pattern(r"(?:^|\n)(?P<fence>`{3,})\s*\Z")
LINES = ("---", "***", "___")
SHARE = 0.8
"""How much of the body the fence has to hold."""
PART = 0.5
"""The same where a preface stands before it and a report may follow."""
# A file that is shown begins with its own name.
SHOWN_FILE = Pattern(r"\s*#{1,2}[ ]+`?[\w.\-/]+\.(?:md|mdc|mdx|txt|markdown)\b")
CONTENT = Pattern(r"^#{1,4}[ ]|^---[ \t]*$|[ぁ-ん].{0,80}[。！？]", re.MULTILINE)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for kind in (envelopes, whole_answers, containers):
        for span, key, severity in kind(post):
            yield Finding(span, key, severity=severity)
    for span, severity in chat_page(post):
        yield Finding(span, "page", severity=severity)
    for span in lost_fences(post):
        yield Finding(span, "lost", severity=Severity.WARNING)
    joined = [Finding(span, key) for span, key in joined_fences(post)]
    yield from joined
    whole = list(_fence(post))
    # where one of them is lost, the next ones pair wrongly
    if not whole and not joined:
        whole = [Finding(span, "nested") for span in nested(post)]
        whole = whole or [*_closing_fence(post)] or [*_open_fence(post)]
    yield from whole
    yield from _closing_line(post)
    for span in _hollow(post):
        yield Finding(span, "hollow", severity=Severity.WARNING)
    for span in inlined(post):
        yield Finding(span, "glued")
    for span in pictures_in_code(post):
        yield Finding(span, "picture")
    for span in () if whole else answered_lists(post):
        yield Finding(span, "part", severity=Severity.WARNING)


def _closing_line(post: Post) -> Iterator[Finding]:
    """A line that parts the text from what came after it in the answer, and nothing after it."""
    text = post.text
    stop = len(text.rstrip())
    start = text.rfind("\n", 0, stop) + 1
    if text[start:stop] not in LINES or start <= post.body.start:
        return
    last = post.blocks[-1] if post.blocks else None
    # directly under text the line makes a heading of it
    if last is None or last.kind != "rule" or last.span.start != start:
        return
    before = len(text[:start].rstrip())
    if before > post.body.start:
        edits = (Edit(Span(before, stop), ""),)
        fix = Fix(edits, Safety.SAFE, "unline")
        yield Finding(Span(start, stop), "line", severity=Severity.INFO, fix=fix)


def _closing_fence(post: Post) -> Iterator[Finding]:
    """A fence as the last line that opens a block of code which never comes."""
    text = post.text
    last = LAST_FENCE.search(text, post.body.start)
    if last is None:
        return
    start = last.start("fence")
    if any(block.kind == "code" and block.span.start == start for block in post.blocks):
        front_matter = post.front_matter
        # the line that it closes, above the front matter, goes with it or both stay
        edits = [
            Edit(Span(problem.span.start, front_matter.span.start), "")
            for problem in front_matter.problems
            if problem.key == "in-code-block"
        ]
        edits.append(Edit(Span(start, len(text)), ""))
        span = Span(start, last.end("fence"))
        yield Finding(span, "end", fix=Fix(tuple(edits), Safety.SAFE, "unwrap"))


def _hollow(post: Post) -> Iterator[Span]:
    """Blocks of code that hold nothing: what was to stand in them came later, or never."""
    for block in post.blocks:
        if block.kind == "code":
            lines = post.text[slice(*block.span)].strip().split("\n")
            first, last = lines[0].strip(), lines[-1].strip()
            fenced = len(lines) > 1 and last.strip("`~") == "" and first.startswith(last)
            if fenced and not "".join(lines[1:-1]).strip():
                yield block.span


def _open_fence(post: Post) -> Iterator[Finding]:
    """A block of code that the end of the file ends: its own fence never comes."""
    last = post.blocks[-1] if post.blocks else None
    if last is None or last.kind != "code" or last.parents:
        return
    opening = FENCE.match(post.text, *last.span)
    if opening is None or closed(post, last, opening):
        return
    line = post.text.find("\n", *last.span)
    if line >= 0 and post.text[line : last.span.end].strip():
        end = last.span.start + len(post.text[last.span.start : line].rstrip())
        yield Finding(Span(opening.start("fence"), end), "open", severity=Severity.WARNING)


def _fence(post: Post) -> Iterator[Finding]:
    text = post.text
    start = len(text) - len(text[post.body.start :].lstrip())
    opening = OPENING.match(text, start) or WHOLE_POST.search(text, start)
    if opening is None or (opening.start() != start and _one_of_several(post, opening.start())):
        return
    fence = opening["fence"]
    closing = _closing(text, opening.end(), fence)
    end = closing.end if closing else len(text)
    inner = text[opening.end() : closing.start if closing else end]
    body = len(text[start:].strip())
    share = SHARE if opening.start() == start else PART
    if not CONTENT.search(inner) or min(end, start + body) - opening.start() < share * body:
        return
    if opening["info"] is None and not re.search(r"^#{1,4}[ ].*$", inner, re.MULTILINE):
        return
    if SHOWN_FILE.match(inner):
        return
    # What follows may be the author, who shows a file and talks about it.
    followed = has_letter(text[end:]) and not WHOLE_POST.match(text, opening.start())
    severity = Severity.WARNING if followed else None
    edits = [Edit(Span(opening.start(), opening.end()), "")]
    if closing:
        edits.append(Edit(closing, ""))
    safe = opening["info"] and closing and not followed
    safety = Safety.SAFE if safe else Safety.UNSAFE
    fix = Fix(tuple(edits), safety, "unwrap")
    last = "info" if opening["info"] else "fence"
    span = Span(opening.start(), opening.end(last))
    if closing is None:
        # another opening within would be left alone, and take in what stands below it
        opened = re.search(rf"^{re.escape(fence)}", inner, re.MULTILINE)
        yield Finding(span, "fence", fix=None if opened else fix, severity=severity)
        return
    line = Span(closing.start, closing.start + len(text[slice(*closing)].rstrip()))
    related = (Related(line, "closing"),)
    yield Finding(span, "fence", related=related, fix=fix, severity=severity)
    # What stands below it shows as code, once a fence within has closed the first one.
    related = (Related(span, "opening"),)
    yield Finding(line, "closed", related=related, fix=fix, severity=severity)


def _one_of_several(post: Post, at: int) -> bool:
    """Whether the fences pair as they stand and a later one has a name: files are shown."""
    later = (block for block in post.blocks if block.kind == "code" and block.span.start > at)
    if not any(block.language for block in later):
        return False
    return not any(any(kind(post)) for kind in (nested, _closing_fence, _open_fence))


def _closing(text: str, start: int, fence: str) -> Span | None:
    """The last line that closes such a fence, with its newline: inner fences stand before it."""
    last: Span | None = None
    for line in re.finditer(rf"^{re.escape(fence)}[ \t]*(?:\n|$)", text[start:], re.MULTILINE):
        last = Span(start + line.start(), start + line.end())
    return last


RULE = Rule(
    name="wrapper-left",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "fence": (
            "本文全体がコードブロックの囲みに入っています",
            "the whole body stands in a code fence",
        ),
        "end": (
            "回答の囲みを閉じる行だけが末尾に残っています",
            "the line that closed the answer's fence was left at the end",
        ),
        "nested": (
            "コードの囲みの中で別の囲みが始まっています（どちらも意図しないところで終わります）",
            "another fence opens within this one, so both end where they should not",
        ),
        "glued": (
            "コードの囲みを始める記号が、文や値の中に入っています",
            "a sign that opens a code fence stands within a sentence or a value",
        ),
        "first": (
            "コードの 1 行目が囲みを始める行に入っていて、表示されません",
            "the first line of this code stands behind the fence that opens it and does not show",
        ),
        "behind": (
            "囲みを閉じる記号がコードの行の終わりに付いているため、囲みが閉じません",
            "the fence that should close this code stands behind its last line and closes nothing",
        ),
        "picture": (
            "画像がコードの中に入っていて、表示されません",
            "this picture stands in a code block, where it does not show",
        ),
        "part": (
            "本文の一部が Markdown のコードの囲みに入っています",
            "a part of the text stands in a code fence for Markdown",
        ),
        "hollow": ("中身のないコードの囲みです", "this code fence holds nothing"),
        "open": (
            "コードの囲みが最後まで閉じられていません",
            "this code fence is never closed",
        ),
        "json": (
            "記事全体が JSON の答えのままです",
            "the whole post is an answer in JSON",
        ),
        "whole": (
            "HTML の文書全体が本文に入っています",
            "a whole page of HTML stands in the body",
        ),
        "quotes": (
            "本文全体が引用符に入っています",
            "the whole body stands in quotation marks",
        ),
        "speaker": (
            "対話の話し手の名が本文の頭に残っています",
            "the body begins with the name of a speaker",
        ),
        "signs": (
            "Markdown の記号がエスケープされていて、そのまま表示されます",
            "the signs of Markdown are escaped here and show as they are",
        ),
        "lost": (
            "コードの囲みが失われ、言語の名前だけが残っています",
            "the fence around code was lost, and only the language's name is left",
        ),
        "structure": (
            "構造化された回答の一部が本文に残っています",
            "a piece of a structured answer was left in the text",
        ),
        "page": (
            "チャットサービスの画面の文字が残っています",
            "this was copied from the page of a chat service",
        ),
        "escape": (
            "改行の記号「\\n」がそのまま残っています",
            "the escaped line break “\\n” was left in the text",
        ),
        "tag": (
            "答えを囲むタグが残っています",
            "a tag that framed the answer was left in the text",
        ),
        "unopened": (
            "囲みを閉じる「:::」だけが残っています",
            "this “:::” closes a container that was never opened",
        ),
        "container": (
            "ほかのサイトの囲みの記号なので、そのまま表示されます",
            "this container is another site's, and its signs are printed here",
        ),
        "line": (
            "記事が区切り線で終わっています",
            "the post ends in a dividing line with nothing after it",
        ),
        "closed": (
            "本文の囲みを閉じる行が残っています",
            "the line that closes the fence around the body was left",
        ),
        "opening": ("囲みの始まり", "where the fence begins"),
        "closing": ("囲みの終わり", "where the fence ends"),
        "unline": ("区切り線を削除する", "delete the line"),
        "unwrap": ("囲みを外す", "remove the fence"),
    },
    doc=__doc__,
    check=check,
)
