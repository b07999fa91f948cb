"""日本語の文に、ほかの言語の文字や語がまぎれている。

## 何を見るか
- ハングル、キリル、アラビア、デーヴァナーガリー、タイなどの文字、日本語にない簡体字、日本語に付いた
  印のある英字（`寄ært` など）
- ふつうの英字で書かれた、英語ではない語（26 の言語のおよそ四千語。`sangat` など）
- 中国語の語（`然后`、`什么`）と、中国語だけの短い見出し。文や段落がまるごと中国語のところは、
  foreign-body が一か所として見るので、ここでは何も言いません
- 英語の動詞や接続詞のまま続く文（`加工を detects しやすく`）。一度だけ出る英語の形容詞
  （`early 対応`）と、外来語にもなっている `monitoring` などは警告です
- 途中から英小文字になった語（四字熟語の三字や、単独では使われない漢字のすぐあとが英字のもの。言いか
  けた片仮名語に原綴りが続く `オーケストレ orchestration` など）

丸かっこやかぎかっこの中は、前後とも日本語の文であるときだけ見ます。リンク、コード、固有名詞の原綴
り、「ロシア語の…」のように言語の名を添えた語、顔文字、「äのような字」と話題にした一字は見ません。同
じ文字が何か所もあり、言語や文字を話題にしている記事では指摘しません。「と叫んだ」「と歌う」などが続
く語、記事が取り上げる土地の文字で離して書いた語、「喫茶店」「雑誌」などに続く名も見ません。人の名かもし
れない簡体字、日本の地名かもしれない語、外来語かもしれない語は警告です。題名やタグが中国語を取り上げ
る記事の中国語、中国の土地を取り上げる記事で四つ以上引かれた看板や挨拶は、「する」「な」などで日本語
として続くもののほかは見ません。ただし、中国の土地の記事で産業や企業のような日常の語が簡体字で書かれ
ていれば警告です。

## なぜか
言語モデルは、ときに語の一部だけを別の言語で出します（「シンガポール」の「ガ」がキリル文字になるな
ど）。

## 例
```md bad
この島にはそれほど большой な山はない。
```
```md good
この島は「Остров」と呼ばれ、中国・深圳からの船も着く。(´Д｀)
```

## 限界
かっこの中にある、ほかの文字の小文字の一語は、対訳かもしれないので警告にとどめ、ふつうの英字の一
語は見ません。見出しの終わりに一つだけあるほかの文字の語も、曲や作品の名かもしれないので警告です。
見かけのまったく同じ漢字、語の表にない外国語、ふつうの英語の名詞は見分けられません。人が書いた記
事 375 本では指摘がありません。無傷の文へ語を差し込む試験（`bench/injection.py`）では、ほかの文
字の語の 96 %、十の言語のありふれた語の 87 % をエラーとして見つけました。

## English
### What it does
Reports characters and words of another language in Japanese prose. They are other scripts than
kana, kanji, Latin and Greek; Han characters that are simplified only; Latin letters with marks
beside Japanese; plain words of 26 other languages (some four thousand); words of Chinese and short
headings wholly in it (sentences and paragraphs of Chinese are left to foreign-body); English verbs
and conjunctions that a Japanese sentence goes on with (`加工を detects しやすく`; an adjective that
stands once is a warning, and so is a loan such as `monitoring`); and words whose second half is in
small Latin letters, or whose spelling follows where their katakana break off (`オーケストレ
orchestration`).

Within brackets it speaks only where Japanese stands on both sides. Links, code, kaomoji, single
letters that are written about, and words that are named as another language's are left alone. So
are words that somebody shouts or sings, words set off in the script of a land that the post speaks
of, and names of shops and works. Words of Chinese are left alone in posts whose title or tags name
the language, and in those on a place in China that quote four or more, unless Japanese inflects
them; everyday nouns of Japanese in simplified characters are warnings there.
What may be a person's name, a Japanese place in Latin letters or a loan is a warning, and so is a
single word of another script at the end of a heading.

### Why
Models sometimes say a part of a word in another language.

### Limits
A word of another script alone in brackets is only a warning, one in plain letters is left alone.
Foreign words that are in no list of stop words look like names. No finding on 375 posts by people.
Of words injected into sound sentences (`bench/injection.py`) 96 % are found in other scripts, and
87 % of common words of ten languages in plain letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity
from kouetsu_rules.apart import Taken, apart
from kouetsu_rules.letters import KANA_LETTER, has_letter
from kouetsu_rules.places import bracket_around, glossed, in_markup
from kouetsu_rules.seams.foreign.chinese import (
    about_chinese,
    about_the_land,
    chinese,
    quoted_chinese,
    simplified,
)
from kouetsu_rules.seams.foreign.chinese_passages import chinese_passages
from kouetsu_rules.seams.foreign.english_slips import english_slips
from kouetsu_rules.seams.foreign.half_words import half_words
from kouetsu_rules.seams.foreign.on_purpose import LOANS, at_home, named, person, set_off
from kouetsu_rules.seams.foreign.scripts import SCRIPTS, script_of, scripts_of
from kouetsu_rules.seams.foreign.simplified import ZEN
from kouetsu_rules.seams.foreign.words import (
    NAME_BEFORE,
    NOUN,
    PHRASE_BEFORE,
    could_be_japanese,
    foreign_words,
    words,
)

ALIEN = Pattern("[" + "".join(SCRIPTS.values()) + r"]+(?:\s+[" + "".join(SCRIPTS.values()) + "]+)*")
JAPANESE = "ぁ-んァ-ヶー一-龥々"
MARKED = r"[a-zß-öø-ÿĀ-ſƀ-ɏḀ-ỿ]*[ß-öø-ÿā-ſƀ-ɏḁ-ỿ][a-zß-öø-ÿĀ-ſƀ-ɏḀ-ỿ]*"
# A word with marks that begins small: no name. Glued to Japanese it is no word at all.
LATIN = Pattern(r"(?<![A-Za-zÀ-ɏ0-9._/@#&'’-])" + MARKED + r"(?![A-Za-zÀ-ɏḀ-ỿ0-9._/@&'’-])")
# A letter or two with marks, glued on one side alone, may be what is spoken of.
LEAST = 3
# What Japanese takes its loans from.
WESTERN = Pattern("[a-zéèêëàâîïôûùçœñäöüßãíóúá-]+")
# The words of the same phrase behind one.
REST = Pattern(r"(?: [a-zß-öø-ÿ'’]+)*")
WORD_ON = Pattern(r"[ァ-ヺー一-龥]{2}")
KANJI_END = Pattern(r"[一-龥ァ-ヶー]$")
KANA = Pattern(r"[ぁ-ん]")
MARK = Pattern("[ß-öø-ÿā-ſƀ-ɏḁ-ỿ]")
HAN = Pattern(r"[\u3400-\u9fff々]+")
CHINESE_MARK = Pattern("[，。]")
SENTENCE = 8
"""Han characters of a sentence."""
REACH = 24
"""How near Japanese stands on both sides."""
FAR = 200
COMMON = 4
# What is counted in a heading has a name: 二軒目, 三位.
COUNTED = Pattern(r"第?[0-9０-９一二三四五六七八九十]+(?:[軒日曲皿品店杯冊本]目|[位番日曲])")
# 「раssword」の最初の二文字はキリル文字です
SCRIPT = Pattern(
    r"(?:キリル|ギリシャ|アルメニア|アラビア|ヘブライ|タイ|チェロキー|デーヴァナーガリー)文字|ハングル|同形異字|ホモグリフ"
    r"|異体字|homoglyph"
)
# What a post names that speaks of languages, scripts or words as such.
LANGUAGE = Pattern(
    r"(?:外国|韓国|朝鮮|ロシア|中国|アラビア|タイ|ヘブライ|ギリシャ|ウクライナ|モンゴル|ヒンディー|ペルシャ|ベトナム"
    r"|フランス|ドイツ|スペイン|現地|母|英|単|数)語|言語|ハングル|キリル|文字|アルファベット|Unicode|UTF|ユニコード|翻訳|訳[しす文語]|原文|原題|スペル|綴り"
    r"|発音|単語|フォント|入力|表記|絵文字|顔文字|記号|歌詞|曲名"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    if not post.is_japanese:
        return
    # What is Chinese throughout is one place, and foreign-body's.
    # So is what looks like a sentence of it, though foreign-body may find it sound.
    stretches = (
        stretch.prose.span(stretch.start, stretch.end) for stretch in chinese_passages(post)
    )
    blocks = (prose.whole for prose in post.texts if _may_be_chinese(prose.text))
    taken = Taken((*blocks, *stretches))
    yield from (finding for finding in _slips(post) if not taken.overlap(finding.span))


def _may_be_chinese(text: str) -> bool:
    """Whether it is a sentence in Han characters, as a poem or a notice is."""
    if CHINESE_MARK.search(text) is None or KANA_LETTER.search(text):
        return False
    return sum(map(len, HAN.findall(text))) >= SENTENCE


def _slips(post: Post) -> Iterator[Finding]:
    every = "".join(post.signs)
    findings: list[tuple[str, Finding]] = []
    if any(map(_may_be_alien, every)):
        findings += _alien(post)
    if MARK.search(every):
        findings += _latin(post)
    findings += _half_words(post)
    findings += _words(post)
    findings += _english(post, Taken(finding.span for _, finding in findings))
    counts = Counter(kind for kind, _ in findings)
    for kind, finding in findings:
        # A post that keeps writing a script and speaks of language writes about it.
        if counts[kind] < COMMON or not post.contains(LANGUAGE):
            yield finding
    yield from apart((*_simplified(post), *_chinese(post)))


def _alien(post: Post) -> list[tuple[str, Finding]]:
    seen = Counter[str]()
    findings: list[tuple[str, Finding]] = []
    # who writes names so does it more than once
    lone = sum(1 for prose in post.texts for _ in ALIEN.finditer(prose.text)) == 1
    for prose in post.texts:
        for found in ALIEN.finditer(prose.text):
            text, (start, end) = prose.text, found.span()
            within = _within_japanese(text, start, end) or (lone and _begins_word(text, start, end))
            if in_markup(prose, start, end) or not (
                within or (lone and _ends_heading(prose, start, end))
            ):
                continue
            # No word is written in two of these scripts, and nobody quotes one that is.
            mixed = len(scripts_of(found.group())) > 1
            bracketed = glossed(text, start, end) and not mixed
            if bracketed and _is_quoted(text, start, end):
                continue
            script = script_of(text[start])
            seen[script] += 1
            home = at_home(post, script) and not mixed
            if named(text, start, end) or (home and set_off(text, start, end)):
                continue
            doubtful = home or not within or (bracketed and not _ends_sentence(prose, start))
            severity = Severity.WARNING if doubtful else None
            span, values = prose.span(start, end), {"text": found.group()[:20]}
            findings.append((script, Finding(span, "script", values, severity=severity)))
    # What is named as another language's tells of the post, too.
    if max(seen.values(), default=0) < COMMON or not post.contains(LANGUAGE):
        return findings
    return [(script, finding) for script, finding in findings if seen[script] < COMMON]


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a word in brackets is shown: the script is named near it, or it stands for itself."""
    if SCRIPT.search(text, max(0, start - FAR), end + FAR):
        return True
    glued = start > 0 and has_letter(text[start - 1])
    return not (glued or text[start].islower())


