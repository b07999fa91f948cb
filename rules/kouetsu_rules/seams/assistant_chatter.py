"""対話の相手に向けた機械の言葉が本文に残っている。

## 何を見るか
- 承知の返事、書いたものの前口上、断り、続きを書くかの問い（`承知いたしました。`、
  `以下に、全面的な改稿案を示します。`、`記事を作成できません`）
- 作業の報告と許可を求める言葉（`公開作業を進めます。`、`実行して良いですか？`）
- 作業の材料への言及（`既存の記事でも触れたように`）。これは警告です

会話や引用（「」の中、`>` の引用、コード）は見ません。前口上や断りは、記事の初めと終わり、
印や区切り線の
隣でだけ報告します。

## なぜか
読者には誰の言葉か分からず、記事が人の目を通っていないことを告げてしまいます。

## 例
```md bad
承知いたしました。ご指定の条件で記事を作成します。

梅の実は六月に色づきます。
```
```md good
梅の実は六月に色づきます。注文の電話には「承知いたしました。すぐお届けします」と答えました。
```
```md bad
梅の実は六月に色づきます。既存の記事でも触れたように、塩の量が味を決めます。
```

## 限界
手で印を付けた 12 記事の 5 か所と、ほかの 4 サイトの 8 か所をすべて見つけ、人の書いた 375 記事では
0 件でした。材料への言及は、自分の以前の記事を指す文（「前回の記事で触れたように」）と区別するため、
「既存の記事」など書き手の立場では使わない呼び方に限ります。

## English

### What it does
Reports what a model says to the one it talks with: assent, a preface or closing around the text,
a refusal, a question whether to go on, a report on the work or a question for leave, and, as a
warning, talk of its material (`既存の記事でも触れたように`, “as the existing article said”).
Quoted speech, quotations and code are silent; prefaces and refusals count only at the beginning
and the end of the post and beside a marker or a rule.

### Why
Readers can't tell who speaks, and see that nobody read the post.

### Limits
All 5 marked places of 12 posts and all 8 of four other sites are found, none is reported on 375
files by people.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Sentence, Severity, Span
from kouetsu_rules.letters import has_letter
from kouetsu_rules.seams import chatter_voices, status_voices
from kouetsu_rules.seams.notes import notes
from kouetsu_rules.seams.outline_labels import shows_code
from kouetsu_rules.seams.progress import progress_lists
from kouetsu_rules.seams.segments import Segment, segments
from kouetsu_rules.seams.voices import listen, sentences_of, stands_alone
from kouetsu_rules.seams.weighed import is_remark

EDGE = 3
"""How many blocks from either end count as the edge of a post."""
ENDS = 2
"""In so many of them, remarks are weighed."""
MIDDLE = 2.0
"""Elsewhere they have to weigh more."""
NOTED = 0.0
"""Notes need less."""
TECHNICAL = 2.0
"""Where code is shown, many of the words have other meanings."""

TEXT = r"(?:記事|ブログ|原稿|文章|本文|コンテンツ|レポート|リライト|下書き|ドラフト|改稿|構成案)"
ASSENT = Pattern(
    r"^(?:はい|ええ|もちろん(?:です)?|了解です)?[、。！!]?\s*(?:承知(?:いた|致)?しました|承知です"
    r"|承りました"
    r"|かしこまりました|了解(?:いたし|致し|し)ました)(?:[。！!]|、(?!と)|$)",
    needs=("承知", "承りました", "かしこまりました", "了解"),
)
# The task, its conditions and what was made of it: said to the one who gave the task.
DRAFT = (
    r"(?:改稿|リライト|推敲|ドラフト|下書き|草|構成)(?:案|版|稿)"
    r"|(?:記事|原稿|文章)の?(?:完成|修正|改善)(?:案|版)"
)
PREFACE = Pattern(
    rf"^(?:それでは|では)?、?(?:以下|こちら)(?:に|は|が|の通り)、?.{{0,80}}?(?:{DRAFT})」?』?"
    r"(?:を.{0,20}(?:示し|提示し|作成し|お届けし|ご?提案し|用意し|出力し|まとめ)(?:ます|ました)"
    r"|(?:に|と)なります|です)[。：:！!]?$",
    needs=("以下", "こちら"),
)
# Said of a text as such only where the post begins: elsewhere people point at other texts so.
HANDOVER = Pattern(
    rf"^(?:それでは|では)?、?(?:以下|こちら)(?:に|は|が|の通り)、?(?!.*(?:参考|関連|過去|紹介|引用"
    rf"|リンク))"
    rf".{{0,80}}?{TEXT}(?:案|例)?」?を(?:示します|提示します|作成しました|お届けします"
    rf"|執筆しました|出力します)[。：:]?$",
    needs=("以下", "こちら"),
)
HANDED = Pattern(
    rf"(?:ご依頼|ご指示|ご指定|ご提示|ご要望)(?:いただ(?:いた|きました)|頂いた|の(?:あった)?"
    rf"|に(?:沿っ|従っ|基づ"
    rf"|応じ)|を(?:踏まえ|もとに)).{{0,40}}{TEXT}|{TEXT}.{{0,12}}(?:ご依頼|ご指示|ご指定)"
    rf"|^(?:この|上記の|以上の)?{TEXT}.{{0,30}}(?:ご要望|ご指定|プロンプト).{{0,30}}(?:作成|執筆"
    rf"|調整|満た)",
    needs=("ご依頼", "ご指示", "ご指定", "ご提示", "ご要望", "プロンプト"),
)
REFUSAL = Pattern(
    rf"(?:Web|ウェブ)検索(?:が|は|を|では).{{0,40}}(?:利用できない|できない|できません"
    rf"|試みましたが|見つかりませんでした)"
    rf"|に関する(?:具体的な|詳細な?|十分な)?(?:情報|記事|発表|データ).{{0,12}}"
    rf"(?:見つけることができませんでした|取得できません|確認できませんでした)"
    rf"|{TEXT}(?:の(?:作成|執筆|生成))?(?:を|は|が)(?:作成|完了|生成|執筆"
    rf"|お届け)(?:すること)?(?:が|は)?"
    rf"でき(?:ません|かねます)",
    needs=("検索", "できません", "できかねます"),
)
APOLOGY = Pattern(r"^(?:大変|誠に)?申し訳(?:あり|ござい)ません")
OFFER = Pattern(
    rf"(?:続き|残り|次の(?:セクション|章|パート)).{{0,30}}(?:書き|生成し|出力し|執筆し"
    rf"|作成し)(?:ましょうか|ますか)"
    rf"|(?:追加の情報|情報源|参照すべき|ご希望の).{{0,50}}"
    rf"(?:ご提供|教えて|ご指定|お知らせ)いただけますでしょうか"
    rf"|別の.{{0,20}}{TEXT}を(?:作成|執筆|お書き)することも(?:可能|でき)",
    needs=("ましょうか", "ますか", "いただけますでしょうか", "することも"),
)
BEGINS = Pattern(
    rf"^(?:それでは|では|これから)、?(?:ご指定の|以下の|次の)?.{{0,40}}{TEXT}を(?:作成|執筆|生成"
    rf"|出力)"
    rf"(?:し|いたし|致し)(?:ます|ていきます)。?$"
    r"|^(?:以上|計|合計)?、?約?\d[\d,]*(?:文字|字)(?:程度|以上|以内)?で(?:執筆|作成|記述"
    r"|構成)(?:し|いたし)ました。?$"
    rf"|(?:ご要望|必要)(?:に応じ|であれば|でしたら).{{0,30}}(?:文字数|トーン|文体|見出し"
    rf"|{TEXT}).{{0,20}}"
    r"(?:修正|調整|加筆|変更|作成)(?:いた)?(?:し|致し)ます",
    needs=(
        "を作成",
        "を執筆",
        "を生成",
        "を出力",
        "で執筆",
        "で作成",
        "で記述",
        "で構成",
        "ご要望",
        "必要に応じ",
        "必要であれば",
        "必要でしたら",
    ),
)
LEAVE = Pattern(
    r"(?:実行|公開|投稿|反映|コミット|プッシュ|デプロイ|続行|保存|適用|この(?:まま|内容で"
    r"|方針で)(?:進め|公開し|投稿し)?)"
    r"(?:し)?ても?(?:良い|よい|いい|よろしい)(?:です|でしょう)か",
    needs=("ですか", "でしょうか"),
)
REPORT = Pattern(
    r"^(?:(?:それでは|では|今から|これから)、?)?(?:以下の)?(?:公開|投稿|コミット|プッシュ"
    r"|デプロイ|反映|修正|執筆|編集)?作業を"
    r"(?:進め|開始し|実行し|行い)ます[。：:]?$"
    r"|^(?:ドラフト|下書き|原稿|記事)(?:は|が)(?:上記|以下)の(?:通り|とおり)です"
    r"|(?:frontmatter|フロントマター)の.{0,30}(?:コメントアウト|追加|修正|削除|設定)し(?:て|まし)",
    needs=("作業を", "の通りです", "のとおりです", "frontmatter", "フロントマター"),
)
# What an agent says when it is done, and what its tools sign.
DONE = Pattern(
    rf"^(?:以上で)?、?{TEXT}の(?:作成|執筆|生成|保存|公開|投稿)(?:が|を)(?:すべて)?(?:完了"
    rf"|終了)(?:し|いたし)ました。?$"
    r"|^(?:🤖 )?Generated (?:with|by) \[?(?:Claude|ChatGPT|Codex|Copilot|Cursor|Gemini)"
    r"|^Co-Authored-By: (?:Claude|ChatGPT|Codex|Copilot|Cursor|Gemini)",
    needs=("完了", "終了", "Generated", "Co-Authored-By"),
)
# What the model was given. Writers call their own earlier posts 前回の記事.
MATERIAL = Pattern(
    r"(?:既存の(?:記事|文章|本文|原稿)|(?:提供|ご?提示|入力)された(?:記事|文章|本文|原稿"
    r"|テキスト)|いただいた(?:記事|原稿|文章))"
    r"(?:の中)?(?:でも|では|で|にも|には|に|が|の)?(?:、|は|も)?"
    r"(?=[^。]{0,40}?(?:触れ|言及|述べ|指摘|挙げ|紹介され|説明|示され|示し|あった|あるよう"
    r"|ありました|書かれ|取り上げ|論じ"
    r"|お話し|お伝え|議論|引用|まとめら|解説))",
    needs=("既存の", "された", "いただいた"),
)


ANYWHERE = (
    *("作業", "通り", "とおり", "frontmatter", "フロントマター"),
    *("記事", "文章", "本文", "原稿"),
)
"""What is said in the middle of a post, too, has one of these words."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    items = post.derived(segments).items
    if items:
        yield from _handed_over(items[0])
    last = len(items) - EDGE
    technical = shows_code(post)
    yield from progress_lists(post)
    for number, segment in enumerate(items):
        edge = number < EDGE or number >= last or _beside_seam(segment)
        heard = [*_voices(segment, edge, number == 0)]
        if edge or any(word in segment.text for word in ANYWHERE):
            heard += _apart(_in_segment(segment, edge), heard)
        middle = ENDS <= number < len(items) - ENDS
        more = (TECHNICAL if technical else 0) + (MIDDLE if middle else 0)
        heard += _apart(_weighed(segment, post.text, more), heard)
        yield from heard
    yield from _noted(post, TECHNICAL if technical else 0)


