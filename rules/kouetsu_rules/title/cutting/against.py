"""A title that begins as the headline of the body does: where the two part, and what that means."""

from __future__ import annotations

from kouetsu.api import Pattern
from kouetsu_rules.title.cutting import endings, templates
from kouetsu_rules.title.cutting.headline import Headline
from kouetsu_rules.title.cutting.reading import PUNCTUATION, Kind, Reading, Title

LONG = 20
"""A title of that many characters is no headline that was shortened on purpose."""
SUBTITLE = "：:—–―‐-−|｜/／（(〔［[【「『~〜～・＆&"
SHORT = 10
"""A shorter title was given by hand: scripts leave more of a headline."""
RESTING = ("へ", "と", "から", "まで", "より")
"""Particles that good titles end in: 未来へ, 君と, 山の上から."""
LONGEST_RESTING = 15
"""A longer title that ends so, and goes on in the headline, has lost its end."""
ASKED = Pattern(
    r"(?:何[^\s、。？?]{0,3}|いくつ|いくら|どれ|どこ|だれ|誰|いつ|どう|なぜ|どちら|どっち)[？?]$"
)
"""A question that ends in its word of asking is one: 卵は一日何個？"""


def against_headline(title: Title, headline: Headline, upto: int, there: int) -> Reading | None:
    """What the headline shows of a title that agrees with it that far."""
    rest, missing = title.text[upto:], headline.text[there:]
    if not missing.strip(PUNCTUATION):
        return None
    if not rest.strip():
        return _ended(title, headline, upto, there)
    if rest.strip() in ("？", "?"):
        return _asking(title, headline, upto, there)
    return _suffixed(title, headline, upto, there) if templates.glued(rest) else None


def mended(title: str, headline: Headline, upto: int, there: int) -> str | None:
    """The headline as title, where the title's own end is nothing but a glued suffix."""
    rest = title[upto:]
    if rest.strip(PUNCTUATION) and not templates.glued(rest):
        return None
    restored = headline.title(there)
    return restored if restored != title else None


def _ended(title: Title, headline: Headline, upto: int, there: int) -> Reading | None:
    """The reading of a title that is the beginning of the headline."""
    if title.text[-1] in "。！？!?…":
        return None
    place = title.place(title.last_words(upto))
    restored = mended(title.text, headline, upto, there)
    if _in_mid_word(title, headline, upto, there) or _is_open(title, headline):
        return Reading("cut", True, place, headline, restored, True)
    if _goes_on(title, headline, upto, there):
        # so short a title was hardly cut by a script
        rests = title.text.endswith(RESTING) and len(title.text) <= LONGEST_RESTING
        short = len(title.text) < SHORT or rests
        sure = title.at_limit or not short
        return Reading("cut" if sure else "open", True, place, headline, restored, sure)
    if _in_run(title, headline, upto, there):
        return Reading("abridged", True, place, headline, restored)
    if title.at_limit and headline.text[there] not in SUBTITLE and not headline.is_prose:
        return Reading("length", True, place, headline, restored)
    return None


def _asking(title: Title, headline: Headline, upto: int, there: int) -> Reading | None:
    """The reading of a title that makes a question of the headline's beginning."""
    mid_word = endings.in_mid_word(headline.prose, headline.offset + there)
    head = title.text[:upto]
    if head.endswith(("。", "！", "？")) or headline.text[there] in SUBTITLE + "。、 　":
        return None
    words = title.words(upto)
    topic = head.endswith("は")
    if not mid_word and (
        endings.ends_in_predicate(words)
        or ASKED.search(title.text)
        or (topic and not title.at_limit)
    ):
        return None  # a question of its own: 冬の山の持ち物は？
    hangs = endings.hangs(words) and not head.endswith("の")
    sure = mid_word or (not topic and (title.at_limit or hangs))
    restored = mended(title.text, headline, upto, there)
    return Reading("glued", sure, title.place(upto), headline, restored)


def _suffixed(title: Title, headline: Headline, upto: int, there: int) -> Reading | None:
    """The reading of a title that has a template's suffix behind the headline's beginning."""
    rest = title.text[upto:]
    broken = endings.joins_badly(title.words(upto), rest)
    is_noun = templates.NOUN.fullmatch(rest) is not None
    if is_noun and not broken and not title.at_limit:
        return None
    sure = broken or (
        not templates.is_whole(rest)
        and not is_noun
        and (title.at_limit or not rest.endswith(("とは", "？", "?", "可能性")))
    )
    restored = mended(title.text, headline, upto, there)
    kind: Kind = "glued" if sure else "template"
    return Reading(kind, sure, title.place(upto), headline, restored)


def _in_mid_word(title: Title, headline: Headline, upto: int, there: int) -> bool:
    """Whether a word of the headline was cut: 仕事 is a whole one, though 仕事場 goes on."""
    at = headline.offset + there
    if not endings.in_mid_word(headline.prose, at):
        return False
    if title.at_limit:
        return True
    words, split = title.words(upto), endings.split_word(headline.prose, at)
    if len(words) == 1:
        # 「Go」 above 「Googleが…」: no script cuts so short; アプリケーシ is no word at all
        return endings.half_katakana(words[0]) and endings.breaks_run(headline.prose.text, at)
    if (
        split is None
        or split.feature.pos1 == "助動詞"
        or not endings.ends_whole(words)
        or endings.breaks_run(headline.prose.text, at)
    ):
        return upto >= LONG or not headline.is_prose
    # Who shortens a headline on purpose makes it short. And it must be the same word.
    return upto >= LONG and at - split.start == title.start + upto - words[-1].start


def _in_run(title: Title, headline: Headline, upto: int, there: int) -> bool:
    """Whether the headline has a longer word of the same letters: アプリ, アプリケーション."""
    at = headline.offset + there
    return (
        endings.in_mid_word(headline.prose, at)
        and endings.in_run(headline.prose.text, at)
        and len(title.words(upto)) > 1
        and not headline.is_prose
    )


def _is_open(title: Title, headline: Headline) -> bool:
    """Whether a bracket, a colon or a comma stays open, which the headline goes on from.

    Diaries and poems are named by their first words: of prose it must be a bracket.
    """
    if endings.unclosed(title.text) or endings.OPEN.search(title.text):
        return True
    if headline.is_prose:
        return False
    return title.text.endswith(("：", ":", "—", "―")) or endings.ends_open(title.text)


def _goes_on(title: Title, headline: Headline, upto: int, there: int) -> bool:
    """Whether the words of the title ask for what the headline has behind them."""
    if headline.is_prose or (len(title.text) < SHORT and title.text.endswith(RESTING)):
        return False
    at = headline.offset + there
    return endings.in_mid_phrase(headline.prose, at, title.at_limit) or endings.hangs(
        title.words(upto)
    )
