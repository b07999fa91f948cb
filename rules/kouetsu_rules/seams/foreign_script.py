"""日本語の文に、ほかの言語の文字がまぎれている。

## 何を見るか
ハングル、キリル、アラビア、デーヴァナーガリー、タイなどの文字と、日本語にない簡体字、
日本語に直に付いた `æ` や `ş` の類い。かぎかっこや丸かっこの中、リンク、コード、固有名詞の原綴り、
顔文字は見ない。同じ文字が何か所もある記事（その言語についての記事）では黙る。

## なぜか
言語モデルは、ときに語の一部だけを別の言語で出す（「シンガポール」の「ガ」が
キリル文字になるなど）。

## 例
```md bad
この島にはそれほど большой な山はない。
```
```md good
この島は「Остров」と呼ばれ、中国・深圳からの船も着く。(´Д｀)
```

## 限界
かっこの中にある小文字の一語は、対訳かもしれないので警告にとどめる。見かけのまったく同じ漢字や、
ふつうの英字で書かれた外国語（`punya`）は見分けられない。人が書いた375本での指摘は0件。

## English
### What it does
Reports other scripts than kana, kanji, Latin and Greek in Japanese prose, Han characters that
are simplified only, and Latin letters with marks glued to Japanese. Quotations, brackets, links,
code and kaomoji are left out.
### Why
Models sometimes say a part of a word in another language.
### Limits
A word in brackets is a warning only. Foreign words in plain ASCII look like English. No report
in 375 files by people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity
from kouetsu_rules.seams.foreign_passages import stray_words
from kouetsu_rules.seams.foreign_words import foreign_words
from kouetsu_rules.seams.simplified import simplified_only
from kouetsu_rules.typos.places import in_brackets, matches, signs

SCRIPTS = {
    "cyrillic": "\u0400-\u052f",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "indic": "\u0900-\u0dff",
    "thai": "\u0e00-\u0e7f",
    "tibetan": "\u0f00-\u0fff",
    "burmese": "\u1000-\u109f",
    "georgian": "\u10a0-\u10ff",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ethiopic": "\u1200-\u139f",
    "khmer": "\u1780-\u17ff",
}
ALIEN = Pattern("[" + "".join(SCRIPTS.values()) + r"]+(?:\s+[" + "".join(SCRIPTS.values()) + "]+)*")
JAPANESE = "ぁ-んァ-ヶー一-龥々"
MARKED = r"[a-zß-öø-ÿĀ-ſƀ-ɏḀ-ỿ]*[ß-öø-ÿā-ſƀ-ɏḁ-ỿ][a-zß-öø-ÿĀ-ſƀ-ɏḀ-ỿ]*"
# A word with marks that begins small: no name. Glued to Japanese it is no word at all.
LATIN = Pattern(
    f"(?<=[{JAPANESE}]){MARKED}(?=[{JAPANESE}])"
    f"|(?<=[{JAPANESE}、。] ){MARKED}(?=[\\s{JAPANESE}（(])"
)
# A word broken off after its first kanji: "匹" + Latin + する. The kanji named begin sound ones.
BROKEN_OFF = Pattern(r"[a-z]{3,}+(?=する|し[たてまな]|さ[れせ])")
HEAD = Pattern(
    r"[をにがはでと、](?![再未非全各超半反新旧別逆双両同他毎即自手初仮生要可不無])[一-龥]$"
)
MARK = Pattern("[ß-öø-ÿā-ſƀ-ɏḁ-ỿ]")
LOANS = Pattern(
    r"café|cafés|naïve|résumé|façade|cliché|fiancée?|à|déjà|vis-à-vis|née|über|voilà|crème|purée|sauté|touché|entrée"
    r"|jalapeño|piñata|señor|mañana|doppelgänger|[µªºß]|smörgåsbord"
)
HAN = Pattern(r"[\u3400-\u9fff々]+")
NAMED_BEFORE = Pattern(
    r"(?:(?:ロシア|韓国|朝鮮|中国|アラビア|タイ|ヘブライ|ウクライナ|モンゴル|ヒンディー|現地)語?[ぁ-ん]{1,4}"
    r"|ハングル[ぁ-ん]{1,2}|文字[ぁ-ん]{0,2}|簡体字[ぁ-ん]{0,3}|原題[ぁは：:]?)[、 ]?$"
)
NAMED_AFTER = Pattern(r"[ ]?(?:という|と(?:書|綴|読|発音|言|呼)|の(?:字|文字|綴り))")
COMMON = 4


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    if not post.is_japanese:
        for word in stray_words(post):
            text = word.prose.text[word.start : word.end]
            span = word.prose.span(word.start, word.end)
            yield Finding(span, "stray", {"text": text}, severity=Severity.WARNING)
        return
    every = post.derived(signs)
    findings: list[tuple[str, Finding]] = []
    if any(map(_may_be_alien, every)):
        findings += _alien(post)
    if MARK.search(every):
        findings += _latin(post)
    findings += _broken_off(post)
    findings += _words(post)
    counts = Counter(kind for kind, _ in findings)
    for kind, finding in findings:
        # A post that keeps writing a script writes about its language.
        if counts[kind] < COMMON:
            yield finding
    simplified = simplified_only(every)
    if simplified:
        yield from _simplified(post, simplified)


def _alien(post: Post) -> Iterator[tuple[str, Finding]]:
    seen = Counter[str]()
    for prose in post.texts:
        for found in ALIEN.finditer(prose.text):
            start, end = found.span()
            script = _script(found.group()[0])
            if (
                seen[script] >= COMMON
                or _left_out(prose, start, end)
                or _named(prose.text, start, end)
                or not _within_japanese(prose.text, start, end)
            ):
                continue
            bracketed = in_brackets(prose.text, start, end)
            if bracketed and not found.group()[0].islower():
                continue
            severity = Severity.WARNING if bracketed else None
            values = {"text": found.group()[:20]}
            span = prose.span(start, end)
            seen[script] += 1
            yield script, Finding(span, "script", values, severity=severity)


def _latin(post: Post) -> Iterator[tuple[str, Finding]]:
    for prose in post.texts:
        for found in LATIN.finditer(prose.text):
            start, end = found.span()
            if LOANS.fullmatch(found.group()) or _left_out(prose, start, end):
                continue
            if in_brackets(prose.text, start, end):
                continue
            span = prose.span(start, end)
            yield "latin", Finding(span, "script", {"text": found.group()[:20]})


def _broken_off(post: Post) -> Iterator[tuple[str, Finding]]:
    for prose, found in matches(post, BROKEN_OFF):
        start, end = found.span()
        if HEAD.search(prose.text[max(0, start - 2) : start]):
            yield "ascii", Finding(prose.span(start, end), "script", {"text": found.group()[:20]})


def _words(post: Post) -> Iterator[tuple[str, Finding]]:
    for prose, start, end in foreign_words(post):
        if not _left_out(prose, start, end):
            text = prose.text[start:end]
            yield "word", Finding(prose.span(start, end), "word", {"text": text})


def _simplified(post: Post, simplified: set[str]) -> Iterator[Finding]:
    for prose in post.texts:
        for found in HAN.finditer(prose.text):
            foreign = [at for at, sign in enumerate(found.group()) if sign in simplified]
            if not foreign or _left_out(prose, *found.span()):
                continue
            if in_brackets(prose.text, *found.span()) or prose.field:
                continue
            start = found.start() + foreign[0]
            end = found.start() + foreign[-1] + 1
            if _named(prose.text, *found.span()):
                continue
            if _within_japanese(prose.text, *found.span()):
                values = {"text": prose.text[start:end]}
                yield Finding(prose.span(start, end), "simplified", values)


def _named(text: str, start: int, end: int) -> bool:
    """Whether the text says that this is another language's word."""
    before = text[max(0, start - 16) : start]
    return NAMED_BEFORE.search(before) is not None or NAMED_AFTER.match(text, end) is not None