def _noted(post: Post, more: float) -> Iterator[Finding]:
    """Notes within the text: what stands in brackets weighs more than what is told."""
    for note in notes(post):
        if note.apart and is_remark(note.inner, post.text, more - NOTED):
            yield Finding(note.span, "remark", severity=Severity.WARNING)


def _apart(findings: Iterator[Finding], known: list[Finding]) -> list[Finding]:
    """The findings where nothing else was found."""
    return [
        finding
        for finding in findings
        if not any(finding.span.overlaps(other.span) for other in known)
    ]


def _weighed(segment: Segment, whole: str, more: float) -> Iterator[Finding]:
    """Sentences that speak of the making of the text with many words, none of them certain."""
    if not stands_alone(segment):
        return
    sentences = sentences_of(segment)
    for length in (1, 2):
        for at in range(len(sentences) - length + 1):
            start, end = sentences[at].start, sentences[at + length - 1].end
            if is_remark(segment.prose.text[start:end], whole, more):
                yield Finding(segment.span(start, end), "remark", severity=Severity.WARNING)
                return


def _voices(segment: Segment, edge: bool, first: bool) -> Iterator[Finding]:
    """Remarks that their words give away, wherever they stand."""
    places = {"any"}
    if first:
        places.add("first")
    if edge:
        places.add("edge")
    if not segment.headline and (edge or stands_alone(segment)):
        places.add("alone")
    japanese = has_letter(segment.text)
    told: list[Span] = []
    for speaker in (chatter_voices, status_voices):
        if not edge and not any(word in segment.text for word in speaker.MIDDLE):
            continue
        voices = speaker.VOICES if japanese else speaker.ENGLISH_VOICES
        words = speaker.JAPANESE if japanese else speaker.ENGLISH
        for heard in listen(segment, frozenset(places), voices, words):
            if not any(heard.span.overlaps(other) for other in told):
                told.append(heard.span)
                yield Finding(heard.span, heard.voice.key, severity=heard.voice.severity)


