"""Parts that a post tells of: it performs them, sets them as a task, or says what they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kouetsu.api import Block, Pattern, Post, Prose
from kouetsu_rules.places import blocks_behind
from kouetsu_rules.subject import CALL, subject

# Who sings, speaks or writes a letter has an opening and an ending, too.
PERFORMED = Pattern(
    r"スピーチ|挨拶|あいさつ|[祝弔式答送]辞|プレゼン|講演|演説|朗読|落語|漫才|寸劇|弾き語り|譜面|楽譜"
    r"|コード譜|コード進行|歌詞|作詞|作曲|手紙|メール|文面"
)
OF_ANY = Pattern(
    r"(?:つかみ|結び|締め|導入|序論|本論|本文|書き出し|Intro|Outro|Hook|Body|Transition)(?:の言葉)?"
)
CHORD = r"[A-G][#b♯♭]?(?:maj|m|dim|aug|sus|add)?\d?"
# Parts beside it that no article has, and chords below it.
SIBLINGS = Pattern(
    r"^[ \t]*[\[［](?:件名|宛[名先]|差出人|署名|(?:Pre-?)?Chorus|Verse|Bridge|Solo|Interlude"
    r"|[A-DＡ-Ｄ]メロ|サビ|間奏|前奏|後奏)[ ]?\d*[\]］]"
    rf"|^[ \t|]*(?:{CHORD}(?:/[A-G][#b]?)?[ \t|-]+){{2,}}{CHORD}[ \t|]*$",
    re.MULTILINE,
)
# Where pieces are asked for, or taught, how long they are to be is said to readers.
ASKED_FOR = Pattern(
    rf"{CALL}|作文|小論文|感想文|志望(?:動機|理由)|自己PR|論述|入試|論文|卒論|レポートの|出品|出展"
)
# 見出し 1 is the name of a style.
STYLES = Pattern(
    r"(?<![A-Za-z])Word(?![A-Za-z])|ワード|ワープロ|書式|スタイル|目次|ドキュメント|LibreOffice"
    r"|[Mm]arkdown|マークダウン"
)
LESSONS = Pattern(r"指導案|授業|教案|単元|教材|研修|論文|輪読|説教|講演|学習会|勉強会|学級")
# A sentence without a topic that ends in a general noun.
MEANING = Pattern(
    r"(?![^。]*は(?![じず]))[^。]{3,40}(?:のこと|名前|呼び名|部分|言葉|用語|略称?|人(?:たち|々)?|文章?|文字"
    r"|数字|ボタン|リンク|欄|あらまし|意味|ところ)(?:です|だ|である|を(?:いう|言う|指す))?(?:。|$)"
)
# So much a day, or a week, is what one sets oneself.
HABIT = Pattern(r"[ ]?(?:[一1１]日|毎[日週月朝晩]|[週月年](?:間)?に?|[一1１]か?[月週])")
# The maker's own doing, in full sentences.
TOLD = Pattern(r"(?:ます|ません|です|た|だ|ている)(?:[よねか]ね?)?[。！]")
# A value of these is made of sentences itself.
A_TEXT = Pattern(
    r"ディスクリプション|[^、。]文案?|書き出し|締め|結び|冒頭|投稿|ツイート|ポスト|キャプション"
)
# What such a text is for.
USE = Pattern(r"告知|宣伝|拡散")
QUOTED = Pattern(r"[「『][^「」『』\n]{1,40}[」』]")
SEVERAL = 2


def told_proposals(post: Post, value: str) -> bool:
    """Whether the text tells of several proposals which of them was taken, as minutes do."""
    proposed = QUOTED.findall(value)
    return len(proposed) >= SEVERAL and any(post.wording.count(each) > 1 for each in proposed)


def texts_below(post: Post, head: Block) -> Iterator[str]:
    """The texts of a section and of those within it."""
    for block in blocks_behind(post, head):
        if block.kind == "heading" and block.level <= head.level:
            break
        if block.prose is not None:
            yield block.prose.text


def told_below(post: Post, head: Block, name: str) -> bool:
    """Whether the maker tells of what a heading of that name has, in full sentences.

    Below it, or elsewhere where it holds sentences of its own.
    """
    text = A_TEXT.search(name)
    if text is None:
        return any(map(TOLD.search, texts_below(post, head)))
    words = USE.findall(name) or [text.group()]
    return any(word in post.derived(_told_of) for word in words)


def _told_of(post: Post) -> frozenset[str]:
    """The texts and uses that paragraphs speak of. Ask for it through ``post.derived``."""
    told = (prose.text for prose in post.texts if not prose.in_heading)
    return frozenset(word for text in told for each in (A_TEXT, USE) for word in each.findall(text))


def performed(post: Post, name: str) -> bool:
    """Whether a part in square brackets belongs to a song, a speech or a letter."""
    if post.derived(_set_out):
        return True
    return OF_ANY.fullmatch(name) is not None and bool(PERFORMED.search(post.derived(subject)))


def _set_out(post: Post) -> bool:
    return SIBLINGS.search(post.text, post.body.start) is not None


def defined(post: Post, prose: Prose) -> bool:
    """Whether the first sentence below a heading says what its name means."""
    if prose.block is None:
        return False
    number = bisect_right(post.blocks, prose.block.span.start, key=lambda block: block.span.start)
    below = post.blocks[number].prose if number < len(post.blocks) else None
    return below is not None and MEANING.match(below.text) is not None
