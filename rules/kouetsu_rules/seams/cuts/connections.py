"""Whether a cut end and the next beginning make one sentence by the grammar of Japanese."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from kouetsu.api import Feature, Pattern, Token
from kouetsu_rules.letters import is_katakana
from kouetsu_rules.seams.cuts.endings import DOTS, trimmed
from kouetsu_rules.seams.markers.segments import Index, Segment, read_joined

Connection = Literal["bracket", "joined", "follows", ""]
"""``bracket``: one closes that was opened before. ``follows``: a new sentence may begin so too."""

READ = 120
"""How much of the first sentence is read at most."""
TAIL = 24
"""How much of the cut end is read."""
KEY = 12
VERSE = 20
"""No line of verse has so many letters."""
# Its end and its beginning are to be seen.
SHORT_WORD = Pattern(r"(?<![㐀-鿿])[㐀-鿿][ぁ-ん]{2}$")
LATIN_WORD = Pattern(r"[A-Za-z0-9]{2,}$")
STOP = Pattern(r"[。！？!?\n]")
BRACKETED = 80
"""So far from its opening a bracket closes, at most."""
# What speaks to the reader, or says what the writer thinks, needs no subject.
SPEAKS = Pattern(r"ください|下さい|ましょう|みよう|しよう|ほしい|ませんか|申し[訳上]|通り|とおり")
THINKS = Pattern(r"(?:思|考え|感じ|信じ|見て|願|期待し|言え)[^。、]{0,12}$|か$")
# Such clauses stand before a new sentence: 考えてみると、
CONDITION = Pattern(r"[^\W\d_a-zA-Zァ-ヿ]{1,8}(?:と|ば|なら|ても|ますが|だが)、")
FORMAL = Pattern(
    r"(?:はず|べき|わけ|時|とき|一方)(?:です|だ(?!け)|で(?![はもす])|でし)"
    r"|よう(?:な|に)|ため(?:に|、|の)|こと(?:を|が|に|は|で)"
)
"""What only a clause before it makes a noun or an adverb."""
QUOTING = Pattern(r"と(?:いう|いった)(?!わけ|こと|の|も|点)[^\W\d_a-zA-Zぁ-ゟ]")
ASKING = Pattern(
    r"何|なに|なぜ|誰|だれ|どう|どの|どれ|どこ|どん|どち|いつ|いか(?:に|なる)|いく[つら]|幾"
)
ASKED = Pattern(r"[うくぐすつぬぶむる]か$")
# A topic that a clause explains, and the end of one that explains: 確かなのは、/ …ということです.
EXPLAINED = Pattern(r"(?:の|れ|こと|点|理由|由来|事実)は、?[^は]{0,40}$")
# What such words lead to, and no sentence begins with unless it was spoken of.
APPOSITIVE = Pattern(r"(?:という|といった|との)$")
CONTENT = Pattern(
    r"(?:問い|疑問|声|点|懸念|課題|観点|視点|問題|動き|考え方?|可能性|要素|要因|側面|事態|議論|指摘|意見|論点"
    r"|事実|現象|状況|姿勢|発想|取り組み|仕組み|流れ)(?:は|が|に|も|こそ)"
)
EXPLAINS = Pattern(r"(?:という(?:こと|点|の)|から|ため|こと)(?:です|だ|なの(?:です|だ)|である)$")
RESTED = Pattern(r"かった(?!る)|くな[いきくっ]|[るれ][、。]")
"""The end of an adjective or a verb."""
PREDICATIVE = ("必要", "可能", "可能性", "こと", "もの", "余地", "恐れ", "価値")
"""With these が belongs to what is said: 必要がある."""
# で alone may be a conjunction and a particle: what begins with it is judged by other signs.
NEW = ("代名詞", "接続詞", "感動詞")
LINKING = Pattern(
    r"[こそあど](?:の|んな|うした|ういった)|特に|例えば|もちろん|正直|実際|まず|次に|最後に|さらに|つまり|そう、"
)
"""A new sentence begins with such words."""


class Head:
    """The first sentence of a segment as words."""

    def __init__(self, segment: Segment) -> None:
        text = segment.text[:READ]
        stop = STOP.search(text)
        self.stop = stop.group() if stop else ""
        self.text = text[: stop.start()] if stop else text
        end = segment.start + len(self.text)
        self.words = [word for word in segment.tokens(segment.start, end) if word.surface.strip()]

    @cached_property
    def noun(self) -> int:
        """How many words the noun at the beginning has."""
        for at, word in enumerate(self.words):
            kind = word.feature
            if not (
                (kind.pos1 == "名詞" and kind.pos2 != "固有名詞")
                or (at and kind.pos1 == "接尾辞" and kind.pos2 == "名詞的")
                or (kind.pos1 == "形状詞" and self._surface(at + 1) == "化")
            ):
                return at
        return len(self.words)

    def _surface(self, at: int) -> str:
        return self.words[at].surface if at < len(self.words) else ""

    @property
    def objective(self) -> bool:
        """Whether it begins with a noun and を."""
        return self.noun > 0 and self._surface(self.noun) == "を"

    @cached_property
    def predicate(self) -> bool:
        """Whether it begins with a verb, or with a noun that する makes one."""
        if CONDITION.match(self.text) or SPEAKS.search(self.text[:24]):
            return False
        if self.words[0].feature.pos1 == "動詞":
            return True
        if not 0 < self.noun < len(self.words):
            return False
        last, verb = self.words[self.noun - 1].feature, self.words[self.noun].feature
        return last.pos3.startswith("サ変") and verb.lemma in ("為る", "出来る", "致す")

    @property
    def fresh(self) -> bool:
        """Whether its first word begins a new sentence."""
        if not self.words:
            return False
        first = self.words[0]
        if first.feature.pos1 in NEW and first.surface != "で":
            return True
        return LINKING.match(self.text) is not None

    @property
    def statement(self) -> bool:
        """Whether it is a whole sentence that neither asks nor invites."""
        return self.stop == "。" and not SPEAKS.search(self.text)

    @property
    def subjectless(self) -> bool:
        """Whether a whole statement names neither topic nor subject."""
        return self.statement and not any(self._names(at) for at in range(len(self.words)))

    @property
    def topicless(self) -> bool:
        """Whether, beyond that, the subject can't be the writer."""
        return self.subjectless and not THINKS.search(self.text)

    def _names(self, at: int) -> bool:
        word = self.words[at]
        if word.feature.pos1 != "助詞" or word.surface not in ("は", "が", "も", "こそ"):
            return False
        if word.feature.pos2 == "接続助詞":
            return False
        # 感じているかもしれません names nothing
        return not at or self.words[at - 1].surface not in (*PREDICATIVE, "か")


