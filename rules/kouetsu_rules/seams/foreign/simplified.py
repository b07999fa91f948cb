"""Characters of Chinese, the simplified ones above all, that Japanese is not written with."""

from __future__ import annotations

PLACES = "圳"
# Simplified characters that the later sets of JIS hold, though Japanese is not written with them.
LATER = frozenset(
    "极划笔岭凑扑呕洼沟惮烬泻踌筹橱叠瞩涂巩衅汹"
    "伙你她您吧呢吓启响园圣壳复帮开关异惊扔挖搞构柜灵灾离种确肤胶腊运达迁适阳阴众养减价气听"
)

# Chinese in its old letters: Japanese sets have them, and Japanese has no use for them.
CHINESE = frozenset("們麼嗎很")
# Words of Zen, which Japanese took over long ago: 作麼生.
ZEN = ("作麼", "恁麼", "与麼")


def simplified_only(text: str) -> set[str]:
    """The Han characters that Chinese alone is written with."""
    han = {sign for sign in text if "\u4e00" <= sign <= "\u9fff" and sign not in PLACES}
    later = han & (LATER | CHINESE)
    for japanese in ("cp932", "euc_jis_2004"):
        han -= set("".join(han).encode(japanese, "ignore").decode(japanese))
    return later | set("".join(han).encode("gb2312", "ignore").decode("gb2312"))
