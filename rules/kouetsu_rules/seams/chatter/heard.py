"""Where in a post each voice may speak, and who is heard.

An answer that was published as a post shows how it opens and how it ends. Posts are glued of
several answers, and each of them may begin so, anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from kouetsu.api import Finding, Pattern, Post
from kouetsu_rules.seams.chatter.answers import ANSWER_HINTS, ENGLISH_VOICES, VOICES
from kouetsu_rules.seams.chatter.asides import ASIDE_HINTS, ASIDES
from kouetsu_rules.seams.chatter.brief_talk import BRIEF_TALK
from kouetsu_rules.seams.chatter.deliveries import DELIVERIES, ENGLISH_DELIVERIES
from kouetsu_rules.seams.chatter.failed_steps import FAILED_STEPS
from kouetsu_rules.seams.chatter.tongues import CHINESE, KOREAN
from kouetsu_rules.seams.chatter.turns import ENGLISH_TURNS, HINTS, TURN_HINTS, TURNS
from kouetsu_rules.seams.chatter.unread import UNREAD
from kouetsu_rules.seams.chatter.voices import Choruses
from kouetsu_rules.seams.markers.segments import Segment, segments
from kouetsu_rules.shown import shows_code

# One who shows a talk with a machine names the speaker, or what was asked.
MACHINES = r"(?:ChatGPT|Claude|Gemini|Copilot|GPT|Bard|Grok)"
LED_IN = (
    r"プロンプト"
    r"|(?<![A-Za-z])(?:AI|LLM)(?:さん|くん)?(?:に(?:聞|頼|質問|相談|お願い|尋|訊|書|訳)|が(?:答"
    r"|返|回答|出力|書|訳)"
    r"|の(?:回答|返|答|出力|言)|[:：])"
    r"|回答[:：]?$|返答|返事|(?:聞いて|尋ねて|質問して|頼んで)み|と(?:頼|お願い|入力|打ち)|[:：「]$"
    r"|\b(?:asked|prompt|said|replied|answered|responded|bot)\b"
)
SPEAKER = Pattern(rf"{MACHINES}|{LED_IN}")
# A heading that tells news of a machine leads none of its words in.
NEWS = Pattern(
    rf"(?!.*(?:{LED_IN}|試|比べ|比較|検証|させ|実力))"
    rf"{MACHINES}[\w .-]{{0,12}}?(?:、|が(?!書|訳|言|作|教|話)"
    r"|の(?!訳|翻訳|要約|言|返|答|文|案|提案|場合|例|結果|反応|感想|意見|評価|説明|版|作))"
)
# A post that shows a whole talk says so in its title.
SHOWN_TALK = Pattern(
    r"(?:AI|GPT|Claude|Gemini|Copilot|Grok|LLM)[^\n]{0,40}(?:聞[いく]|質問|相談|頼[んむ]|訊|尋ね)"
    r"|(?:と|との)(?:会話|対話|チャット|やり[取と]り|壁打ち)"
    r"|(?:会話|対話|チャット)(?:ログ|記録|集)|(?<!コマンド)プロンプト"
    r"|\b(?:[Pp]rompts?|[Cc]hat ?logs?|[Aa]sk(?:ed|ing))\b"
)
BEFORE, HEAD = 2, 40
"""So many paragraphs before may lead a talk in, and a heading that is no longer."""
OPENS = ("assent", "preface", "handed")
"""What such a talk would begin with, too."""
FIRST, LAST = 2, 2
"""Within so many paragraphs from either end a post begins and ends."""
ASKED = Pattern(r"[？?][」』）)]?$|質問|(?:尋|訊)ね|聞[いかき](?:た|れ|ま)")
"""A question that was told is praised by the author."""
PARTING = ("rule", "marker")
"""What stands between two answers."""
# Who writes for a living, or about it, speaks of the trade.
TRADE = Pattern(
    r"SEO|ライター|ライティング|アフィリエイト|ブログ運営|収益化"
    r"|\b(?:[Cc]opywrit\w+|[Bb]logging|[Ff]reelanc\w+|[Cc]ontent (?:[Mm]arketing|[Ww]rit\w+))\b"
)
OFTEN = 6
"""A post that says its words so often is about it, whatever its title is."""


def answers(post: Post) -> Iterator[Finding]:
    """What gives a post, or a piece of one, away as the answer to a question."""
    trade = of_the_trade(post)
    japanese = (
        UNREAD,
        DELIVERIES,
        VOICES,
        ASIDES,
        TURNS,
        CHINESE,
        FAILED_STEPS,
        *(() if trade else (BRIEF_TALK,)),
    )
    yield from _heard(
        post, Choruses(post, japanese, (ENGLISH_VOICES, ENGLISH_TURNS, ENGLISH_DELIVERIES, KOREAN))
    )


def of_the_trade(post: Post) -> bool:
    """Whether the post is on writing for a living: there such words are its matter."""
    # editors of films and pages, too, say 編集 in every line
    if TRADE.search(post.title_text) or "編集" in post.title_text:
        return True
    return len([*islice(TRADE.finditer(post.text), OFTEN)]) == OFTEN


def hints(post: Post) -> Iterator[Finding]:
    """What authors say, too: it counts beside other traces of a talk."""
    yield from _heard(post, Choruses(post, (HINTS, TURN_HINTS, ANSWER_HINTS, ASIDE_HINTS), ()))


def _heard(post: Post, voices: Choruses) -> Iterator[Finding]:
    items = post.derived(segments).items
    shown = SHOWN_TALK.search(post.title_text) is not None
    for number, segment in enumerate(items):
        if segment.headline or not voices.of(segment.japanese):
            continue
        for heard in voices.heard(segment, _places(post, segment, number, len(items))):
            if heard.voice.key not in OPENS or not (shown or _shown_talk(segment)):
                yield Finding(heard.span, heard.voice.key, severity=heard.voice.severity)


def _places(post: Post, segment: Segment, number: int, count: int) -> frozenset[str]:
    places = {"any"}
    before = segment.preceding
    opens = before is None or before.following in PARTING or _below_rule(post, segment)
    if segment.block.in_list:
        places.add("item")
    if segment.alone:
        places.add("alone")
        if post.is_japanese and not segment.japanese:
            places.add("abroad")
        if not post.derived(shows_code):
            places.add("plain")
        if before is None or not ASKED.search(before.text):
            places.add("unasked")
    if number < FIRST:
        places.add("first")
    if number < FIRST or opens:
        places.add("opens")
    ends = number == count - 1 or segment.following in PARTING
    if number >= count - LAST or (number and ends):
        places.add("end")
    if opens and ends and count > 1:
        places.add("parted")
    # in the middle of a post, where a piece of it ends
    closes = segment.following in (*PARTING, "heading") and "alone" in places
    # right below a heading it answers the question there
    asked = before is None or (before.headline and before.following == segment.block.kind)
    if number >= FIRST and closes and not asked:
        places.add("joined")
    return frozenset(places)


def _below_rule(post: Post, segment: Segment) -> bool:
    """Whether a rule stands right above, whatever else is between the paragraphs."""
    return segment.block.span.start in post.derived(_below_rules)


def _below_rules(post: Post) -> frozenset[int]:
    return frozenset(
        block.span.start for above, block in pairwise(post.blocks) if above.kind == "rule"
    )


def _shown_talk(segment: Segment) -> bool:
    """Whether the author leads the words in as a machine's or another person's."""
    before = segment.preceding
    for _ in range(BEFORE):
        if before is None:
            return False
        heading = before.headline and (len(before.text) > HEAD or NEWS.search(before.text))
        if SPEAKER.search(before.text) and not heading:
            return True
        before = before.preceding
    return False
