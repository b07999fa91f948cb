"""Notes on the output itself: that the rest goes on in the same way, or that the answer was cut."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Severity, Span
from kouetsu_rules.seams.markers.notes import notes

LEFT_OUT = Pattern(
    r"^(?:※)?(?:以下|以降|残り|この(?:後|あと)|続く|後続|上記と)[^。]{0,20}"
    # proofs and rules of games go on 同様に
    r"(?:同様の?[^。]{0,40}(?:続け(?:る|て|ます)|執筆|展開|出力|生成|フォーマット|構成)"
    r"|同じ(?:調子|形式|要領|流れ|構成|フォーマット|パターン|トーン)[^。]{0,60}"
    # of work with the hands it is said what comes after (続けて、編みます)
    r"(?:続(?:き|く|ける|けて(?![、 ]))|執筆|展開|出力|生成))"
    r"|^続きを(?:再?生成|出力)(?:する|中)?$|^続きは(?:次|別)の(?:出力|回答|返信|メッセージ)"
    r"|(?i:\b(?:response|output|message|answer) (?:was |has been )?(?:truncated|cut off)\b"
    r"|\bto be continued in (?:the |my )?next (?:response|message|answer|output|reply)\b)"
)
# What was to be written here, part by part; a log of an event grows in the same words.
PLANNED = Pattern(
    r"^※?以下、?(?![^。]*(?:判明|随時|必要に応じ|次第))"
    r"[^。]{0,40}(?:説明|解説|事例|具体例|詳細|見出し|段落)[^。]{0,40}を"
    r"(?:加え|追加し|挿入し|盛り込み|記述し|記載し|展開し)(?:る|ます|ていく|ていきます)"
)
COUNTED = Pattern(
    r"^(?:(?:[Tt]otal )?[Ww]ord|[Cc]haracter) [Cc]ount[ ]?[:=~≈][ ]?"
    r"(?:about |approx(?:\.|imately)? )?\d[\d,]*(?: (?:words|characters))?\.?$"
)


def output_notes(post: Post) -> Iterator[tuple[Span, str, Severity | None]]:
    """The places, each with the key of its message and a severity of its own."""
    for note in post.derived(notes):
        if (note.form == "sign" or note.apart) and LEFT_OUT.search(note.inner):
            yield note.span, "continuation", None
        elif PLANNED.search(note.inner):
            yield note.span, "continuation", Severity.WARNING
        elif COUNTED.match(note.inner):
            yield note.span, "length", None
