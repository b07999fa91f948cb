"""根拠として挙げたものを、作り物だと自ら断っている。

## 何を見るか
- データ、事例、専門家、統計、調査、発言などが作り物であることを、かっこ書きや注で断ったところ
  （`（※架空のデータ）`、`（仮想事例）`、`（※仮想専門家）`）
- 実際のものへの差し替えを求める注（`※口コミは想定です。公開時に差し替えてください。`）
- 出典を作った、または見ていないと自ら述べたところ（`里の調査報告（架空）`、`出典: 筆者の想像`、
  `（取得日: 2024年6月1日 - 推定）`）。警告です

物語の断り（「登場する人物は架空です」）、表や画面や練習問題が架空だという独立した注、計算の例にする数
字の断り（`（架空の数字です）を例に`）、相談者を守るために変えたという断りは見ません。作り物とまでは言
い切れない書き方は警告です。

## なぜか
モデルは頼まれた根拠を作り、律儀に断り書きも添えます。そのまま公開すると、根拠のない主張に根拠がある
ように見せることになります。

## 例
```md bad
利用者の八割が満足しています（※架空のデータ）。
```
```md good
この物語に登場する人物は架空です。
```

## 限界
ほかの 4 サイトの 3 か所をすべて見つけ、人が書いた記事 375 本では指摘がありません。断りのない作り話
は分かりません。

## English
### What it does
Reports a note which admits that evidence is made up (`（※架空のデータ）`). The note stands in
brackets or behind a sign, and the evidence is data, a case, an expert, a survey, a quotation and
the like; a note that asks to put in the real thing counts, too. What says so of the persons of a
story is left alone, and so is a note of its own on a table, a screen or an exercise, on figures
that the sentence takes for an example, or on clients who must not be known. Less certain wordings
are warnings, and so is a source of which the post says that it is made up, guessed or unread
(`里の調査報告（架空）`).

### Why
Models invent the evidence that they are asked for and dutifully add the note. Published, the claim
looks as if it had evidence.

### Limits
All 3 places on four other sites are found, and none is reported on 375 posts by people. Invention
without a note is invisible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.apart import apart
from kouetsu_rules.letters import has_letter
from kouetsu_rules.seams.markers.segments import segments
from kouetsu_rules.seams.slots.to_copy import RECKONED
from kouetsu_rules.seams.speech.notes import Note, notes
from kouetsu_rules.seams.speech.voices import ALONE, Chorus, Choruses, Vocabulary, Voice
from kouetsu_rules.shown import shows_code
from kouetsu_rules.subject import subject

# What is given as evidence; stories have persons and towns instead.
EVIDENCE = (
    r"データ|事例|専門家|数[値字]|統計|調査(?:結果)?|アンケート|コメント|発言|引用|証言|体験談"
    r"|お客様の声|利用者の声|の声|口コミ|クチコミ"
    r"|レビュー|ケース|インタビュー|論文|文献|エピソード|企業|会社|店舗名?|推定値|割合|ユーザー"
    r"|顧客|利用者|モニター|読者の声|人物の声"
)
JAPANESE = Vocabulary(
    {
        "fake": (
            r"架空|仮想(?!通貨|マシン|環境|化|空間|敵|DOM)|想像上|創作|フィクション"
            r"|(?<![な示])仮の|(?<![な示])仮(?:デー|数)|ダミー|サンプル(?:値|データ|数)|捏造"
            r"|作り話|でっち|想定(?=レビュー|口コミ|コメント|の声|インタビュー|事例|質問者"
            r"|ユーザー)|想定(?:です|の(?:もの|声)|して|した)|実在(?:し|の[^。]{1,16}では(?:あり"
            r"|な))"
            r"|実際の[^。]{1,16}では(?:あり|な)|実在しない|イメージ(?:して(?:書|作)|で作)"
        ),
        "machine": (
            r"(?:AI|人工知能|モデル|ChatGPT|機械)(?:が|による|で|の)[^。]{0,8}(?:生成|作成|創作"
            r"|想定|推定|推測|イメージ|書い)"
        ),
        "evidence": EVIDENCE,
        "bare": (
            rf"^(?:※)?[ ]?(?:この|上記の|以下の|数値は|データは|内容は)?(?:すべて|全て)?(?:架空"
            rf"|仮想|想像上|創作|フィクション)(?:の|な)?(?:調査|統計|実績)?(?:{EVIDENCE})"
        ),
        "unreal": (
            r"実在の[^。]{1,16}では(?:あり|な)|実在し(?:ません|ない(?=(?:もの|ため|ので|です|。"
            r"|$)))|実際の[^。]{1,16}では(?:あり"
            r"|な)"
        ),
        "words": (
            r"発言|コメント|証言|口コミ|クチコミ|体験談|専門家|引用|論文|統計|調査|レビュー"
            r"|インタビュー"
        ),
        "replace": (
            r"(?:差し替え|置き換え|入れ替え|差替え)て?(?:ください|ること|る(?:こと|必要)|をお願い"
            r"|予定|てから)|公開(?:前|時)に|要差し替え"
        ),
        "guess": (
            r"(?:AI|人工知能|モデル|ChatGPT|機械)(?:が|による|で|の)[^。]{0,8}(?:推定|推測|推察"
            r"|想像|仮定"
            r"|補完|想定)|^(?:※|＊)?[ ]?(?:推定|推測|仮の(?:数[値字]|情報|金額)|概算)(?:値)?です"
        ),
        "owed": (
            r"公開(?:の)?(?:前|時)に[^。]{0,10}(?:要)?(?:確認|検証|差し替え|更新|修正)"
            r"|要(?:確認|検証|差し替え|裏取り|出典)(?=[。、）)]|です|$)|最新(?:の)?(?:情報"
            r"|データ|数値)に"
            r"(?:更新|差し替え|置き換え)"
        ),
        "warns": (
            r"ことがあ|場合があ|混じ|混ざ|紛れ|騙|だま|見抜|もっともらし|注意|かもしれ"
            r"|でっち上げ(?:る|られ"
            r"|た)|後世|伝説"
        ),
        "reason": (
            r"(?:雰囲気|場面|状況|情景|臨場感|流れ|様子|空気)を(?:伝え|出す|演出|補う|描く"
            r"|つかむ|盛り上げ)"
            r"|説得力"
        ),
        "story": (
            r"物語|小説|登場(?:人物|する)|ドラマ|作中|短編|劇中|舞台|漫画|映画|主人公|人物・団体"
            r"|団体"
            # who tells of clients has to change them
            r"|個人(?:が|の|を)?(?:特定|情報)|プライバシー|守秘|脚色|組み合わせ|をもとに"
        ),
        "said": (
            r"専門家|調査|アンケート|コメント|発言|引用|証言|体験談|の声|口コミ|クチコミ|レビュー"
        ),
        "assumed": (
            r"(?:想定|仮想|架空の?)(?:レビュー|口コミ|コメント|の声|インタビュー|ユーザー|読者"
            r"|顧客|事例)"
        ),
        "dummy": r"ダミー|サンプル|仮の|仮デー|仮数",
    },
)
VOICES = (
    Voice("fiction", "fake evidence replace -story"),
    Voice("fiction", "fake evidence machine -story"),
    Voice("fiction", "fake evidence reason -story"),
    Voice("fiction", "machine evidence replace -story"),
    Voice("fiction", "unreal words -story -warns"),
    Voice("fiction", "guess owed -story -warns"),
)
MARKED = (Voice("fiction", "fake evidence -story -dummy"),)
# A note of its own says honestly what a table, a screen or an exercise holds.
APART = (Voice("fiction", "fake said -story -dummy", severity=Severity.WARNING),)
HINTED = (
    Voice("fiction", "bare -story", severity=Severity.WARNING),
    Voice("fiction", "machine evidence -story", severity=Severity.WARNING),
    Voice("fiction", "assumed -story", severity=Severity.WARNING),
    Voice("fiction", "dummy evidence -story", severity=Severity.WARNING),
)
ENGLISH = Vocabulary(
    {
        "fake": (
            r"\b(?:fictional|fictitious|hypothetical|made[- ]up|invented|fabricated|illustrative"
            r"|simulated|not (?:a )?real|not from (?:a )?real|not actual|placeholders?)\b"
        ),
        "machine": (
            r"\b(?:AI|model|machine|ChatGPT)[- ]generated\b|\b(?:generated|written|created"
            r"|produced|invented) by (?:an? )?(?:AI|model|machine|chatbot)\b|\bgenerated for\b"
        ),
        "evidence": (
            r"\b(?:quotes?|quotation|statistics?|figures?|data|survey|testimonials?|case stud(?:y"
            r"|ies)|reviews?|interview|expert|numbers?|example|study|citation|source|comments?)\b"
        ),
        "replace": r"\b(?:replace|swap|substitute|verify)\b|\bbefore (?:publishing|publication)\b",
        "reason": (
            r"\bfor (?:illustration|illustrative|demonstration|demo|example)\b"
            r"|\bfor demonstration purposes\b|\bto (?:illustrate|make the (?:example|point))\b"
            r"|\bfor the sake of\b"
        ),
        "real": (
            r"\breal (?:person|people|customer|reader|user|data|quote|study|survey|figures?"
            r"|company)\b"
        ),
        "for-this": (
            r"\b(?:persona|character|quote|name|example|testimonial|reader)s? (?:was "
            r"|were )?(?:created|invented|written|made up|generated) for this (?:article|post"
            r"|piece)\b"
        ),
        "story": r"\b(?:novel|story|character|film|town|plot|play)\b",
        "said": r"\b(?:quotes?|quotation|testimonials?|survey|experts?|interview|reviews?)\b",
        "strong": (
            r"\b(?:quote|testimonial|statistics?|survey|figures?|expert|interview|case study)s?\b"
        ),
    },
    flags=2,
)
ENGLISH_VOICES = (
    Voice("fiction", "fake evidence replace|real|machine -story"),
    Voice("fiction", "fake said reason -story"),
    Voice("fiction", "machine strong replace|real -story"),
    Voice("fiction", "for-this -story"),
)
# Behind the figures that it is about, not in a sentence that introduces an example.
ENGLISH_MARKED = (Voice("fiction", "fake evidence reason -story"),)
ENGLISH_HINTED = (
    Voice("fiction", "machine evidence -story", severity=Severity.WARNING),
    Voice("fiction", "fake strong -story", severity=Severity.WARNING),
)

# Behind the name of a source, in brackets or a line: that it is none.
UNREAL = Pattern(
    r"(?:インタビュー|調査|論文|統計|アンケート|報告書?|レポート|記事|文献|発言|コメント|口コミ"
    r"|体験談|証言|研究|書籍|専門家|教授|医師)"
    r"(?:記事|結果|データ|談)?[ 　]?(?P<note>[（(\[［【]※?[ ]?(?:架空|仮想|フィクション|創作"
    r"|捏造|想像)[）)\]］】])"
    r"|^[ \t>*_\-・]*(?P<line>(?:出典|引用元|情報源|参考(?:文献|資料)?"
    r"|[Ss]ource)[*_]*[:：][*_]*[ ]?(?:この記事の)?"
    r"(?:執筆者|筆者|著者|編集部|AI|モデル|ChatGPT|Claude|Gemini)?(?:による|の)?(?:推測|想像"
    r"|創作|架空|仮想|フィクション|作り話)[^。\n]{0,6})$"
    r"|(?P<unread>[（(\[［【]※?[ ]?(?:(?:アクセス|閲覧|取得|参照)(?:不可|できず"
    r"|できない)(?:の)?(?:ため|につき|なので)[^）)\]］】\n]{0,24}"
    r"|(?:取得|閲覧|アクセス|参照)日[:：]?[^）)\]］】\n]{4,24}?[-–—・、,/／ ][ ]?(?:推定|推測|仮"
    r"|不明))[）)\]］】])",
    re.MULTILINE,
)
INVENTED = Pattern(
    r"作中|劇中|小説|物語|漫画|映画|ドラマ|ゲーム|登場|例として|練習|サンプル|ダミー"
)

TOLD = Chorus(VOICES, JAPANESE)
ENGLISH_TOLD = Chorus(ENGLISH_VOICES, ENGLISH)
BRACKETED = Chorus((*VOICES, *HINTED), JAPANESE)
SIGNED = Chorus((*VOICES, *MARKED, *HINTED), JAPANESE)
NOTED = Chorus((*VOICES, *APART), JAPANESE)
ENGLISH_BRACKETED = Chorus((*ENGLISH_VOICES, *ENGLISH_HINTED), ENGLISH)
ENGLISH_WITHIN = Chorus((*ENGLISH_VOICES, *ENGLISH_MARKED, *ENGLISH_HINTED), ENGLISH)

FIGURES = Pattern(r"数[字値]|データ|金額|価格|値段")
EXERCISE = Pattern(r"練習|例題|演習|問題集|ドリル|教材")
VERB = Pattern(r"\b(?:is|are|was|were)\b")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from sorted(apart(_admissions(post)), key=lambda place: place.span)


def _admissions(post: Post) -> Iterator[Finding]:
    for note in post.derived(notes):
        voice = _admitted(post, note)
        if voice is not None:
            yield Finding(note.span, voice.key, severity=voice.severity)
    yield from _sources(post)
    lines = Choruses(post, (TOLD,), (ENGLISH_TOLD,))
    for segment in post.derived(segments).items:
        if segment.alone:
            for heard in lines.heard(segment, ALONE):
                yield Finding(heard.span, heard.voice.key, severity=heard.voice.severity)


def _sources(post: Post) -> Iterator[Finding]:
    """Sources of which the post says itself that they are none."""
    if not post.may_hold(UNREAL):
        return
    code = post.derived(shows_code)
    # what nobody said is often set as a quotation
    for prose in (block.prose for block in post.blocks if block.prose is not None):
        for place in () if INVENTED.search(prose.text) else UNREAL.finditer(prose.text):
            # where code is shown, sources of sample data are named in sentences
            within = code and place["note"] and prose.text[place.end() : place.end() + 1].strip()
            if not within and not prose.opaque(*place.span()):
                span = prose.span(*place.span(place.lastgroup or 0))
                yield Finding(span, "fiction", severity=Severity.WARNING)


def _admitted(post: Post, note: Note) -> Voice | None:
    if not has_letter(note.inner):
        sentence = note.apart and VERB.search(note.inner)
        voice = (ENGLISH_BRACKETED if sentence else ENGLISH_WITHIN).speaker(note.inner)
    elif note.form == "sign" or (note.alone and "は" in note.inner):
        voice = NOTED.speaker(note.inner)
    else:
        signed = note.inner.startswith(("※", "＊", "注"))
        voice = (SIGNED if signed else BRACKETED).speaker(note.inner)
    # where code is shown, dummy data belong to it
    doubtful = voice is not None and voice.severity is not None
    return None if doubtful and (post.derived(shows_code) or _reckoned(post, note)) else voice


def _reckoned(post: Post, note: Note) -> bool:
    """Whether the note is on the figures of an example that readers follow."""
    if note.prose is None or not FIGURES.search(note.inner):
        return False
    taught = EXERCISE.search(post.derived(subject)) is not None
    return taught or RECKONED.match(note.prose.text, note.end) is not None


RULE = Rule(
    name="admitted-fiction",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "fiction": (
            "根拠が架空であるという断り書きが残っています",
            "a note admits that this evidence is made up",
        ),
    },
    doc=__doc__,
    check=check,
)
