"""見出しが見出しにならない、または見出しでない文が見出しになる。

## 何を見るか
空白や空行が一つ足りないために、見出しの表示が変わってしまうところ。

- `##見出し` のように、`#` の並びと見出しの間に半角の空白がない（全角の空白や `＃＃` も同じ）。
  kramdown でも CommonMark でも `##` がそのまま文字として表示されます。
- `### ## 見出し` のように、見出しの記号が二つある。
- 段落のすぐ下の行にある `---`。区切り線ではなく、上の段落を見出しに変える記号と読まれます（kramdown
  では、上が数行なら文字のまま残り、箇条書きなら最後の項目が見出しになります）。
- kramdown では、行頭に空白のある `## 見出し` も文字のまま表示されます。
- 見出しとして使われた太字の行のすぐ下に、空行なしで本文が続く（情報）。表示では一つの段落につながり
  ます。問いと答えの組（`**Q. …**` と `A. …`）は見ません。
- `#` の付いた地の文（`。` などで終わる行）が三行以上続くところ（警告）。コードから出てしまったコメ
  ントです。

`##の後ろには空白を入れます。` のように、記号を語として述べる文は見ません。

`#` が一つだけの行は `#タグ` のようなハッシュタグと区別できないので、全角の空白が続くときと、同じ記
事に `##見出し` もあるときに限って指摘します。

## なぜか
生成された本文をつなぎ合わせたり整形したりする処理で、空白や空行が落ちることがあります。見出しが一つ
消えるだけで、目次も本文の区切りも崩れます。

## 例
```md bad
##道具をそろえる

包丁とまな板を用意します。
```
```md fixed
## 道具をそろえる

包丁とまな板を用意します。
```
```md bad
ここまでが下ごしらえです。次は火を使う作業に移ります。
---
鍋に水を張ります。
```
```md fixed
ここまでが下ごしらえです。次は火を使う作業に移ります。

---
鍋に水を張ります。
```
```md good
## 道具をそろえる

#料理 #はじめて
```

## 限界
人が書いた記事 375 本では、指摘がありません。機械が書いた記事 569 本では、段落のすぐ下の `---` が 5
本に 8 か所、空行のない太字の見出しが 100 本余りにありました。一行の中に埋もれた見出しは
flattened-text が扱います。Zenn と Qiita は改行をそのまま表示するので、太字の行は見ません。

## English
### What it does
Reports headings that do not render, and text that renders as a heading. These are `##heading`
without a space (kramdown and CommonMark print the hashes), a `---` right below a paragraph (it
turns the whole paragraph into a heading), in kramdown an indented heading and, as an info, a bold
line used as a heading that runs into the paragraph below it, unless the two are a question and its
answer. Two levels of hashes before one heading are an error, three or more lines of running text
behind single hashes, with full stops, a warning: comments that lost their code.

### Why
Programs that glue and tidy generated text lose blanks, and the table of contents breaks with them.

### Limits
A single `#` is told from a hashtag only by a full-width space behind it or by other broken headings
of the post. A sentence on the sign itself (`##の後ろには…。`) is left alone.
None of 375 posts by people is hit; of 569 machine-written ones, 5 have such dashes and over 100 a
bold line without a blank line below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import (
    Block,
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
)
from kouetsu_rules.letters import has_letter
from kouetsu_rules.shown import NAMED_SIGN

HASHES = Pattern(r"^[ ]{0,3}(#{1,6}|＃{2,6})(?!#|＃)([ ]*[ \u3000]\s*)?(?=[^\s#＃])", re.MULTILINE)
HASHTAG = Pattern(r"[#＃]\S")
SENTENCE = Pattern(r"[。．！？!?][」』）)]*\s*$")
# ##の後ろには空白を入れます。 The sign is the word with which the sentence begins.
SPOKEN_OF = Pattern(rf"(?:{NAMED_SIGN}|の(?:あと|うしろ|まえ|すぐ|よう))[^\n]*。\s*$")
# No hashtag goes on behind a picture and a blank.
EMOJI = Pattern(r"[\U0001F000-\U0001FAFF☀-➿]\ufe0f?[ \u3000]+\S")
UNDERLINE = Pattern(r"\n[ ]{0,3}-{3,}[ \t]*$")
TWO_SENTENCES = Pattern(r"[a-z][.!?] [A-Z].*[a-z][.!?]$", re.DOTALL)
# A sentence that closes with a picture or nothing.
POLITE = Pattern(
    r"(?:です|ます|ました|でした|ません"
    r"|ください)[！!♪☆\s\ufe0f\u2600-\u27bf\U0001F000-\U0001FAFF]*$"
)
# ### ## 背景, not ## # と ## の違い nor ## # マークの読み方
TWICE = Pattern(
    r"#{1,6}[ \u3000]+(#{1,6}[ \u3000]+)(?=[^\s#`])"
    rf"(?!{NAMED_SIGN})(?![^\n]*\s#)"
)
COMMENTS = 3
"""So many lines below each other are no headings."""
RUNNING_ON = ("。", "、", "，", "です", "ます")
ENGLISH = Pattern(r"\w[a-z,] \w")
CLAUSE = 20
LONG = 40
"""A heading of that many characters with a 。 inside is a paragraph."""
BOLD_LINE = Pattern(r"\*\*(?=\S)([^*\n]{1,60})(?<=\S)\*\*\n(?=[^\s*\-+:>|#\d`!<{]|\d+[^.)\d])")
# A pair, which a blank line would part.
QUESTION = Pattern(r"(?:Q|Ｑ|問|質問)[ ]?[0-9０-９]{0,3}[ ]?[.．:：、）)　 ]|Q[0-9]")
ANSWER = Pattern(r"(?:\*\*)?(?:A|Ａ|答え?|回答)[ ]?[0-9０-９]{0,3}[ ]?[.．:：、）)　 ]")
KEEPS_BREAKS = ("zenn", "qiita")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    single: list[Finding] = []
    several, above = False, None
    yield from _comments(post)
    for block in post.blocks:
        if block.kind == "rule" and above and above.in_list and post.site.flavor == "kramdown":
            yield from _below_item(post, block, above)
        above = block
        if block.kind == "heading":
            yield from _by_underline(post, block)
            yield from _twice(post, block)
            if post.site.flavor == "kramdown":
                yield from _indented(post.text, block)
        elif block.kind in ("paragraph", "item") and not block.in_quote:
            for finding, certain in _without_space(post.text, block):
                several = several or certain
                if certain:
                    yield finding
                else:
                    single.append(finding)
            if not block.parents and post.site.preset not in KEEPS_BREAKS:
                yield from _glued_bold(post.text, block)
    if several:
        yield from single


def _without_space(text: str, block: Block) -> Iterator[tuple[Finding, bool]]:
    """Lines of a paragraph that were meant as headings; whether that is certain."""
    for found in HASHES.finditer(text, *block.span):
        end = text.find("\n", found.end())
        title = text[found.end() : min(end, block.span.end) if end >= 0 else block.span.end]
        hashes, blank = found[1], found[2] or ""
        if "#" in hashes and blank.startswith(" ") and blank.strip(" ") == "":
            continue  # A real heading's line, or one that an indented block holds.
        if not has_letter(title) or HASHTAG.search(title):
            continue
        if not blank and SPOKEN_OF.match(title):
            continue
        sign = Span(found.start(1), found.end())
        fix = Fix((Edit(sign, "#" * len(hashes) + " "),), Safety.SAFE, "space")
        certain = len(hashes) > 1 or "\u3000" in blank or EMOJI.match(title) is not None
        yield Finding(Span(found.start(1), found.end() + len(title)), "spaceless", fix=fix), certain


def _twice(post: Post, heading: Block) -> Iterator[Finding]:
    """Hashes of two levels before one heading."""
    found = TWICE.match(post.text, *heading.span)
    if found is not None:
        fix = Fix((Edit(Span(found.start(1), found.end(1)), ""),), Safety.UNSAFE, "one")
        yield Finding(Span(*found.span()), "twice", fix=fix)


def _comments(post: Post) -> Iterator[Finding]:
    """Lines of running text behind hashes, one below the other: comments that lost their code."""
    run: list[Block] = []
    for block in post.blocks:
        comment = _is_comment(block)
        if run and comment:
            between = post.text[run[-1].span.end : block.span.start]
            comment = between.count("\n") == 1
        if not comment:
            yield from _told(run)
            run = []
        if _is_comment(block):
            run.append(block)
    yield from _told(run)


def _told(run: list[Block]) -> Iterator[Finding]:
    if len(run) >= COMMENTS:
        span = Span(run[0].span.start, run[-1].span.end)
        yield Finding(span, "comments", {"count": len(run)}, severity=Severity.WARNING)


def _is_comment(block: Block) -> bool:
    if block.kind != "heading" or block.level != 1 or block.prose is None:
        return False
    line = block.prose.text.rstrip().rpartition("\n")[2]
    english = line.endswith((",", ".")) and ENGLISH.search(line, 0, max(0, len(line) - CLAUSE - 1))
    return line.endswith(RUNNING_ON) or bool(english)


def _by_underline(post: Post, heading: Block) -> Iterator[Finding]:
    """A paragraph that the dashes below it make a heading."""
    assert heading.prose is not None
    text = post.text
    underline = UNDERLINE.search(text, *heading.span)
    if underline is None:
        return
    shown = heading.prose.text.strip()
    ends, within = SENTENCE.search(shown), "。" in shown[:-1]
    polite = "、" in shown and len(shown) >= CLAUSE and POLITE.search(shown)
    told = shown.endswith("。") or TWO_SENTENCES.search(shown)
    if told or polite or (ends and within) or (within and len(shown) >= LONG):
        # kramdown makes a heading of one line alone: else it prints the dashes.
        above = text[max(post.body.start, heading.span.start - 2) : heading.span.start]
        alone = above.strip("\n") == "" and "\n" not in shown
        printed = post.site.flavor == "kramdown" and not alone
        at = underline.start() + 1
        yield _below(Span(at, heading.span.end), "dashes" if printed else "underlined")


def _below_item(post: Post, rule: Block, item: Block) -> Iterator[Finding]:
    """Dashes right below a list: kramdown makes a heading of its last item."""
    between = post.text[item.span.end : rule.span.start]
    dashes = re.fullmatch(r"-{3,}\s*", post.text[slice(*rule.span)])
    if item.prose and between.count("\n") == 1 and not rule.parents and dashes:
        yield _below(rule.span, "dashes" if "\n" in item.prose.text.strip() else "underlined")


def _below(dashes: Span, message: str) -> Finding:
    fix = Fix((Edit(Span(dashes.start, dashes.start), "\n"),), Safety.SAFE, "blank-line")
    return Finding(dashes, message, fix=fix)


def _indented(text: str, heading: Block) -> Iterator[Finding]:
    start = text.rfind("\n", 0, heading.span.start) + 1
    hash_at = text.find("#", *heading.span)
    if heading.parents or hash_at < 0 or not 0 < hash_at - start <= 3:
        return
    if text[start:hash_at].strip(" ") == "":
        fix = Fix((Edit(Span(start, hash_at), ""),), Safety.SAFE, "outdent")
        yield Finding(Span(hash_at, heading.span.end), "indented", fix=fix)


def _glued_bold(text: str, block: Block) -> Iterator[Finding]:
    bold = BOLD_LINE.match(text, *block.span)
    if bold is None or bold[1].endswith(("。", "！", "!", "、", "…", ".", ",")):
        return
    if QUESTION.match(bold[1]) and ANSWER.match(text, bold.end()):
        return
    if not has_letter(bold[1]) or "。" not in text[bold.end() : block.span.end]:
        return
    fix = Fix((Edit(Span(bold.end(), bold.end()), "\n"),), Safety.SAFE, "blank-line")
    yield Finding(Span(bold.start(), bold.end() - 1), "glued", fix=fix, severity=Severity.INFO)


RULE = Rule(
    name="heading-spacing",
    group="markdown",
    severity=Severity.ERROR,
    messages={
        "spaceless": (
            "`#` のあとに半角の空白がないため、見出しにならず `#` がそのまま表示されます",
            "without a space after the hashes this is no heading, and the hashes are printed",
        ),
        "underlined": (
            "段落のすぐ下に `---` があるため、上の段落全体が見出しになります",
            "these dashes turn the whole paragraph above them into a heading",
        ),
        "dashes": (
            "段落のすぐ下にあるため、この `---` は区切り線にならず、文字として表示されます",
            "right below a paragraph these dashes are printed instead of drawing a line",
        ),
        "indented": (
            "行頭に空白があるため、kramdown では見出しになりません",
            "kramdown takes this heading for text because it is indented",
        ),
        "glued": (
            "見出しとして書かれた太字の行が、下の段落とつながって表示されます",
            "this bold line, meant as a heading, runs into the paragraph below it",
        ),
        "twice": (
            "見出しの記号が二つ重なり、後ろの記号がそのまま表示されます",
            "two levels of hashes stand before this heading, and the second are printed",
        ),
        "comments": (
            "地の文の {count} 行が、それぞれ見出しになっています",
            "each of these {count} lines of running text is a heading",
        ),
        "one": ("後ろの記号を削除する", "remove the second hashes"),
        "space": ("半角の空白を入れる", "put a space after the hashes"),
        "blank-line": ("空行を入れる", "put a blank line between them"),
        "outdent": ("行頭の空白を取る", "remove the indent"),
    },
    doc=__doc__,
    check=check,
    yields_to=("flattened-text",),
)
