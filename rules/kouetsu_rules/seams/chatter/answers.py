"""An answer that was published as a post: how it opens and how it ends.

Posts are glued of several answers, and each of them may begin so, anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from kouetsu.api import Finding, Pattern, Post, Severity
from kouetsu_rules.seams.chatter.addressed import ENGLISH_READERS, READERS
from kouetsu_rules.seams.chatter.asides import ASIDES
from kouetsu_rules.seams.chatter.brief_talk import BRIEF_TALK, PRINTED
from kouetsu_rules.seams.chatter.tongues import CHINESE, KOREAN
from kouetsu_rules.seams.chatter.turns import ENGLISH_TURNS, HINTS, TURNS
from kouetsu_rules.seams.chatter.voices import Chorus, Choruses, Vocabulary, Voice
from kouetsu_rules.seams.markers.segments import Segment, segments
from kouetsu_rules.shown import shows_code

SHOWN = (
    r"(?:示し|お?答えし|説明(?:いた)?し|解説(?:いた)?し|まとめ|整理し|記述(?:いた)?し"
    r"|記載(?:いた)?し"
    r"|回答(?:いた)?し|提示(?:いた)?し|作成(?:いた)?し|ご?紹介(?:いた)?し|ご?提案(?:いた)?し"
    r"|要約し|翻訳し|執筆し|出力(?:いた)?し|生成し|列挙し|ご?案内し|お伝えし|お届けし|提供し)"
    r"(?:て(?:い|おり|お|み|まい)?(?:き|り)?)?(?:ます|ました)|(?:になります|となります"
    r"|です)[。：:！]?$"
)
JAPANESE = Vocabulary(
    {
        "agreed": (
            r"^(?:はい、?|ええ、?)?(?:承知(?:いた|致)?しました|承りました|かしこまりました"
            r"|了解(?:です|しました|いたしました|致しました)|わかりました|分かりました|もちろんです"
            r"|喜んで|お任せください)[。！!]"
        ),
        "follows": (
            rf"(?:以下|下記|こちら|次)(?:に|が|は|の(?:通り|とおり|ように))[^。]{{0,80}}(?:{SHOWN})"
            rf"|(?:ご?(?:質問|依頼|要望|指示|指定)|リクエスト)(?:に|の|へ"
            rf"|を)[^。]{{0,60}}(?:{SHOWN})"
        ),
        "roger": r"承知(?:いた|致)?しました|かしこまりました|了解(?:いた|致)しました",
        "trade": (
            r"記事|文章|原稿|本文|回答|要約|翻訳|コード|構成|見出し|形式|フォーマット|マークダウン"
            r"|Markdown|ご(?:質問|要望|依頼|指示|提示|提供|指定)"
        ),
        "if-wanted": (
            r"^(?:もし)?、?(?:必要(?:なら|であれば|でしたら|があれば|に応じて)|ご?希望(?:なら"
            r"|であれば"
            r"|でしたら|があれば)|(?:もし)?(?:よければ|よかったら)|よろしければ|ご?要望があれば"
            r"|欲しければ"
            r"|お望みなら|興味があれば|もっと(?:知り|見|詳し)[^。、]{0,10}(?:なら|たら|ば))"
        ),
        "then": (
            r"次は|次に|続けて|続きで|この(?:まま|後|あと|続き)|さらに|追加で|あわせて|別途"
            r"|今度は"
        ),
        # what is made of words; shops and cooks make other things
        "heard": r"番組|学校|放送|当日|会場|担任",
        "i-make": (
            r"(?:作(?:れ|り|る)|出(?:せ|し|す)|お出し(?:でき|し)|書(?:け|き|く)|用意(?:でき|し"
            r"|する)"
            r"|まとめ(?:られ|て|る)?|設計(?:でき|し|する)|提案(?:でき|し|する)|説明(?:でき|し|する)"
            r"|解説(?:でき|し|する)|整理(?:でき|し|する)|作成(?:でき|し|する)|生成(?:でき|し|する)"
            r"|深掘り(?:でき|し|する)|掘り下げ(?:られ|て|る)|一緒に[^。]{0,12}|見てい(?:け|き"
            r"|く)|やってい(?:け|き|く))"
            r"[^。]{0,6}(?:ます(?:よ|ね)?|(?:る|す|く)?よ[〜ー]?(?:ね)?|よう(?:ね|か)?|(?:お|こ"
            r"|そ)う(?:ね|か)?"
            r"|ましょう(?:か)?|ね)[〜ー！!？?。\s\W]*$"
        ),
        "wishes": (
            r"(?:お知らせください|教えて(?:ください|ね)|お申し付けください|言って(?:ください|ね)"
            r"|聞いて(?:ください|ね)|(?:ご)?質問して(?:ください|ね)|お声がけください)"
        ),
        "asks-more": (
            r"(?:他に(?:も)?|ほかに(?:も)?|さらに|もっと|追加で)(?![^。]{0,24}(?:テーマ|話題"
            r"|トピック|ネタ|記事|お店|場所|情報))[^。]{0,14}(?:知りたい|聞きたい|確認したい|見たい"
            r"|ご?質問|詳しい(?:情報|説明)|詳しく)"
            r"|(?:詳しい|詳細な|具体的な|追加の|別の)(?:手順|説明|情報|解説|コード|設定"
            r"|サンプル)(?:や[^。]{1,10})?(?:が|を)"
            r"(?:必要|ご?希望|お求め|知りたい)"
        ),
        "your-trouble": (
            r"(?:お困り(?:なの|のよう)|お悩み(?:なの|のよう)|(?:直面|遭遇)(?:して|されて)(?:い"
            r"|お)(?:る|られる)よう"
            r"|(?:知りたい|お探し|お考え|検討中)(?:なの|のよう))ですね"
            r"|についての?ご(?:質問|相談)ですね"
        ),
        "as-format": (
            r"(?:この)?(?:記事|本文|内容|原稿)を(?:[Mm]arkdown|マークダウン|HTML|MDX)(?:形式|記法)?で"
            r"(?:出力|提供|お渡し|用意|作成)(?:し|いたし)(?:ます|ました)"
        ),
        # a text, what it is made of, and what can be made of it anew
        "piece": (
            r"記事|原稿|文章|文面|下書き|ドラフト|草稿|初稿|コンテンツ|見出し|導入文?|リード文|冒頭"
            r"|セクション|段落|タイトル|メタディスクリプション|文字数|トーン|文体|口調|語尾|言い回し"
            r"|SEO|キーワード|読みやすい(?:文章|日本語|構成)|(?:です・?ます|だ・?である)調"
        ),
        "redo": (
            r"作成|執筆|生成|出力|リライト|推敲|添削|書き(?:直|換|ます|上げ)|調整|加筆|追記|修正"
            r"|短縮|言い換え|お作り"
        ),
        "tell-me": (
            r"お申し?[付つ]け|おっしゃって|お知らせください|お聞かせください|お伝えください"
            r"|ご指示|ご指定ください|教えてください|お声がけ|承ります|対応(?:いたし|し|でき)ます"
        ),
        "can": r"(?:も|が)可能です|(?:も|が)でき(?:ます|るので)|作成でき",
        "readers": READERS,
    }
)
VOICES = Chorus(
    (
        Voice("assent", "roger follows -readers"),
        Voice("assent", "agreed follows trade -readers", severity=Severity.WARNING),
        Voice("offer", "if-wanted then i-make -readers", "end", Severity.WARNING),
        Voice("offer", "asks-more wishes -readers -heard", "end", Severity.WARNING),
        Voice("handed", "your-trouble -readers", "first", Severity.WARNING),
        Voice("handed", "as-format -readers", "first", Severity.WARNING),
        Voice("offer", "if-wanted piece redo tell-me|can -readers", "alone"),
    ),
    JAPANESE,
)

ENGLISH = Vocabulary(
    {
        "yes": (
            r"^(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Understood|Got it|Great question"
            r"|Good question|Happy to help)[!,.:—–-]"
        ),
        "follows": (
            r"\b(?:[Hh]ere(?:'s|’s| is| are)|[Bb]elow (?:is|are)|[Ll]et(?:'s|’s| me) (?:break"
            r"|walk|go"
            r"|explain|dive|work|take)|I(?:'ll|’ll|'d|’d| will| would| can) (?:be happy to"
            r"|be glad to|explain|walk|break|help|provide|summari[sz]e|show|write|create"
            r"|translate))"
        ),
        "answers": (
            r"\b(?:the|your|a|an) (?:\w+[- ]){0,3}(?:answers?|summary|breakdown|overview"
            r"|explanation|translation|version"
            r"|rewrite|article|post|draft|response|guide|list|analysis|code|script|snippet"
            r"|function|query|table|plan|solution|example|question|request|report"
            r"|outline|comparison"
            r"|steps?)\b|\byou\b|\bstep[ -]by[ -]step\b"
        ),
        "delivered": (
            r"\b[Hh]ere(?:'s|’s| is| are) (?:a|an|the|your) (?:[\w-]+ ){0,4}?(?:blog post|article"
            r"|post"
            r"|draft|summary|breakdown|translation|rewrite|version|response|answers?|outline"
            r"|explanation)\b"
        ),
        "your-trouble": (
            r"^(?:It|That) (?:sounds|seems|looks|appears) (?:like |that |as if )?you(?:(?:'re"
            r"|’re| are)"
            r" (?:facing|running|encountering|experiencing|trying|having|dealing|looking|asking"
            r"|getting|seeing|working|using|interested|referring|describing|attempting)"
            r"|(?:'ve|’ve| have) (?:shared|provided|pasted|posted|encountered|hit|run|got))\b"
        ),
        "snags": (
            r"\b[Ll]et me know if (?:you (?:hit|run into|encounter|face|have|need|want|get"
            r"|would like|['’]d like)"
            r"|any(?:thing|thing else)?|there(?:['’]s| is)) [^.!?]{0,40}"
            r"(?:snags?|issues?|trouble|problems?|errors?|roadblocks?|stuck|clarif\w+|assistance"
            r"|(?:further|more|additional|any) (?:help|details?|guidance|information|examples?)"
            r"|(?:further|more|other|additional|follow-up) questions?|help with|else)"
            r"|\b[Ff]eel free to (?:ask|reach out|let me know|provide|share)\b[^.!?]{0,20}"
            r" if you (?:have|need|run|want|encounter|hit|get)[^.!?]{0,20}\b(?:further|more"
            r"|other|additional|any other"
            r"|help|clarif\w+|assistance|issues?|stuck|follow-up)"
            r"|\bIs there anything (?:else|specific) (?:you(?:'d|’d| would) like|I can)\b"
            r"|\b(?:If|Should) you (?:have|need|run into|encounter) (?:any )?(?:further|more"
            r"|other|additional|follow-up)"
            r" (?:questions?|help|assistance|details?|issues?"
            r"|clarification)[^.!?]{0,10}, (?:just|feel free|please|let me)"
        ),
        "reworked": (
            r"\b[Hh]ere(?:'s|’s| is) the (?:complete|final|full|polished|revised|rewritten|edited"
            r"|updated|improved) (?:[\w-]+ ){0,2}(?:version|article|post|draft|text|translation)\b"
        ),
        # what a person wrote earlier
        "mine": (
            r"\bI (?:wrote|gave|read|published|sent|posted)\b|\boriginally\b"
            r"|\b(?:talk|speech|lecture|letter|keynote)\b|\b(?:19|20)\d\d\b|\b(?:by|of|from)"
            r" (?:several|many|readers)\b"
        ),
        "redo": (
            r"\b[Ll]et me know if you(?:'d| would)? (?:like|want|need|prefer)\b[^.!?]{0,40}"
            r"\b(?:me to|changes|edits|revisions?|adjustments?|tweaks?|another (?:version|draft"
            r"|angle)|longer|shorter|rewrite|adjust|revise|expand|help with)\b"
        ),
        "to-disk": (
            r"\b(?:[Aa]pprove|[Gg]rant|[Aa]llow|[Nn]eeds?|[Bb]locked by|[Ww]aiting for|[Rr]equires?"
            r"|[Pp]ending) (?:\w+ ){0,2}(?:file[- ])?(?:writes?|write permissions?|permissions?)\b"
            r"[^.]{0,60}\b(?:to disk|to save|to write the (?:file|post|article))\b"
        ),
        "readers": ENGLISH_READERS,
    },
)
ENGLISH_VOICES = Chorus(
    (
        Voice("preface", "yes delivered -readers"),
        Voice("preface", "yes follows answers -readers", "first", Severity.WARNING),
        Voice("handed", "your-trouble -readers", "first", Severity.WARNING),
        Voice("offer", "snags -readers", "end", Severity.WARNING),
        Voice("preface", "reworked -mine", "first"),
        Voice("offer", "redo -readers", "alone"),
        Voice("leave", "to-disk", "end"),
    ),
    ENGLISH,
)

# One who shows a talk with a machine names the speaker, or what was asked.
SPEAKER = Pattern(
    r"ChatGPT|Claude|Gemini|Copilot|GPT|Bard|Grok|プロンプト"
    r"|(?<![A-Za-z])(?:AI|LLM)(?:さん|くん)?(?:に(?:聞|頼|質問|相談|お願い|尋|訊|書|訳)|が(?:答"
    r"|返|回答|出力|書|訳)"
    r"|の(?:回答|返|答|出力|言)|[:：])"
    r"|回答[:：]?$|返答|返事|(?:聞いて|尋ねて|質問して|頼んで)み|と(?:頼|お願い|入力|打ち)|[:：「]$"
    r"|\b(?:asked|prompt|said|replied|answered|responded|bot)\b"
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
    trade = _of_the_trade(post)
    japanese = (VOICES, ASIDES, TURNS, CHINESE, PRINTED, *(() if trade else (BRIEF_TALK,)))
    yield from _heard(post, Choruses(post, japanese, (ENGLISH_VOICES, ENGLISH_TURNS, KOREAN)))


def _of_the_trade(post: Post) -> bool:
    # editors of films and pages, too, say 編集 in every line
    if TRADE.search(post.title_text) or "編集" in post.title_text:
        return True
    return len([*islice(TRADE.finditer(post.text), OFTEN)]) == OFTEN


def hints(post: Post) -> Iterator[Finding]:
    """What authors say, too: it counts beside other traces of a talk."""
    yield from _heard(post, Choruses(post, (HINTS,), ()))


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
    if segment.alone:
        places.add("alone")
        if post.is_japanese and not segment.japanese:
            places.add("abroad")
        if not post.derived(shows_code):
            places.add("plain")
        if before is None or not before.text.endswith(("？", "?")):
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
        if SPEAKER.search(before.text) and not (before.headline and len(before.text) > HEAD):
            return True
        before = before.preceding
    return False
