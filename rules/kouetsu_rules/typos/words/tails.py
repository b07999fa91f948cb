"""What a blind replacement of になる by です leaves behind: the tail of a form of that verb.

Whether a tail can be read otherwise decides. すり, すって and their like are verbs too
(鉢ですります, ストローですっています): what they are done with is left out. する, すます and すいた
may follow any noun: there the word before です decides.

Tails are plain strings: hundreds of them are compared sooner than one expression is compiled.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Post, Prose, Token
from kouetsu_rules.letters import has_letter
from kouetsu_rules.places import in_brackets, matches

DESU = Pattern(
    r"です(?<=[^\s、。！？「『（(・]です)(?=[^\s、。！？!?がねわ」』）a-zA-Z0-9])(?!よ(?!う))"
)
ENDINGS = ("す", "のです")
"""All of a tail, when a stop follows."""
BEFORE_STOP = (
    *("すが、", "すので、", "すから、", "すし、", "すか。"),
    *("ません。", "ませんが", "ませんでした"),
)
VERBS = tuple(
    """
    っています っていまし っていませ っている っていた っていて っていく っていき っていな
    っていら ってきます ってきまし ってきませ ってきた ってきて ってくる ってくれ ってしま
    っており っておら ってほし ってこな っても、 ってもら った ります りまし りませ りそう りつつ
    りやす りがち りかね り得 りえま りえる りえな りうる りたい り続け り、かつ ています ていまし
    ていませ ている ていた ていて ていく ていき ていな てきます てきまし てくる てしまい てしまう
    てしまっ ておりま ておらず てほし きます きまし きませ きた。 きたの きたこ きたと きてい
    きそう います いまし いる。 いること いるの いると いるた いるか いるが いる点 いる場 いる状
    いるよ いるわ いく。 いくの いくと いくで いくこ いくた いきます いきまし いない いなか くる。
    くるで くるの くると くるこ しまい しまう しまっ おり、 おりま おらず おらな ほしい ほしく
    つつあ うとし ろうとし ろうと思 ろうとす ざるを得 やすい。 やすいで やすいの やすく やすさ
    がちです がちな がちだ かねませ かねない 得る 得ます 得な えます うる。 うるの うると た場合
    ただけ たので たのは たのが たこと たとき た時 た際 たりし たため たから たとい たら、 ば、
    ば幸い
    """.split()  # noqa: SIM905
)
OTHERS = tuple(
    """
    でしょう だろう である。 である、 であろ はずです はずだ かもしれ そうです そうだ。 そうだと
    ようです ようだ。 までに までの まで時 まで待 まで続 ほどで ほどに ほどの ほど、 だけで だけの
    だけを だけが ばかりで ばかりの ことがあ ことが多 ことができ ことがわ ことが分 こともあ
    ことも多 こともで 可能性が 可能性も 可能性を 可能性は
    場合があ 場合もあ 場合が多 ことはあ に違いな に違いあ 違いありま 違いない
    """.split()  # noqa: SIM905
)
INSTRUMENTS = tuple(
    """
    鉢 鑢 墨 櫛 鍬 鋤 株 鼻 口 おろし金 おろし器 マッチ ストロー スポイト 掃除機 ポンプ ミル ヤスリ
    やすり コーム ブラシ 競馬 競輪 競艇 麻雀 賭博 パチンコ スロット カジノ ギャンブル ルーレット
    FX 相場 先物 投資
    """.split()  # noqa: SIM905
)
"""What one grates, rubs, sucks or combs with, or gambles on."""
NOUNS = ("はず", "べき", "こと", "もの", "から", "ところ", "つもり", "わけ", "ため")
"""Nouns in hiragana before です; elsewhere hiragana may belong to a word that begins with で."""
STATES = frozenset(
    """
    存在 要素 ボトルネック ネック 現実 スタンダード 指標 選択肢 主流 原動力 話 話題 時代 ポイント
    問題 課題 鍵 カギ 尺度 中心 基盤 標準 常識 前提 要因 原因 要件 テーマ トレンド 傾向 人気
    強み 状況 支え 助け 壁 核 急務 目的 関係 レベル 目安 結果 特徴 魅力 理由
    きっかけ 狙い
    """.split()  # noqa: SIM905
)
"""What things become, and nobody rubs, combs or sucks with."""
# Behind ん and い it may be the で of a verb (読んで, 急いで).
OKURIGANA = Pattern(r"[一-龥][ぁ-ん]{0,1}[^んいでれのこっはを一-龥]$")
ADJECTIVAL = Pattern(
    r"です(?=ます(?:[。が]|ので)|ました|ましょ|る(?:[ことのでだ。かわは場]|よう)|れ[ばる]|ろう"
    # 静かですいている is 空いている: no form of になる goes on with いてい.
    r"|い[たて](?!い[るたてまな])|た[。の]|て、)"
)
"""Tails that tell themselves after an adjectival noun alone: there で is no instrument's."""
# Without a verb between the two; what is grated, sucked or combed may be the topic.
OBJECT = Pattern(
    r"(?:を|(?:紙|髪|毛|墨|水|汗|油|汁|胡麻|ごま|ゴマ|わさび|山葵|生姜|大根|版画)は)"
    r"[^、。をがはるたいくすうむぶぐつっ]*$"
)
BY_HAND = Pattern(r"(?<=[はをも、つにが])(?:[手指布]|タオル|スポンジ)$")
STOPS = ("。", "\n", "")
ASKING = Pattern(
    r"(?:です|ます|[るのい]|[っし]た)かい[。？！?」]|[誰何うんのこ]だい[。？！?」]|(?:ぜ|[らゃ]ねえ)[。！」]"
)
"""How sentences end in the talk of a story."""
ARGUED = ("重要", "必要", "不可欠", "大切", "重大", "有効", "顕著", "肝心", "鍵", "課題", "要因")
"""What essays say of things, and nobody asks for in talk."""
SPEAKER = Pattern(r"[^\s。、：:「」]{1,8}[：:]")
RUBBING = "っりきい"
"""How the forms of 擦る, 梳く and 吸う go on behind です."""
# Left-overs of になっています, になってきます, になるのです …: what stays is a whole sentence.
# A negation is not dropped with its tail: the sentence would say the contrary.
WHOLE_TAIL = Pattern(
    r"(?:(?:い|き|いき|おり)ま(?:す|した)|です|ま(?:す|した)|る|くる|いく)(?=。|$)"
)


