"""An answer that was published as a post: how it opens and how it ends.

Posts are glued of several answers, and each of them may begin so, anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from kouetsu.api import Finding, Pattern, Post, Severity
from kouetsu_rules.seams.chatter.addressed import ENGLISH_READERS, READERS
from kouetsu_rules.seams.chatter.asides import ASIDES, ENGLISH_ASIDES
from kouetsu_rules.seams.chatter.brief_talk import BRIEF_TALK, ENGLISH_BRIEF_TALK, PRINTED
from kouetsu_rules.seams.chatter.tongues import CHINESE, KOREAN
from kouetsu_rules.seams.chatter.turns import ENGLISH_TURNS, HINTS, TURNS
from kouetsu_rules.seams.markers.segments import Segment, segments
from kouetsu_rules.seams.speech.voices import Chorus, Choruses, Vocabulary, Voice
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
        "made": r"(?:まとめ|作成し|用意し|整理し)ました",
        "yes-here": (
            rf"^はい、(?:以下|下記|こちら|次)(?:に|が|は|の(?:通り|とおり"
            rf"|ように))[^。]{{2,80}}(?:{SHOWN})"
        ),
        "posed": (
            r"^(?:ご?質問(?:に|へ)の|ご?質問に対する)回答(?:です|は(?:以下|次"
            r"|下記)(?!の(?:とおり|通り)))"
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
        "made-up": (
            r"記事|文章|原稿|回答|要約|翻訳|コード|例文|表に|一覧|リスト|チェックリスト"
            r"|テンプレート|図解"
            r"|作成|整理|解説|生成|出力|深掘り|まとめ"
        ),
        "heard": r"番組|学校|放送|当日|会場|担任",
        "my-post": r"(?:記事|話|回)(?:も|を)?書き",
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
        "too": (
            r"も(?:ご?(?:用意|提案|案内|紹介|説明)|作成|お?作り|整理|解説|生成|追加|翻訳|要約"
            r"|出力|お出し)"
            r"(?:いた|致)?(?:し|でき)ます[。！!]?$"
        ),
        "next-too": (
            r"^(?:次は|続けて|このまま|では次は)、?[^。？?]{2,40}(?:も|を)[^。？?]{0,8}(?:てみる"
            r"|てみよう(?:か)?|ようか|ていく)"
            r"[？?]\W*$"
        ),
        "unclear": (
            r"^(?:この|以上の|上記の)(?:説明|内容|手順|回答|答え)で、?(?:ご)?(?:不明|分から"
            r"|わから|疑問|質問|問題)"
        ),
        "ask-you": (
            r"(?:あり|ござい)ます(?:でしょう)?か|ないでしょうか|(?:よろし|い)いですか"
            r"|教えてください|お知らせください"
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
        "given-by": r"(?:から|より)(?:ご?(?:提供|提示|共有))?(?:いただい|頂い|もらっ|借り)",
        "your-thing": (
            r"(?:ご提示|ご提供|ご共有|共有|添付|貼り付け|お送り|ご記載"
            r"|いただい)(?:して)?(?:いただいた|くださった|た)"
            r"(?:この|その)?(?:コード|エラー|ログ|スクリプト|設定|画像|スクリーンショット|JSON"
            r"|HTML|CSV|SQL|テキスト"
            r"|表|データ|クエリ|ファイル|文面|リンク|URL)"
        ),
        "your-trouble": (
            r"(?:お困り(?:なの|のよう)|お悩み(?:なの|のよう)|(?:直面|遭遇)(?:して|されて)(?:い"
            r"|お)(?:る|られる)よう"
            r"|(?:知りたい|お探し|お考え|検討中)(?:なの|のよう))ですね"
            r"|についての?ご(?:質問|相談)ですね"
        ),
        "readers": READERS,
    }
)
VOICES = Chorus(
    (
        Voice("assent", "roger follows -readers"),
        Voice("assent", "agreed follows trade -readers", severity=Severity.WARNING),
        Voice("assent", "yes-here trade|made -readers", severity=Severity.WARNING),
        Voice("offer", "if-wanted too made-up -readers", "end", Severity.WARNING),
        Voice("offer", "next-too trade|made-up -readers", "end", Severity.WARNING),
        Voice("offer", "unclear ask-you -readers", "end", Severity.WARNING),
        Voice("preface", "posed", severity=Severity.WARNING),
        Voice("offer", "if-wanted then i-make trade -readers -my-post", "end"),
        Voice("offer", "if-wanted then i-make -readers", "end", Severity.WARNING),
        Voice("offer", "asks-more wishes -readers -heard", "end", Severity.WARNING),
        Voice("handed", "your-thing -readers -given-by", "first", Severity.WARNING),
        Voice("handed", "your-trouble -readers", "first", Severity.WARNING),
    ),
    JAPANESE,
    tight=True,
)

THING = (
    r"(?:code|snippet|error(?: message)?|stack ?trace|traceback|logs?|output|screenshots?|JSON|YAML"
    r"|config(?:uration)?|script|query|text|passage|article|transcript|excerpt|link|file|table"
    r"|data)"
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
        "your-question": (
            r"^You(?:'re|’re| are) (?:asking (?:about|how|for|whether|why)|running into"
            r"|encountering"
            r"|experiencing an?|facing (?:an?|two|this))\b"
            r"|^(?:The|This) (?:error|issue|problem|warning|behaviou?r)(?: message)? you(?:'re"
            r"|’re| are) (?:seeing|getting|encountering|facing|experiencing|describing)\b"
            r"|^To (?:fix|resolve|solve|address|answer) (?:the|this|your) [^.]{0,30}\byou(?:'re|’re"
            r"| are) (?:seeing|getting|encountering|facing|experiencing|describing|asking)\b"
        ),
        "your-thing": (
            rf"\b(?:the|this|your) (?:\w+ ){{0,2}}{THING} you(?:'ve|’ve| have|'re|’re)?"
            r" (?:provided|shared|pasted|posted|attached|sent|uploaded)\b"
            rf"|\b[Bb]ased on (?:the|your) (?:\w+ ){{0,2}}{THING} (?:you|above|provided|shared)"
            r"|^(?:Thanks|Thank you) for (?:sharing|providing|posting|the)"
        ),
        "shared": r"\byou\b|\bshar|\bprovid|\bpost",
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
        "could": (
            r"\b(?:[Ii]f you(?:'d|’d| would)? (?:like|want|prefer|need)[^.!?]{0,50}, I can"
            r"|I can (?:also )?[^.!?]{3,90} if you(?:'d|’d| would)? (?:like|want|need|prefer)"
            r"|[Ww]ould you like (?:me to|to see (?:an?|the)|an? (?:\w+ ){0,2}(?:example|sample"
            r"|version"
            r"|comparison|breakdown|diagram|checklist|template|table|script|summary|list))"
            r"|(?:[Dd]o you w|[Ww])ant me to|[Ii]f you (?:share|provide|paste|send|show|tell"
            r"|give)\b"
            r"[^.!?]{3,60}, I(?:'ll|’ll| can| could| will))"
        ),
        "work": (
            r"\b(?:show|walk|provide|give|suggest|explain|break|dive|summari[sz]e|compare"
            r"|convert|turn|put together"
            r"|outline|generate|draft|create|write|prepare|expand|add|tailor|adapt|help"
            r"|elaborate|share|go deeper"
            r"|example|sample|version|comparison|breakdown|diagram|guide|checklist|template|table"
            r"|script|list|pinpoint|debug|diagnose|identify)\b"
        ),
        "readers": ENGLISH_READERS,
    },
    flags=0,
)
ENGLISH_VOICES = Chorus(
    (
        Voice("preface", "yes delivered -readers"),
        Voice("preface", "yes follows answers -readers", "first", Severity.WARNING),
        Voice("handed", "your-trouble -readers", "first", Severity.WARNING),
        Voice("handed", "your-question -readers", "first", Severity.WARNING),
        Voice("handed", "your-thing shared -readers", "first", Severity.WARNING),
        Voice("offer", "snags -readers", "end", Severity.WARNING),
        Voice("offer", "could work -readers", "end", Severity.WARNING),
    ),
    ENGLISH,
    tight=True,
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
    briefs = () if trade else (ENGLISH_BRIEF_TALK,)
    english = (ENGLISH_VOICES, ENGLISH_ASIDES, ENGLISH_TURNS, KOREAN, *briefs)
    yield from _heard(post, Choruses(post, japanese, english))


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
