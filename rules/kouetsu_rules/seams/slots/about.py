"""Texts that write of slots, of forms and of screens: what they show is no damage."""

from __future__ import annotations

from kouetsu.api import Pattern, Post

TEMPLATES = (
    r"テンプレ|ひな[型形がた]|雛形|プレースホルダ|差し込み?[印文]|差込|変数|置き?換え|書き換え"
    r"|記法|構文|と書[くいきけか]|文型|という(?:一?文(?=[をがはで])|形(?=[をがは])|言い回し|フレーズ)"
)
# What tells that a line writes of slots, whatever they hold.
WRITTEN_OF = Pattern(
    rf"{TEMPLATES}|(?ai:templat|placeholder|\breplace\b|variable|syntax|shortcode)"
)
# The same, and what tells of forms and screens, which name their fields in brackets.
ABOUT = Pattern(
    rf"{TEMPLATES}|穴埋め|空欄|空所|記入欄|伏せ字|埋め(?:て|る|ま|ら)|括弧|かっこ|カッコ|下線|設問"
    r"|欄|クリック|タップ|画面|ボタン|メニュー|選択|押[しすせ]|と進[みむん]|の形[でか式]|用紙"
    r"|(?ai:templat|placeholder|merge (?:field|tag)|\breplace\b|fill(?:ed|s)? (?:in|out)"
    r"|variable|syntax|curly|bracket|blanks?\b|\bwrite\b|\bform\b|\blabel\b|exercise|JSX"
    r"|expression)"
)
TITLED = Pattern(
    r"テンプレ|ひな[型形]|雛形|例文|文例|書式|書き方|文型"
    r"|(?:日本語|[英国]語|中国語|韓国語|[仏独]語|会話|作文)の(?:練習|レッスン|授業|ドリル)|Jinja|Liquid|Mustache|Handlebars"
    r"|(?i:\btemplat|placeholder|sample letter)"
)


def teaches(post: Post) -> bool:
    """Whether the post is about templates, as its title says."""
    return TITLED.search(post.title_text) is not None