class Tail(Struct, frozen=True):
    """Where です begins, where its tail begins and ends.

    ``whole``: all of the tail, which can be deleted; ``sure``: it cannot be read otherwise;
    ``asks``: people ask so in talk.
    """

    prose: Prose
    start: int
    middle: int
    end: int
    whole: bool = False
    sure: bool = True
    asks: bool = False


def tails(post: Post) -> Iterator[Tail]:
    """Tails that their letters tell."""
    for prose, found in matches(post, DESU):
        tail = _tail(prose, *found.span())
        if tail is None or in_brackets(prose.text, tail.start, tail.end):
            continue
        argued = tail.sure and prose.text.endswith(ARGUED, 0, tail.start)
        if not tail.asks or argued or post.derived(_asks_once):
            yield tail


def _asks_once(post: Post) -> bool:
    """Whether one sentence alone ends as in talk."""
    return len(ASKING.findall(post.wording)) == 1


def _tail(prose: Prose, start: int, at: int) -> Tail | None:
    text = prose.text
    whole = _beginning(text, at, ENDINGS)
    if whole and text[at + len(whole) : at + len(whole) + 1] in STOPS:
        return Tail(prose, start, at, at + len(whole), whole=True)
    noun = text[start - 1]
    if "ぁ" <= noun <= "ん":
        if not (text.endswith(NOUNS, 0, start) or OKURIGANA.search(text, max(0, start - 3), start)):
            return None
    elif not noun.isascii() and not has_letter(noun, "）」"):
        return None
    if text.startswith("かい", at) and text[at + 2 : at + 3] in STOPS and "一" <= noun <= "龥":
        # 「本当ですかい」 is a way to ask, too; no essay says so of a problem.
        sure = _names_quality(prose, start) and not SPEAKER.match(text)
        return Tail(prose, start, at, at + 2, whole=True, sure=sure, asks=True)
    beginning = _beginning(text, at, BEFORE_STOP) or _beginning(text, at, OTHERS)
    if not beginning and not is_instrument(text, start):
        beginning = _beginning(text, at, VERBS)
    if beginning and not text.startswith("ったもん", at):
        rest = WHOLE_TAIL.match(text, at)
        end = rest.end() if rest else at + len(beginning.rstrip("、。"))
        # One may rub, comb or suck with a thing: ですります, ですきます, ですいます.
        sure = text[at] not in RUBBING or _names_quality(prose, start)
        return Tail(prose, start, at, end, rest is not None, sure)
    if text.startswith("ます。", at):
        # 鉛筆ですます: in plain style that is 済ます.
        whole_tail = text.endswith(NOUNS, 0, start)
        return Tail(prose, start, at, at + 2, whole_tail, whole_tail)
    return None


def is_quality(word: Token) -> bool:
    """Whether nothing can be done with what the word names: 重要, はず, べき."""
    feature = word.feature
    quality = feature.pos1 in ("形容詞", "形状詞", "助動詞", "助詞", "接尾辞")
    return (
        quality or "形状詞可能" in feature.pos3 or word.surface in NOUNS or word.surface in STATES
    )


def _names_quality(prose: Prose, end: int) -> bool:
    for sentence in prose.sentences:
        if sentence.start < end <= sentence.end:
            at = end - sentence.start
            return any(word.end == at and is_quality(word) for word in sentence.tokens)
    return False


def is_instrument(text: str, end: int) -> bool:
    """Whether something may be done with what ends there: 胡麻を鉢で(すります)."""
    return (
        text.endswith(INSTRUMENTS, 0, end)
        or OBJECT.search(text, max(0, end - 10), end) is not None
        or BY_HAND.search(text, max(0, end - 10), end) is not None
    )


def _beginning(text: str, at: int, words: tuple[str, ...]) -> str:
    """The first of the words that stands there."""
    if not text.startswith(words, at):
        return ""
    return next(word for word in words if text.startswith(word, at))