def _ends_sentence(prose: Prose, start: int) -> bool:
    """Whether a word and the clause before it end in the script: 「安くて速いのに高…」."""
    around = bracket_around(prose.text, start, start)
    before = prose.text[around[0] + 1 : start] if around else ""
    return KANJI_END.search(before) is not None and KANA.search(before) is not None


def _latin(post: Post) -> Iterator[tuple[str, Finding]]:
    for prose in post.texts:
        for found in LATIN.finditer(prose.text):
            start, end = found.span()
            if found.group()[0].isupper() or LOANS.fullmatch(found.group()):
                continue
            if in_markup(prose, start, end) or _mentioned(prose.text, start, end):
                continue
            before, after = prose.text[max(0, start - REACH) : start], prose.text[end : end + REACH]
            glued = has_letter(before[-1:]) and has_letter(after[:1])
            phrase = PHRASE_BEFORE.search(before) and not NAME_BEFORE.search(before)
            if not glued and (len(found.group()) < LEAST or phrase):
                continue
            rest = REST.match(prose.text, end)
            if named(prose.text, start, rest.end() if rest else end):
                continue
            if has_letter(before) and has_letter(after) and not glossed(prose.text, start, end):
                span, values = prose.span(start, end), {"text": found.group()[:20]}
                # a noun may be a loan that is not known; an everyday word is none
                # from other lands come nouns, which a particle follows: smørrebrød と
                likely = WESTERN.fullmatch(found.group()) or NOUN.match(prose.text, end)
                known = found.group() in words() or not set_off(prose.text, start, end)
                loan = likely and not known
                severity = Severity.WARNING if loan else None
                yield "latin", Finding(span, "script", values, severity=severity)


