"""Set phrases of which one kanji is wrong, and a few that are often written wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post

IDIOMS = tuple(
    """
    暗中模索 異口同音 以心伝心 一期一会 一喜一憂 一挙両得 一気通貫 一触即発 一心同体
    一進一退 一石二鳥 一朝一夕 一長一短 一目瞭然 一網打尽 意味深長 因果応報 右往左往
    紆余曲折 栄枯盛衰 温故知新 我田引水 画竜点睛 合従連衡 奇想天外 起死回生 起承転結
    疑心暗鬼 旧態依然 急転直下 玉石混交 玉石混淆 興味津々 空前絶後 群雄割拠 牽強付会
    呉越同舟 公明正大 五里霧中 孤軍奮闘 言語道断 虎視眈々 三者三様 四苦八苦 試行錯誤
    自画自賛 自業自得 質実剛健 弱肉強食 取捨選択 首尾一貫 主客転倒 縦横無尽 十人十色
    順風満帆 初志貫徹 支離滅裂 新陳代謝 針小棒大 森羅万象 心機一転 誠心誠意 青天霹靂
    切磋琢磨 絶体絶命 責任転嫁 千載一遇 千差万別 千変万化 戦々恐々 前代未聞 前人未踏
    前人未到 創意工夫 大器晩成 大同小異 多種多様 単刀直入 朝令暮改 猪突猛進 適材適所
    電光石火 天変地異 当意即妙 同床異夢 内憂外患 難攻不落 二律背反 日進月歩 波瀾万丈
    破竹之勢 半信半疑 百戦錬磨 百花繚乱 表裏一体 付和雷同 不眠不休 粉骨砕身 傍若無人
    本末転倒 満場一致 無我夢中 無味乾燥 明鏡止水 唯一無二 有形無形 優柔不断 有名無実
    悠々自適 油断大敵 用意周到 竜頭蛇尾 理路整然 臨機応変 和魂洋才 和洋折衷
    """.split()  # noqa: SIM905 - a list of a hundred literals reads worse
)
# Numbers are varied in play (一石三鳥), and these are other words.
OTHERS = {
    *("一心不乱", "一進一歩", "多種多彩", "前人未発", "取捨選別", "二項対立", "千変万別"),
    *("和魂漢才", "縦横無碍", "温故創新", "和漢折衷", "三者三葉", "適時適所", "唯一無比"),
    *("三人三様", "有名無名", "朝令朝改", "我田引鉄", "正心誠意", "天変地妖", "唯一不二"),
    *("和中折衷", "満票一致"),
}
# Which of these stands in an idiom is a matter of spelling: 波乱万丈, 竜頭蛇尾.
SPELLINGS = Pattern(
    "^(?:[瀾乱]{2}|[竜龍]{2}|[賛讃]{2}|[付附]{2}|[転顛]{2}|[磋瑳]{2}|[模摸]{2}|[繚撩]{2}|[回廻]{2}"
    "|[衷中]{2}|[混渾]{2}|[拠據]{2}|[余餘]{2}|[錬練]{2}|[傍旁]{2}|[尽盡]{2}|[無无]{2})$"
)
# Idioms whose last word, or first, is put in play: 十人十酒, 一期一絵.
PLAYED = Pattern(r"十人十.|一期一.|一.一会")
FOUR = Pattern(r"(?<![一-龥々])[一-龥々]{4}(?![一-龥々])")
TWICE = Pattern(r"(.)\1")
NUMERAL = Pattern(r"[一二三四五六七八九十百千万両半]")

Wrong = tuple[Pattern, str]
WRONG: tuple[Wrong, ...] = (
    (Pattern(r"計り計れ"), "計り知れ"),
    (Pattern(r"並大(?!抵)[一-龥](?=の|では)"), "並大抵"),
    (
        Pattern(r"堀り(?=下げ|起こ|進め|当て|出し|返し|[をにのがはでとすし、。）」])"),
        "掘り",
    ),
    (Pattern(r"枚挙にいと(?:と|い)ま"), "枚挙にいとま"),
)

# Of two idioms that differ in one letter the first one is meant.
PATTERNS: dict[str, str] = {
    idiom[:at] + "?" + idiom[at + 1 :]: idiom for idiom in reversed(IDIOMS) for at in range(4)
}


def possible(post: Post) -> tuple[Wrong, ...]:
    """What is often written wrongly and may stand in the post."""
    return tuple((wrong, meant) for wrong, meant in WRONG if post.may_hold(wrong))


def slips(text: str, possible: tuple[Wrong, ...]) -> Iterator[tuple[int, int, str]]:
    """Where a set phrase is one character off, and what it should be."""
    for wrong, meant in possible:
        for found in wrong.finditer(text):
            yield *found.span(), meant
    for found in FOUR.finditer(text):
        meant = idiom_meant(found.group())
        if meant:
            yield *found.span(), meant


def idiom_meant(run: str) -> str:
    if run in IDIOMS or run in OTHERS or TWICE.sub(r"\1々", run) in IDIOMS:
        return ""
    for at in range(4):
        meant = PATTERNS.get(run[:at] + "?" + run[at + 1 :], "")
        if meant and not _on_purpose(run, meant, at):
            return meant
    return ""


def _on_purpose(run: str, meant: str, at: int) -> bool:
    """Whether the other kanji is a way to spell the idiom, or a play with it."""
    if SPELLINGS.match(run[at] + meant[at]) or PLAYED.match(run):
        return True
    return NUMERAL.match(run[at]) is not None and NUMERAL.match(meant[at]) is not None
