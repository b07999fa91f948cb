"""What models do to single words: another script, another language, a token twice or dropped.

The foreign words are common words of our own choice; the rules keep another list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from measure.processes import Damage, Damaged, Process, replaced, somewhere

_SCRIPTS = {
    "Cyrillic": "ность разработка важно также система сам большой данных очень",
    "Arabic": "اق تطوير مهم البيانات جديد تحليل كبير",
    "Hebrew": "חשוב פיתוח מערכת נתונים חדש כל",
    "Hangul": "개발 중요 시스템 데이터 새로운 분석 관리",
    "Thai": "สำคัญ ระบบ ข้อมูล การพัฒนา ใหม่",
    "Devanagari": "बैच विकास महत्वपूर्ण प्रणाली नया डेटा",
    "Ethiopic": "ድረስ አስፈላጊ ልማት መረጃ",
    "Georgian": "მნიშვნელოვანი სისტემა ახალი",
    "Armenian": "կարևոր համակարգ նոր",
    "Tamil": "முக்கியமான தரவு புதிய",
    "simplified Chinese": "第一时间 问题 数据 发展 这个 应该 技术创业 经济 让我们 过程 对于 实现",
    "Chinese without simplified letters": "第一個 非常好 可能性很大 他們 因此而",
    "Latin with marks": (
        "lüğü önemli sürekli büyük không của được những phát möglich für größer déjà "
        "développement année está también información muitas são później możliwe"
    ),
}

_PLAIN = {
    "Indonesian": (
        "penting semakin kemudian terhadap secara banyak lebih yang dengan untuk besar kita "
        "bisa berbagai pengembangan perusahaan"
    ),
    "Tagalog": "ngayon lamang talaga hindi kaya siguro maraming ating mahalaga",
    "Spanish": "entre mejor mucho tiempo ejemplo siempre empresas desarrollo puede cuando",
    "Portuguese": "mesmo muitas ainda empresas mundo muito porque quando pessoas agora",
    "Turkish": "birlikte yeni olarak daha gibi sonra veya kadar gerekli",
    "Vietnamese": "trong nhanh khi nghi cao nay theo",
    "German": "allerdings besonders werden nicht noch zwischen durch auch jedoch sondern",
    "French": "toutefois entreprise surtout chaque avec dans toujours donc plusieurs",
    "Italian": "sviluppo nuovo sempre anche quindi ogni molto essere",
    "Dutch": "echter altijd bijvoorbeeld maar voor worden tussen",
    "Polish": "dlatego zawsze jest oraz bardzo przez tylko",
    "English": "all compliance research growth important quickly industry",
}

SCRIPTS: Mapping[str, Sequence[str]] = {name: line.split() for name, line in _SCRIPTS.items()}
PLAIN: Mapping[str, Sequence[str]] = {name: line.split() for name, line in _PLAIN.items()}

KANJI = r"(?<![一-龥々])[一-龥]{2,4}(?![一-龥々])"
KATAKANA = r"(?<![ァ-ヺー])[ァ-ヺー]{4,10}(?![ァ-ヺー])"


def half_word(words: Sequence[str]) -> Damage:
    """The second half of a word in another language, glued to the first or after a space."""

    def damage(sentence: str, chance: Random) -> Damaged | None:
        found = somewhere(f"{KANJI}|{KATAKANA}", sentence, chance)
        if found is None:
            return None
        at = found.start() + chance.randint(1, len(found[0]) - 1)
        space = chance.choice(("", "", "", " "))
        damaged = replaced(sentence, at, found.end(), space + chance.choice(words))
        return damaged._replace(start=at + len(space))

    return damage


def whole_word(words: Sequence[str]) -> Damage:
    """A word for one of the sentence, or put before one; glued, or with spaces."""

    def damage(sentence: str, chance: Random) -> Damaged | None:
        found = somewhere(f"(?:{KANJI}|{KATAKANA})(?!。)", sentence, chance)
        if found is None or found.start() == 0:
            return None
        before, after = chance.choice((("", ""), ("", ""), (" ", " "), ("", " "), (" ", "")))
        word = chance.choice(words)
        end = chance.choice((found.start(), found.end(), found.end()))
        at = found.start() + len(before)
        return replaced(sentence, found.start(), end, before + word + after)._replace(
            start=at, end=at + len(word)
        )

    return damage


# D: said twice, put in, taken away.

MORA = r"[ァ-ヺ][ァィゥェォャュョー]?"


def mora_twice(sentence: str, chance: Random) -> Damaged | None:
    word = somewhere(r"(?<![ァ-ヺー])[ァ-ヺー]{5,12}(?![ァ-ヺー])", sentence, chance)
    mora = somewhere(MORA, word[0], chance) if word else None
    if word is None or mora is None:
        return None
    at = word.start() + mora.end()
    return replaced(sentence, at, at, mora[0])


def alien_mora(sentence: str, chance: Random) -> Damaged | None:
    word = somewhere(r"(?<![ァ-ヺー])[ァ-ヺー]{5,12}(?![ァ-ヺー])", sentence, chance)
    if word is None:
        return None
    at = word.start() + chance.randint(0, len(word[0]) - 1)
    return replaced(sentence, at, at, chance.choice("アエシスセタチトニヒパフプマラリ"))


def mora_dropped(sentence: str, chance: Random) -> Damaged | None:
    word = somewhere(r"(?<![ァ-ヺー])[ァ-ヺー]{5,12}(?![ァ-ヺー])", sentence, chance)
    mora = somewhere(MORA, word[0][1:], chance) if word else None
    if word is None or mora is None:
        return None
    at = word.start() + 1 + mora.start()
    return replaced(sentence, at, at + len(mora[0]), "")._replace(start=at - 1)


def kanji_twice(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere(KANJI, sentence, chance)
    if found is None:
        return None
    return replaced(sentence, found.start(), found.start(), found[0][0])


def word_twice(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere(
        r"(?<![一-龥ァ-ヺー])(?:[一-龥]{2,4}|[ァ-ヺー]{4,10})[にのをが](?=[一-龥ァ-ヺ])",
        sentence,
        chance,
    )
    return replaced(sentence, found.end(), found.end(), found[0]) if found else None


def wrong_kanji(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere(r"(?<![一-龥々])[一-龥]{2}(?![一-龥々])", sentence, chance)
    if found is None:
        return None
    return replaced(
        sentence, found.end() - 1, found.end(), chance.choice("見融夜限極護件意昧携抵索")
    )


PROCESSES: Sequence[Process] = (
    *(
        Process("script", f"half a word, {name}", half_word(words), closed="without" not in name)
        for name, words in SCRIPTS.items()
    ),
    *(
        Process("script", f"a word, {name}", whole_word(words), closed="without" not in name)
        for name, words in SCRIPTS.items()
    ),
    *(Process("script", f"half a word, {n}", half_word(words)) for n, words in PLAIN.items()),
    *(
        Process("script", f"a word, {name}", whole_word(words), closed=name != "English")
        for name, words in PLAIN.items()
    ),
    Process("D", "a mora twice", mora_twice, closed=False),
    Process("D", "an alien mora", alien_mora, closed=False),
    Process("D", "a mora dropped", mora_dropped, closed=False),
    Process("D", "a kanji twice", kanji_twice, closed=False),
    Process("D", "a word and its particle twice", word_twice, closed=False),
    Process("D", "a wrong second kanji", wrong_kanji, closed=False),
)  # fmt: skip