def _half_words(post: Post) -> Iterator[tuple[str, Finding]]:
    for prose, start, end in half_words(post):
        if not in_markup(prose, start, end):
            text = prose.text[start:end]
            yield "ascii", Finding(prose.span(start, end), "script", {"text": text[:20]})


def _english(post: Post, told: Taken) -> Iterator[tuple[str, Finding]]:
    for prose, start, end, certain in english_slips(post):
        span = prose.span(start, end)
        if not in_markup(prose, start, end) and not told.overlap(span):
            severity = None if certain else Severity.WARNING
            values = {"text": prose.text[start:end]}
            yield "english", Finding(span, "word", values, severity=severity)


def _words(post: Post) -> Iterator[tuple[str, Finding]]:
    for prose, start, end in foreign_words(post):
        if not in_markup(prose, start, end) and not _set_in_bold(prose, start, end):
            text = prose.text[start:end]
            severity = Severity.WARNING if could_be_japanese(prose, start, end) else None
            yield "word", Finding(prose.span(start, end), "word", {"text": text}, severity=severity)


def _set_in_bold(prose: Prose, start: int, end: int) -> bool:
    """Whether the word alone is bold or slanted, as manuals set the names of options."""
    return any(
        mark.kind in ("strong", "emphasis") and (mark.start, mark.end) == (start, end)
        for mark in prose.marks
    )


