"""How posts take their leave: sentences whose verb is left out on purpose."""

from __future__ import annotations

from kouetsu.api import Pattern
from kouetsu_rules.seams.cuts.endings import trimmed
from kouetsu_rules.seams.markers.segments import Segment

# How a letter or an announcement ends.
SALUTE = Pattern(
    r"(?:お(?:楽しみ|大事|気軽|元気|健やか|静か|早め|幸せ)に|(?:ご(?:参加|来場|来店|来館|参拝|覧|期待|協力|支援|一報"
    r"|応募|応援|一読|活用|利用)|お(?:越し|出かけ|立ち寄り|力添え|年)|応援|ひととき|週末|一日)を)$"
    r"|(?:どうぞ|ぜひ|よろしければ)[^。、]{1,16}[にを]$"
    r"|(?:では|じゃあ?|また)、?(?:また|次|今度|来|明)[^。、]{0,12}[にで]$"
)
# The same where no topic was begun: また来週、この部屋で; よい旅を; 心からの拍手を.
WISH = Pattern(
    r"^(?:(?:それ)?では|じゃあ?)?、?また(?:次|今度|来|明|いつか)[^。、]{0,10}、[^。、]{1,12}[にで]$"
    r"|(?:よい|良い|すてきな|素敵な|楽しい)(?:旅|旅路|夜|夢|年末|新年|一年|休日|連休|休暇|夏休み|冬休み|出会い)を$"
    r"|心(?:から|より)の?[^。、]{1,8}を$"
)
LEADING = Pattern(r"(?:それ|これ)?では")
WISHED = Pattern(r"[をにで]$")
ADDRESSED = Pattern(
    r"(?:(?:み|皆)な?(?:さ[まん]|様)|あなた|きみ|君|(?:すべて|全て|全員|多く)の?[^。、]{0,6}|人(?:々|びと|たち)?"
    r"|方(?:々|がた)?|世界中?|読者[^。、]{0,4})に"
)
"""To whom it is wished."""
LONGEST = 24
"""Who wishes something without a verb is brief."""


def is_salute(segment: Segment) -> bool:
    """Whether the last sentence is a formula that needs no verb."""
    if SALUTE.search(segment.fragment):
        return True
    return WISH.search(trimmed(segment.fragment)) is not None and not _has_topic(segment)


def may_be_wish(segment: Segment) -> bool:
    """Whether the last sentence is brief, and no topic or subject in it asks for a verb.

    「すべての人に、あたたかい春を」 may end a post.
    """
    text = trimmed(segment.fragment)
    # Behind other sentences a brief end in a particle is what a cut leaves: その日の機嫌を.
    addressed = segment.last == segment.start or ADDRESSED.match(text) is not None
    brief = len(text) <= LONGEST and WISHED.search(text) is not None
    return addressed and brief and not _has_topic(segment)


def _has_topic(segment: Segment) -> bool:
    leading = LEADING.match(segment.fragment)
    start = segment.last + (leading.end() if leading else 0)
    return any(
        token.surface in ("は", "が") and token.feature.pos1 == "助詞"
        for token in segment.tokens(start, segment.end)
    )
