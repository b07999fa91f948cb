"""同じ助詞や語が、うっかり二度続いている。

## 何を見るか
- 格助詞（を・に・と・の・が・へ）や「について」「に関する」などの重なりと、型番の前の英字の名前の
  重なり（`Acme Acme R1`）。エラー
- 平仮名の前の助詞（仮名の名詞の頭かもしれません）、ほかの英字の名前、助詞や「な」を伴う名詞（「農家
  の農家の」）、長い片仮名語、文末の「ません」、「が」「を」に始まる句（「をクリックをクリック」）の
  重なり。警告

助詞が「はると」「ひなの」のような仮名の名の終わりかもしれないところは警告にとどめ、その仮名が記事の
ほかの所でも助詞の前にあれば指摘しません。文字が並ぶだけのもの（「ががん」「ではできる」「そのもの
の」）は、UniDic で語の切れ目を確かめて除きます。

## なぜか
生成の途中で直前の語をもう一度出したところや、決まり文句を継いだところに残ります。

## 例
```md bad
朝のうちに水をを替えておく。
```
```md fixed
朝のうちに水を替えておく。
```
```md good
その射程ははるかに広い。一つ一つ確かめ、もっともっと集めたい。
```

## 限界
人が書いた記事 375 本では 13 本に指摘があり、どれも本物の重なりでした。「で」の重なり（「できる」と
紛れる）と、「一つ一つ」「要所要所」のような二字の名詞の重なりは見ません。同じ重なりが記事の別の文に
もあるときは、名前や言い回しとみて指摘しません。「のの字」のように仮名を名で呼ぶものも見ません。型番
の続かない英字の名前は、一つだけの形が記事のほかの所にもあるときに見ます。「手前の手前の駅」「友人の
友人の話」「最後の最後の一球」のように重ねて言う名詞は見ません。

## English
### What it does
Reports a particle or word that stands twice in a row by accident. A case particle, or words such as
について, twice, and a Latin name twice before a version, are errors. A particle before hiragana,
which may begin a noun, another Latin name, a noun with its particle, a long katakana word, ません,
or a phrase with が or を twice is a warning, and so is a particle behind hiragana that may begin a
name (はるとと); a name that stands before another particle elsewhere is left alone. UniDic's word
boundaries tell them from sound sequences.

### Why
Models say the last token again, and templates join a stem that ends in a particle.

### Limits
13 of 375 posts by people are reported, all rightly. Doubled で, doubled short nouns and nouns that
are said twice (a friend's friend, the very last) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Sentence,
    Severity,
    Token,
)
from kouetsu_rules.iterated import ITERATED
from kouetsu_rules.places import (
    NAMED_KANA,
    cited,
    matches,
    particle_ends,
    sentence_matches,
    word_at,
    words_around,
)
from kouetsu_rules.samples import sample_of_fault
from kouetsu_rules.typos.words.names import is_named, name_before

PARTICLE = Pattern(r"([をにとのがへ])(?=\1)")
# Several words that do a particle's work: no phrase ends in one and begins with it again.
COMPOUND = Pattern(
    r"(?P<word>について|に関する|に関して|に対する|に対して|における|によって|に向けた|とともに|のための)(?P=word)"
)
# The shapes of doubled words that can be accidents; whether they are the words decide.
AGAIN = Pattern(
    r"(?P<ending>ません)(?P=ending)|(?P<katakana>[ァ-ヺー]{5,14})(?P=katakana)"
    r"|(?P<phrase>[^\W\d_a-zA-Zぁ-ゟ]{2,12}[にのなを])(?P=phrase)|(?P<case>[がを][^\W\dぁ-ん]{1,12})(?P=case)"
)
NAME = Pattern(
    r"(?<![A-Za-z0-9.@/_-])([A-Z][A-Za-z]{3,}|[a-z][A-Z]{2,}) \1(?=[ -][A-Z0-9]|[^\x00-\x7f])"
)
VERSION = Pattern(
    r"[ -][A-Z]{0,3}[0-9]"
    r"(?![0-9.,]* ?(?:(?:[km]?g|[mc]?l|[cm]?m)(?![A-Za-z])|[円個枚本杯匹尾名]|人前|切れ))"
)
"""What stands behind the name of a product and of no band or island."""
YEAR = Pattern(r" (?:19|20)[0-9]{2}(?![0-9])")
"""Of a record of the band's."""
INSISTING = ("本当", "ホント", "マジ", "絶対")
REDUPLICATED = Pattern(r"(.+?)\1+")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for sentence, found in sentence_matches(post, PARTICLE):
        finding = _particle(post, sentence, found.end())
        start, end = (sentence.start + at for at in found.span())
        if finding and not sample_of_fault(post, sentence.prose, start, end):
            yield finding
    for sentence, found in sentence_matches(post, COMPOUND):
        start, end = (sentence.start + at for at in found.span())
        shown = sample_of_fault(post, sentence.prose, start, end)
        if not shown and not cited(sentence.text, *found.span()):
            finding = _finding(sentence, *found.span(), found["word"])
            yield replace(finding, severity=None)
    seen: dict[str, Finding | None] = {}
    for sentence, found in sentence_matches(post, AGAIN):
        if cited(sentence.text, *found.span()) or not _accident(sentence, found):
            continue
        start, end = (sentence.start + at for at in found.span())
        if sample_of_fault(post, sentence.prose, start, end):
            continue
        # A doubled name or a way of speaking comes again; a slip is alone.
        word = _word(found)
        seen[word] = None if word in seen else _finding(sentence, found.start(), found.end(), word)
    yield from (finding for finding in seen.values() if finding)
    for prose, found in matches(post, NAME):
        # Duran Duran: a name that is doubled is so wherever it stands.
        text = post.wording
        again = text.count(found.group()) > 1 or prose.text.startswith(f" {found[1]}", found.end())
        certain = VERSION.match(prose.text, found.end()) is not None
        of_band = YEAR.match(prose.text, found.end()) is not None
        if again or of_band or (not certain and text.count(found[1]) < 3):
            continue
        span = prose.span(*found.span())
        if span.size != len(found.group()):
            continue
        cut = Edit(prose.span(found.end(1), found.end()), "")
        fix = Fix((cut,), Safety.UNSAFE, "drop", {"word": found[1]})
        severity = None if certain else Severity.WARNING
        yield Finding(span, "word", {"word": found[1]}, fix=fix, severity=severity)


