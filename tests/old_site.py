"""A site with old debt, as docs/adopting.md shows it: twelve posts, some of them damaged."""

from __future__ import annotations

from pathlib import Path

PLACES = (
    "裏山の小道", "茶箱の覚え書き", "渡し船", "朝市", "柿の木", "島の船",
    "味噌", "石段", "時計台", "村の放送", "古い地図", "蔵",
)  # fmt: skip
SENTENCES = (
    "裏山の小道は、三月の終わりにいちばん賑やかになります。",
    "茶箱の底から、祖母の字で書かれた覚え書きが七枚出てきました。",
    "橋の修理には二年かかり、そのあいだ渡し船が人と荷を運びました。",
    "朝の市場には、まだ土の付いた大根と、畳んだばかりの新聞が並びます。",
    "隣の家の柿の木は、台風のあとで少し傾きました。",
    "港から島までは船で25分、風の強い日はその倍かかります。",
    "味噌は冬に仕込み、土用のころに一度だけ天地を返します。",
    "石段は百八段あり、途中に湧き水が二か所あります。",
    "駅前の時計台は2分遅れていますが、誰も直そうとしません。",
    "村の放送は、正午と夕方五時に一節だけ童謡を流します。",
    "古い地図には、いまは田になった沼の名前が五つ残っています。",
    "蔵の温度は、一年を通して15度前後に保たれています。",
)


def write(folder: Path) -> None:
    """The posts of the site, and the file by which Jekyll is known."""
    (folder / "_config.yml").touch()
    (folder / "_posts").mkdir()
    for number, place in enumerate(PLACES):
        path = folder / "_posts" / f"2025-04-{number + 1:02}-walk-{number + 1}.md"
        path.write_text(_post(number, place), encoding="utf-8")


def _post(number: int, place: str) -> str:
    told = [SENTENCES[(number + k) % len(SENTENCES)] for k in range(9)]
    parts = [
        f"---\nlayout: post\ntitle: {place}をたずねて\n"
        f"date: 2025-04-{number + 1:02} 09:00:00 +0900\n"
        f"categories: [{'散歩' if number % 2 else '暮らし'}]\n"
        f"reading_time: {1 if number % 5 else 8}\n---",
        f"# {place}をたずねて",
        "".join(told[:3]),
        "## 道すがら",
        "".join(told[3:5]),
        "".join(told[5:7]),
    ]
    if number % 3 == 0:
        parts += ["---END---", "".join(told[:3])]
    if number % 4 == 1:
        parts += ["##帰り道", "。".join(told[7:9])]
    return "\n\n".join(parts) + "\n"
