"""同じ見出しがもう一度出てくる。

## 何を見るか
同じ親の下に、同じ文字の見出しが二つあるところ。段落の繰り返しがある記事では、見出しの代わりに使われ
た、一行すべてが太字の行も見出しとみなします。

見出しや題名のすぐ下に、同じ文だけの段落があるところも警告します（題名は、文ではなく見出しの形のとき
だけ）。

記事に段落の繰り返しがあるときと、第一階層の見出し（記事の題）が一つだけで、それが二度あるときは警告
です。どちらでもないときは、マニュアルや一覧の記事のように同じ小見出しを意図して並べることもあるの
で、情報にとどめます。

## なぜか
書き直しを重ねた記事には、中身だけが違う同じ名前の節が二つ残ります。目次のリンクも片方にしか届きませ
ん。

## 例
```md bad
## 春の支度

畑を起こします。

## 夏の支度

草を取ります。

## 春の支度

種をまきます。
```

```md good
## 春の支度

### 道具

鍬を研ぎます。

## 夏の支度

### 道具

鎌を研ぎます。
```

## 限界
番号だけが違う見出しは、別の見出しとみなします。初めの一行を題にした詩のように、次の行にも句点がない
ときは情報です。人が書いた記事 375 本では警告がなく、情報が 4 本にあります。

## English
### What it does
Reports a heading with the same text as an earlier one below the same parent. In a post with copied
passages a bold line that is used as a heading counts, too, and the finding is a warning, as it is
for the only headline of level 1, told again; elsewhere it is an info, because manuals repeat
headings on purpose. A paragraph right below a heading or the title that only says it again is a
warning, too.

### Why
Rewriting leaves two sections of one name, and links reach only one of them.

### Limits
Headings that differ in their number are different. A poem that is named by its first line is an
info. No warning on 375 posts by people, infos on 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from kouetsu.api import (
    Block,
    Finding,
    Pattern,
    Post,
    Prose,
    Related,
    Rule,
    RuleOptions,
    Severity,
    normal_form,
)
from kouetsu_rules.places import is_bold
from kouetsu_rules.repetition.copying.copies import find_copies

LONGEST_BOLD = 60
LEAST_TOLD, LONGEST_TOLD = 12, 200
HEADLINE = 15
VERSE = 40
LINE = Pattern(r"[^。．.！!？?：:「\n]*[^。．.！!？?：:「\n\W]")
NUMBER = Pattern(r"^\s*(?:Q?\d{1,3}[.:：、．)）]|[QＱ][.:：．])\s*")
# A first sentence of a text is none of these.
HEADLINED = Pattern(r"^【|[？?]$|[^。．.！!]$")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from _told_again(post)
    evident = post.derived(find_copies).evident
    twice = _headlines(post)
    seen: dict[tuple[object, ...], Block] = {}
    path: list[tuple[int, str]] = []
    for block in post.blocks:
        if block.prose is None or block.in_quote:
            continue
        if block.kind == "heading":
            key = normal_form(block.prose.text)
            while path and path[-1][0] >= block.level:
                path.pop()
            parent = path[-1][1] if path else ""
            path.append((block.level, key))
            # In a damaged post a copied section may stand below any other.
            place = (key,) if evident else (key, block.level, parent)
        elif evident and _bold_line(block):
            place = (key := normal_form(block.prose.text),)
        else:
            continue
        first = seen.setdefault(place, block)
        if first is block or not key:
            continue
        assert first.prose is not None
        yield Finding(
            block.prose.whole,
            "again",
            {"line": post.source.line_of(first.span.start)},
            (Related(first.prose.whole, "first"),),
            severity=Severity.WARNING if evident or block in twice else Severity.INFO,
        )


def _headlines(post: Post) -> frozenset[Block]:
    """The headlines of a post that has the same one again and no other."""
    found = [block for block in post.blocks if block.kind == "heading" and block.level == 1]
    texts = {normal_form(block.prose.text) for block in found if block.prose is not None}
    return frozenset(found) if len(texts) == 1 else frozenset()


def _told_again(post: Post) -> Iterator[Finding]:
    """The words of a heading, or of the title, as the paragraph right below."""
    above = post.title
    for block, following in zip_longest(post.blocks, post.blocks[1:]):
        prose = block.prose
        if prose is not None and above is not None and block.kind in ("paragraph", "item"):
            outline = block.kind == "item" and not prose.text.rstrip().endswith(("？", "?"))
            told = "" if outline or block.in_quote or _shows(prose) else _headline_in(prose.text)
            # A diary may begin with its title; a question under its heading was printed twice.
            if _same(above.text, told) and (above is not post.title or _asks(told)):
                related = (Related(above.whole, "first"),)
                # Both are lines of verse: a poem is named by its first line.
                verse = _is_line(prose) and following is not None and _is_line(following.prose)
                severity = Severity.INFO if verse else Severity.WARNING
                span = prose.whole if told == prose.text else prose.span(0, len(told))
                yield Finding(span, "told", {}, related, severity=severity)
        if prose is not None or block.kind in ("code", "table", "html"):
            above = prose if block.kind == "heading" else None


def _headline_in(text: str) -> str:
    """What may be a headline: all of a paragraph, or its first line where a long one follows."""
    line, _, rest = text.partition("\n")
    return line.rstrip() if len(rest) > VERSE and "\n" not in rest and _asks(line) else text


def _is_line(prose: Prose | None) -> bool:
    """Whether the paragraph is one line of words without a full stop."""
    text = prose.text.strip() if prose is not None and not prose.in_heading else ""
    return text != "" and len(text) <= VERSE and LINE.fullmatch(text) is not None


def _shows(prose: Prose) -> bool:
    """Whether the paragraph is more than words: a link, code."""
    return any(mark.kind not in ("strong", "emphasis", "strike", "stars") for mark in prose.marks)


def _same(heading: str, text: str) -> bool:
    if len(text) > LONGEST_TOLD or len(text) < LEAST_TOLD:
        return False
    return normal_form(NUMBER.sub("", heading)) == normal_form(NUMBER.sub("", text))


def _asks(text: str) -> bool:
    return len(text) >= HEADLINE and HEADLINED.search(text) is not None


def _bold_line(block: Block) -> bool:
    """Whether a paragraph is a single bold line."""
    prose = block.prose
    if block.kind != "paragraph" or block.in_list or prose is None:
        return False
    return len(prose.text.strip()) <= LONGEST_BOLD and is_bold(prose)


RULE = Rule(
    name="repeated-heading",
    group="repetition",
    severity=Severity.WARNING,
    messages={
        "again": ("{line} 行目と同じ見出しです", "this is the same heading as in line {line}"),
        "told": (
            "見出しや題名と同じ文が、すぐ下の段落でもう一度出ています",
            "the heading or the title above is said again here",
        ),
        "first": ("初出の見出し", "the first heading"),
    },
    doc=__doc__,
    check=check,
    yields_to=("repeated-passage",),
)
