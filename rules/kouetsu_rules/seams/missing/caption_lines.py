"""Lines that belong to a picture: requests for one, captions and credits, by how they are built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Prose


class Line(Struct, frozen=True):
    """A line of prose that speaks of a picture; ``key`` names the message."""

    key: str
    start: int
    end: int


OPEN, CLOSE = r"[（(\[【［〔]{1,2}", r"[）)\]】］〕]{1,2}"
THING = (
    r"(?:画像|写真|図解|図版|イラスト|挿絵|挿し絵|アイキャッチ(?:画像)?|サムネイル(?:画像)?|動画|地図|グラフ"
    r"|スクリーンショット|図表|カット)"
)
KIND = r"(?:ここに|アイキャッチ|キャッチ|サムネイル|ヘッダー|挿入|イメージ|参考|見出し)?"
THING_EN = (
    r"(?:image|photo(?:graph)?|picture|illustration|screenshot|figure|diagram|infographic"
    r"|hero image)"
)
# What a request says of a picture, and a reader of a caption need not be told.
MANNER = (
    r"\d{1,2}[:：]\d{1,2}|自然光|逆光で(?!は)|縦位置|横位置|縦長|横長|俯瞰|真上から|アップ[。、]|余白|色調|色合い"
    r"|トーン|構図|背景は|ボケ|写実的|水彩風|アニメ風|フラットデザイン|高画質|高解像度|ワイドショット"
    r"|(?i:cinematic|golden hour|soft light|warm light|wide (?:angle|shot)|landscape orientation"
    r"|portrait orientation|close-?up|\d{2}mm|photorealistic|high resolution|4k\b|bokeh|flat design"
    r"|aspect ratio|--ar\b)"
)
CREDITED = r"より|提供|引用|出典|公式|©|撮影(?!イメージ)|許可|著者|筆者|photo by|courtesy"
# Who took it, and no word of what he does in it.
PERSON = (
    r"[^、。\n顔姿]{0,10}(?<![たるいな])[^\W\dぁ-ん]{2,6}(?<![屋人者員師家])(?:さん|氏|様)"
    r"[）)\]】］〕]"
)
DRAWN = (
    rf"[：:][ ]?(?:[^\W\dぁ-ゟ]{{2,6}}|[^、。\n]{{2,8}}[ 　][^、。\n]{{2,8}}|[^\n]*(?:{CREDITED}))"
    r"(?:さん|氏|様)?$"
)

REQUEST = Pattern(
    rf"^{OPEN}?(?:{THING}の?(?:AI)?(?:生成)?(?:用)?プロンプト(?:例|案)?|AI?画像プロンプト"
    rf"|{THING_EN} (?:generation )?prompt"
    rf"|(?:midjourney|dall-?e|stable diffusion)(?:用)?(?:の)?[ ]?(?:prompt"
    rf"|プロンプト)?)[ ]?[:：].{{3,400}}$"
    rf"|^{OPEN}{KIND}{THING}(?:案|挿入|の?説明"
    rf"|イメージ)?[ ]?[:：](?=[^\n]*(?:{MANNER})).{{2,200}}{CLOSE}$"
    rf"|^[【［\[]{KIND}{THING}(?:案|挿入|イメージ)?[】］\]](?=[^\n]*(?:{MANNER})).{{2,200}}$"
    rf"|^{OPEN}(?:{THING_EN})(?: of|[ ]?[:：–-]"
    rf"| placeholder)(?=[^\n]*(?i:{MANNER})).{{2,200}}{CLOSE}$"
    rf"|^{OPEN}{THING_EN} placeholder\b.{{0,120}}{CLOSE}$",
    re.IGNORECASE,
)
CAPTION = Pattern(
    rf"^{OPEN}{KIND}(?:{THING}|図)(?:案|挿入|の?説明"
    rf"|イメージ)?[ ]?[:：](?!.*(?:{CREDITED})|{PERSON}).{{2,120}}{CLOSE}$"
    rf"|^[【［\[](?:{KIND}{THING}(?:案|挿入|の?説明|イメージ)|アイキャッチ画像|キャプション)[】］\]].{{2,160}}$"
    rf"|^{OPEN}(?:{THING_EN}|caption|alt(?: text)?)[ ]?[:：–-].{{2,160}}{CLOSE}$"
    rf"|^{OPEN}{THING_EN} of .{{4,160}}{CLOSE}$"
    rf"|^{THING_EN} placeholder$|^{OPEN}(?:gif|chart|map|graph)[ ]?[:：][^\n]{{3,120}}{CLOSE}$"
    # a lone bracket with a kind of drawing for its last word
    r"|^[\[［][^\[\]［］\n]{0,12}(?:図|図解|図表|チャート|グラフ|写真|イラスト|ダイアグラム|スクショ|キャプチャ|動画)[\]］]$"
    r"|^[<＜{｛](?:写真|画像|図|地図|動画|スクリーンショット|スクショ|イラスト|グラフ)[0-9０-９]{0,2}[>＞}｝]$"
    r"|^[\[【（(](?:图片|截图|配图|插图|图表|사진|이미지|그림)(?:[ ]?[:：][^\n]{1,100})?[\]】）)]$"
    r"|^(?:alt(?: text)?|caption|キャプション|代替テキスト|altテキスト)[ ]?[:：].{4,200}$",
    re.IGNORECASE,
)
# The name of a picture's file, where the picture belongs.
FILE = r"\.(?:png|jpe?g|gif|webp|svg|avif|mp4)[\"']?"
FILED = Pattern(
    rf"^{OPEN}(?:{THING}|図|image|img|photo|figure|picture|screenshot|video|alt|图片|截图|配图"
    rf"|이미지|사진)[ ]?[:：=].{{1,200}}{FILE}[ ]?{CLOSE}$"
    rf"|^(?:{THING}|image|img|figure|picture|screenshot)[ ]?[:：][ ]?[^ 　\n]{{1,120}}{FILE}$"
    rf"|^\[[\w ./-]{{1,120}}{FILE}\]$",
    re.IGNORECASE,
)
CREDIT = Pattern(
    r"^[（(\[]?(?:Photo|Image|Picture) by .{1,80}"
    r" on (?:Pexels|Unsplash|Pixabay|Flickr)[）)\]]?[.。]?$"
    r"|^.{2,80}[.。]? ?[（(]?(?:(?:photo(?:graph)?|image|picture)(?: by|:| ©)"
    r"|taken by) (?:the )?(?:author|me)\b"
    r"[）)]?[.。]?$",
    re.IGNORECASE,
)
# A noun phrase under a sign that points at a picture, or one that says who took it.
POINTER = r"[▲△▼▽↑↓⬆⬇☝👆]"
POINTED = Pattern(
    rf"^{POINTER}\ufe0f?[ 　]?(?![\d０-９一二三四五六七八九])(?:.{{2,100}}[（(][^）)]*(?:撮影"
    rf"|写真|提供|photo)[^）)]*[）)]"
    r"|写真は.{2,80}[^。す])$",
    re.IGNORECASE,
)
TAKEN = Pattern(
    r"^(?:(?:写真|画像)[ ]?[:：].{2,100}|.{2,80})[（(][^（）()\n]{0,20}(?:(?:筆者|著者"
    r"|編集部)撮影|撮影[:：=＝]?(?:筆者|著者|編集部))[）)]$"
    r"|^[（(].{4,80}[。、](?:筆者|著者|編集部)撮影[）)]$"
)
NUMBERED = Pattern(
    r"^(?:図|表|写真|グラフ)[ ]?[0-9０-９]{1,2}[ 　]?[:：.．　].{2,60}(?<![。す])$"
    r"|^(?:Figure|Fig\.|Table|Chart) \d{1,2} ?[:.–—-] ?.{4,120}$"
    r"|^(?:写真|図|表|画像)[ ]?[0-9０-９]{1,2}[ 　](?![^\n]*[。す]$).{4,60}$"
    r"|^[※（(][ ]?(?:画像|写真|図|図表|イラスト)は(?:すべて)?.{0,12}(?:筆者作成"
    r"|著者作成|筆者撮影)(?:です)?[）)。]?$"
    # a name alone says who drew it
    rf"|^(?:スクリーンショット|スクショ|図|(?:画像|イラスト)(?!{DRAWN}))[：:][ ]?.{{4,80}}"
    r"(?<![。す])$"
    r"|^(?:Screenshot|Pictured|Illustration|Image)(?: above| below)?: .{6,120}$"
    rf"|^[\[［【](?:{THING})[0-9０-９]{{0,2}}[\]］】](?:[ 　]?.{{4,80}}(?<![。す]))?$"
    # ▼ heads what follows it; moves of a game of shogi stand one behind the other; a legend says
    # what a sign means, and これが takes up the words above
    r"|^[▲△↑⬆☝👆]\ufe0f?[ 　]?(?![はが＝=:：]|(?:これ|それ|ここ)[がはも]"
    r"|[^\n]*[▲△]|同(?![^\W\d_a-zA-Zぁ-ヿ]{2})"
    r"|[\d０-９一二三四五六七八九の印])[^。]{5,60}"
    r"[^\W\d_a-zA-Zぁ-ゟ]$",
)
KEYS = (
    (FILED, "filed"),
    (REQUEST, "request"),
    (CREDIT, "credit"),
    (CAPTION, "caption"),
    (POINTED, "described"),
    (TAKEN, "described"),
    (NUMBERED, "numbered"),
)
# A request in brackets behind the last sentence of a paragraph.
LAST = Pattern(
    rf"(?<=[。！？!?.])[ ]?(?P<words>{OPEN}[^（）()\[\]【】［］〔〕\n]{{4,300}}{CLOSE})$"
)
# A title of a figure, or a credit, that was glued to the sentence before its place.
GLUED = Pattern(
    r"(?<=[。！？])[ ]?(?P<words>(?:図|写真|グラフ|画像)[ ]?[0-9０-９]{1,2}[ ]?[:：]"
    r"[ ]?[^。：:\n]{3,60}(?<![。すた]))$"
    r"|(?<=[.!?] )(?P<caption>(?:Above|Below|Pictured|Left|Right|Figure \d{1,2}): [^.\n]{6,100}\.?"
    r" (?:Photo|Image|Picture)(?: by)?:? [^.\n]{2,30}\.?)$"
)
# perf: one of these stands in every such line, and they are soon looked for
HINT = Pattern(
    r"画像|写真|図|表|イラスト|挿絵|挿し絵|アイキャッチ|サムネイル|動画|地図|グラフ|スクリーンショット"
    r"|スクショ|カット|プロンプト|キャプション|代替|撮影|筆者|イメージ|[▲△▼▽↑↓⬆⬇☝👆]|mage|hoto"
    r"|icture|llustration|creenshot|igure|iagram|nfographic|aption|lt text|rompt|idjourney|DALL"
    r"|dall|iffusion|Fig\.|Table|Chart|by the author|by author|by me|\.png|\.jpe?g|\.gif|\.webp"
    r"|\.svg|图|이미지|사진|그림|GIF|gif|チャート|ダイアグラム|キャプチャ|placeholder"
)
# perf: a line of a picture begins so, or has one of the words
BEGINNINGS = (
    *(
        "<",
        "＜",
        "{",
        "｛",
        "（",
        "(",
        "[",
        "【",
        "［",
        "〔",
        "※",
        *"▲△▼▽↑↓⬆⬇☝👆",
        "代替",
        "キャプション",
    ),
)
NUMBER_OR_NAME = Pattern(
    r"(?:図|表|写真|グラフ|画像|イラスト|スクリーンショット|スクショ)[ 　]?[0-9０-９:：]"
)
WORDS = (
    *("撮影", "photo", "image", "picture", "taken by", "illustration", "screenshot", "figure"),
    *("diagram", "infographic", "caption", "alt", "prompt", "midjourney", "dall", "diffusion"),
    *("fig.", "table", "chart", "プロンプト"),
)
# What parts a picture's name from what is said of it.
TELLING = (
    "图片]",
    ">",
    "＞",
    "}",
    "｝",
    ":",
    "：",
    "】",
    "］",
    "]",
    "–",
    "-",
    " of ",
    "placeholder",
)
# A paragraph in italics that tells what is to be seen: below a picture it is one's caption.
DEPICTED = Pattern(
    r"[^。\n]{4,80}(?:様子|イメージ|風景|光景|外観|画面|写真|スクリーンショット)(?:です)?(?:。(?:[^。\n]{2,80}。?)?)?$"
)
LONGEST = 420
SHORT = 200
END = Pattern(r"(?:です|ます|ました|でした|ません)[。！]?[）)]?$")


def lines(prose: Prose) -> Iterator[Line]:
    """The lines of a block that speak of a picture."""
    text = prose.text
    if prose.in_heading:
        return
    if _in_italics(prose) and DEPICTED.match(text.strip()):
        yield Line("caption", 0, len(text))
        return
    if not HINT.search(text):
        return
    start = 0
    for raw in text.split("\n"):
        line = raw.strip()
        begin = start + raw.find(line) if line else start
        start += len(raw) + 1
        key = _key(line) if len(line) <= LONGEST else ""
        if key:
            yield Line(key, begin, begin + len(line))
            continue
        glued = GLUED.search(line)
        if glued:
            yield Line("glued", begin + glued.start(glued.lastindex or 0), begin + glued.end())
            continue
        last = LAST.search(line) if line.endswith(("）", ")", "]", "】", "］", "〕")) else None
        key = _key(last["words"]) if last else ""
        if last and key in ("request", "caption"):
            yield Line(key, begin + last.start("words"), begin + last.end())


def _in_italics(prose: Prose) -> bool:
    """Whether emphasis holds all of a block."""
    end = len(prose.text.rstrip())
    return any(mark.start == 0 and mark.end >= end > 0 for mark in prose.marked("emphasis"))


def _key(line: str) -> str:
    if not line.startswith(BEGINNINGS) and not NUMBER_OR_NAME.match(line):
        lower = line.lower()
        if not any(word in lower for word in WORDS):
            return ""
    told = any(sign in line for sign in TELLING)
    for pattern, key in KEYS:
        if not told and key in ("request", "caption"):
            continue
        if (key in ("request", "filed") or len(line) <= SHORT) and pattern.match(line):
            return "" if key == "described" and END.search(line) else key
    return ""