def _left_out(prose: Prose, start: int, end: int) -> bool:
    return any(
        mark.kind in ("code", "opaque", "link", "image", "html")
        and mark.start <= start
        and end <= mark.end
        for mark in prose.marks
    )


def _within_japanese(text: str, start: int, end: int) -> bool:
    """Whether Japanese stands around it; one letter must touch Japanese on both sides."""
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    if end - start < 2:
        letter = r"[A-Za-zァ-ヶー一-龥ぁ-ん]"
        return bool(re.search(letter + "$", before) and re.match(letter, after))
    return bool(re.search(f"[{JAPANESE}]", before) and re.search(f"[{JAPANESE}、。]", after))


def _may_be_alien(sign: str) -> bool:
    """Whether it is in the blocks of those scripts, or between them."""
    return (
        "\u0400" <= sign <= "\u17ff"
        or "\u3130" <= sign <= "\u318f"
        or "\uac00" <= sign <= "\ud7af"
        or "\ufb1d" <= sign <= "\ufeff"
    )


def _script(sign: str) -> str:
    return next(name for name, range_ in SCRIPTS.items() if re.match(f"[{range_}]", sign))


RULE = Rule(
    name="foreign-script",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "script": (
            "日本語の文に、ほかの言語の文字「{text}」がまじっています",
            "“{text}” is in another script than the Japanese around it",
        ),
        "word": (
            "日本語の文に、ほかの言語の語「{text}」がまじっています",
            "“{text}” is a word of another language than the Japanese around it",
        ),
        "stray": (
            "英文に、ほかの言語の語「{text}」がまじっています",
            "“{text}” is in another script than the sentence around it",
        ),
        "simplified": (
            "日本語にない簡体字「{text}」がまじっています",
            "“{text}” is simplified Chinese, not Japanese",
        ),
    },
    doc=__doc__,
    check=check,
)