def _chinese(post: Post) -> Iterator[Finding]:
    for slip in chinese(post):
        yield Finding(slip.span, "word", {"text": slip.text})


def _simplified(post: Post) -> Iterator[Finding]:
    foreign = post.derived(simplified)
    if not foreign:
        return
    for prose in post.texts:
        for found in HAN.finditer(prose.text):
            run = found.group()
            at = [
                place
                for place, sign in enumerate(run)
                if sign in foreign and not run.startswith(ZEN, max(place - 1, 0))
            ]
            if not at or in_markup(prose, *found.span()):
                continue
            if glossed(prose.text, *found.span()) or (prose.field and about_chinese(post)):
                continue
            start = found.start() + at[0]
            end = found.start() + at[-1] + 1
            if named(prose.text, *found.span()) or quoted_chinese(post, prose.text, *found.span()):
                continue
            runs = ((start, end), found.span())
            begins = _begins_word(prose.text, *found.span())
            if begins or any(_within_japanese(prose.text, *run) for run in runs):
                values = {"text": prose.text[start:end]}
                doubtful = person(prose.text, *found.span()) or about_the_land(post)
                severity = Severity.WARNING if doubtful else None
                yield Finding(prose.span(start, end), "simplified", values, severity=severity)


def _mentioned(text: str, start: int, end: int) -> bool:
    """Whether it is one letter that is written about: äのような, やœ合字. A slip breaks a word."""
    if end - start > 1:
        return False
    return any("ぁ" <= sign <= "ん" for sign in text[start - 1 : start] + text[end : end + 1])


def _within_japanese(text: str, start: int, end: int) -> bool:
    """Whether Japanese stands around it; one letter must touch Japanese on both sides."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if end - start < 2:
        letter = r"[A-Za-zァ-ヶー一-龥ぁ-ん]"
        return bool(re.search(letter + "$", before) and re.match(letter, after))
    return bool(re.search(f"[{JAPANESE}]", before) and re.search(f"[{JAPANESE}、。]", after))


def _begins_word(text: str, start: int, end: int) -> bool:
    """Whether it stands first and a word in kanji or katakana goes on from it; what is said takes a
    particle."""
    return end - start > 1 and not text[:start].strip() and WORD_ON.match(text, end) is not None


def _ends_heading(prose: Prose, start: int, end: int) -> bool:
    """Whether a word stands last in a heading of Japanese; a song may be called so, too."""
    before = prose.text[max(0, start - REACH) : start]
    last = prose.in_heading and end - start > 1 and not prose.text[end:].strip()
    return last and has_letter(before) and not COUNTED.match(prose.text)


def _may_be_alien(sign: str) -> bool:
    """Whether it is in the blocks of those scripts, or between them."""
    return (
        "\u0400" <= sign <= "\u17ff"
        or "\u3130" <= sign <= "\u318f"
        or "\uac00" <= sign <= "\ud7af"
        or "\ufb1d" <= sign <= "\ufeff"
    )


RULE = Rule(
    name="foreign-script",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "script": (
            "日本語の文に、ほかの言語の文字「{text}」が混じっています",
            "“{text}” is in another script than the Japanese around it",
        ),
        "word": (
            "日本語の文に、ほかの言語の語「{text}」が混じっています",
            "“{text}” is a word of another language than the Japanese around it",
        ),
        "simplified": (
            "日本語にない簡体字「{text}」が混じっています",
            "“{text}” is simplified Chinese, not Japanese",
        ),
    },
    doc=__doc__,
    check=check,
)
