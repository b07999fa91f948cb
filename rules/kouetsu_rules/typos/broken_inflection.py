"""「です」「ます」のあとに、続くはずのない語尾が付いている。

## 何を見るか
言い切りの「です」「ます」のすぐあとに動詞や助動詞が続くところ（「ですいます」「ですです」）、
「ですす。」「ですっています」「ですりつつある」「ですそうです」のような語尾の残りかす、
「できますします」のように語の途中へはめ込まれた決まり文句、
「するます」のような終止形と「ます」の重なり、「読ん。」「行っ。」のように音便の形で文が終わるところを、
UniDicの活用の情報で見分けます。

## なぜか
「になっています」を「です」へ機械的に置きかえると、元の語尾が残ります。人が打ちまちがえる形ではな
く、読めば誰でも気づくのに、検索や表記の検査では見つかりません。

## 例
```md bad
毎朝の散歩が何より大切ですいます。
```
```md fixed
毎朝の散歩が何より大切です。
```
```md good
毎朝の散歩がますます大切になっています。
```

## 限界
人が書いた375本で誤りの指摘は0件です。「〜でございますです」のような古風な重ね方や方言は、
引用のかぎかっこの中だけ見逃します。「です」のあとに名詞や接続詞が来るものは句点の抜けとみて警告にとどめます。
「鉢ですります」「話でする」「問題ですらない」のように別の動詞や助詞として読めるものは、
前の語が形容動詞でないかぎり見ません。「昼はパンですます。」は、まわりの文が「です・ます」で終わるときだけエラーです。

## English
### What it does
Reports a closing です or ます that a verb or auxiliary follows (ですいます, ですです), left-over
tails (ですす。, ですっています, ですりつつある), a formula put into a word (できますします), a
terminal form before ます (するます) and a sentence that ends in an onbin stem (読ん。).
### Why
A blind replacement of になっています by です leaves the old ending behind.
### Limits
No false report in 375 files written by people. A noun or conjunction straight after です is a
warning: a full stop is missing. What may be another verb or particle (鉢ですります, 話でする,
問題ですらない) is left alone unless an adjectival noun stands before it; パンですます。 is an error
only among sentences in です and ます.
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
    Rule,
    RuleOptions,
    Safety,
    Sentence,
    Severity,
    Token,
)
from kouetsu_rules.apart import apart
from kouetsu_rules.typos.places import cited, in_brackets, matches, sentence_matches, words_around
from kouetsu_rules.typos.tails import ADJECTIVAL, WHOLE_TAIL, Tail, tails

GLUED = Pattern(
    r"(?:です|ます|でした|ました)"
    r"(?=[^\W\d_a-zA-Z])(?!(?:が|から|けど|けれど|と|って|ね|よ|わ|ぞ|な|も|ので|のに|でしょう)[^い])"
    r"|です(?=[A-Za-z])"
)
# A formula put into a word, what the word went on with left: …できますします.
FORMULA = Pattern(
    r"(?:です|ます)(?:し(?:ます|まし[たて]|ません|てい(?:る|ます))|され(?:ます|てい|ました)"
    r"|でき(?=ます(?!よう)|ました|ません))|ますす(?=。)",
    needs=("ますす", *(e + f for e in ("です", "ます") for f in ("しま", "して", "され", "でき"))),
)
# Conjunctions that begin a sentence, right behind the end of one.
NEXT = Pattern(
    r"(?P<ending>です|ます|でした|ました)(?P<word>そして|しかし|さらに|たとえば|例えば|このように"
    r"|つまり|ただし|そのため、|その結果、|これにより|しかも|だからこそ|また、|なお、)",
    needs=tuple(e + f for e in ("す", "た") for f in "そしさた例こつだまな"),
)
TERMINAL = Pattern(r"ます(?<=[うくぐすつぬぶむる]ます)(?!ます)(?=[。、？！?!か\n]|$)")
STEM = Pattern(r"。(?<=[っん]。)(?<!ません。)")
ADJECTIVAL_NOUNS = frozenset({"必要", "困難", "的"})
"""Nouns to UniDic, with which nothing is done."""
STOP = Pattern(r"[\s。、！？!?…」』）)]")
NAME_AND_PARTICLE = Pattern(r"[A-Z][A-Za-z0-9]+(?: [A-Z0-9][A-Za-z0-9.]*)*[はがも]")
# 「です・ます調」の類い
REGISTER = Pattern(r"[・/]?(?:だ|ます|である)?(?:調|体|文|口調|形)")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    # What the letters tell, the words tell again in part.
    yield from apart((*_by_letters(post), *_by_words(post)))


def _by_letters(post: Post) -> Iterator[Finding]:
    for tail in tails(post):
        yield _tail(tail)
    for prose, found in matches(post, FORMULA):
        if not in_brackets(prose.text, *found.span()):
            values = {"ending": found.group()[:2], "tail": found.group()[2:]}
            yield Finding(prose.span(*found.span()), "glued", values)
    for prose, found in matches(post, NEXT):
        span = prose.span(*found.span())
        if not in_brackets(prose.text, *found.span()) and span.size == len(found.group()):
            yield Finding(span, "stop", found.groupdict(), severity=Severity.WARNING)


def _by_words(post: Post) -> Iterator[Finding]:
    for sentence, found in sentence_matches(post, ADJECTIVAL):
        yield from _adjectival(sentence, *found.span())
    for sentence, found in sentence_matches(post, GLUED):
        yield from _glued(sentence, found.end())
    for sentence, found in sentence_matches(post, TERMINAL):
        yield from _terminal(sentence, found.start())
    for sentence, found in sentence_matches(post, STEM):
        met = words_around(sentence, found.start())
        stem = sentence.tokens[met[0]] if met else None
        # ちっ。 よっ。: a sentence of its own, an exclamation.
        if not stem or not met or not met[0]:
            continue
        if stem.feature.c_form in ("連用形-促音便", "連用形-撥音便"):
            span = sentence.span_of(stem.start, stem.end)
            yield Finding(span, "stem", {"word": stem.surface})


def _terminal(sentence: Sentence, offset: int) -> Iterator[Finding]:
    met = words_around(sentence, offset)
    if met is None:
        return
    first, second = (sentence.tokens[index] for index in met)
    own = first.feature.lemma in ("です", "ます")
    verb = first.feature.pos1 in ("動詞", "助動詞") and not own
    if verb and first.feature.c_form[:2] in ("終止", "連体") and second.surface == "ます":
        span = sentence.span_of(first.start, second.end)
        yield Finding(span, "terminal", {"word": first.surface + second.surface})


def _tail(tail: Tail) -> Finding:
    words = tail.prose.text[tail.middle : tail.end]
    fix = None
    if tail.whole:
        cut = Edit(tail.prose.span(tail.middle, tail.end), "")
        fix = Fix((cut,), Safety.SAFE, "drop", {"tail": words})
    return Finding(
        tail.prose.span(tail.start, tail.end),
        "glued",
        {"ending": "です", "tail": words},
        fix=fix,
        severity=None if tail.sure else Severity.WARNING,
    )


def _adjectival(sentence: Sentence, start: int, end: int) -> Iterator[Finding]:
    """A verb after an adjectival noun with で: 重要でする."""
    met = words_around(sentence, start)
    if met is None or cited(sentence.text, start, end):
        return
    before = sentence.tokens[met[0]]
    if before.feature.pos1 == "形状詞" or before.surface in ADJECTIVAL_NOUNS:
        upto = end + 1
        values = {"ending": "です", "tail": sentence.text[end:upto]}
        yield Finding(sentence.span_of(start, upto), "glued", values)


def _glued(sentence: Sentence, offset: int) -> Iterator[Finding]:
    met = words_around(sentence, offset)
    if met is None:
        return
    tokens = sentence.tokens
    ending, follower = tokens[met[0]], tokens[met[1]]
    if ending.feature.pos1 != "助動詞" or ending.feature.lemma not in ("です", "ます", "た"):
        return
    if REGISTER.match(sentence.text, offset) or cited(sentence.text, ending.start, follower.end):
        return
    if not _unspeakable(ending, follower):
        if _lost_stop(sentence, ending, follower):
            span = sentence.span_of(ending.start, follower.end)
            values = {"ending": ending.surface, "word": follower.surface}
            yield Finding(span, "stop", values, severity=Severity.WARNING)
        return
    whole = WHOLE_TAIL.match(sentence.text, offset) if ending.surface == "です" else None
    upto = whole.end() if whole else follower.end
    closed = upto == len(sentence.text) or STOP.match(sentence.text, upto)
    if follower.feature.pos1 == "助動詞" and not closed:
        return
    fix = None
    if whole:
        edit = Edit(sentence.span_of(offset, upto), "")
        fix = Fix((edit,), Safety.SAFE, "drop", {"tail": whole.group()})
    values = {"ending": ending.surface, "tail": sentence.text[offset:upto]}
    yield Finding(sentence.span_of(ending.start, upto), "glued", values, fix=fix)


def _unspeakable(ending: Token, follower: Token) -> bool:
    feature = follower.feature
    if not ending.feature.c_form.startswith("終止"):
        return False
    if feature.pos1 == "動詞":
        return True
    if feature.pos1 == "助動詞":
        doubled = ending.surface == follower.surface == "ます"
        return not doubled and follower.surface in ("です", "ます", "でし", "まし", "た", "ませ")
    if ending.surface != "です":
        return False
    if feature.pos1 == "助詞":
        return follower.surface in ("は", "を", "に", "で") and feature.pos2 in ("格助詞", "係助詞")
    return feature.pos1 == "接尾辞" and follower.surface == "げ"


def _lost_stop(sentence: Sentence, ending: Token, follower: Token) -> bool:
    """です before a noun that begins another sentence: to UniDic it is attributive there."""
    noun = follower.feature.pos1 == "名詞" and follower.feature.pos2 in ("普通名詞", "固有名詞")
    if ending.surface != "です" or not noun or len(follower.surface) < 2:
        return False
    if follower.surface.isascii():
        return NAME_AND_PARTICLE.match(sentence.text, follower.start) is not None
    kana_only = re.fullmatch(r"[ぁ-ん]+", follower.surface)
    return ending.feature.c_form.startswith("連体") and not kana_only


RULE = Rule(
    name="broken-inflection",
    group="typos",
    severity=Severity.ERROR,
    messages={
        "glued": (
            "「{ending}」のあとに「{tail}」は続きません",
            "“{tail}” cannot follow “{ending}”",
        ),
        "terminal": (
            "「{word}」は終止形に「ます」が付いています",
            "“{word}” has ます after a terminal form",
        ),
        "stem": (
            "活用の途中の「{word}」で文が終わっています",
            "the sentence ends in the stem “{word}”",
        ),
        "stop": (
            "「{ending}」と「{word}」のあいだに句点がありません",
            "a full stop is missing between “{ending}” and “{word}”",
        ),
        "drop": ("「{tail}」を削除する", "delete “{tail}”"),
    },
    doc=__doc__,
    check=check,
    yields_to=("truncated-text",),
)
