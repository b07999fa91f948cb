"""根拠として挙げたものを、作り物だと自ら断っている。

## 何を見るか
- データ、事例、専門家、統計、調査、発言などが作り物であることや、使ったことにした感想であ
  ることを断った、かっこの中の `※` の注（`（※架空のデータ）`、
  `（※使用したと仮定してのレビューです）`）
- 出典を作った、または見ていないと自ら述べたところ（`里の調査報告（架空）`、`出典: 筆者の想像`、
  `（取得日: 2024年6月1日 - 推定）`）と、起きたことのように語った事例や結果に付いた `（想定）` と
  `（例）`（`客が三割増えました（想定）`、`客が三割増加（例）した`、`効果が報告されています（例）`）。
  警告です
- 実例のように語られた会社や利用者が架空だと断ったところ（`（※架空の会社です）`）。警告です。同じ行
  で例だと言っていれば見ません

物語の断り（「登場する人物は架空です」）、表や画面や練習問題が架空だと一行で断ったもの、ダミーや見本の
データ、相談者を守るために変えたという断りは見ません。

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
Reports a note in brackets with its `※` which admits that evidence is made up (`（※架空のデータ）`):
data, a case, an expert, a survey, a quotation and the like, or that what is reviewed was never
used. A source of which the post says that it is made up, guessed or unread (`里の調査報告（架空）`)
is a warning. So is `（想定）` or `（例）` behind a case or a figure that was told as what happened
(`客が三割増えました（想定）`, `増加（例）した`), and a company or a user that is none
(`（※架空の会社です）`), unless the line says that it serves as an example. What says so of the
persons of a story is left alone, and so are a line of its own on a table, a screen or an exercise,
dummy data, and clients who must not be known.

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

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity, Span
from kouetsu_rules.apart import apart
from kouetsu_rules.seams.markers.notes import notes
from kouetsu_rules.shown import shows_code

MADE_UP = Pattern(
    r"架空|仮想(?!通貨|マシン|環境|化|空間|敵|DOM)|想像上|創作|フィクション|捏造|作り話|でっち"
    r"|(?:使用|利用|体験|購入|訪問|経験)したと(?:仮定|想定)"
    r"|想定(?=レビュー|口コミ|コメント|の声|インタビュー|事例|質問者|ユーザー)"
    r"|実在(?:し|の[^。]{1,16}では(?:あり|な))|実際の[^。]{1,16}では(?:あり|な)"
)
# Whoever reckons assumes something, too: of a review it says that nothing was tried.
ASSUMED = Pattern(r"したと(?:仮定|想定)")
REVIEW = Pattern(r"レビュー|感想|体験談|口コミ")
# What is given as evidence; stories have persons and towns instead.
EVIDENCE = Pattern(
    r"データ|事例|専門家|数[値字]|統計|調査(?:結果)?|アンケート|コメント|発言|引用|証言|体験談"
    r"|お客様の声|利用者の声|の声|口コミ|クチコミ"
    r"|レビュー|ケース|インタビュー|論文|文献|エピソード|推定値|割合"
    r"|モニター|読者の声|人物の声"
)
# Somebody of whom it is told; lessons make somebody up to show what is done.
SOMEBODY = Pattern(r"企業|会社|店舗|ユーザー|顧客|利用者")
LESSON = Pattern(r"例[にとでを]|例(?:え|題)|仮に|練習|演習|と(?:します|しましょう|する。|仮定)")
STORY = Pattern(
    r"物語|小説|登場(?:人物|する)|ドラマ|作中|短編|劇中|舞台|漫画|映画|主人公|人物・団体|団体"
    # who tells of clients has to change them
    r"|個人(?:が|の|を)?(?:特定|情報)|プライバシー|守秘|脚色|組み合わせ|をもとに"
    r"|ダミー|サンプル|仮の|仮デー|仮数"
)
# What a screen or a picture shows is said not to be real, wherever the note stands.
SCREEN = Pattern(
    r"(?:表示|画面|スクリーンショット|スクショ|画像|写真|図|入力)(?:され|し)?[^。]{0,12}(?:の|は|に)[^。]{0,16}"
    r"(?:データ|数[値字]|氏名|名前|住所|顧客)"
)
SIGNS = ("※", "＊", "注")
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
    r"|不明))[）)\]］】])"
    # a case that is there, or what it came to, and that it is not
    r"|(?:(?:事例|企業|ケース|例(?!外|え|年))[^。、\n]{0,12}(?:あります|ありました|ある(?:よう|そう)です"
    r"|報告されています)|(?:[%％倍]|(?<![役間分])割(?![引り]))[^。\n]{0,30}(?:し|でき|なり|れ|え)ました"
    r"|(?:事例|ケース)(?=[（(]※?[^（()）\n]{1,2}[）)](?:が|も)(?:あり|報告)))"
    r"(?P<told>[（(]※?(?:想定|仮定|仮想|架空|例)[）)])"
    # between a verb and its ending, or behind what was reported
    r"|(?:増加|減少|削減|改善|向上|短縮|上昇|拡大|達成|成功|導入|実現)"
    r"(?P<within>[（(]※?(?:想定|仮定|仮想|架空|例)[）)])(?=し(?:た|まし)|でき(?:た|まし)|され(?:た|まし))"
    r"|(?:報告|実証)されて(?:い|おり)ます(?P<reported>[（(]※?(?:想定|仮定|仮想|架空|例)[）)])(?=。\S)",
    re.MULTILINE,
)
CLAIMED = ("told", "within", "reported")
"""Groups for what is told as what happened."""
INVENTED = Pattern(
    r"作中|劇中|小説|物語|漫画|映画|ドラマ|ゲーム|登場|例として|練習|サンプル|ダミー"
)


# What is only assumed: a drill, an exercise, model sentences.
REHEARSED = Pattern(r"訓練|演習|シナリオ|筋書き|練習|例文|被害想定")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from sorted(apart((*_notes(post), *_sources(post))), key=lambda place: place.span)


def _notes(post: Post) -> Iterator[Finding]:
    """Notes behind what they take back."""
    for note in post.derived(notes):
        # a line of its own says honestly what a table, a screen or an exercise holds
        honest = note.form == "sign" or (note.alone and "は" in note.inner)
        if honest or not note.inner.startswith(SIGNS) or STORY.search(note.inner):
            continue
        if ASSUMED.search(note.inner) and not REVIEW.search(note.inner):
            continue
        if not MADE_UP.search(note.inner) or SCREEN.search(note.inner):
            continue
        if EVIDENCE.search(note.inner):
            yield Finding(note.span, "fiction")
        elif SOMEBODY.search(note.inner) and not _in_lesson(post, note.span):
            yield Finding(note.span, "fiction", severity=Severity.WARNING)


def _in_lesson(post: Post, span: Span) -> bool:
    """Whether the line says that somebody serves as an example."""
    start = post.text.rfind("\n", 0, span.start) + 1
    end = post.text.find("\n", span.end)
    return LESSON.search(post.text, start, end if end >= 0 else len(post.text)) is not None


def _sources(post: Post) -> Iterator[Finding]:
    """Sources of which the post says itself that they are none."""
    if not post.may_hold(UNREAL):
        return
    code = post.derived(shows_code)
    # what nobody said is often set as a quotation
    for prose in (block.prose for block in post.blocks if block.prose is not None):
        for place in () if INVENTED.search(prose.text) else UNREAL.finditer(prose.text):
            # where code is shown, sources of sample data are named in sentences
            claimed = any(place[name] for name in CLAIMED)
            # （[例](/case)） leads to the evidence
            linked = any(
                mark.start < place.end() and place.start() < mark.end for mark in prose.marks
            )
            if claimed and (linked or post.contains(REHEARSED)):
                continue
            within = code and place["note"] and prose.text[place.end() : place.end() + 1].strip()
            if not within and not prose.opaque(*place.span()):
                span = prose.span(*place.span(place.lastgroup or 0))
                yield Finding(span, "fiction", severity=Severity.WARNING)


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
