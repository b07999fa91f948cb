"""Posts with damage of every kind, composed at random out of sentences of our own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

SENTENCES = (
    "裏山の小道は、三月の終わりにいちばん賑やかになります。",
    "茶箱の底から、祖母の字で書かれた覚え書きが七枚出てきました。",
    "漁協の佐伯さんによると、今年の水揚げは昨年より12%多いそうです。",
    "「急がなくていい」と棟梁は言い、墨つぼの糸をもう一度はじきました。",
    "この窯は1968年に築かれ、いまも年に四回だけ火が入ります。",
    "朝の市場には、まだ土の付いた大根と、畳んだばかりの新聞が並びます。",
    "橋の修理には2億3,000万円がかかり、工期は14か月と見込まれています。",
    "隣の家の柿の木（樹齢およそ80年）が、台風のあとで少し傾きました。",
    "図書室の鍵は、受付で名前を書けば誰でも借りられます。",
    "雨の日は糸が伸びるので、織り手は湿度計を一時間ごとに確かめます。",
    "港から島までは船で25分、風の強い日はその倍かかります。",
    "味噌は冬に仕込み、土用のころに一度だけ天地を返します。",
    "『潮汐表』を読むのに慣れると、浜へ下りる時刻を間違えなくなります。",
    "石段は百八段あり、途中に湧き水が二か所あります。",
    "村の放送は、正午と夕方五時に一節だけ童謡を流します。",
    "古い地図には、いまは田になった沼の名前が五つ残っています。",
    "駅前の時計台は2分遅れていますが、誰も直そうとしません。",
    "春キャベツは葉が柔らかく、塩をひとつまみ振るだけで十分です。",
    "木地師の道具箱には、刃の幅が違う鉋が九本入っていました。",
    "この川の鮎は小ぶりで、香りがよいことで知られています。",
    "夏祭りの山車は、三つの町内が交代で曳きます。",
    "蔵の温度は一年を通して15度前後に保たれています。",
    "道の駅の棚では、Kona社の瓶と地元の瓶が並んで売られています。",
    "峠の茶屋は火曜と水曜が休みで、冬は閉まります。",
)
WORDS = ("小道", "覚え書き", "水揚げ", "墨つぼ", "窯", "市場", "橋", "柿の木", "図書室", "糸")
MARKERS = ("---END---", "[CONTINUE]", "（続き）", "---", "***")
CHATTER = ("承知いたしました。記事の続きを執筆します。", "以上が記事の続きになります。")

sentence = st.sampled_from(SENTENCES)
word = st.sampled_from(WORDS)
paragraph = st.lists(sentence, min_size=1, max_size=4, unique=True).map("".join)


@st.composite
def listing(draw: st.DrawFn) -> str:
    """A list: tight or loose, ordered or not, with a level below."""
    items = draw(st.lists(st.one_of(word, sentence), min_size=1, max_size=4))
    ordered, loose = draw(st.booleans()), draw(st.booleans())
    nested = draw(st.booleans())
    lines = []
    for number, item in enumerate(items, 1):
        mark = f"{number}. " if ordered else "- "
        lines.append(mark + item)
        if nested and number == 1:
            lines.append(" " * len(mark) + "- " + draw(word))
    return ("\n\n" if loose else "\n").join(lines)


heading = st.builds(lambda level, text: "#" * level + " " + text, st.integers(2, 4), word)
bold_line = word.map(lambda text: f"**{text}**")
strong = st.builds(
    lambda a, w, b: f"{a}その話は**{w}**から始まります。{b}", sentence, word, sentence
)
quote = paragraph.map(lambda text: f"> {text}")
code = st.just("```sh\nls -l | wc -l\n# 数える\n```")
table = st.just("| 月 | 量 |\n|---|---|\n| 三月 | 12 |\n| 四月 | 15 |")
html = st.just("<div class='note'>\n\n窯は冬のあいだ休みます。\n\n</div>")
link = word.map(
    lambda text: f"くわしくは[{text}の記録](https://example.org/a_(b)?x=1)をご覧ください。"
)
footnote = st.just("湧き水の話は別に書きました[^1]。\n\n[^1]: 石段の章を見てください。")
broken_line = st.builds(lambda a, b: f"{a}\n{b}", sentence, sentence)
block = st.one_of(
    *(paragraph,) * 4, heading, listing(), bold_line, strong, quote, code, table, html, link,
    footnote, broken_line,
)  # fmt: skip

Blocks = list[str]
Damage = Callable[[st.DrawFn, Blocks], Blocks]


def copied(draw: st.DrawFn, blocks: Blocks) -> Blocks:
    """A run of blocks again, as it was, grown or with a word changed, after a marker or not."""
    start = draw(st.integers(0, len(blocks) - 1))
    end = draw(st.integers(start + 1, len(blocks)))
    run = list(blocks[start:end])
    way = draw(st.sampled_from(("same", "grown", "changed", "flat", "number")))
    if way == "grown":
        run[-1] += draw(sentence)
    elif way == "changed":
        run = [text.replace("ます。", "ました。", 1) for text in run]
    elif way == "number":
        run = [text.replace("12", "13").replace("25", "35") for text in run]
    elif way == "flat":
        run = [" ".join(text.replace("\n", " ") for text in run)]
    place = draw(st.integers(end, len(blocks)))
    marker = draw(st.sampled_from(((), *((each,) for each in MARKERS))))
    return [*blocks[:place], *marker, *run, *blocks[place:]]


def cut(draw: st.DrawFn, blocks: Blocks) -> Blocks:
    """A block that ends in the middle, a marker, and the block again, whole."""
    number = draw(st.integers(0, len(blocks) - 1))
    text = blocks[number]
    stump = text[: draw(st.integers(1, len(text)))].rstrip()
    marker = draw(st.sampled_from(MARKERS))
    again = draw(st.sampled_from(([text], [text[len(stump) :].lstrip()], [])))
    return [*blocks[:number], stump, marker, *filter(None, again), *blocks[number + 1 :]]


def _within(change: Callable[[st.DrawFn, str], str]) -> Damage:
    def damage(draw: st.DrawFn, blocks: Blocks) -> Blocks:
        number = draw(st.integers(0, len(blocks) - 1))
        return [*blocks[:number], change(draw, blocks[number]), *blocks[number + 1 :]]

    return damage


def _inserted(draw: st.DrawFn, text: str, new: str) -> str:
    # behind a letter: at the start of a line it would hide markup, which a fix then brings back
    places = [number for number, sign in enumerate(text, 1) if sign.isalpha()]
    place = draw(st.sampled_from(places)) if places else len(text)
    return text[:place] + new + text[place:]


def slip(draw: st.DrawFn, text: str) -> str:
    """A particle or an ending doubled, punctuation twice."""
    old, new = draw(
        st.sampled_from(
            (
                ("を", "をを"),
                ("が", "がが"),
                ("です。", "ですです。"),
                ("。", "。。"),
                ("、", "、、"),
            )
        )
    )
    return text.replace(old, new, 1)


def noise(draw: st.DrawFn, text: str) -> str:
    """A character that nobody sees."""
    return _inserted(draw, text, draw(st.sampled_from("\u200b\u00ad\x08\u202e\ufeff\u3000")))


def emphasis(draw: st.DrawFn, text: str) -> str:
    """Emphasis that does not render beside brackets and kana."""
    inner = draw(word)
    broken = draw(
        st.sampled_from(
            (f"**「{inner}」**が", f"これは**{inner}。**と", f"** {inner} **", f"**{inner}", "**")
        )
    )
    return _inserted(draw, text, broken)


def marker_within(draw: st.DrawFn, text: str) -> str:
    return _inserted(draw, text, draw(st.sampled_from(("---END---", "[CONTINUE]"))))


SQUEEZES = (("# ", "#"), ("- ", "-"), ("\n\n", "\n"), ("「", ""), ("）", ""))


def squeezed(draw: st.DrawFn, text: str) -> str:
    """Markup that lost its space, a line that lost its blank line."""
    old, new = draw(
        st.sampled_from((("# ", "#"), ("- ", "-"), ("\n\n", "\n"), ("「", ""), ("）", "")))
    )
    return text.replace(old, new, 1)


def glued(draw: st.DrawFn, blocks: Blocks) -> Blocks:
    """Two blocks without a blank line between them."""
    if len(blocks) < 2:
        return blocks
    number = draw(st.integers(0, len(blocks) - 2))
    joined = blocks[number] + "\n" + blocks[number + 1]
    return [*blocks[:number], joined, *blocks[number + 2 :]]


def chatter(draw: st.DrawFn, blocks: Blocks) -> Blocks:
    place = draw(st.integers(0, len(blocks)))
    return [*blocks[:place], draw(st.sampled_from(CHATTER)), *blocks[place:]]


DAMAGES: Sequence[Damage] = (
    copied, copied, cut, glued, chatter,
    *map(_within, (slip, noise, emphasis, marker_within, squeezed)),
)  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A body with up to four damages, its blocks apart."""
    blocks = draw(st.lists(block, min_size=2, max_size=9))
    for damage in draw(st.lists(st.sampled_from(DAMAGES), max_size=4)):
        blocks = damage(draw, blocks)
    return "\n\n".join(blocks) + draw(st.sampled_from(("", "\n", "\n", "\n\n")))


