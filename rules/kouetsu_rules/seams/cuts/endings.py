"""How a stretch of text ends and begins: openly, as a noun does, as a sentence does."""

from __future__ import annotations

from typing import Literal

from kouetsu.api import Pattern, Token
from kouetsu_rules.seams.markers.segments import Segment, read_joined

Ending = Literal["open", "soft", "noun", "final", "none"]
"""``open``: nothing ends so. ``soft``: only talk does. ``final``: a sentence without its 。"""

READ = 60
"""How much of the end is read; a sentence is long and only its last words count."""
PUNCTUATION_OPEN = Pattern(r"[、,，・]$|[「『（(【〈《“［〔]$|(?:──|――|——)$")


def trimmed(text: str) -> str:
    """A text without the signs of markup and the white space at its end."""
    bare = text.rstrip()
    while bare and bare[-1] in "*_`~":
        bare = bare.rstrip("*_`~").rstrip()
    return bare


def ending(segment: Segment) -> Ending:
    """How the last, unclosed sentence of a segment ends."""
    begin = max(segment.last, segment.end - READ)
    text = segment.prose.text[begin : segment.end]
    stripped = trimmed(text)
    if not stripped:
        return "none"
    if PUNCTUATION_OPEN.search(stripped) or _bracket_open(segment.fragment):
        return "open"
    tokens = [t for t in segment.tokens(begin, begin + len(stripped)) if t.surface.strip()]
    return _of_tokens(tokens, stripped) if tokens else "none"


def _bracket_open(text: str) -> bool:
    """Whether the last bracket of a sentence was never closed."""
    pairs = (("「", "」"), ("『", "』"), ("（", "）"))
    return any(text.rfind(opener) > text.rfind(closer) for opener, closer in pairs)


def _of_tokens(tokens: list[Token], text: str) -> Ending:
    last = tokens[-1]
    before = tokens[-2] if len(tokens) > 1 else None
    feature = last.feature
    pos, kind, form = feature.pos1, feature.pos2, feature.c_form
    if pos == "助詞":
        if kind == "格助詞":
            return _case(last, before)
        if kind == "係助詞":
            # UniDic reads かも and とは as か + も, と + は: talk and titles end so.
            return "soft" if text.endswith(("かも", "とは", "には")) else "open"
        if kind == "接続助詞":
            return "open" if last.surface in ("ば", "つつ", "ながら", "と") else "soft"
        return "soft"
    if pos in ("接頭辞", "連体詞") or last.surface in ("こんな", "そんな", "あんな", "どんな"):
        return "open"
    if pos in ("動詞", "助動詞", "形容詞") or (pos == "接尾辞" and form):
        return _inflected(last, tokens)
    if pos == "接続詞":
        return "open"
    if pos == "副詞":
        return "soft"
    if pos in ("補助記号", "記号", "空白", "感動詞"):
        return "none"
    return "noun"


def _case(last: Token, before: Token | None) -> Ending:
    """Titles end in の, へ, から, with に as ように; nothing ends in が, を or another に."""
    if last.surface in ("を", "が"):
        return "open"
    if last.surface == "に" and before is not None and before.feature.pos1 != "助動詞":
        # 晴れるといいのに: a wish
        return "soft" if before.surface == "の" else "open"
    return "soft"


def _inflected(last: Token, tokens: list[Token]) -> Ending:
    form = last.feature.c_form
    if form.startswith(("終止形", "連体形")):
        if last.surface == "な":
            return "open"
        return "final"
    if form.startswith(("命令形", "意志推量形")):
        return "final"
    if form.startswith("連用形-一般") and last.feature.pos1 == "動詞":
        # An 一段 verb's stem alone; a noun made of a verb (まとめ, お知らせ) ends a title too.
        return "open" if len(tokens) > 2 else "soft"
    if form.startswith(("連用形", "未然形", "語幹", "仮定形", "意志", "ク語法")):
        return "open"
    return "final"


Beginning = Literal["open", "dots", "fresh"]

DOTS = Pattern(r"(?:\.{2,}|…+|‥+|・{3,})\s*(?=[「『（(぀-ヿ㐀-鿿A-Za-z])")
BROKEN_START = Pattern(r"[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー、。，．」』）】〉》！？ん]")
# Words whose first letters UniDic may read as a particle.
NOT_PARTICLE = (
    *(
        head + second
        for head, seconds in (
            *(("が", "んったらギグク"), ("は", "いはっじてたがやぁー"), ("へ", "ぇえーっ")),
            *(("と", "はいこりにもかきてうっあ"), ("で", "はもすしき"), ("も", "しうのちとっは")),
            *(("か", "なつもら"), ("よ", "りうくっし"), ("さ", "てらぁあ"), ("ね", "ぇえー")),
            *(("な", "おぜらのんどるに"), ("の", "でちに"), ("に", "ゃし"), ("や", "はっぱ")),
            *(("し", "か"), ("から", "あ"), ("ば", "っ"), ("わ", "ー")),
        )
        for second in seconds
    ),
    *("まで", "って", "にもかかわらず", "のみならず", "ということ", "というわけ", "というか"),
    *("というのも", "とすると", "とすれば", "となると", "となれば", "と同時に", "と思いきや"),
    *("と思ったら", "といっても", "と言っても"),
)
HEAD_PARTICLES = frozenset(
    "を が に は へ と で も の や から より まで ば て ながら など だけ".split()  # noqa: SIM905
)
HEAD_AUXILIARIES = frozenset(
    ["な", "れ", "られ", "せ", "させ", "なく", "なかっ", "ます", "まし", "ませ", "たら"]
)


PASSIVE = ("され", "させ")
"""する after the noun that it makes a verb of."""

# The first letters of these words, and the suffixes that a cut may leave: only then is it read.
MAY_HANG = Pattern(
    r"[をがにはへとでもやのかよまばてなだれらせさたけ]"
    r"|[的化性者型用系風感率度上中下内外間後前側力量]"
)


def beginning(segment: Segment) -> Beginning:
    """How a segment begins."""
    text = segment.text
    if DOTS.match(text):
        return "dots"
    if BROKEN_START.match(text):
        return "open"
    if not MAY_HANG.match(text) or text.startswith(NOT_PARTICLE):
        return "fresh"
    tokens = segment.tokens(segment.start, min(segment.end, segment.start + 24))
    return "open" if tokens and _hangs(tokens) else "fresh"


def _hangs(tokens: tuple[Token, ...]) -> bool:
    first = tokens[0]
    second = tokens[1] if len(tokens) > 1 else None
    feature = first.feature
    if first.surface == "を" or (feature.lemma == "為る" and first.surface in PASSIVE):
        return True
    if feature.pos1 == "接尾辞" and second is not None:
        return feature.pos2 in ("形状詞的", "名詞的") and second.feature.pos1 in ("助動詞", "助詞")
    if feature.pos1 == "助詞" and first.surface in HEAD_PARTICLES:
        return True
    if feature.pos1 == "助動詞" and first.surface in HEAD_AUXILIARIES:
        return second is not None and second.surface not in ("の", "ので", "のに", "ん", "ら")
    return False


def crosses(segment: Segment, following: Segment) -> bool:
    """Whether a known word of three characters or more runs from one segment into the next."""
    left = trimmed(segment.prose.text[max(segment.last, segment.end - 12) : segment.end])
    right = following.text[:12]
    if not left or not right:
        return False
    at = len(left)
    return any(
        token.start < at < token.end and token.end - token.start >= 3 and token.feature.known
        for token in read_joined(segment, left + right)
    )
