"""The list in which a model tells what it changed in the text."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Block, Finding, Pattern, Post, Prose, Severity

LABEL = Pattern(
    r"^[■●▼◆【\[]*(?:主な|今回の|以下の|リライトの|推敲の)?"
    r"(?:変更|修正|改善|調整|推敲|リライト|校正|見直し)(?:した)?"
    r"(?:点|箇所|内容|ポイント|のポイント|事項)(?:は(?:以下|次)の(?:通り"
    r"|とおり)です)?[】\]]?[：:。]?$"
    r"|^(?:(?:[Kk]ey|[Mm]ain|[Mm]ajor) (?:[Cc]hanges|[Ee]dits|[Ii]mprovements|[Rr]evisions)"
    r"|(?:[Cc]hanges|[Ee]dits|[Rr]evisions) (?:I )?[Mm]ade|[Ww]hat I changed)"
    r"(?: (?:include|are))?:?$"
)
# What of a text is reworked; of a site, a shop or a program other things are.
CRAFT = Pattern(
    r"文章|表現|見出し|文体|語尾|文末|口調|トーン|冗長|段落|導入|結論|リード文|読みやす|専門用語"
    r"|言い回し|具体例|接続詞|箇条書き|キーワード|主語|重複|誤字|一文|文字数|読者"
    r"|\b(?:intro(?:duction)?|tone|wording|sentences?|paragraphs?|headings?|headlines?|jargon"
    r"|repetition|passive voice|conclusion|examples?|transitions?|keywords?|readability"
    r"|phrasing|redundan\w+|typos)\b"
)
DONE = Pattern(
    r"(?:まし(?:た)?|変更|修正|追加|削除|統一|調整|短縮|整理|改善|簡潔に|明確に|明確化"
    r"|簡略化)[。]?$"
    r"|^(?:I )?(?:[Tt]ightened|[Rr]emoved|[Rr]ewrote|[Rr]eworded|[Aa]dded|[Ss]hortened|[Cc]ut"
    r"|[Ss]implified|[Rr]eplaced|[Ii]mproved|[Cc]larified|[Ff]ixed|[Ss]plit|[Ss]moothed"
    r"|[Aa]djusted|[Mm]oved|[Kk]ept|[Tt]rimmed)\b"
)
ELSE = Pattern(
    r"デザイン|機能|画面|CSS|テーマ|ボタン|フォント|色|プラグイン|バグ|表示|対応版|仕様|法|規約"
    r"|\b(?:bug|CSS|theme|plugin|feature|API|button|config\w*|colou?rs?|font)\b"
)
LEAST, SHARE = 2, 0.6
# An item that names no more than what was done, to what of the text.
NAMED = Pattern(
    r"(?:行動喚起|CTA|見出し|導入(?:文|部)?|リード文?|結論|まとめ|文末|語尾|表現|言い回し"
    r"|キーワード|読者|文脈|トーン|文体|段落|構成|タイトル|訴求|ターゲット)"
    r"[^。]{0,24}(?:明確化|強化|改善|統一|追加|調整|削除|最適化|短縮|補強|簡潔化|具体化"
    r"|平易化)[。]?$"
)


# A picture and its credit are no text.
CREDIT = Pattern(
    r"^(?:(?:Photo|Image|Picture|Illustration) (?:by|from|credit)\b[^\n]{0,80}|(?:写真|画像|撮影"
    r"|イラスト)(?:提供)?[:：][^\n]{0,60})?$"
)


def _headless(post: Post) -> Iterator[Finding]:
    """The list before the first paragraph, all of whose items name such changes."""
    items: list[Prose] = []
    for prose in post.prose:
        block = prose.block
        if block is None or not block.in_list:
            # a picture and its credit are no text
            if items or not CREDIT.match(prose.text.strip()):
                break
            continue
        items.append(prose)
    if len(items) >= LEAST and all(NAMED.search(item.text.strip()) for item in items):
        span = items[0].span(0, len(items[0].text)).joined(items[-1].span(0, len(items[-1].text)))
        yield Finding(span, "assessed", severity=Severity.WARNING)


def change_lists(post: Post) -> Iterator[Finding]:
    """A label and the list below it, of whose items most say what was done to the wording."""
    yield from _headless(post)
    label: Prose | None = None
    items: list[Prose] = []
    for prose in post.prose:
        block: Block | None = prose.block
        if label is not None and block is not None and block.in_list:
            items.append(prose)
            continue
        yield from _judged(label, items)
        label, items = (prose if _labels(prose) else None), []
    yield from _judged(label, items)


def _labels(prose: Prose) -> bool:
    block = prose.block
    return block is not None and not block.in_quote and LABEL.match(prose.text.strip()) is not None


def _judged(label: Prose | None, items: list[Prose]) -> Iterator[Finding]:
    if label is None or len(items) < LEAST:
        return
    crafted = sum(1 for item in items if CRAFT.search(item.text) and DONE.search(item.text.strip()))
    if crafted < LEAST or crafted < SHARE * len(items):
        return
    if any(ELSE.search(item.text) for item in items):
        return
    last = items[-1]
    whole = label.span(0, len(label.text))
    # a translator or an editor may keep such a list, too
    span = whole.joined(last.span(0, len(last.text)))
    yield Finding(span, "assessed", severity=Severity.WARNING)