TITLES = (
    "{w}をたずねて", '"{w}をたずねて"', "'{w}と**{v}**の話'", "タイトル：{w}と{v}", "{w}と{v}に",
    '"「{w}と{v}"', "> \n  {w}と\n  {v}", "<b>{w}</b>", "{w}\\u",
)  # fmt: skip
TIMES = ("8", '"8"', "'3分'", "1 # 目安", "約 12 分", "~")


@st.composite
def front_matters(draw: st.DrawFn) -> str:
    """Front matter in the styles that people and generators write."""
    lines = ["layout: post"]
    lines.append("title: " + draw(st.sampled_from(TITLES)).format(w=draw(word), v=draw(word)))
    lines.append("date: 2025-04-03 09:00:00 +0900")
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(("tags: [茶, 窯]", "tags:\n  - 茶\n  - '窯'"))))
    if draw(st.booleans()):
        lines.append("reading_time: " + draw(st.sampled_from(TIMES)))
    if draw(st.booleans()):
        text = draw(st.sampled_from(("**{}**", "{}…", "# {}", "[{}](x)")))
        lines.append(f'excerpt: "{text.format(draw(sentence))}"')
    if draw(st.booleans()):
        lines.append("kouetsu: {disable: [token-loop]}")
    return "---\n" + "\n".join(lines) + "\n---\n"


@st.composite
def posts(draw: st.DrawFn) -> bytes:
    """A whole post as bytes: byte-order mark, newlines, wrapper."""
    front = draw(st.one_of(st.just(""), front_matters(), front_matters()))
    body = draw(bodies())
    if draw(st.integers(0, 9)) == 0:
        body = f"```markdown\n{body.rstrip()}\n```\n"
    text = front + "\n" + body if front else body
    newline = draw(st.sampled_from(("\n", "\n", "\n", "\r\n")))
    bom = b"\xef\xbb\xbf" if draw(st.integers(0, 9)) == 0 else b""
    return bom + text.replace("\n", newline).encode()
