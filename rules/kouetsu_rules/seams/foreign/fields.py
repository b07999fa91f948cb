"""A title and a summary in another European language than English, above a body in Japanese."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.letters import has_letter
from kouetsu_rules.seams.foreign.passages import ENGLISH_WORDS
from kouetsu_rules.subject import SUMMARIES, speaks_of

# Names have an article and a preposition; a sentence has several of these, and different ones.
# Words that English has, too, or that are particles in rōmaji, are left out.
LANGUAGES = tuple(
    frozenset(words.split())
    for words in (
        "le la les un une des du de et est sont pour avec dans sur nous vous votre notre que qui"
        " ce cette par au aux en pas",
        "der die das und ist sind mit für von den dem ein eine wie sie wir ihr ihre auf zu nicht"
        " im zur zum bei aus oder",
        "el la los las un una de del y es para con en que su nuestro como cómo más por al",
        "os um uma de da dos das é são para com em que seu sua como mais por nosso sem ao",
        "il lo la gli le un una di del della dei è sono con che suo come più nel alla non",
        "de het een en zijn voor met van op dat je wij onze hoe naar niet bij uit",
    )
)
WORD = Pattern(r"[^\W\d_]+")
LEAST = 4
"""Different function words in all; one in each field at least."""
SHARE = 0.2
LEAST_WORDS = 3
# An ornament is a phrase; what a translation left says something.
SENTENCE = Pattern(
    r"[.!?…][\"'»”)]*\s*$"
    r"|(?i:\b(?:est|sont|sommes|êtes|avons|avez|ont|ist|sind|wird|werden|haben|hat|es|está|están|son|somos"
    r"|tenemos|hay|è|sono|siamo|abbiamo|é|são|temos|is|zijn|wordt|hebben)\b)"
)
# Who writes of a language may write in it.
ABOUT = Pattern(
    r"(?:フランス|ドイツ|スペイン|ポルトガル|イタリア|オランダ|外国|英)語|語学|[仏独西伊]語|多言語|翻訳"
)


def foreign_fields(post: Post) -> Iterator[Prose]:
    """The title and the summaries, where two at least are in the same language, not English."""
    if not post.is_japanese:
        return
    fields = [field for field in map(post.field, ("title", *SUMMARIES)) if field is not None]
    # The articles of a name are written large.
    texts = [WORD.findall(field.text) for field in fields]
    if len(fields) < 2 or any(map(has_letter, (field.text for field in fields))):
        return
    if not any(SENTENCE.search(field.text) for field in fields[1:]):
        return
    for known in LANGUAGES:
        hits = [sum(word in known for word in words) for words in texts]
        every = [word for words in texts for word in words]
        plain = sum(word in ENGLISH_WORDS for word in every)
        if (
            all(hits)
            and min(map(len, texts)) >= LEAST_WORDS
            and len(known.intersection(every)) >= LEAST
            and sum(hits) >= SHARE * len(every)
            and sum(hits) > plain
            and not speaks_of(post, ABOUT)
        ):
            yield from fields
            return
