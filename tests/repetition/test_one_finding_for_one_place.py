"""What a repeated passage covers is said once, and fixes leave the newlines as they are."""

from __future__ import annotations

import pytest

import stock
from kouetsu.api import Post, Source
from kouetsu.run.edits import applied, edited
from kouetsu.run.precedence import yielded

RULES = {name: rule for name, rule in stock.rules().items() if rule.group == "repetition"}
SECTION = (
    "## 港の朝\n\n"
    "港の朝は早く、夜明け前に出た船が戻るたびに市場の鐘が鳴ります。"
    "魚を選ぶ人の声が石の壁に響いて、坂の上の通りまで届きます。\n\n"
    "**市場の猫のこと**\n\n"
    "市場の裏では、三匹の猫が魚の頭を待っています。"
    "長く通っている猫には、店の人が付けた名前があります。\n"
)
NEXT = "## 港の昼\n\n昼には食堂の前に列ができます。人気は鯵の定食です。\n"


def said(text: str) -> dict[str, int]:
    post = Post.from_text(text)
    found = {
        name: list(rule.check(post, rule.options()))
        for name, rule in RULES.items()
        if rule.check is not None
    }
    standing = yielded(found, RULES)
    return {name: len(findings) for name, findings in standing.items() if findings}


def test_a_copied_section_is_one_finding() -> None:
    assert said(f"{SECTION}\n{NEXT}\n{SECTION}") == {"repeated-passage": 1, "degenerate-text": 1}


def test_a_marker_at_the_head_of_a_copy_is_another_place() -> None:
    told = SECTION.removeprefix("## 港の朝\n\n")
    text = f"{SECTION}\n{NEXT}\n---END---\n{told}"
    post = Post.from_text(text)
    rule = RULES["repeated-passage"]
    assert rule.check is not None
    (finding,) = rule.check(post, rule.options())
    assert text[finding.span.start :].startswith("港の朝は早く")
    assert finding.span.start > text.index("END")


def test_a_stutter_is_no_repeated_sentence() -> None:
    line = "坂の上の古い時計は、祖父が若いころに港の店で買ったものだそうです。"
    assert said(f"{NEXT}\n{line}{line}傘を探します。\n") == {"stuttered-sentence": 1}


def test_a_loop_of_sentences_is_a_loop() -> None:
    assert said(f"{NEXT}\n{'窓の外では雨が静かに降っています。' * 5}\n") == {"token-loop": 1}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_fix_keeps_the_newlines(newline: str) -> None:
    def with_newline(text: str) -> str:
        return text.replace("\n", newline)

    before = with_newline(f"{SECTION}\n{NEXT}\n{SECTION}\n## 帰り道\n")
    rule = RULES["repeated-passage"]
    assert rule.check is not None
    (finding,) = rule.check(Post.from_text(before), rule.options())
    assert finding.fix is not None
    assert len(finding.fix.edits) == 4, "one edit for each copied block"
    after = edited(Source.from_text(before), finding.fix.edits)
    assert after.written == with_newline(f"{SECTION}\n{NEXT}\n## 帰り道\n")


def test_a_heading_stays_where_something_new_stands_under_it() -> None:
    grown = SECTION + "\n雨の日には、鐘が二度続けて鳴るのだそうです。\n"
    before = f"{SECTION}\n{NEXT}\n{grown}"
    rule = RULES["repeated-passage"]
    assert rule.check is not None
    (finding,) = rule.check(Post.from_text(before), rule.options())
    assert finding.fix is not None
    after = applied(Source.from_text(before), [finding.fix]).written
    assert after.endswith("**市場の猫のこと**\n\n雨の日には、鐘が二度続けて鳴るのだそうです。\n")


def test_what_leads_in_to_a_list_that_stays_stays() -> None:
    opening = "港で買うときのこつを、長く通っている人に聞きました。主なものは次のとおりです。"
    told = (
        "魚を選ぶ人の声が石の壁に響いて、坂の上の通りまで届きます。"
        "三匹の猫もそれを聞いて、店の裏に並んで静かに待っています。"
    )
    text = f"{opening}\n\n{told}\n\n間の一文です。\n\n{told}\n\n{opening}\n\n- 目を見る。\n"
    rule = RULES["repeated-passage"]
    assert rule.check is not None
    fixes = [each.fix for each in rule.check(Post.from_text(text), rule.options()) if each.fix]
    assert applied(Source.from_text(text), fixes).written.endswith(
        f"間の一文です。\n\n{opening}\n\n- 目を見る。\n"
    )


def test_a_cut_paragraph_stays_where_its_heading_would_be_left_alone() -> None:
    opening = (
        "港の朝は早く、夜明け前に出た船が戻るたびに市場の鐘が鳴ります。"
        "三匹の猫が石段に並びます。魚を選ぶ人の声が石の壁に響いて、坂の"
    )
    rest = f"## 港の昼\n\n昼には列ができます。\n\n{opening}上の通りまで届きます。\n"
    rule = RULES["repeated-passage"]
    assert rule.check is not None
    alone = f"## 港の朝に聞いた声のこと\n\n{opening}\n\n{rest}"
    assert not [each.fix for each in rule.check(Post.from_text(alone), rule.options()) if each.fix]
    kept = "## 港の朝に聞いた声のこと\n\n夏のある日のことでした。\n\n"
    (finding,) = rule.check(Post.from_text(f"{kept}{opening}\n\n{rest}"), rule.options())
    assert finding.fix is not None
    assert (
        applied(Source.from_text(f"{kept}{opening}\n\n{rest}"), [finding.fix]).written
        == kept + rest
    )
