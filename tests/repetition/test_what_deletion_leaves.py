"""After copies are deleted no list lost its label, no heading its text, and no stump is left."""

from __future__ import annotations

import pytest

from kouetsu.api import Source
from kouetsu.run.config import Config
from kouetsu.run.edits import compatible
from kouetsu.run.fix import mend
from kouetsu.run.plan import Choices, Outfit, Plan
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry
from kouetsu.text.post import Post
from kouetsu_rules.repetition.repeated_passage import RULE, Options

TOLD = (
    "裏山の小道は、三月の終わりにいちばん賑やかになります。朝は鳥の声がよく通ります。",
    "茶箱の底から、祖母の字で書かれた覚え書きが七枚出てきました。どれも薄い和紙でした。",
    "朝の市場には、まだ土の付いた大根と、畳んだばかりの新聞が並びます。昼には片づきます。",
    "蔵の温度は、一年を通して十五度前後に保たれています。扉は二重で、窓はありません。",
)
ITEMS = (
    "- 味噌は冬に仕込み、土用のころに一度だけ天地を返す家が多くあります。",
    "- 雨の日は糸が伸びるので、織り手は湿度計を一時間ごとに確かめます。",
)
NEW = "- 窯に火が入るのは、春と秋の祭りの前だけになりました。"
LABEL = "**仕事場をたずねる人のための覚え書き:**"
OTHER = "- 峠の茶屋は火曜と水曜が休みで、冬のあいだはずっと閉まっています。"
ASIDE = OTHER[2:]
LAST = "駅から歩くと二十分かかるので、荷物の多い日は乗り合いの車を待つほうが楽です。"
REST = "の畑では、今年も四月の終わりに茶の新芽を摘む人が大勢集まりました。"
LISTS = (
    f"{LABEL}\n" + "\n".join(ITEMS),
    "**たずねない人への覚え書き:**\n- 橋の修理には二年かかり、渡し船が人と荷を運びました。",
)
OPENING = "石段の途中には冷たい湧き水が二か所あり、どちらも飲めます。夏は列ができるほどです。"
LEAD = OPENING + "手仕事の家をたずねる心得は、次のとおりです。"


def numbered(*items: str) -> str:
    return "\n".join(f"{number}. {item[2:]}" for number, item in enumerate(items, 1))


LEFT = {
    "a label stays with the item that is new": (
        [*TOLD, LABEL + "\n" + "\n".join(ITEMS), *TOLD, LABEL + "\n" + "\n".join([*ITEMS, NEW])],
        [*TOLD, LABEL + "\n" + "\n".join(ITEMS), f"{LABEL}\n{NEW}"],
    ),
    "labels of two lists, each with something new": (
        [*TOLD, *LISTS, *TOLD, f"{LISTS[0]}\n{NEW}", f"{LISTS[1]}\n{OTHER}"],
        [*TOLD, *LISTS, f"{LABEL}\n{NEW}", f"**たずねない人への覚え書き:**\n{OTHER}"],
    ),
    "of a paragraph that leads in its last sentence stays": (
        [*TOLD, LEAD, "\n".join(ITEMS), *TOLD, LEAD, "\n".join([*ITEMS, NEW])],
        [*TOLD, LEAD, "\n".join(ITEMS), "手仕事の家をたずねる心得は、次のとおりです。", NEW],
    ),
    "a label goes with the whole list": (
        [*TOLD, LABEL + "\n" + "\n".join(ITEMS), *TOLD, LABEL + "\n" + "\n".join(ITEMS)],
        [*TOLD, LABEL + "\n" + "\n".join(ITEMS)],
    ),
    "a heading of its own goes with what it told again": (
        ["## 道すがら", *TOLD, "## ふたたびの道すがら", *TOLD],
        ["## 道すがら", *TOLD],
    ),
    "a section with a word of its own is another one": (
        ["## 道すがら", *TOLD, "## 荷車は通れますか", *TOLD],
        ["## 道すがら", *TOLD, "## 荷車は通れますか", *TOLD],
    ),
    "a section with a figure of its own is another one": (
        ["## 道すがら", *TOLD, "## 1968年の散歩", *TOLD],
        ["## 道すがら", *TOLD, "## 1968年の散歩", *TOLD],
    ),
    "the figure of a section does not stand in a longer one": (
        ["## 45分の散歩", *TOLD, "## 4月の散歩", *TOLD],
        ["## 45分の散歩", *TOLD, "## 4月の散歩", *TOLD],
    ),
    "a section told by two passages": (
        ["## 朝", *TOLD[:2], "## 夜", *TOLD[2:], "## 道すがらの話", *TOLD[2:], *TOLD[:2]],
        ["## 朝", *TOLD[:2], "## 夜", *TOLD[2:]],
    ),
    "a heading of its own goes with what a marker parted from it": (
        ["## 道すがら", *TOLD, "## ふたたびの", "---END---", *TOLD],
        ["## 道すがら", *TOLD],
    ),
    "the last passage goes with the one before it": (
        [*TOLD[:2], ASIDE, *TOLD[2:], *TOLD[:2], *TOLD[2:]],
        [*TOLD[:2], ASIDE, *TOLD[2:]],
    ),
    "no number of an item that a marker swallowed": (
        [*TOLD, numbered(*ITEMS), *TOLD, "---END---\n2. " + ITEMS[1][2:], NEW[2:]],
        [*TOLD, numbered(*ITEMS), NEW[2:]],
    ),
    "a number goes on to the item that is new": (
        [*TOLD, numbered(*ITEMS), LAST, *TOLD, numbered(*ITEMS, NEW, OTHER)],
        [*TOLD, numbered(*ITEMS), LAST, f"1. {NEW[2:]}\n4. {OTHER[2:]}"],
    ),
    "a number goes on with what is below its item": (
        [*TOLD, *ITEMS, LAST, *TOLD, numbered(ITEMS[0], NEW) + f"\n   {OTHER}"],
        [*TOLD, *ITEMS, LAST, f"1. {NEW[2:]}\n   {OTHER}"],
    ),
    "a few letters cut off are no label": (
        ["隣町の高橋", "---END---", "さん" + REST, TOLD[0], "隣町の高橋さん" + REST + TOLD[0]],
        ["隣町の高橋", "さん" + REST, TOLD[0], "隣町の高橋さん" + REST + TOLD[0]],
    ),
    "no stump of a cut sentence": (
        [*TOLD, "---END---", *TOLD[:2], TOLD[2] + "蔵の"],
        [*TOLD],
    ),
}


@pytest.mark.parametrize(("blocks", "wanted"), LEFT.values(), ids=LEFT)
def test_what_is_left(blocks: list[str], wanted: list[str]) -> None:
    plugins = load()
    chosen = Choices(select=("repeated-passage", "generation-marker"))
    outfit = Outfit(Plan(Config(), chosen), plugins, Registry.of(plugins))
    source = Source.from_text("\n\n".join(blocks) + "\n")
    result = mend(source, "post.md", outfit, unsafe=True)
    assert result.refusal is None
    assert result.after.text == "\n\n".join(wanted) + "\n"


def test_passages_next_to_each_other_go_at_once() -> None:
    # in a second round less of the post would be copies, and what is left might be meant
    source = Source.from_text("\n\n".join([*TOLD, ASIDE, *TOLD[2:], *TOLD[:2]]) + "\n")
    findings = [found for found in RULE.check(Post(source, "post.md"), Options()) if found.fix]
    assert len(findings) == 2
    assert compatible([found.fix for found in findings if found.fix]) == [
        found.fix for found in findings
    ]