class Tail:
    """The last words of a cut sentence."""

    def __init__(self, segment: Segment) -> None:
        begin = max(segment.last, segment.end - TAIL)
        text = trimmed(segment.prose.text[begin : segment.end])
        self.text = text.rstrip("、，")
        self.comma = len(self.text) < len(text)
        words = segment.tokens(begin, begin + len(self.text))
        self.words: list[Token] = [word for word in words if word.surface.strip()]

    @cached_property
    def calls(self) -> str:
        """What has to follow: a ``noun``, a ``predicate``, the rest of a ``word``."""
        if not self.words:
            return ""
        feature = self.words[-1].feature
        if feature.pos1 == "助詞":
            return _after_particle(self.words[-1].surface, feature)
        if feature.pos1 in ("連体詞", "接頭辞") or feature.c_form.startswith(("連体形", "終止形")):
            return "noun"
        if feature.pos1 == "副詞" or feature.c_form.startswith("連用形"):
            return "predicate"
        return "word" if feature.pos1 in ("名詞", "接尾辞", "形状詞", "代名詞", "記号") else ""


def _after_particle(particle: str, feature: Feature) -> str:
    if particle == "の":
        return "noun"
    return "predicate" if feature.pos2 != "終助詞" else ""


def connection(before: Segment, segment: Segment, index: Index) -> Connection:
    """How the segment goes on with the cut sentence before it, if grammar shows it."""
    head, tail = Head(segment), Tail(before)
    if not head.words or not tail.words:
        return ""
    if closes_bracket(segment):
        return "bracket"
    if _bound(head, tail) or _splits(head, tail, before) or _answers(head, before):
        return "joined"
    if head.fresh or begins_sentence(segment, index):
        return ""
    if head.predicate and (tail.calls == "predicate" or (tail.calls == "noun" and head.noun)):
        return "joined"
    explained = APPOSITIVE.search(tail.text) and CONTENT.match(head.text)
    if tail.calls == "noun" and (head.objective or explained):
        return "follows"
    if tail.calls in ("noun", "predicate") and head.topicless:
        return "follows"
    return ""


