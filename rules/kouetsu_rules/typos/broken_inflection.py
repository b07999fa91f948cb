"""「です」「ます」のあとに、続くはずのない語尾が付いている。

## 何を見るか
UniDic の活用の情報で、次のところを見分けます。

- 言い切りの「です」「ます」のすぐあとに続く動詞や助動詞（「ですいます」「ですです」）
- 「ですす。」「ですっています」「ですりつつある」「ですそうです」のような語尾の残りかす
- 語の途中へはめ込まれた決まり文句（「できますします」）
- 終止形に付いた「ます」「ました」（「するます」「走るました」）
- 文体をそろえる置き換えで、活用の形が合わなくなったところ（「集まっました」「続けります」「取りた」
  「飲んでいるですこと」「であろうましょう」「であるら」）
- 音便の形で終わる文（「読ん。」「行っ。」）

## なぜか
「になっています」を「です」に機械的に置き換えると、元の語尾が残ります。人の打ち間違いにはない形で、
読めば誰でも気づくのに、検索や表記の検査では見つかりません。

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
人が書いた記事 375 本では 3 本に指摘があり、どれも本物の誤りでした。かぎかっこの中の話し言葉は見ませ
ん。「です」のあとに名詞や接続詞が来るものは、句点の抜けとみて警告にとどめます。「鉢ですります」「話
でする」「問題ですらない」のように別の動詞や助詞として読めるものは、前の語が形容動詞でないかぎり見ま
せん。道具かもしれない名詞のあとの「ですります」「ですます」と、話し言葉でもある「江戸ですかい」は警
告、「ございますです」「しびれですた」のような話しぶりは情報にとどめます。丁寧すぎる文にもある「休み
ですため」は警告です。題名、タグ、見出しのどれかから打ち間違いや誤字を集めたと分かるところでは、箇条
書きとかぎかっこの中を見ません。

## English
### What it does
Reports endings that can't follow です or ます. These are a verb or auxiliary after a closing です
or ます (ですいます, ですです), left-over tails (ですす。, ですっています, ですりつつある), a
formula put into a word (できますします), a terminal form before ます (するます), a sentence that
ends in an onbin stem (読ん。), and forms that cannot meet after a blind change of register
(集まっました, 続けります, 取りた, であろうましょう).

### Why
A blind replacement of になっています by です leaves the old ending behind.

### Limits
3 of 375 posts by people are reported, all rightly. A noun or conjunction straight after です is a
warning: a full stop is missing. What may be another verb or particle (鉢ですります, 話でする, 問題
ですらない) is left alone unless an adjectival noun stands before it. After a noun that may be a
tool ですります and ですます are warnings, as is the over-polite 休みですため; manners of speech
such as ございますです are infos. ですかい is an error behind a quality alone, and nothing where a
post asks so again, as talk does. Where the title, the tags or a heading say that slips are
collected, items and quoted words are left alone.
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
from kouetsu_rules.places import cited, in_brackets, matches, sentence_matches, words_around
from kouetsu_rules.samples import outside_collections
from kouetsu_rules.typos.words.registers import joints
from kouetsu_rules.typos.words.tails import (
    ADJECTIVAL,
    NOUNS,
    WHOLE_TAIL,
    Tail,
    is_instrument,
    is_quality,
    tails,
)

GLUED = Pattern(
    r"(?:です|ます|でした|ました)"
    r"(?=[^\W\d_a-zA-Z])(?!(?:が|から|けど|けれど|と|って|ね|よ|わ|ぞ|な|も|ので|のに|でしょう)[^い])"
    r"|です(?=[A-Za-z])"
)
# A formula put into a word, what the word went on with left: …できますします.
FORMULA = Pattern(
    r"(?:です|ます)(?:し(?:ます|まし[たて]|ません|てい(?:る|ます))|され(?:ます|てい|ました)"
    r"|でき(?=ます(?!よう)|ました|ません))|ますす(?=。)"
)
# Conjunctions that begin a sentence, right behind the end of one.
NEXT = Pattern(
    r"(?P<ending>です|ます|でした|ました)(?P<word>そして|しかし|さらに|たとえば|例えば|このように"
    r"|つまり|ただし|そのため、|その結果、|これにより|しかも|だからこそ|また、|なお、)"
)
TERMINAL = Pattern(
    r"(?<=[うくぐすつぬぶむる])ま(?:す(?!ます)(?=[。、？！?!か\n]|$)|した|せん|しょう)"
)
STEM = Pattern(r"。(?<=[っん]。)(?<!ません。)")
ADJECTIVAL_NOUNS = frozenset({"必要", "困難", "的"})
"""Nouns to UniDic, with which nothing is done."""
MANNERS = frozenset({"夢中", "平気", "本気", "真剣", "無心", "無言", "無料", "無償", "必死"})
"""How things are done: 夢中でする."""
STOP = Pattern(r"[\s。、！？!?…」』）)]")
NAME_AND_PARTICLE = Pattern(r"[A-Z][A-Za-z0-9]+(?: [A-Z0-9][A-Za-z0-9.]*)*[はがも]")
# Who talks begs pardon without a full stop before it: 忘れてましたすみません.
APOLOGY = Pattern(r"す[みい]ません")
# 「です・ます調」の類い
REGISTER = Pattern(r"[・/]?(?:だ|ます|である)?(?:調|体|文|口調|形)")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    # What the letters tell, the words tell again in part.
    yield from apart(outside_collections(post, (*_by_letters(post), *_by_words(post))))


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
    for joint in joints(post):
        span = joint.sentence.span_of(joint.start, joint.end)
        severity = None if joint.sure else Severity.WARNING
        yield Finding(span, "joint", {"words": joint.words}, severity=severity)
    for sentence, found in sentence_matches(post, ADJECTIVAL):
        yield from _adjectival(sentence, *found.span())
    for sentence, found in sentence_matches(post, GLUED):
        yield from _glued(sentence, found.end())
    for sentence, found in sentence_matches(post, TERMINAL):
        yield from _terminal(sentence, found.start())
    for sentence, found in sentence_matches(post, STEM):
        met = words_around(sentence, found.start())
        stem = sentence.tokens[met[0]] if met else None
        # ちっ。 よっ。: a sentence of its own, an exclamation; だめだっ。: a cry.
        if not stem or not met or not met[0] or stem.feature.pos1 == "助動詞":
            continue
        if in_brackets(sentence.text, stem.start, stem.end):
            continue
        # 笑っ。笑った。: the speaker breaks off and says it whole.
        again = sentence.prose.text.startswith(stem.surface, sentence.start + stem.end + 1)
        if not again and stem.feature.c_form in ("連用形-促音便", "連用形-撥音便"):
            span = sentence.span_of(stem.start, stem.end)
            yield Finding(span, "stem", {"word": stem.surface})


def _terminal(sentence: Sentence, offset: int) -> Iterator[Finding]:
    met = words_around(sentence, offset)
    if met is None:
        return
    first, second = (sentence.tokens[index] for index in met)
    own = first.feature.lemma in ("です", "ます")
    verb = first.feature.pos1 in ("動詞", "助動詞") and not own
    polite = second.feature.lemma == "ます"
    if verb and first.feature.c_form[:2] in ("終止", "連体") and polite:
        span = sentence.span_of(first.start, second.end)
        yield Finding(span, "terminal", {"word": first.surface + second.surface})


def _tail(tail: Tail) -> Finding:
    words = tail.prose.text[tail.middle : tail.end]
    fix = None
    if tail.whole:
        cut = Edit(tail.prose.span(tail.middle, tail.end), "")
        safety = Safety.SAFE if tail.sure and not tail.asks else Safety.UNSAFE
        fix = Fix((cut,), safety, "drop", {"tail": words})
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
    if before.surface in MANNERS and sentence.text.startswith("る", end):
        return
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
    if REGISTER.match(sentence.text, offset) or APOLOGY.match(sentence.text, offset):
        return
    # 「社内の文書はですます」: with no noun before it, it is what the style is called.
    if follower.surface == "ます" and tokens[met[0] - 1].surface in ("は", "も", "が", "を", "の"):
        return
    if in_brackets(sentence.text, ending.start, follower.end):
        return
    # 行きます行きます: one who hurries says it twice.
    word = tokens[met[0] - 1].surface if met[0] else ""
    if not word or sentence.text.startswith(word + ending.surface, offset):
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
    severity = _severity(sentence, met[0])
    if severity is Severity.WARNING and is_instrument(sentence.text, ending.start):
        return
    fix = None
    if whole:
        edit = Edit(sentence.span_of(offset, upto), "")
        safety = Safety.UNSAFE if severity else Safety.SAFE
        fix = Fix((edit,), safety, "drop", {"tail": whole.group()})
    values = {"ending": ending.surface, "tail": sentence.text[offset:upto]}
    span = sentence.span_of(ending.start, upto)
    yield Finding(span, "glued", values, fix=fix, severity=severity)


def _severity(sentence: Sentence, place: int) -> Severity | None:
    """How sure it is that another word follows the closing one by accident.

    ございますです and 嬉しいですです are manners of speaking; 櫛ですきます and パンですます may say
    what is done with a thing.
    """
    before, ending, follower = sentence.tokens[place - 1 : place + 2]
    if ending.surface != "です" or follower.surface == "た":
        return Severity.INFO if follower.surface in ("です", "でし", "た") else None
    said = before.feature.pos1 in ("形容詞", "助動詞") and before.surface not in NOUNS
    if said and follower.surface == "です":
        return Severity.INFO
    thing = follower.feature.pos1 == "動詞" or follower.surface == "ます"
    return Severity.WARNING if thing and not is_quality(before) else None


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
        "joint": (
            "「{words}」は活用の形が合っていません（文体の一括置換の跡）",
            "the forms in “{words}” cannot meet: this is the trace of a replacement",
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