def _particle(post: Post, sentence: Sentence, offset: int) -> Finding | None:
    met = words_around(sentence, offset)
    if met is None:
        return None
    first, second = (sentence.tokens[index] for index in met)
    # ににんがし, 「町では、とと屋と呼ぶ」: no particle begins a sentence or a clause.
    if not met[0] or sentence.tokens[met[0] - 1].surface == "、" or not _doubling(first, second):
        return None
    if cited(sentence.text, first.start, offset + 1):
        return None
    # きゃっととと: a sound, not a particle.
    if second.surface * 3 in sentence.text[max(0, offset - 2) : offset + 3]:
        return None
    span = sentence.span_of(first.start, offset + 1)
    if span.size != 2:
        return None
    cut = Edit(sentence.span_of(offset, offset + 1), "")
    values = {"word": first.surface}
    # 鮑ととこぶし: the second one may begin a noun that UniDic does not know in kana.
    certain = particle_ends(sentence.text, offset + 1)
    if not certain and NAMED_KANA.match(sentence.text, offset + 1):
        return None
    # はるとと歩く: the first one may end a name, which the post then goes on to use. を ends none.
    name = name_before(sentence, met[0]) if first.surface != "を" else ""
    if name and is_named(post, name + first.surface):
        return None
    certain = certain and not name
    fix = Fix((cut,), Safety.SAFE if certain else Safety.UNSAFE, "drop", values)
    return Finding(
        span, "particle", values, fix=fix, severity=None if certain else Severity.WARNING
    )


def _case(token: Token) -> bool:
    return token.feature.pos1 == "助詞" and token.feature.pos2 == "格助詞"


def _doubling(first: Token, second: Token) -> bool:
    if second.surface != first.surface or not _case(second):
        return False
    # に after an adjectival noun is an auxiliary to UniDic.
    return _case(first) or (first.surface == "に" and first.feature.pos1 == "助動詞")


def _accident(sentence: Sentence, found: re.Match[str]) -> bool:
    text = sentence.text
    word = _word(found)
    if REDUPLICATED.fullmatch(word) or (word.endswith("の") and ITERATED.match(word)):
        return False
    middle = words_around(sentence, found.start() + len(word))
    if middle is None:
        return False
    tokens = sentence.tokens
    if not _begins(sentence, found.start()) or not _begins(sentence, found.start() + len(word)):
        return False
    first = tokens[word_at(sentence, found.start()) or 0]
    whole = found.end() == len(text) or _begins(sentence, found.end())
    if found["ending"]:
        return True
    if found["katakana"]:
        # カランコロンカランコロンと鳴る
        sounds = first.feature.pos1 == "副詞" and text.startswith("と", found.end())
        return whole and not sounds
    if found["phrase"]:
        last = tokens[middle[0]].feature
        # 本当に本当に, 大事な大事な: so one insists.
        if found["phrase"][-1] in "なに" and first.end - first.start == len(word) - 1:
            feature = first.feature
            if feature.pos1 in ("形状詞", "副詞") or "形状詞可能" in feature.pos3:
                return False
            if first.surface in INSISTING:
                return False
        numeral = first.feature.pos2 in ("数詞",) or first.feature.pos1 == "接頭辞"
        return last.pos1 in ("助詞", "助動詞") and not numeral and whole and len(first.surface) > 1
    return _case(first)


def _word(found: re.Match[str]) -> str:
    return found.group()[: len(found.group()) // 2]


def _begins(sentence: Sentence, offset: int) -> bool:
    return word_at(sentence, offset) is not None


def _finding(sentence: Sentence, start: int, end: int, word: str) -> Finding:
    middle = start + len(word)
    cut = Edit(sentence.span_of(middle, end), "")
    fix = Fix((cut,), Safety.UNSAFE, "drop", {"word": word})
    span = sentence.span_of(start, end)
    return Finding(span, "word", {"word": word}, fix=fix, severity=Severity.WARNING)


RULE = Rule(
    name="doubled-word",
    group="typos",
    severity=Severity.ERROR,
    messages={
        "particle": (
            "助詞「{word}」が重なっています",
            "the particle “{word}” stands twice in a row",
        ),
        "word": ("「{word}」が二度続いています", "“{word}” stands twice in a row"),
        "drop": ("「{word}」を一つ削除する", "drop one “{word}”"),
    },
    doc=__doc__,
    check=check,
    yields_to=("broken-inflection", "token-loop", "repeated-passage", "excerpt-quality"),
)
