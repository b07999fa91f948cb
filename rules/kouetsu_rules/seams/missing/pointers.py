"""Words that point at a thing of the post: a numbered figure, or what stands above or below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Post


class Pointer(Struct, frozen=True):
    """Where a text points, and at what kind of thing."""

    start: int
    end: int
    kind: str


# What is pointed at, by what can be it.
KINDS_JA = {
    "table": "一覧表|早見表|比較表|対応表|時刻表|料金表|表",
    "list": "一覧|リスト|チェックリスト",
    "picture": "写真|画像|地図|[円棒]グラフ|折れ線グラフ|グラフ|配置図|構成図|見取り図|路線図"
    "|イラスト|スクリーンショット|マップ|チャート|図解|図",
    "media": "音源|音声|動画|映像|ビデオ|プレーヤー|プレイヤー|録音",
    "file": "PDF|ＰＤＦ|ファイル|フォーム|ダウンロードリンク|ボタン|資料",
}
KINDS_EN = {
    "table": "table",
    "list": "list|checklist",
    "picture": "chart|figure|graph|diagram|map|photo|photograph|picture|image|infographic"
    "|screenshot|illustration",
    "media": "video|recording|clip|audio|animation|player",
    "file": "PDF|download|form|button|printable",
}
WHERE = (
    r"(?:上|下|以下|次|左|右|前述|後述|上記|下記|右記|前掲|先ほど"
    r"|文末|末尾|巻末|(?:この)?(?:記事|ページ|本文)の(?:最後|末尾|下部|終わり))"
)
LINKED = r"(?:の|にある|に示す|に示した|に掲げた|に載せた)"
USED = (
    r"(?:の(?:とおり|通り|ように)|を(?:参考に|ご覧|参照|見て|見ると|見れば|聴い|聞い|クリック|押し|再生|ご参照|確認)"
    r"|で(?:は[、確]|確[認か]|、|も?ご?確認|見比べ)|に(?:は、|、[^。\n]{0,20}|[^。、\n]{1,8}で)?(?:まとめ|示し|載せ|挙げ|記し|掲げ|整理|掲載)"
    r"|は[^。\n]{1,24}(?:推移|比較|様子|結果|一覧|内訳|割合|変化)です"
    r"|にある(?:ように|とおり|通り)|は、[^。\n]{0,40}(?:表し|示し|比べ|まとめ)"
    r"|から(?:申し込|購入|登録|お|ご|分か|わか|も分か|もわか|読み取|ダウンロード)|が示す|を左右|のように)"
)
_THINGS_JA = "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS_JA.items())
WORD = Pattern(r"[^\W\d_ぁ-ゟ]")
PLACED = Pattern(
    rf"(?:{WHERE}{LINKED}|添付の|別添の)(?:{_THINGS_JA})(?P<number>[ ]?[0-9０-９]{{1,2}})?{USED}"
    rf"|(?:下|上|以下)の写真の(?:右|左|手前|奥|中央)",
)
SHORT = Pattern(
    rf"(?<![^\W\d_ぁ-ゟ])(?:(?P<table>[上下右左別次]表)|(?P<picture>[上下右左別次]図))"
    rf"(?:{USED}|に、[^。\n]{{0,30}}(?:まとめ|示|載せ|整理))"
)
ATTACHED = Pattern(
    r"(?:添付|別添)の(?P<file>スプレッドシート|エクセル|Excel|ファイル|PDF|シート|テンプレート|資料)"
    r"|\bthe attached (?P<attached_file>spreadsheet|file|document|PDF|checklist|template|sheet"
    r"|worksheet)"
)
CODE = Pattern(
    r"(?:次|以下|下記)の(?:コマンド|コード|スクリプト)(?:を|で)(?:実行|入力|打|貼|追加|書|コピー|使)"
    r"|\b(?:[Rr]un|[Ee]nter|[Tt]ype|[Uu]se|[Ee]xecute|[Pp]aste|[Aa]dd|[Ww]ith) the following"
    r" (?:commands?|code|scripts?|snippet|lines?)\b"
)
SECTION = Pattern(
    r"(?<![一-鿿の』」])第[0-9０-９一二三四五六七八九十]{1,3}[章節](?:で|に)(?:は|も)?(?:述べ|説明|触れ|紹介|示し|書い)"
    r"|\b(?:described|explained|discussed|mentioned|noted|covered|outlined) in"
    r" (?:Section|Chapter|Part|Appendix) [\dA-Z](?:\.\d)*"
)
DOWNLOAD = Pattern(
    r"(?:この|本)?(?:記事|ページ|本文|文)の?(?:最後|末尾|下部|下|終わり|冒頭|上部)(?:から|で|に?て|より)"
    r"[^。\n]{0,12}(?:ダウンロード|入手|印刷)"
)
FIGURE = Pattern(
    r"(?<![一-鿿ァ-ヶA-Za-zのー])(?:図|表|グラフ"
    r"|写真)[ ]?[0-9０-９]{1,2}(?:[-－.．][0-9０-９]{1,2})?"
    r"(?:に示|を参照|をご覧|のように|のとおり|の通り|から(?:も)?(?:わか|分か|読み取)|参照[）)]|にまとめ|を見る|が示す"
    r"|[はでに](?:は)?、[^。\n]{0,40}(?:比べ|比較|示し|まとめ|表し|一覧))"
)
OTHERS = Pattern(
    r"[』」]の|論文|文献|著書|この本|教科書|説明書|原著|公式|スライド|書籍"
    r"|(?i:\b(?:book|paper|article|report|study|chapter|manual|thesis|et al|guidebook)\b"
    r"|['’]s [Ff]igure)"
)
MAIL = Pattern(r"メール|届[いき]|送[らりるっ]|(?i:\bmail|\bsent\b|\bletter)")
SHOWS = (
    r"(?:shows?|compares?|lists?|gives?|summari[sz]es?|illustrates?|presents?|details?|contains?|outlines?"
    r"|depicts?|marks?|explains?|breaks? down|covers?|plots?|demonstrates?)"
)
FIGURE_EN = Pattern(
    rf"\b(?:Table|Figure|Fig\.|Chart|Graph) \d{{1,2}}(?:\.\d)? (?:also |below |above "
    rf"|clearly )?{SHOWS}\b"
    r"|\b(?:[Ss]ee|[Ii]n|[Rr]efer to|[Ff]rom|\((?:see )?)(?: the)? ?(?:Table|Figure|Fig\."
    r"|Chart) \d{1,2}\b"
)
_THINGS_EN = "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS_EN.items())
_SEEN_EN = _THINGS_EN.replace("(?P<", "(?P<seen_")
PLACED_EN = Pattern(
    rf"\b(?:(?:[Aa]s|[Ii]n|[Ss]ee|[Ww]atch|[Ff]rom|[Uu]se|[Oo]n|[Cc]heck|[Ll]isten to|[Pp]lay) the"
    rf" (?:\w+ )?(?:{_THINGS_EN}) (?:above|below)\b)"
    rf"|\b[Aa]s (?:you can |we can |is )?(?:see|saw|seen|shown) (?:in|from"
    rf"|on) the (?:\w+ )?(?:{_SEEN_EN})\b"
)
_BARE_EN = _THINGS_EN.replace("(?P<", "(?P<bare_")
SHOWN_EN = Pattern(
    rf"\b[Tt]he (?:\w+ )?(?:{_BARE_EN}) (?:above|below|at the (?:end|bottom|top)"
    rf" of (?:this|the) (?:post|article|page)) {SHOWS}\b"
)
FILE_EN = Pattern(
    r"\b(?:download|printable|downloadable)\b[^.\n]{0,40}"
    r"(?:at the (?:end|bottom|top) of (?:this|the) (?:post|article|page)|below)\b",
    re.IGNORECASE,
)
LISTING = Pattern(rf"\bListing (?P<which>\d{{1,2}}) {SHOWS}\b")


def listings(text: str) -> Iterator[tuple[int, int, int]]:
    """The listings that a text speaks of, by number."""
    for place in LISTING.finditer(text):
        if not OTHERS.search(_sentence(text, *place.span())):
            yield int(place["which"]), *place.span()


ALL = (
    *(FIGURE, FIGURE_EN, CODE, SECTION, ATTACHED),
    *(PLACED, SHORT, PLACED_EN, SHOWN_EN, DOWNLOAD, FILE_EN),
)
KINDS = {CODE: "code", SECTION: "section", ATTACHED: "file", DOWNLOAD: "file", FILE_EN: "file"}
"""What those patterns point at; the others tell it by their words."""


def pointing(post: Post) -> tuple[Pattern, ...]:
    """The patterns that may match somewhere in a post."""
    return tuple(pattern for pattern in ALL if post.may_hold(pattern))


def pointers(text: str, patterns: tuple[Pattern, ...] = ALL) -> Iterator[Pointer]:
    """All places where a prose points at something of its own post."""
    for pattern in patterns:
        for place in pattern.compiled.finditer(text):
            if pattern is PLACED and WORD.search(text, max(0, place.start() - 1), place.start()):
                continue  # perf: asked here, or the engine would ask it at every character
            if not _elsewhere(pattern, _sentence(text, *place.span())):
                yield Pointer(*place.span(), KINDS.get(pattern) or _kind(place))


def _elsewhere(pattern: Pattern, sentence: str) -> bool:
    """Whether the sentence speaks of another text's thing."""
    if pattern in (DOWNLOAD, FILE_EN):
        return False
    return (MAIL if pattern is ATTACHED else OTHERS).search(sentence) is not None


def _kind(place: re.Match[str]) -> str:
    groups = place.groupdict()
    if not groups or groups.pop("number", None):
        words = place.group()
        table = groups.get("table") if groups else "表" in words or "Table" in words
        return "numbered-table" if table else "figure"
    kind = next((name for name, words in groups.items() if words), "picture")
    return kind.removeprefix("bare_").removeprefix("seen_")


def _sentence(text: str, start: int, end: int) -> str:
    begin = max(text.rfind(sign, 0, start) for sign in "。\n") + 1
    begin = max(begin, text.rfind(". ", 0, start) + 1)
    return text[begin : end + 24]