def _handed_over(first: Segment) -> Iterator[Finding]:
    sentence = next(iter(first.prose.sentences), None)
    if sentence and HANDOVER.search(sentence.text) and not PREFACE.search(sentence.text):
        yield Finding(sentence.span, "preface")


def _beside_seam(segment: Segment) -> bool:
    before = segment.preceding
    return (
        segment.marked
        or segment.following in ("marker", "rule", "end")
        or (before is not None and before.following == "rule")
    )


def _in_segment(segment: Segment, edge: bool) -> Iterator[Finding]:
    sentences = segment.prose.sentences
    first = bisect_left(sentences, segment.start, key=lambda sentence: sentence.start)
    for number in range(first, len(sentences)):
        sentence = sentences[number]
        if sentence.end > segment.end:
            break
        text = sentence.text
        if edge and sentence.start == segment.start and ASSENT.match(text):
            yield Finding(sentence.span, "assent")
        elif edge and not segment.headline and LEAVE.search(text) and not _quoted(text, LEAVE):
            yield Finding(sentence.span, "leave")
        elif REPORT.search(text) and not segment.block.in_list:
            yield Finding(sentence.span, "report")
        elif edge and _at_edge(text):
            yield Finding(sentence.span, _at_edge(text))
        else:
            yield from _material(sentence)


