"""Posts for timing, made by a small grammar: the same seed gives the same posts."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence

SLOT = re.compile(r"\{(\w+)\}")
LISTS: Mapping[str, str] = {
    "thing": """自転車 図書館 台所 天気予報 写真 手帳 駅前の商店街 古い地図 家計簿 観葉植物 水筒
        スマートフォン キーボード 音声認識 データベース クラウドサービス 電子書籍 翻訳ソフト
        地域の祭り 朝の散歩 学校給食 災害への備え 中古カメラ 路線バス プログラム 検索エンジン
        貸し農園 目覚まし時計 町内の掲示板 表計算 留守番電話 非常食 渡し船 編み物 展覧会""",
    "who": """近所の人 編集者 開発者 学生 祖母 利用者 担当の職員 店主 子どもたち 研究者
        私たち 初めて触れる人 長く続けてきた人 多くの家庭 小さな会社 隣町の友人 司書 運転手""",
    "manner": """少しずつ ていねいに 思いのほか簡単に 時間をかけて 毎日のように 静かに
        一歩ずつ 迷いながら 手順どおりに 週末ごとに 声をかけ合って""",
    # Stems that take て, た and つづける as they are.
    "verb": "見直し 整え 試し 集め 育て 調べ 記録し 使い始め 直し 比べ 続け 確かめ 伝え",
    "noun": """暮らし 仕事 学び 時間 費用 安全 工夫 習慣 記憶 品質 経験 選択肢 役割 仕組み
        課題 手間 可能性 きっかけ 順番 手応え""",
    "adjective": "大切な 身近な 意外な 新しい 確かな 小さな 面倒な 豊かな 地味な 丈夫な",
    "number": "2 3 5 8 12 30 45 100 250",
    "unit": "人 日 か月 冊 件 回 分 台",
    "lead": "まず、 一方で、 たとえば、 しかし、 そのため、 さらに、 実際に、 とはいえ、",
}
WORDS = {slot: words.split() for slot, words in LISTS.items()}
SENTENCES = (
    "{who}にとって、{thing}は{adjective}{noun}を支えるものです。",
    "{lead}{thing}を{manner}{verb}ていくと、{adjective}{noun}が見えてきます。",
    "{thing}と{thing}を比べたところ、{noun}に{number}{unit}ほどの差がありました。",
    "{lead}{who}が{thing}を{verb}たのは、{noun}を見直すためでした。",
    "「{thing}がなければ困る」と{who}は話し、{noun}を{manner}{verb}ています。",
    "{thing}には**{adjective}{noun}**があり、{who}も{manner}{verb}ています。",
    "この{number}年で、{thing}をめぐる{adjective}{noun}は大きく変わったのでしょうか。",
    "{lead}{who}の{noun}を考えると、{thing}だけでは足りない場面もあります。",
    "{adjective}{noun}は、{thing}（とくに{thing}）を{verb}つづけることから始まります。",
    "{noun}の手順は、{who}が書いた[{thing}の案内](/guide/{number}/)にあります。",
    "{who}は{number}年前から{thing}を{verb}ており、{noun}の記録を残しました。",
    "{thing}の設定は `config.{number}` に置き、{who}が{manner}{verb}ます。",
    "{thing}よりも{thing}のほうが{adjective}{noun}につながると、{who}は見ています。",
    "{who}が{verb}た{thing}は、{number}{unit}の{noun}を{manner}変えました。",
    "{lead}{noun}と{noun}のどちらを先に{verb}ても、{thing}の扱いは変わりません。",
    "{thing}がうまくいかない日は、{who}に相談して{noun}を{verb}ておくと安心です。",
)
HEADINGS = (
    "{thing}の{noun}",
    "{adjective}{noun}とは",
    "{who}と{thing}",
    "{thing}を{verb}た{number}日間",
)
ITEMS = ("**{thing}**：{who}の{noun}", "{thing}の{adjective}{noun}", "{who}が{verb}た{thing}")


class Writer:
    """A writer of posts with a memory of nothing but its seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def _fill(self, templates: Sequence[str]) -> str:
        template = self._random.choice(templates)
        return SLOT.sub(lambda slot: self._random.choice(WORDS[slot[1]]), template)

    def sentence(self) -> str:
        return self._fill(SENTENCES)

    def paragraph(self) -> str:
        return "".join(self.sentence() for _ in range(self._random.randint(2, 6)))

    def heading(self) -> str:
        return f"## {self._fill(HEADINGS)}"

    def items(self) -> str:
        return "\n".join(f"- {self._fill(ITEMS)}" for _ in range(self._random.randint(3, 6)))

    def post(self, characters: int, *, damaged: bool = False) -> str:
        """A post of about so many characters; a damaged one repeats a third of itself."""
        title = self._fill(HEADINGS)
        blocks = [
            "---",
            f'title: "{title}"\ndate: 2025-04-01 09:00:00 +0900\ntags: [{self._fill(["{thing}"])}]',
            "---",
        ]
        head = "\n".join(blocks)
        body: list[str] = []
        written = len(head)
        while written < characters:
            block = self._block(body, damaged=damaged)
            body.append(block)
            written += len(block) + 2
        return head + "\n\n" + "\n\n".join(body) + "\n"

    def _block(self, body: Sequence[str], *, damaged: bool) -> str:
        chance = self._random.random()
        if damaged and len(body) > 8 and chance < 0.04:
            # A segment that was told again: some blocks of before, behind a marker.
            start = self._random.randrange(len(body) - 4)
            again = body[start : start + self._random.randint(3, 8)]
            return "\n\n".join([self.sentence()[:-4], "---END---", *again])
        if chance < 0.12:
            return self.heading()
        return self.items() if chance < 0.2 else self.paragraph()


def posts(count: int, characters: int, seed: int = 20250401) -> dict[str, str]:
    """So many posts by file name; every second one is damaged."""
    return {
        f"2025-04-01-lighthouse-{number:05}.md": Writer(seed + number).post(
            characters, damaged=number % 2 == 1
        )
        for number in range(count)
    }


def long_line(size: int) -> str:
    """Sentences without a line break, up to so many bytes."""
    writer = Writer(1)
    sentences = [writer.sentence() for _ in range(400)]
    length = sum(len(s.encode()) for s in sentences)
    return "".join(sentences) * (size // length) + "\n"


# Input that no one writes and a tool may meet; the argument scales it.
WORST_CASES: Mapping[str, Callable[[float], str]] = {
    "one line of 10 MB": lambda scale: long_line(int(10_000_000 * scale)),
    "100,000 headings": lambda scale: "## 同じ見出し\n\n" * int(100_000 * scale),
    "50,000 equal paragraphs": lambda scale: (
        "毎朝六時に起きて、近くの川まで歩いてから朝食をとるようにしています。\n\n"
        * int(50_000 * scale)
    ),
    "100,000 equal letters": lambda scale: "あ" * int(100_000 * scale) + "\n",
    "100,000 opening brackets": lambda scale: "「" * int(100_000 * scale) + "\n",
    "100,000 asterisks": lambda scale: "語**" * int(50_000 * scale) + "\n",
    "20,000 nested quotations": lambda scale: ">" * int(20_000 * scale) + " 引用。\n",
    "50,000 links": lambda scale: "[語](a.md)、" * int(50_000 * scale) + "\n",
}
