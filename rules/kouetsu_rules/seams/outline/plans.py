"""What a post was to hold at a place, announced there instead of held."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Severity
from kouetsu_rules.quoting import unquoted
from kouetsu_rules.seams.markers.notes import notes

PLAN = Pattern(
    r"(?:掲載|挿入|添付|配置|追加|埋め込|差し込|貼り付け|設置|用意|作成|記載|まとめ|整理"
    r"|紹介|解説|説明|図示|提示|表示|盛り込)"
    r"(?:する|し(?:て(?:いく)?)?|む|み|る|を(?:行う|する))?(?:予定|計画|つもり)"
    r"(?:です|とな|。|）|\)|$|でい|にし)"
)
THING = Pattern(
    r"写真|画像|映像|動画|図解|図版|図表|図を|図や|イラスト|スクリーンショット|スクショ"
    r"|グラフ|表形式|一覧表|比較表|表に|表を"
    r"|チャート|地図|フローチャート|インフォグラフィック|チェックリスト|リンク|事例"
    r"|体験談|インタビュー|データ|手順"
)
HERE = Pattern(
    r"ここ(?:では|に|で|へ)|この(?:段落|章|節|セクション|パート|部分|見出し|項目)(?:では|に|で)"
    r"|(?:記事|本文|文章)(?:内|中)(?:に|で|の|へ)|本(?:記事|文|稿)に|以下に|下記に|上記に"
)
# What an author has planned for another day or place.
ELSEWHERE = Pattern(
    r"次回|次の記事|別(?:の)?記事|別途|続編|後日|近日|近く|来[週月年]|今後の(?:記事|連載"
    r"|更新|投稿)|\d月|\d日|\d年"
    r"|発売|リリース|開催|イベント|会場|追って|改めて|あらためて|公開後|YouTube|ユーチューブ|チャンネル|連載"
    r"|シリーズ|雑誌|書籍|アップデート|バージョン"
    r"|公式|新聞|号|(?:サイト|ブログ|SNS|インスタ\w*|ページ|Twitter)(?:に|で|にも|でも)"
    r"|順次|まとめ次第|出来次第|でき次第"
    r"|(?:私|僕|俺|筆者)(?:は|が|の)|思(?:い|って)"
)


def promised_contents(post: Post) -> Iterator[Finding]:
    """Notes, and sentences, that say what the post was to hold at their place."""
    if not post.may_hold(PLAN):
        return
    for note in post.derived(notes):
        if (note.form == "sign" or note.apart) and _announces(note.inner):
            severity = None if HERE.search(note.inner) else Severity.WARNING
            yield Finding(note.span, "plan", severity=severity)
    for prose in post.prose:
        if prose.block is None or prose.in_heading or not PLAN.search(prose.text):
            continue
        said = unquoted(prose.text)
        for sentence in prose.sentences:
            promise = said[sentence.start : sentence.end]
            if HERE.search(promise) and _announces(promise):
                span = prose.span(sentence.start, sentence.end)
                yield Finding(span, "plan", severity=Severity.WARNING)


def _announces(text: str) -> bool:
    return bool(PLAN.search(text) and THING.search(text) and not ELSEWHERE.search(text))
