"""One finding for one place: where rules collide, the one that tells most speaks."""

from __future__ import annotations

import pytest

import stock
from kouetsu.api import Post, Site
from kouetsu.run.precedence import yielded

RULES = stock.rules()
PASSAGE = (
    "港の朝は早く、夜明け前に出た船が戻るたびに市場の鐘が鳴ります。"
    "魚を選ぶ人の声が石の壁に響いて、坂の上の通りまで届きます。"
)
SECOND = (
    "市場の裏では、三匹の猫が魚の頭を待っています。"
    "長く通っている猫には、店の人が付けた名前があります。"
)
BETWEEN = "昼には食堂の前に列ができます。人気は鯵の定食です。"


def post(*blocks: str, title: str = "港の朝", more: str = "") -> str:
    return "\n\n".join((f"---\ntitle: {title}\n{more}---", *blocks)) + "\n"


# The pair (who speaks, who is silent), and a text that is damaged in both ways at one place.
COLLISIONS = {
    ("repeated-passage", "repeated-sentence"): post(PASSAGE, SECOND, BETWEEN, PASSAGE, SECOND),
    ("repeated-passage", "stuttered-sentence"): post(PASSAGE, PASSAGE, BETWEEN, SECOND, SECOND),
    ("repeated-passage", "repeated-heading"): post(
        "## 港の朝の市場", PASSAGE, SECOND, "## 昼", BETWEEN, "## 港の朝の市場", PASSAGE, SECOND
    ),
    ("repeated-passage", "flattened-text"): post(
        "**港の朝の市場**", PASSAGE, SECOND, BETWEEN, f"**港の朝の市場** {PASSAGE} {SECOND}"
    ),
    ("token-loop", "repeated-sentence"): post(f"{BETWEEN * 5}", SECOND),
    ("title-truncated", "mojibake"): post("# 港の朝に鳴る鐘", PASSAGE, title='"港の朝に鳴\ufffd"'),
    ("title-truncated", "title-mismatch"): post(
        "# 港の朝に鳴る鐘の音を数えて", PASSAGE, title='"港の朝に鳴る鐘の音を数"'
    ),
    ("title-leak", "title-truncated"): post(
        PASSAGE, title='"申し訳ありませんが、題名を作ることはできませんでしたの"'
    ),
    ("excerpt-quality", "impossible-particle"): post(
        PASSAGE, more='excerpt: "漁協、市場の鐘を新しい塔へについて詳細に分析します。"\n'
    ),
    ("excerpt-quality", "doubled-word"): post(
        PASSAGE, more='excerpt: "漁協、鐘を塔にに関する実用的なガイドと最新情報をまとめました。"\n'
    ),
    ("truncated-text", "broken-emphasis"): post(
        PASSAGE, "- **鐘の音**：朝に三つ鳴ります。\n- **塔の\n", BETWEEN
    ),
    ("assistant-chatter", "foreign-body"): post(
        PASSAGE, "以下是该内容的简明新闻摘要：", "渡船公司宣布，从四月开始增加早班船。", SECOND
    ),
    ("front-matter-syntax", "title-length"): "---\ntitle: [a\n---\n\n鐘は朝に鳴ります。\n",
    ("excerpt-quality", "mojibake"): post(
        PASSAGE, more='excerpt: "漁協、市場の鐘\ufffdについて詳細に分析します。"\n'
    ),
}


@pytest.mark.parametrize(("speaker", "silent"), COLLISIONS)
def test_one_of_two_speaks(speaker: str, silent: str) -> None:
    parsed = Post.from_text(
        COLLISIONS[speaker, silent], "_posts/2025-04-01-a.md", Site(flavor="kramdown")
    )
    found = {
        name: list(rule.check(parsed, rule.options()))
        for name, rule in RULES.items()
        if rule.check is not None
    }
    standing = yielded(found, RULES)
    spoken = [finding.span for finding in standing[speaker]]
    assert spoken
    left = [each for each in standing[silent] if any(each.span.overlaps(it) for it in spoken)]
    assert not left


def test_other_damage_inside_a_copy_is_told() -> None:
    damaged = f"{PASSAGE}朝に鐘を鳴らすことが何より重要ですいます。"
    text = post(PASSAGE, SECOND, BETWEEN, f"{SECOND}\n\n---END---", PASSAGE, SECOND, damaged)
    parsed = Post.from_text(text)
    found = {
        name: list(RULES[name].check(parsed, RULES[name].options()))  # type: ignore[misc]
        for name in ("repeated-passage", "generation-marker", "broken-inflection")
    }
    standing = yielded(found, RULES)
    assert {name for name, findings in standing.items() if findings} == set(found)
