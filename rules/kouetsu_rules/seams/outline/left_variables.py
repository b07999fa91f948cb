"""Words of the mould: internal names of patterns, and variables glued to Japanese headings."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Severity, Span
from kouetsu_rules.shown import code_spans, technical, within

FORM = (
    r"(?:構造|形式|パターン|型(?!番)|フォーマット|テンプレート|スタイル|アプローチ"
    r"|(?:の|という)?視点|の(?:構造|形式|型))"
)
INTERNAL = Pattern(
    rf"(?<![A-Za-z0-9_.])「?(?P<name>[a-z]{{2,}}(?:[A-Z][a-z]+){{1,3}}|comparison|listicle)"
    rf"」?(?:（[^）\n]{{1,20}}）)?、?(?:つまり.{{0,20}}の)?{FORM}"
    rf"|「(?:howTo|caseStudy|problemSolution|trendAnalysis)」"
)
# Formats of files and what dresses a page are called so as well (geoJson形式).
OF_FILES = Pattern(r"(?:形式|フォーマット|テンプレート|スタイル)$")
# These names are of texts.
OF_TEXTS = Pattern(
    r"(?i:how|case|stud|problem|solution|trend|analys|compar|list|story|interview|question|q[ &]?a"
    r"|step|guide|review|news|explain|tutorial|opinion|summary|report|experience|beginner|ranking)"
)
# What writers of programs call their own spellings.
SPELLINGS = ("camelCase", "snakeCase", "kebabCase", "pascalCase", "upperCase", "lowerCase")
# The same in Japanese, as a heading.
NAMED = Pattern(
    r"^(?:(?P<analysis>事例研究|比較分析)|問題解決|課題解決|ハウツー|リスト|対談|ステップ|ストーリー)"
    r"(?P<form>形式|構造|型)$"
)
# The kind of text that was wanted, as the plan has it; talks and lists are announced so, too.
WANTED = Pattern(
    r"(?:記事の?)?(?:構成|構造)(?:タイプ)?[ ]?[:：][ ]?"
    r"(?:事例研究|比較分析|問題解決|課題解決|ハウツー)(?:形式|構造|型)"
)
OF_A_COURSE = Pattern(r"講座|研修|講演|講義|授業|演習|定員|会場")
# A word of English prose by its ending: names of software and people end otherwise.
ENGLISH = (
    r"(?:ing|tion|sion|ment|ness|ity|ship|archy|ival|ance|ence|ism|ure|ial|nal|cy|ry|logy|algia"
    r"|dom)"
)
SLUG = Pattern(
    rf"^(?P<slug>(?=[a-z]{{6,16}}(?![a-z]))[a-z]+{ENGLISH})(?!を)(?=(?:の|が|と|は|に|で)?[぀-ヿ㐀-鿿])"
)
PICTURE = Pattern(r"!\[(?P<slug>[a-z]{6,16})(?![a-z])")
START = Pattern(r"[A-Za-z]+[をでに]")
# A gerund is what people do and call so (readingの時間); a template sets it before a term.
GERUND, TERM = "ing", Pattern(r"の[一-鿿]{2,}的")


def left_variables(post: Post) -> Iterator[Finding]:
    yield from _patterns(post)
    slugs = [hit for prose in post.prose for hit in _slug(post, prose)]
    found = [*slugs, *_of_pictures(post, slugs)]
    if post.may_hold(INTERNAL):
        found += (hit for prose in post.prose for hit in _internal(prose))
    if found and not post.derived(technical):
        yield from found


def _patterns(post: Post) -> Iterator[Finding]:
    """Headings that name a pattern; several of one ending, or a text on them, tell of kinds."""
    for prose in post.prose if post.may_hold(WANTED) and not post.contains(OF_A_COURSE) else ():
        if WANTED.fullmatch(prose.text.strip()):
            yield Finding(prose.whole, "wanted", severity=Severity.WARNING)
    heads = [prose for prose in post.prose if prose.in_heading]
    named_by = [(prose, named) for prose in heads if (named := NAMED.match(prose.text))]
    counts = {
        form: sum(1 for prose in heads if prose.text.endswith(form))
        for form in {named["form"] for _, named in named_by}
    }
    for prose, named in named_by:
        form = named["form"]
        if counts[form] == 1 and f"{form}を" not in post.wording and form not in post.title_text:
            severity = None if named["analysis"] else Severity.WARNING
            yield Finding(prose.whole, "pattern", severity=severity)


def _of_pictures(post: Post, slugs: list[Finding]) -> Iterator[Finding]:
    """The same headings as the text of a picture."""
    text = post.text
    heads: dict[str, set[str]] = {}
    for slug in slugs:
        line = text.find("\n", slug.span.end)
        words = text[slug.span.end : line if line >= 0 else len(text)].rstrip()
        heads.setdefault(text[slice(*slug.span)], set()).add(words)
    for place in PICTURE.finditer(text, post.body.start) if heads else ():
        rest = heads.get(place["slug"], ())
        shown = within(place.start(), post.derived(code_spans))
        if not shown and any(text.startswith(words, place.end()) for words in rest):
            yield Finding(Span(*place.span("slug")), "slug", {"slug": place["slug"]})


def _internal(prose: Prose) -> Iterator[Finding]:
    for place in INTERNAL.finditer(prose.text):
        name = place["name"]
        if name in SPELLINGS:
            continue
        known = name is None or OF_TEXTS.search(name) or not OF_FILES.search(place.group())
        if known and not prose.opaque(*place.span()):
            yield Finding(
                prose.span(*place.span()), "internal", {"name": place.group().strip("「」")}
            )


def _used(post: Post, word: str) -> bool:
    """Whether the title or a heading begins with what is done with a program of that name."""
    used = tuple(f"{word}{particle}" for particle in "でをに")
    return post.title_text.startswith(used) or not post.derived(_head_starts).isdisjoint(used)


def _head_starts(post: Post) -> frozenset[str]:
    """The word in Latin letters that heads each heading, with the sign behind it."""
    places = (START.match(prose.text) for prose in post.prose if prose.in_heading)
    return frozenset(place.group() for place in places if place is not None)


def _slug(post: Post, prose: Prose) -> Iterator[Finding]:
    block = prose.block
    if block is None or block.kind != "heading":
        return
    place = SLUG.match(prose.text)
    if place and not prose.opaque(*place.span()):
        if place["slug"].endswith(GERUND) and not TERM.match(prose.text, place.end()):
            return
        if not _used(post, place["slug"]):
            yield Finding(prose.span(*place.span()), "slug", {"slug": place["slug"]})
