"""根拠として挙げたものを、作り物だと自ら断っている。

## 何を見るか
`（※架空のデータ）`、`（仮想事例）`、`（※仮想専門家）` のように、データ、事例、専門家、統計、調
査、発言が作り物であることをかっこ書きで断ったところ。物語の断り（「登場する人物は架空です」）は見
ません。

## なぜか
機械は頼まれた根拠を作り、断り書きも添えます。そのまま公開すると、根拠のない主張を根拠つきに見せる
ことになります。

## 例
```md bad
利用者の八割が満足しています（※架空のデータ）。
```
```md good
この物語に登場する人物は架空です。
```

## 限界
ほかの 4 サイトの 3 か所をすべて見つけ、人の書いた 375 記事では 0 件でした。断りのない作り話は
分かりません。

## English

### What it does
Reports a note in brackets that data, a case, an expert, a survey or a quotation given as evidence
is made up (`（※架空のデータ）`). What says so of a story's persons is sound.

### Why
Models invent the evidence that they are asked for, and dutifully add the note.

### Limits
All 3 on four sites are found, none on 375 files by people. Invention without a note is invisible.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity

NOTE = Pattern(
    r"[（(\[【]※?[ ]?(?:この|上記の|以下の|数値は|データは|内容は)?(?:すべて|全て)?"
    r"(?:架空|仮想|想像上|創作|フィクション)(?:の|な)?"
    r"(?:調査|統計|実績)?(?:データ|事例|専門家|数値|数字|統計|調査(?:結果)?|コメント|発言|引用"
    r"|証言|体験談|お客様の声|レビュー|ケース)"
    r"(?:です|となります|に基づく.{0,10}|を使用)?[。]?[）)\]】]",
    needs=("架空", "仮想", "想像上", "創作", "フィクション"),
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for prose in post.prose:
        for place in NOTE.finditer(prose.text):
            if not prose.opaque(*place.span()):
                # Without the sign of a note it may be an example that says honestly what it is.
                severity = None if "※" in place.group() else Severity.WARNING
                yield Finding(prose.span(*place.span()), "fiction", severity=severity)


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
