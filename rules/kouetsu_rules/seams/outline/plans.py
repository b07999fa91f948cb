"""What a post was to hold at a place, announced there instead of held."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Post, Severity
from kouetsu_rules.seams.markers.segments import segments
from kouetsu_rules.seams.speech.notes import notes
from kouetsu_rules.seams.speech.output_notes import Told
from kouetsu_rules.seams.speech.voices import Chorus, Choruses, Vocabulary, Voice

JAPANESE = Vocabulary(
    {
        "plan": (
            r"(?:掲載|挿入|添付|配置|追加|埋め込|差し込|貼り付け|設置|用意|作成|記載|まとめ|整理"
            r"|紹介|解説|説明|図示|提示|表示|盛り込)"
            r"(?:する|し(?:て(?:いく)?)?|む|み|る|を(?:行う|する))?(?:予定|計画|つもり)(?:です"
            r"|とな|。|）|\)|$"
            r"|でい|にし)"
        ),
        "thing": (
            r"写真|画像|映像|動画|図解|図版|図表|図を|図や|イラスト|スクリーンショット|スクショ"
            r"|グラフ|表形式|一覧表|比較表|表に|表を"
            r"|チャート|地図|フローチャート|インフォグラフィック|チェックリスト|リンク|事例"
            r"|体験談|インタビュー|データ|手順"
        ),
        "here": (
            r"ここ(?:では|に|で|へ)|この(?:段落|章|節|セクション|パート|部分|見出し|項目)(?:では"
            r"|に|で)"
            r"|(?:記事|本文|文章)(?:内|中)(?:に|で|の|へ)|本(?:記事|文|稿)に|以下に|下記に|上記に"
        ),
        "later": (
            r"次回|次の記事|別(?:の)?記事|別途|続編|後日|近日|近く|来[週月年]|今後の(?:記事|連載"
            r"|更新|投稿)|\d月|\d日|\d年"
            r"|発売|リリース|開催|イベント|会場|公開後|YouTube|ユーチューブ|チャンネル|連載"
            r"|シリーズ|雑誌|書籍|アップデート|バージョン"
            r"|公式|新聞|号|(?:サイト|ブログ|SNS|インスタ\w*|ページ|Twitter)(?:に|で|にも|でも)"
            r"|順次|まとめ次第|出来次第|でき次第"
            r"|(?:私|僕|俺|筆者)(?:は|が|の)|思(?:い|って)"
        ),
    }
)
NOTED = Chorus(
    (
        Voice("plan", "plan here thing -later"),
        Voice("plan", "plan thing -later", severity=Severity.WARNING),
    ),
    JAPANESE,
)
TOLD = Chorus(
    (Voice("plan", "plan here thing -later", "any", Severity.WARNING),), JAPANESE, tight=True
)
ENGLISH = Vocabulary(
    {
        "plan": (
            r"\b(?:will|are to|is to|to|should|can) be (?:inserted|added|placed|included"
            r"|embedded|attached|displayed|shown)\b"
            r"|\b(?:plan|planned|planning|intend|intended) to (?:insert|add|include|embed|place"
            r"|attach)\b"
            r"|^(?:[Tt]his|[Tt]he) (?:section|paragraph|part) (?:will|should) (?:contain|include"
            r"|describe|explain|summari[sz]e|outline)\b"
        ),
        "to-come": (
            r"^(?:[Nn]ote: )?(?:[Ii]mages?|[Pp]ictures?|[Pp]hotos?|[Ss]creenshots?|[Dd]iagrams?"
            r"|[Cc]harts?|[Tt]ables?"
            r"|[Ff]igures?|[Vv]ideos?|[Ll]inks?|[Ss]ources?|[Ee]xamples?)(?: \w+){0,3} to be"
            r" (?:inserted|added|included|provided|replaced|updated|confirmed)\b"
        ),
        "thing": (
            r"\b(?:images?|pictures?|photos?|screenshots?|diagrams?|charts?|tables?|videos?"
            r"|illustrations?|infographics?"
            r"|checklists?|graphs?|maps?|flowcharts?)\b"
        ),
        "here": (
            r"\bhere\b|\b(?:in|to) this (?:section|post|article|paragraph|part)\b"
            r"|^[Tt]his (?:section|part|paragraph)\b"
        ),
        "later": (
            r"\bnext (?:post|week|month|article|part|version|release)\b|\bfuture\b|\bsoon\b"
            r"|\bonce\b|\bwhen\b|\bif\b|\byou\b"
            r"|\buser\b|\bwe\b|\brelease\b|\bversion\b|\bI\b"
        ),
    }
)
ENGLISH_NOTED = Chorus(
    (
        Voice("plan", "plan here thing -later", severity=Severity.WARNING),
        Voice("plan", "to-come -later", severity=Severity.WARNING),
    ),
    ENGLISH,
)
ANY = frozenset(("any",))


def promised_contents(post: Post) -> Iterator[Told]:
    """Notes, and sentences, that say what the post was to hold at their place."""
    noted = Choruses(post, (NOTED,), (ENGLISH_NOTED,))
    for note in post.derived(notes):
        if note.form == "sign" or note.apart:
            voice = noted.speaker(note.inner)
            if voice is not None:
                yield Told(note.span, voice.key, voice.severity)
    told = Choruses(post, (TOLD,), ())
    for segment in post.derived(segments).items:
        if segment.headline:
            continue
        for heard in told.heard(segment, ANY):
            yield Told(heard.span, heard.voice.key, heard.voice.severity)
        if not segment.japanese and noted.of(False) and segment.alone:
            voice = noted.speaker(segment.text)
            if voice is not None:
                span = segment.span(segment.start, segment.end)
                yield Told(span, voice.key, voice.severity)
