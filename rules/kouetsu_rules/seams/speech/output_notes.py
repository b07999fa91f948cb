"""Notes on the output itself: that it was cut, goes on in another answer, or how long it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kouetsu.api import Post, Severity, Span
from kouetsu_rules.seams.markers.segments import segments
from kouetsu_rules.seams.speech.notes import notes
from kouetsu_rules.seams.speech.voices import ALONE, Chorus, Choruses, Vocabulary, Voice


class Told(NamedTuple):
    """A place with the key of its message; ``severity`` where it differs from the rule's."""

    span: Span
    key: str
    severity: Severity | None = None


COUNT = r"(?:約|およそ)?\d[\d,，]*[ ]?(?:文字|字(?!幕|体|形|画)|トークン)"
JAPANESE = Vocabulary(
    {
        "turn": (
            r"(?:前回|前|次|次回|先ほど|直前|別)の(?:出力|返信|回答|ターン|メッセージ|レスポンス"
            r"|チャット|プロンプト)|別途(?:出力|生成|作成)"
            r"|出力(?:し|いたし|致し)ます|出力が(?:途中|長)|(?:を|の)出力(?:する|を(?:希望|続))"
            r"|(?:出力|トークン|生成)(?:数)?(?:の)?(?:上限|制限)"
        ),
        "more": r"続[きけく]|残り|以降|後半|前半|再開|途中|分割|区切|切れ|止ま",
        "limit": (
            r"(?:文字数|字数|トークン(?:数)?|出力|長さ|スペース|分量"
            r"|ボリューム)の?(?:制限|都合|上限|関係)|長くなる(?:ため|ので)|長文(?:の)?(?:ため"
            r"|になる)"
        ),
        "cut": r"省略|割愛|区切|分割|中断|打ち切|止め",
        "type": (
            r"(?:と|を)?(?:入力|お伝え|お知らせ|送信|指示|返信)(?:し|いただ)?(?:て)?(?:ください"
            r"|いただ|する|すれば)|ご希望|ご要望|必要(?:でしたら|であれば|に応じ)"
        ),
        "entered": r"と(?:入力|送信|指示|返信)(?:し|すれ|する)",
        "stopped": r"途中で(?:終了|終わ|切れ|止|途切れ)",
        "top": r"(?:トークン|文字数|字数|出力|応答)(?:数)?の?(?:上限|制限)に達し",
        "halt": r"中断|区切|続き|省略|終了|止め|打ち切",
        "fit": r"文字数(?:以?内)?に(?:収まる|収める|合わせ|おさまる)",
        "squeeze": r"省略し|要約し|短縮し|割愛し|削り|削っ|圧縮し",
        "all": r"(?:全文|続き|残り|完全版|詳細版?)(?:が|を)(?:必要|ご?希望|ご入用)",
        "count": COUNT,
        "goal": r"目標|現在|ここまで|残り|指定|合計|達し|届い",
        "grow": r"加筆|追記|続け(?:ます|る)|執筆|出力|到達|届いて|達して|続き|膨らませ",
        "rest": r"^(?:※)?(?:以下|以降|残り|この(?:後|あと)|続く|後続|上記と)",
        "alike": r"同様|同じ(?:調子|形式|要領|流れ|構成|フォーマット|パターン|トーン)",
        "part": (
            r"セクション|見出し|(?:\d|[二三四五])(?:つの)?(?:節|章|項目|段落|パート)|(?:節|項目"
            r"|パート|段落)[がを]"
        ),
        "carried-on": (
            r"(?:翻訳|執筆|生成|出力|記述|作成)を(?:続け|継続し)(?:て(?:ください|いきます)|ます|る)"
        ),
        "come": r"入り(?:ます|)|入る|続きます|続く|執筆|展開|作成|出力|書いて|記述",
        "unwritten": (
            r"(?:セクション|見出し|本文|パート|節)(?:は|を|が)(?:すべて|全て)?(?:省略|割愛"
            r"|中略)(?:し|され|$|します|しました)"
        ),
        "same": (
            r"(?:元|既存|前回|もと)の(?:記事|文章|原稿|本文|コード|内容)(?:と|から|に)(?:同(?:じ"
            r"|様|一)|変更(?:は)?な)|変更なし(?:のため)?"
        ),
        "omitted": r"省略|以下略|中略|割愛",
        "again": r"^(?:続き|残り|本文|記事)?(?:を)?(?:再?生成|出力)(?:する|中)?$",
        "wish": r"リクエスト|ご希望|ご要望|必要(?:でしたら|であれば|に応じ)|ご指示",
        "add": r"書き(?:足|加)|追加|補(?:い|足)|復元",
        "see": (
            r"(?:全文|続き|残り|詳細|本文)は、?(?:元|既存|前回|もと)の?(?:原稿|記事|文章|回答"
            r"|出力|ファイル)(?:を参照|をご覧|に記載|と同)"
        ),
        "count-limit": r"(?:文字数|字数|トークン(?:数)?)の?(?:制限|上限|都合|調整|節約)",
        "brief": (
            r"(?:簡潔に|短く|要約して|簡略化して|省略して|割愛して)[^。]{0,4}(?:記載|記述|まとめ|説明|紹介|書い)"
        ),
        "total": (
            r"^(?:※|【)?(?:以上|合計|計|本文|総|全体|記事)?(?:で|の)?、?(?:総?文字数】?|字数"
            r"|文章量|(?<=計)(?=[:：]))は?、?[:：]?(?:約|およそ)?\d[\d,，]*[ ]?(?:文字|字)(?:程度"
            r"|前後|です"
            r"|となります|になります|でした|ほど)"
        ),
    }
)
BRACKETED = Chorus(
    (
        Voice("continuation", "turn more"),
        Voice("continuation", "all type"),
        Voice("continuation", "top halt"),
        Voice("length", "fit squeeze"),
        Voice("length", "count-limit brief", severity=Severity.WARNING),
        Voice("continuation", "more entered"),
        Voice("continuation", "limit stopped"),
        Voice("continuation", "limit cut|more type|turn|grow"),
        Voice("length", "count goal grow"),
        Voice("continuation", "rest alike part come"),
        Voice("continuation", "carried-on rest alike"),
        Voice("continuation", "rest unwritten"),
        Voice("continuation", "same omitted"),
        Voice("continuation", "see"),
        Voice("continuation", "again"),
        Voice("continuation", "rest limit cut", severity=Severity.WARNING),
        Voice("continuation", "cut wish grow|add", severity=Severity.WARNING),
    ),
    JAPANESE,
)
LINES = Chorus(
    (
        Voice("continuation", "all type limit|cut"),
        Voice("continuation", "top halt"),
        Voice("length", "fit squeeze", severity=Severity.WARNING),
        Voice("continuation", "turn more type|limit"),
        Voice("continuation", "limit cut type"),
        Voice("continuation", "limit stopped"),
        Voice("continuation", "rest alike part come type"),
        Voice("length", "total", "edge", Severity.WARNING),
    ),
    JAPANESE,
)
ENGLISH = Vocabulary(
    {
        "cut": (
            r"\b(?:truncated|omitted|left out|(?:space|length) limits|cut off|cut short|(?:output"
            r"|token|character|length|word) limit|limit reached|for brevity|unchanged|abridged)\b"
            r"|\bdue to (?:length|space|token|size)\b"
        ),
        "rest": (
            r"\b(?:[Cc]ontinu(?:ed|es|ing|e)|[Rr]est|[Rr]emaining|[Rr]emainder|to be continued"
            r"|[Pp]art \d)\b"
        ),
        "piece": (
            r"\b(?:(?:middle|other|previous|existing) part|sections?|article|post|content|tips"
            r"|text|draft|paragraphs|output|response|steps)\b"
        ),
        "turn": (
            r"\b(?:next|previous|following|last|another) (?:message|response|reply|output|turn"
            r"|answer|prompt)\b|\bwhere I left off\b|\b[Rr]eply\b|\btype\b|\bsay\b|\b(?:ask"
            r"|prompt|message) me\b"
        ),
        "alike": r"\b(?:follow|use|in) the same (?:format|structure|pattern|style)\b",
        "counted": (
            r"^\(?(?:[Ww]ord count|[Cc]haracter count|[Ll]ength"
            r"|[Tt]otal(?: words)?)[ ]?[:=~≈][ ]?(?:about |approx\.? |~)?\d"
        ),
        "words": (
            r"^\**(?:[Ww]ord|[Cc]haracter) count\**[ ]?[:=~≈]\**[ ]?(?:about |approx\.? |~)?\d"
        ),
        "answer-cut": (
            r"\b(?:[Rr]esponse|[Oo]utput|[Mm]essage|[Cc]ontent|[Aa]nswer) (?:was "
            r"|has been )?(?:truncated|cut off|too long)\b"
        ),
        "reached": (
            r"\b(?:reached|hit|exceeded) (?:my|the|its) (?:output|token|character|length|word"
            r"|message|context) limit\b"
        ),
        "will": r"\bI(?:'ll|’ll| will| can)\b|\bme\b",
    },
    flags=2,
)
ENGLISH_BRACKETED = Chorus(
    (
        Voice("continuation", "answer-cut"),
        Voice("continuation", "cut rest piece|turn"),
        Voice("continuation", "cut piece turn"),
        Voice("continuation", "rest turn"),
        Voice("continuation", "rest piece alike"),
        Voice("continuation", "cut piece"),
        Voice("length", "counted"),
    ),
    ENGLISH,
)
ENGLISH_LINES = Chorus(
    (
        Voice("length", "words", "edge", Severity.WARNING),
        Voice("continuation", "turn rest cut|will"),
        Voice("continuation", "reached"),
    ),
    ENGLISH,
)
EDGE = 2
EDGES = ALONE | {"edge"}


def output_notes(post: Post) -> Iterator[Told]:
    bracketed = Choruses(post, (BRACKETED,), (ENGLISH_BRACKETED,))
    for note in post.derived(notes):
        if note.form == "bracket" and not note.apart:
            continue
        voice = bracketed.speaker(note.inner)
        if voice is not None:
            yield Told(note.span, voice.key, voice.severity)
    lines = Choruses(post, (LINES,), (ENGLISH_LINES,))
    items = post.derived(segments).items
    for number, segment in enumerate(items):
        if segment.alone:
            places = EDGES if number >= len(items) - EDGE else ALONE
            for heard in lines.heard(segment, places):
                yield Told(heard.span, heard.voice.key, heard.voice.severity)
