"""Notes on the output itself: that the rest goes on in the same way, or that the answer was cut."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.seams.markers.notes import notes

LEFT_OUT = Pattern(
    r"^(?:※)?(?:以下|以降|残り|この(?:後|あと)|続く|後続|上記と)[^。]{0,20}"
    r"(?:同様|同じ(?:調子|形式|要領|流れ|構成|フォーマット|パターン|トーン))[^。]{0,60}"
    r"(?:続(?:き|く|ける|けて)|執筆|展開|出力|生成)"
    r"|(?i:\b(?:response|output|message|answer) (?:was |has been )?(?:truncated|cut off)\b)"
)


def output_notes(post: Post) -> Iterator[Span]:
    for note in post.derived(notes):
        if (note.form == "sign" or note.apart) and LEFT_OUT.search(note.inner):
            yield note.span
