"""Whether a title may end where it ends, by its last words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kouetsu.api import Pattern, Prose, Token
from kouetsu_rules.typos.words.katakana import composed
from kouetsu_rules.typos.words.lexicon import lexicon

LONGEST = 2000
"""Longer sentences are not read word by word: they are data, or hostile."""
OPEN = Pattern(r"[「『（(【〈《“][ 　]*$")
KANA = Pattern("[ぁ-ヿ]")
COMMA = Pattern(r"[、，,][ 　]*$")
HALF = Pattern(r"(?<!不可能)の可能?$|その真$|プラットフ(?:ォー?)?$|[ァ-ヺー]{2}ーショ$")
"""Half of a word, whatever the length: of suffixes that generators glue to titles (可能性, 真意),
and of words that end in フォーム and ション."""
# Half of a word that headlines end in: 徹底比|較, 使い比|べ, を紹|介, おすす|め, ランキン|グ.
HALF_WORD = Pattern(
    r"徹底[比解紹検攻分調]$|[A-Za-zァ-ヶー]対$|[いきぎべみけりし見]比$|[をくに]紹$|(?:しく|やすく|丁寧に|一挙に)解$"
    r"|[をもにのでと0-9]おすす$|[をもにの・]まと$|(?:ランキン|レビュ|(?:メリ|ステ|チェ|テクニ|セットア)ッ"
    r"|ポイン|カスタマイ|インストー|アップデー|アップグレー|トラブルシューティン)$"
)
ASKS_FOR_MORE = Pattern(r"(?:ための|方法の)$|^(?!.*で[^たるっ]{1,10}を$)[^にへと、。！？!?]+を$")
"""How no long title ends; すべての人に春を and 手押し車で気楽な旅を are wishes."""
BEGUN_BRACKET = Pattern(r"[「『（(【《〈][^「『（(【《〈」』）)】》〉]{1,40}$")
"""A bracket that is open at the end, with words in it."""
ASIDE = Pattern(
    r"[（(](?:(?:[笑泣爆汗怒照仮違嘘驚苦略棒殴死震謎wｗ]|苦笑|ry|・)$|[^\w\s]|[´・ω∀；;^]).*$"
)
"""What people leave open: (笑, (´・ω・｀."""
PAIRS = (("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("【", "】"), ("《", "》"))
SUFFIXES = frozenset("界者化率性的力度")
"""Suffixes without which a word is no word; 編, 版 and the like may be left out."""
PREDICATES = frozenset({"動詞", "形容詞", "助動詞", "形状詞"})
REST_OF_PREDICATE = Pattern(r"ま[すせし]|ない")
DETERMINERS = frozenset({"その", "この", "あの", "どの", "或る", "其の", "此の"})
YEAR = Pattern(r"(?<![0-9])(?:19|20)[0-9]{2}$")
KATAKANA = Pattern(r"[ァ-ヺー]")
# Particles of Korean are written with their word, and English words take endings.
HANGUL = Pattern(r"[가-힣]")
INFLECTED = Pattern(r"(?<=[a-z])(?:(?:e?s|'s|ed|ing|ly)(?![A-Za-z]))")
KATAKANA_RUN = Pattern(r"[ァ-ヺー]+$")
LONGEST_RUN = 40
SHORTEST_HALF = 4
"""A shorter one may be a name that no dictionary has."""
DIGIT_OR_LATIN = Pattern(r"[0-9０-９A-Za-zＡ-Ｚａ-ｚ]")


def ends_open(stem: str) -> bool:
    """Whether it ends in an opening bracket or a comma: no title does."""
    return OPEN.search(stem) is not None or COMMA.search(stem) is not None


def unclosed(stem: str) -> bool:
    """Whether a bracket is opened and never closed."""
    return any(stem.count(left) > stem.count(right) for left, right in PAIRS)


def begins_bracket(stem: str) -> bool:
    """Whether the end lies within a bracket that it does not close, smileys aside."""
    opened = BEGUN_BRACKET.search(stem)
    return opened is not None and unclosed(stem) and not ASIDE.match(stem, opened.start())


def half_word(stem: str, words: Sequence[Token]) -> bool:
    """Whether the end is half of a word, as letters or grammar show: 徹底比, 共有す, 使っ."""
    if HALF_WORD.search(stem):
        return True
    if len(words) < 2:
        return False
    last, before = words[-1], words[-2]
    form = last.feature.c_form
    if last.surface == "す" and before.feature.pos3.startswith("サ変") and len(words) > 4:
        if any(word.surface == "にて" for word in words):
            return False  # old Japanese, whose verb ends so
        objects = [word for word in words[-4:-2] if word.surface in ("を", "で", "に", "と", "も")]
        return bool(objects)
    if last.feature.pos1 == "動詞" and form.endswith(("促音便", "撥音便")):
        return last.surface.endswith("っ") and len(last.surface) > 1
    # 記念のつ|どい: hiragana that is no word, behind a particle.
    letter = last.feature.pos1 in ("記号", "接頭辞") and KANA.match(last.surface) is not None
    return letter and len(last.surface) == 1 and before.feature.pos2 == "格助詞"


def half_katakana(word: Token) -> bool:
    """Whether a word is katakana that no dictionary has: アプリケーシ."""
    run = KATAKANA_RUN.match(word.surface)
    return run is not None and len(word.surface) > SHORTEST_HALF and not word.feature.lemma


def asks_for_more(stem: str) -> bool:
    """Whether its last words lead to others, though nothing shows them."""
    return ASKS_FOR_MORE.search(stem) is not None


def words_between(prose: Prose, start: int, end: int) -> tuple[Token, ...]:
    """The words from ``start`` to ``end``, with offsets in the whole prose."""
    words: list[Token] = []
    for sentence in prose.sentences:
        if sentence.end <= start or sentence.start >= end:
            continue
        words += (
            token._replace(start=token.start + sentence.start, end=token.end + sentence.start)
            for token in sentence.tokens
        )
    return tuple(word for word in words if start <= word.start and word.end <= end)


def hangs(words: Sequence[Token]) -> bool:
    """Whether the last word asks for more: evidence where something else says that it is cut.

    Many good titles end in a particle (未来へ, 君と, 夢を); とは, には and では may too.
    """
    if not words:
        return False
    word, feature = words[-1], words[-1].feature
    before = words[-2] if len(words) > 1 else None
    if _is_nominal(words) or (word.surface == "から" and before and before.surface in "これそれ"):
        return False
    if feature.pos1 == "助詞":
        if feature.pos2 == "係助詞" and before is not None and before.surface in ("と", "に", "で"):
            return False
        return feature.pos2 in ("格助詞", "係助詞")
    if feature.pos1 in ("動詞", "形容詞", "助動詞"):
        return feature.c_form.startswith(("連用形", "未然形", "仮定形", "語幹"))
    return feature.pos1 in ("連体詞", "接頭辞") or word.surface in DETERMINERS


def hangs_openly(words: Sequence[Token]) -> bool:
    """Whether the last word is a particle that seldom ends a title: は, が, を, の."""
    return hangs(words) and words[-1].surface in ("は", "が", "を", "の")


def breaks_off(words: Sequence[Token]) -> bool:
    """Whether no title at all ends so: その…, a prefix."""
    if not words:
        return False
    word, feature = words[-1], words[-1].feature
    if feature.pos1 == "連体詞" and word.surface in DETERMINERS:
        return not _is_listed(words)
    return feature.pos1 == "接頭辞"


def _is_listed(words: Sequence[Token]) -> bool:
    """Whether the last of several of a kind is named: この、その、あの."""
    return (
        len(words) > 2
        and words[-2].surface in ("、", "・", "と", "や", "/", "／")
        and words[-3].surface in DETERMINERS
    )


def joins_badly(before: Sequence[Token], suffix: str) -> bool:
    """Whether a glued suffix that begins with a particle can't follow the last word."""
    if not before or not suffix.startswith(("の", "が", "に")):
        return False
    last = before[-1].feature
    if last.pos1 == "助詞":
        return last.pos2 in ("係助詞", "格助詞") and before[-1].surface not in ("と", "へ", "から")
    return last.pos1 in ("動詞", "助動詞", "連体詞") and last.c_form.startswith(
        ("連体形", "終止形", "連用形")
    )


def bad_joint(words: Sequence[Token]) -> int | None:
    """Where a suffix is glued behind は: 「…とは|がもたらす」, which no sentence has."""
    for word, after in pairwise(words):
        if word.end != after.start or after.feature.pos1 != "助詞":
            continue
        topic = word.surface == "は" and word.feature.pos2 == "係助詞"
        if topic and after.feature.pos2 == "格助詞" and after.surface in ("が", "に", "の"):
            return after.start
        if topic and after.surface.startswith("によ"):
            return after.start
    return None


def ends_in_predicate(words: Sequence[Token]) -> bool:
    """Whether the last word closes a clause: 飼う, 静かだ, 行った."""
    return (
        bool(words)
        and words[-1].feature.pos1 in PREDICATES
        and words[-1].feature.c_form.startswith(("終止形", "連体形"))
    )


def ends_whole(words: Sequence[Token]) -> bool:
    """Whether the last word is one that titles end in: a noun or a closed clause."""
    if not words:
        return False
    is_noun = words[-1].feature.pos1 in ("名詞", "代名詞") or _is_nominal(words)
    return (is_noun and len(words[-1].surface) > 1) or ends_in_predicate(words)


def _is_nominal(words: Sequence[Token]) -> bool:
    """Whether a verb stands for its noun: 保険のしくみ, 町の歩き."""
    return (
        len(words) > 1
        and words[-1].feature.pos1 == "動詞"
        and words[-1].feature.c_form.startswith("連用形")
        and (words[-2].surface, words[-2].feature.pos1) == ("の", "助詞")
    )


def in_run(text: str, offset: int) -> bool:
    """Whether the offset lies between two letters of one Latin, katakana or number run."""
    before, after = text[offset - 1], text[offset]
    return any(run.match(before) and run.match(after) for run in (DIGIT_OR_LATIN, KATAKANA))


def breaks_run(text: str, offset: int) -> bool:
    """Whether the offset lies in such a run, and no word ends there.

    リハビリ|テーション and Java|Script have a word before it.
    """
    if not in_run(text, offset):
        return False
    before, after = text[offset - 1], text[offset]
    if KATAKANA.match(before):
        run = KATAKANA_RUN.search(text, max(0, offset - LONGEST_RUN), offset)
        return run is not None and not (run.group() in lexicon().katakana or composed(run.group()))
    return not (before.islower() and after.isupper())


def in_mid_phrase(prose: Prose, offset: int, cut: bool = False) -> bool:
    """Whether what ends at the offset of the prose can't stand without what follows there.

    A noun can stand without its suffix, unless its length says that it was ``cut``.
    """
    for sentence in prose.sentences:
        if sentence.start <= offset < sentence.end and len(sentence.text) <= LONGEST:
            at = offset - sentence.start
            before = [token for token in sentence.tokens if token.end <= at]
            after = next((token for token in sentence.tokens if token.start >= at), None)
            if not before or after is None or not before[-1].end == after.start == at:
                return False
            if after.feature.pos1 == "接尾辞" and not before[-1].surface[-1].isdigit():
                return cut and after.surface in SUFFIXES
            return _belong_together(before, after, sentence.text[at:], cut)
    return False


def _belong_together(before: Sequence[Token], after: Token, rest: str, cut: bool) -> bool:
    last = before[-1]
    if last.surface[-1].isdigit():
        if after.surface == "年" and YEAR.search("".join(token.surface for token in before[-4:])):
            return False  # 夏休み2024
        return after.feature.pos3 == "助数詞可能" or after.feature.pos1 == "接尾辞"
    if last.feature.pos1 in PREDICATES:
        return last.surface == "な" or REST_OF_PREDICATE.match(rest) is not None
    if after.feature.pos2 not in ("格助詞", "係助詞"):
        return False
    # 「…は我々」: a topic or object, and nothing yet that is said of it.
    for token in reversed(before):
        if token.feature.pos1 in PREDICATES:
            return False
        if token.feature.pos1 == "補助記号" and token.surface in "、：。？！|｜―—":
            return False
        if token.feature.pos1 == "助詞" and token.surface in ("は", "が", "を", "に"):
            # 「人生は旅」 and 「猫に小判」 are whole
            return token.start > 0 and (cut or token.surface in ("が", "を"))
    return False


def in_mid_word(prose: Prose, offset: int) -> bool:
    """Whether the offset lies within a word of the prose, or within a number or Latin name."""
    text = prose.text
    if (
        not 0 < offset < len(text)
        or HANGUL.match(text[offset - 1])
        or INFLECTED.match(text, offset)
    ):
        return False
    if DIGIT_OR_LATIN.match(text[offset - 1]) and DIGIT_OR_LATIN.match(text[offset]):
        # 100Gbps: a number may end where its unit begins.
        return text[offset - 1].isdigit() == text[offset].isdigit()
    return split_word(prose, offset) is not None


def split_word(prose: Prose, offset: int) -> Token | None:
    """The word that the offset of the prose lies in, with its place in the prose."""
    for sentence in prose.sentences:
        if sentence.start <= offset < sentence.end and len(sentence.text) <= LONGEST:
            at = offset - sentence.start
            for token in sentence.tokens:
                if token.start < at < token.end:
                    size = token.end - token.start
                    start = sentence.start + token.start
                    return token._replace(start=start, end=start + size)
    return None
