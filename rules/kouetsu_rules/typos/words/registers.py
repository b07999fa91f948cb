"""Joints of inflected words that a blind change of register leaves: 集まっました, 取りた.

Who turns plain endings into polite ones, or back, by replacing letters does not read the word
before them: た becomes ました behind 集まっ, る becomes ります behind 続け, です becomes である in
ですら. UniDic names both words, and their forms cannot meet.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Post, Sentence, Token
from kouetsu_rules.places import bracket_around, sentence_matches, words_around

# The signs whose verbs have these stems: perf: the words around are read only behind them.
IN_KU = (
    "書聞歩働動泣抜開置描届解脱急泳騒稼防継注導招築磨輝響叩続引弾敷焼炊浮空傾驚嘆退欠咲向吹履砕嗅担"
)
IN_FU = "思言云謂問買食習笑歌従願争誘迷救敬嫌呪慕疑追奪囚襲養行失払拾使遣洗縫狂厭"
IN_TSU_NU_BU_MU = "立待持打勝育保放死飛遊呼選学運並喜叫結飲読住進頼噛組包積沈盗望踏編休悩縮"
ASKED = r"(?=ま(?:す|した|して|せん|しょう))"
ENDS = r"(?=た(?![いくがけらな])|る(?![なら]))"
# At the end of a match the second word begins.
POLITE = Pattern(
    rf"[っん]{ASKED}|[{IN_KU}]い{ASKED}|[えけせてねべめれげぜでぺびじぎ]り{ASKED}"
    r"|[ろよ]う(?=ましょう)"
)
PLAIN = Pattern(
    rf"[{IN_KU}][きぎ]{ENDS}|[{IN_TSU_NU_BU_MU}][ちにびみ]{ENDS}"
    rf"|[一-龥](?:[わかさた]|(?<![降借足下懲]))り{ENDS}|わかり{ENDS}"
)
BEFORE_NOUN = Pattern(r"です(?=(?:ため|こと|とき|時|場合|際)(?!で(?:す|ご)))")
COPULA = Pattern(
    r"[すたる](?=である(?:が|けど|けれど|こと|と|から|ので|ね|よ))"
    r"|[^\s、。「『（(](?=であるら)"
)
MOST_REPLACED = Pattern(
    r"(?<![一-龥々])(?:励|悩|醒|済|晦|膨ら)る(?![るい])"
    # 思はるる人, in the old spelling.
    rf"|(?<=[、とがはもに])(?<![{IN_FU}]は)るる(?=[^\s、。ぁ-ん])(?!る?[述説語申話言書記御論並列綴紹解])"
)
"""What is left of 励ます and its like, and of ますます, when ます becomes る."""
FIVE_ROWS = dict(zip("きぎちにびみり", "くぐつぬぶむる", strict=True))


class Joint(Struct, frozen=True):
    """Two words that cannot meet; ``sure``: nobody speaks so either."""

    sentence: Sentence
    start: int
    end: int
    sure: bool = True

    @property
    def words(self) -> str:
        return self.sentence.text[self.start : self.end]


def joints(post: Post) -> Iterator[Joint]:
    """The joints outside quotation marks: who is quoted may speak a dialect."""
    for joint in _joints(post):
        around = bracket_around(joint.sentence.text, joint.start, joint.end)
        if around is None or joint.sentence.text[around[0]] in "(（":
            yield joint


def _joints(post: Post) -> Iterator[Joint]:
    for pattern, meets in (
        (POLITE, _polite),
        (PLAIN, _plain),
        (BEFORE_NOUN, _before_noun),
        (COPULA, _copula),
    ):
        for sentence, found in sentence_matches(post, pattern):
            met = words_around(sentence, found.end())
            joint = meets(sentence, *met) if met is not None else None
            if joint is not None:
                yield joint
    for sentence, found in sentence_matches(post, MOST_REPLACED):
        yield Joint(sentence, *found.span(), sure=found.group() != "るる")


def _polite(sentence: Sentence, left: int, right: int) -> Joint | None:
    """集まっ|ました, 続け|り|ます, あろう|ましょう."""
    tokens = sentence.tokens
    stem, ending = tokens[left], tokens[right]
    if ending.feature.lemma != "ます":
        return None
    form = stem.feature.c_form
    if stem.feature.pos1 == "動詞" and form.endswith(("促音便", "撥音便")):
        return Joint(sentence, stem.start, ending.end)
    # ござい, なさい and their like are no stems in く or ぐ.
    if form.endswith("イ音便") and stem.feature.lemma.endswith(("く", "ぐ")):
        return Joint(sentence, stem.start, ending.end)
    if form.startswith("意志推量") and stem.surface.endswith(("ろう", "よう")):
        return Joint(sentence, stem.start, ending.end)
    verb = tokens[left - 1] if left else None
    if verb and stem.feature.lemma == "り" and _is_verb(verb) and verb.end == stem.start:
        return Joint(sentence, verb.start, ending.end)
    return None


def _plain(sentence: Sentence, left: int, right: int) -> Joint | None:
    """取り|た, 分かり|る: five-row stems before an ending that asks for another form."""
    stem, ending = sentence.tokens[left], sentence.tokens[right]
    feature = stem.feature
    if ending.feature.pos1 != "助動詞" or ending.feature.lemma not in ("た", "り", "る"):
        return None
    if not _is_verb(stem) or len(stem.surface) < 2 or feature.c_form != "連用形-一般":
        return None
    sign = stem.surface[-1]
    five_row = feature.lemma.endswith(FIVE_ROWS.get(sign, "\n"))
    if not five_row or feature.lemma.endswith((sign + "る", "る") if sign != "り" else ("りる",)):
        return None
    return Joint(sentence, stem.start, ending.end)


def _before_noun(sentence: Sentence, left: int, right: int) -> Joint | None:
    """いる|です|こと; 休み|です|ため is also how the over-polite write."""
    tokens = sentence.tokens
    desu, noun = tokens[left], tokens[right]
    if not left or desu.surface != "です" or noun.feature.pos1 != "名詞":
        return None
    after = tokens[right + 1].surface if right + 1 < len(tokens) else ""
    verb = tokens[left - 1].feature
    clause = verb.pos1 == "動詞" and verb.c_form.startswith(("終止", "連体"))
    # お上手ですこと: an exclamation.
    if noun.surface == "こと" and after not in ("を", "が", "に", "は", "も", "で", "から"):
        return Joint(sentence, tokens[left - 1].start, noun.end) if clause and after else None
    return Joint(sentence, tokens[left - 1].start, noun.end, sure=clause)


def _copula(sentence: Sentence, left: int, right: int) -> Joint | None:
    """でした|である|けど, ます|である|ね, 母|である|ら."""
    tokens = sentence.tokens
    before, rest = tokens[left], tokens[right : right + 4]
    if [word.surface for word in rest[:2]] != ["で", "ある"] or len(rest) < 3:
        return None
    last = rest[2]
    start, end = before.start, last.end
    if last.surface == "ら":
        # In the dialect of Shizuoka a sentence ends so.
        goes_on = len(rest) == 4 and rest[3].feature.pos1 not in ("補助記号", "助詞")
        return Joint(sentence, start, end) if goes_on else None
    feature = before.feature
    if not feature.c_form.startswith(("終止", "連体")):
        return None
    if feature.lemma in ("です", "ます") or (
        feature.lemma == "た" and left and tokens[left - 1].feature.lemma in ("です", "ます")
    ):
        return Joint(sentence, start, end)
    # 置くであるよ, of a comic voice, is no slip.
    return None


def _is_verb(word: Token) -> bool:
    return word.feature.pos1 == "動詞"
