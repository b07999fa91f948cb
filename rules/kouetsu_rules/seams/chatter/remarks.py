"""Remarks that no fixed voice tells, where they may stand, and talk of the text's material."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Sentence, Severity
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.chatter.edges import teaches_tool
from kouetsu_rules.seams.chatter.patterns import MATERIAL
from kouetsu_rules.seams.chatter.weighed import Trade, is_remark
from kouetsu_rules.seams.markers.notes import notes
from kouetsu_rules.seams.markers.segments import Segment, segments
from kouetsu_rules.shown import shows_code

# A history of changes: a note on one, or terms that name AI in a clause.
DATED = Pattern(
    r"(?:追記|更新|加筆|訂正|修正|追加)(?:[（(][^）)\n]{1,20}[）)])?[ ]?[:：]"
    r"|(?:19|20|令和|平成)[\d元]{1,2}年?[^\n]{0,8}\s*[^\n]{0,8}(?:制定|改定|改訂|改正|施行|更新|公開|追加)"
)
# A digest of papers speaks of models and what they generate.
RESEARCH = Pattern(r"強化学習|ベンチマーク|提案手法|推論精度|学習済み|最先端|従来手法")
# Who copies an old text out says what was changed in it.
COPIED = Pattern(r"写し(?:た|まし|取)|翻刻|底本|旧字|仮名遣|かなづかい|(?:書き|文字)起こし")
ENDS = 2
"""In so many of them, remarks are weighed."""
MIDDLE = 2.0
"""Elsewhere they have to weigh more."""
TECHNICAL = 2.0
"""Where code is shown, many of the words have other meanings."""


def remarks(post: Post, segment: Segment, number: int) -> Iterator[Finding]:
    """Sentences that speak of the making of the text with many words, none of them certain."""
    technical = post.derived(shows_code)
    middle = ENDS <= number < len(post.derived(segments).items) - ENDS
    if technical and middle:
        return
    trade = post.derived(Trade)
    if (
        DATED.match(segment.text)
        or RESEARCH.search(segment.text)
        or COPIED.search(segment.text)
        or not segment.alone
        or not trade.may_tell(segment.text)
        or teaches_tool(post)
    ):
        return
    more = (TECHNICAL if technical else 0) + (MIDDLE if middle else 0)
    sentences = segment.sentences
    for length in (1, 2):
        for at in range(len(sentences) - length + 1):
            start, end = sentences[at].start, sentences[at + length - 1].end
            if is_remark(segment.prose.text[start:end], trade, more):
                yield Finding(segment.span(start, end), "remark", severity=Severity.WARNING)
                return


def remarks_in_notes(post: Post) -> Iterator[Finding]:
    """Notes within the text."""
    more = TECHNICAL if post.derived(shows_code) else 0
    for note in post.derived(notes):
        if note.apart and is_remark(note.inner, post.derived(Trade), more):
            yield Finding(note.span, "remark", severity=Severity.WARNING)


def material_in(sentence: Sentence) -> Iterator[Finding]:
    """Talk of what the model was given."""
    text = sentence.text
    if not MATERIAL.may_match(text):
        return
    for place in MATERIAL.finditer(text):
        if not spoken(text, place.start()):
            span = sentence.span_of(*place.span())
            yield Finding(span, "material", severity=Severity.WARNING)
