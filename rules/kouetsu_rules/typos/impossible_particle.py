"""助詞のあとに、続くはずのない助詞や一字が来ている。

## 何を見るか
- 「は」のあとの「が・に・を・の」、「が」のあとの「の・に・を」、「へに」「でが」のような助詞の並
  び。UniDic の品詞で確かめます
- 「をいどのように」のように、疑問の語の前に残った「い」
- 「〜へについて」「〜とはがもたらす」のように、雛形へはめ込まれた題名や要約の継ぎ目

「は」などが「ゆずは」のような仮名の名の終わりかもしれないところは警告にとどめ、その仮名がほかの所で
も助詞の前にあれば見ません。誤りの例として挙げたもの（行の頭の ×、「…」のような誤り）と、仮名ばかり
の文は見ません。

## なぜか
題名を字数で切って決まり文句を継ぐ、「いかに」を「どのように」に置き換える、といった機械の処理は、人
の書き間違いにはない並びを残します。

## 例
```md bad
教室では音と色をいどのように結びつけるかを考える。
```
```md fixed
教室では音と色をどのように結びつけるかを考える。
```
```md good
教室では音と色をどのように結びつけるかを考える。母のははがきを出した。
```

## 限界
人が書いた記事 375 本では 2 本に指摘があり、どちらも本物の誤りでした。「までを」「からが」「とを」
「をも」など、成り立つ並びは見ません。本文の助詞を一つ書き間違えただけの文は、並びとしては成り立つこ
とが多く、見つけられません。「はのど自慢」のように平仮名が続く並びは、仮名で書いた名詞と区別できない
ので、「〜について」などが続くときだけ見ます。

## English
### What it does
Reports particles that never follow each other (はが, がの, へに, でが …). UniDic's parts of speech
confirm them. A stray い before どう or どのように, and the joints of templates in titles and
excerpts (〜とはがもたらす, 〜へについて), count, too. Behind hiragana that may begin a name (ゆずは
が) a pair is a warning, and none where the post uses the name again. What the text calls a mistake,
and sentences of kana alone, are left alone.

### Why
Titles cut by length and blind replacements leave sequences that people do not type.

### Limits
2 of 375 posts by people are reported, both rightly. A wrong particle that is possible in its place
is not seen, nor is one before hiragana, which may begin a noun (はのど自慢), save about, by and the
like.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Prose,
    Rule,
    RuleOptions,
    Safety,
    Sentence,
    Severity,
)
from kouetsu_rules.places import (
    cited,
    particle_ends,
    sentence_matches,
    word_at,
    words_around,
)
from kouetsu_rules.samples import sample_of_fault
from kouetsu_rules.typos.words.names import is_named, name_before

IMPOSSIBLE = {
    "は": "がにをの",
    "が": "のにを",
    "を": "がのにでへ",
    "に": "をがの",
    "で": "がにを",
    "へ": "にを",
}
# 人間ならではの is a word of its own.
PAIR = Pattern(
    r"[はがをにでへ](?:(?<=は)(?<!では)(?=[がにをの])|(?<=が)(?=[のにを])|(?<=を)(?=[がのにでへ])"
    r"|(?<=に)(?=[をがの])|(?<=で)(?=[がにを])|(?<=へ)(?=[にを]))"
)
STRAY = Pattern(
    r"(?<=[をが])い(?=どのよう|どうや|どう(?![ぞもろくせさし])|どれだけ|どれほど)|(?<=を)い(?=[^\W\d_a-zA-Zぁ-ゟ])"
    r"|(?<=[、にとではも])い(?=どのよう|どうやって|どれだけ|どれほど)"
    # What is left of いかに alone asks for its か.
    r"|(?<=[^\W\d_a-zA-Zぁ-ゟ][がに])い(?=[^\W\d_a-zA-Zぁ-ゟ][^、。]{1,20}か(?:[をがはにも、。]|とい|どう))"
)
# UniDic reads いどのように as 井戸のように.
HOW = Pattern(r"どのよう[にな]|どうやって|どれだけ|どれほど")
# い is the first kana of a word here: いち早く is kana all through, these are not.
KANJI_AFTER = Pattern(r"い(?:形容詞|い加減|ち早|ち[^\W\d_a-zA-Zぁ-ヿ]|け[^\W\d_a-zA-Zぁ-ヿ])")
# A child's sentence.
ALL_KANA = Pattern(r"[ぁ-ゟァ-ヿ\s、。！？!?「」『』…〜・]+")
ABOUT = Pattern(r"(?:へに|もに|をに|がに|でに|はに|とはに)(?=ついて詳し?細?)")
# Suffixes that generators glue to a stem, whatever it ends in.
SUFFIX = (
    r"(?:がもたらす|が変える|が拓く|が切り拓く|が示す|が描く|による|における|の可能|の真意|の未来|の全貌"
    r"|とは？)"
)
GLUED = Pattern(
    # 老いる、とは？: one pauses before the question.
    r"(?:とは|[はがをに]|、(?!とは？))(?=" + SUFFIX + r")(?<!では)(?<!には)"
    # After a noun の is no word for a thing, as it is in 私のが; no title says so.
    r"|の(?<=[^\W\d_a-zA-Zぁ-ゟ]の)(?<![俺私僕君彼女誰人方者社]の)"
    r"(?=が(?:もたらす|変える|拓く|切り拓く|示す|描く)|を(?:変える|読み解く)"
    r"|に(?:よる|おける|迫る|挑む|学ぶ))"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for sentence, found in sentence_matches(post, PAIR):
        # A link or a bold word that ends between the two says that they belong to two phrases.
        span = sentence.span_of(found.start(), found.end() + 1)
        if span.size != 2 or not _impossible(sentence, found.end()):
            continue
        at = sentence.start + found.start()
        if sample_of_fault(post, sentence.prose, at, at + 2):
            continue
        name = name_before(sentence, word_at(sentence, found.start()) or 0)
        # ゆずはが: は may end a name, which the post then goes on to use.
        if not name or not is_named(post, name + found.group()):
            yield _pair(sentence, found.start(), found.end() + 1, certain=not name)
    for sentence, found in sentence_matches(post, STRAY):
        start, end = found.span()
        sure = HOW.match(sentence.text, end) is not None
        if not sure and (KANJI_AFTER.match(sentence.text, start) or not _stray(sentence, start)):
            continue
        span = sentence.span_of(start, end)
        if sample_of_fault(post, sentence.prose, sentence.start + start, sentence.start + end):
            continue
        fix = Fix((Edit(span, ""),), Safety.UNSAFE, "drop", {"kana": "い"})
        yield Finding(span, "stray", {"kana": "い", "word": sentence.text[end]}, fix=fix)
    for name in ("excerpt", "description"):
        yield from _joints(post.field(name), ABOUT, 0)
    yield from _joints(post.title, GLUED, 1)


def _joints(prose: Prose | None, joint: Pattern, more: int) -> Iterator[Finding]:
    if prose is None:
        return
    for found in joint.finditer(prose.text):
        end = found.end() + more
        kana = joint is ABOUT or found.group() not in ("、", "とは")
        if kana and not _is_particle(prose, found.start()):
            continue  # 子どもについて, うにによる磯焼け
        # Particles that cannot follow each other are reported as such already.
        if not _read_as_pair(prose, end - 1):
            yield Finding(
                prose.span(found.start(), end), "joint", {"joint": prose.text[found.start() : end]}
            )


def _is_particle(prose: Prose, offset: int) -> bool:
    for sentence in prose.sentences:
        if sentence.start <= offset < sentence.end:
            index = word_at(sentence, offset - sentence.start)
            if not index:
                return False
            word, before = sentence.tokens[index].feature, sentence.tokens[index - 1].feature
            # しがの未来: UniDic takes the name for two words of old Japanese.
            joins = word.pos2 != "接続助詞" or before.c_form.startswith("終止形")
            return word.pos1 == "助詞" and joins
    return False


def _impossible(sentence: Sentence, offset: int) -> bool:
    met = words_around(sentence, offset)
    if met is None:
        return False
    first, second = (sentence.tokens[index] for index in met)
    if first.feature.pos1 != "助詞" or first.feature.pos2 not in ("格助詞", "係助詞"):
        return False
    if second.feature.pos1 != "助詞" or second.feature.pos2 != "格助詞":
        return False
    if second.surface not in IMPOSSIBLE.get(first.surface, ""):
        return False
    # のど自慢, がごめ昆布, 役割をになう: UniDic takes the head of a word that it does not know in
    # kana for a particle. わしがの、 is how the old speak.
    if ALL_KANA.fullmatch(sentence.text) or sentence.text[first.start - 1 : first.start] == "は":
        return False  # ははが: without kanji nothing tells は from 歯 and 葉
    calling = second.surface == "の" and sentence.text[second.end : second.end + 1] in "、。"
    if calling or not particle_ends(sentence.text, second.end):
        return False
    return not cited(sentence.text, first.start, second.end)


def _stray(sentence: Sentence, offset: int) -> bool:
    """Whether UniDic too reads the い as a word of its own."""
    index = word_at(sentence, offset)
    if index is None:
        return False
    word = sentence.tokens[index]
    return word.surface == "い" and word.feature.pos1 != "接頭辞"


def _read_as_pair(prose: Prose, offset: int) -> bool:
    """Whether the sequence is reported as a pair of particles already."""
    for sentence in prose.sentences:
        if sentence.start < offset < sentence.end:
            return _impossible(sentence, offset - sentence.start)
    return False


def _pair(sentence: Sentence, start: int, end: int, *, certain: bool) -> Finding:
    first, second = sentence.text[start], sentence.text[end - 1]
    values = {"first": first, "second": second}
    severity = None if certain else Severity.WARNING
    return Finding(sentence.span_of(start, end), "pair", values, severity=severity)


RULE = Rule(
    name="impossible-particle",
    group="typos",
    severity=Severity.ERROR,
    messages={
        "pair": (
            "助詞「{first}」に「{second}」は続きません",
            "the particle “{second}” cannot follow “{first}”",
        ),
        "stray": (
            "「{word}」の前に余分な「{kana}」があります",
            "a stray “{kana}” stands before “{word}”",
        ),
        "joint": (
            "「{joint}」は雛形の継ぎ目がそのまま残り、文になっていません",
            "“{joint}” is the joint of a template, not a phrase of Japanese",
        ),
        "drop": ("「{kana}」を削除する", "delete “{kana}”"),
    },
    doc=__doc__,
    check=check,
    yields_to=("title-truncated", "doubled-word", "excerpt-quality"),
)