def closes_bracket(segment: Segment) -> bool:
    """Whether a bracket closes that the segment did not open."""
    depth = 0
    for character in segment.text[:BRACKETED]:
        if character in "「『":
            depth += 1
        elif character in "」』":
            depth -= 1
        if depth < 0 or character == "\n":
            break
    return depth < 0


def begins_sentence(segment: Segment, index: Index) -> bool:
    """Whether the same beginning stands elsewhere right after a sentence."""
    key = segment.flat[:KEY]
    return any(at != segment.at and index.before(at) in "。！？!?" for at in index.places(key))


def _bound(head: Head, tail: Tail) -> bool:
    """Whether it begins with what never stands first: する, という不安, はずです."""
    if QUOTING.match(head.text) or RESTED.match(head.text):
        return True
    if FORMAL.match(head.text):
        return tail.calls == "noun"
    first = head.words[0].feature
    return first.pos1 == "動詞" and first.lemma == "為る" and tail.calls in ("word", "predicate")


def _answers(head: Head, before: Segment) -> bool:
    """Whether it ends what the cut end began to ask or to explain.

    どう育て、/ 引き出すか。 確かなのは、/ 変わるということです。
    """
    if head.subjectless and EXPLAINS.search(head.text) and EXPLAINED.search(before.fragment):
        return True
    if ASKED.search(head.text) is None or ASKING.search(head.text):
        return False
    asking = [word.start() for word in ASKING.finditer(before.fragment)]
    return bool(asking) and "か" not in before.fragment[asking[-1] + 2 :]


def _splits(head: Head, tail: Tail, before: Segment) -> bool:
    """Whether a word was cut in two: what is left of it at the beginning is none by itself."""
    first = head.words[0]
    if tail.comma:
        return False
    if tail.text[-1:] == first.surface[:1] and head.predicate:
        # The word begins again: 需要も高 / 高まるばかり.
        return True
    if not first.feature.known:
        return is_katakana(tail.text[-1:]) and is_katakana(first.surface[:1])
    if len(first.surface) > 1 and first.feature.pos1 != "連体詞":
        return False
    at = len(tail.text)
    return any(
        word.start < at < word.end and word.feature.known
        for word in read_joined(before, tail.text + head.text[:8])
    )


def restart(segment: Segment, following: Segment) -> int:
    """How many characters of the cut end the following segment says again; 0 for none."""
    tail = trimmed(segment.flat)
    head = DOTS.sub("", following.flat[:80]).lstrip("「『（(…")
    tail = tail.rstrip("「『（(…")
    fragment = "".join(segment.fragment.split())
    for length in range(min(len(head), len(tail), len(fragment), 60), 3, -1):
        if head.startswith(tail[-length:]):
            return length
    if SHORT_WORD.search(tail) and head.startswith(tail[-3:]):
        return 3
    word = LATIN_WORD.search(tail)
    return len(word.group()) if word and re.match(rf"{word.group()}(?![A-Za-z0-9])", head) else 0


def begun_again(segment: Segment, following: Segment) -> bool:
    """Whether the next paragraph has all of this one, and goes on.

    A line of verse is shorter, and one that a poet begins twice ends in a pause.
    """
    whole = segment.flat
    long = len(whole) >= VERSE and not whole.endswith(("、", "，", "…", "―", "—"))
    return long and following.flat.startswith(whole) and following.flat != whole


def joined(segment: Segment, following: Segment, index: Index) -> bool:
    """Whether cut end and following start stand joined elsewhere in the post."""
    tail = trimmed(segment.flat)[-8:]
    head = DOTS.sub("", following.flat[:20])[:8]
    if len(tail) < 4 or len(head) < 4:
        return False
    return bool(index.places(tail + head) or index.places(f"{tail}、{head}"))
