"""Common words of languages that models slip into, where they use the Latin alphabet.

Only words that are neither English nor known as names of tools or as loans in Japanese text:
function words and everyday adverbs, which is what a slip of tokens mostly yields. To those that
stand here come the stop words of ``data/foreign_words.txt``, which ``bench/build_foreign_words.py``
takes from stopwords-iso (MIT licence).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.places import glossed

FILE = Path(__file__).parents[1] / "data" / "foreign_words.txt"

WORDS = frozenset(
    word
    for line in (
        # Indonesian, Malay, Javanese
        "secara banyak semakin penting bisa sendiri besar kecil",
        "punya yang dengan untuk adalah tidak juga sangat akan tetapi atau lebih sudah",
        "karena bahwa mereka seperti dalam antara setiap semua masih telah dapat harus",
        "oleh kepada tentang sekarang sebagai namun ketika jika saat hanya bukan belum",
        "pernah memang benar sekali bagaimana mengapa siapa dimana kapan menjadi",
        "membuat melakukan merupakan",
        # Tagalog, Cebuano
        "talaga lamang dahil ngunit kasama lahat bawat ating aming kanilang maaari",
        "mahalaga napaka ganito ganyan paano bakit kailan saan tungkol",
        # German
        "nicht auch aber oder wenn weil dass noch schon sehr mehr viele diese dieser",
        "dieses durch zwischen gegen ohne unter zurück werden wurde haben können müssen",
        "sollte begrenzt wirklich natürlich vielleicht jedoch außerdem daher deshalb",
        "bereits sowie einer einem einen",
        # Spanish, Portuguese, Catalan, Galician
        "pero también porque cuando donde hasta desde todas siempre nunca ahora después",
        "mientras aunque además entonces realmente muito porém também sempre ainda",
        "depois através essa esse pela pelo então são estão",
        # French, Italian
        "avec dans aussi très toujours jamais après lorsque parce ainsi donc",
        "cependant vraiment beaucoup anche però quindi perché sempre molto ancora dopo",
        "prima tutti questa questo quello della delle degli nella nelle sulla essere",
        # Turkish, Azerbaijani
        "için çok daha gibi kadar sonra önce ancak ayrıca çünkü olarak olan geçmişe",
        # What posts on business and technology would say: nouns, and adverbs of emphasis
        "pengembangan perusahaan berbagai terhadap sehingga misalnya kemampuan penggunaan",
        "teknologi kecerdasan pelatihan keamanan perubahan kebutuhan pengalaman kesempatan",
        "tantangan masyarakat terutama ngayon siguro maraming palagi kailangan trabaho sobrang",
        "desarrollo empresas tiempo puede mucho muchos muchas ejemplo conocimiento herramientas",
        "crecimiento seguridad desenvolvimento pessoas quando mesmo muitas muitos exemplo",
        "conhecimento ferramentas crescimento surtout plusieurs chaque toutefois notamment",
        "soudain davantage entreprise entreprises croissance sviluppo aziende nuovo nuovi",
        "attraverso soprattutto inoltre crescita improvvisamente deutlich ziemlich eigentlich",
        "gleichzeitig insbesondere allerdings besonders unternehmen entwicklung gerekli birlikte",
        "veya gelecek bijvoorbeeld worden echter altijd ontwikkeling bedrijven belangrijk",
        "plotseling eigenlijk tylko dlatego zawsze nagle utveckling viktig egentligen",
        # Polish, Czech, Croatian, Romanian, Hungarian, Dutch, Scandinavian, Finnish
        "oraz także bardzo ponieważ przez który która które jsou také velmi protože",
        "nebo zato jako više foarte pentru sunt acest nagyon vagy hogy niet maar voor",
        "wordt zijn deze zeer omdat tussen ikke også eller mellom mycket också eftersom",
        "mutta myös koska hyvin sekä",
    )
    for word in line.split()
)
# What scores say, and many a shop is called.
SCORES = frozenset(
    [
        "sempre",
        "molto",
        "ancora",
        "tutti",
        "tutta",
        "senza",
        "prima",
        "subito",
        "assai",
        "troppo",
        "quasi",
    ]
)
LOWER = Pattern(r"(?<![A-Za-z0-9_./:@#&+\-])[a-zß-öø-ÿ]{4,}(?![A-Za-z0-9_./:@&+\-])")
KANA = Pattern(r"[ぁ-んァ-ヶー一-龥]")
REACH = 12
"""How near Japanese stands on both sides."""
# Beside another small word it belongs to a phrase that is quoted; beside a name it does not.
PHRASE_BEFORE = Pattern(r"[a-zß-öø-ÿ][a-zß-öø-ÿ']*[ ,]+$")
PHRASE_AFTER = Pattern(r"[ ,]+[a-zß-öø-ÿ]")
NAME_BEFORE = Pattern(r"[A-Z][A-Za-z0-9]*[ ,]+$")


# Behind what it is, a word is a name.
SHOP = Pattern(
    r"[^お、。]店[ 　]?$"
    r"|(?:カフェ|喫茶|ブランド|ショップ|雑貨屋|酒場|食堂|宿|バンド|楽団|劇団|ユニット)[ 　]?$"
)
# A place or a work, whose name takes a particle: 花屋 and a word, の前を
NAMED = Pattern(
    r"(?:[^部小平長]屋|[容髪浴茶]室|美容院|医院|旅館|工房|教室|サロン|スタジオ|ホテル|ギャラリー|パン屋"
    r"|雑誌|同人誌|詩誌|会報|曲|アルバム|映画|小説|詩集|画集|個展|公演)[ 　「『]?$"
)
ROMAJI = Pattern(
    r"(?:(?:[kgsztdnhbpmryw]|[kgshtnbpmr]y|jy?|[sct]h|ts|f|v)?[aiueo]|n(?![aiueoy])|(.)(?=\1))+"
)
SHORT = 7
# What follows a noun; slips are mostly adverbs.
NOUN = Pattern(r"[ ]?[のはがをにでへともや、]")


@cache
def words() -> frozenset[str]:
    """All of them; read when a word in small letters first stands in a post."""
    return WORDS.union(FILE.read_text(encoding="ascii").split())


def foreign_words(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """The place of each such word that stands in the middle of Japanese."""
    for prose in post.texts:
        for found in LOWER.finditer(prose.text):
            start, end = found.span()
            if found.group() not in words() or glossed(prose.text, start, end):
                continue
            before, after = prose.text[max(0, start - REACH) : start], prose.text[end : end + REACH]
            if is_of_phrase(before, after) or SHOP.search(before):
                continue
            if names(before, after):
                continue
            if found.group() in SCORES and NOUN.match(after):
                continue
            if KANA.search(before) and KANA.search(after):
                yield prose, start, end


def names(before: str, after: str) -> bool:
    """Whether the word between is the name of the place or work that stands before it."""
    return NAMED.search(before) is not None and NOUN.match(after) is not None


def could_be_japanese(prose: Prose, start: int, end: int) -> bool:
    """Whether a short word may be a Japanese name in Latin letters."""
    short = end - start <= SHORT and NOUN.match(prose.text, end) is not None
    return short and ROMAJI.fullmatch(prose.text[start:end]) is not None


def is_of_phrase(before: str, after: str) -> bool:
    """Whether small words of the Latin alphabet stand beside it: a phrase that is quoted."""
    if PHRASE_AFTER.match(after):
        return True
    return bool(PHRASE_BEFORE.search(before)) and not NAME_BEFORE.search(before)