def _at_edge(text: str) -> str:
    if PREFACE.search(text):
        return "preface"
    if APOLOGY.match(text) and (REFUSAL.search(text) or OFFER.search(text)):
        return "refusal"
    for pattern, key in (
        (REFUSAL, "refusal"),
        (HANDED, "handed"),
        (OFFER, "offer"),
        (BEGINS, "preface"),
        (DONE, "report"),
    ):
        if pattern.search(text) and not _quoted(text, pattern):
            return key
    return ""


def _quoted(text: str, pattern: Pattern) -> bool:
    """Whether what matches stands within brackets of speech."""
    place = pattern.search(text)
    if place is None:
        return False
    before = text[: place.start()]
    return before.count("「") > before.count("」") or before.count("『") > before.count("』")


def _material(sentence: Sentence) -> Iterator[Finding]:
    text = sentence.text
    if "記事" not in text and "文章" not in text and "原稿" not in text and "本文" not in text:
        return
    for place in MATERIAL.finditer(text):
        if not _quoted(text, MATERIAL):
            span = sentence.span_of(*place.span())
            yield Finding(span, "material", severity=Severity.WARNING)


RULE = Rule(
    name="assistant-chatter",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "assent": (
            "依頼への返事が残っています",
            "the answer to a request was left in the text",
        ),
        "preface": (
            "書いたものを差し出す前口上が残っています",
            "a preface that hands the text over was left in it",
        ),
        "refusal": (
            "書けないことの断りが残っています",
            "a refusal was left in the text",
        ),
        "handed": (
            "依頼の内容への言及が残っています",
            "a remark about the task was left in the text",
        ),
        "assessed": (
            "書き直しについての自己評価が残っています",
            "a remark on how the text was rewritten was left in it",
        ),
        "offer": (
            "続きや情報を求める問いかけが残っています",
            "a question to whoever gave the task was left in the text",
        ),
        "choose": (
            "案を選ぶよう求める言葉が残っています",
            "a request to choose between drafts was left in the text",
        ),
        "remark": (
            "原稿のやり取りの言葉が残っているようです",
            "this seems to be said to whoever ordered the text",
        ),
        "leave": (
            "作業の許可を求める言葉が残っています",
            "a request for permission was left in the text",
        ),
        "report": (
            "作業の報告が残っています",
            "a report on the work was left in the text",
        ),
        "material": (
            "下敷きにした記事への言及が残っていて、読者には何を指すか分かりません",
            "this speaks of the text's source material, which readers don't know",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("generation-marker",),
)
