"""Words of the mould: internal names of patterns, and variables glued to Japanese headings."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose
from kouetsu_rules.shown import technical

FORM = (
    r"(?:構造|形式|パターン|型(?!番)|フォーマット|テンプレート|スタイル|アプローチ"
    r"|(?:の|という)?視点|の(?:構造|形式|型))"
)
INTERNAL = Pattern(
    rf"(?<![A-Za-z0-9_.])「?(?P<name>[a-z]{{2,}}(?:[A-Z][a-z]+){{1,3}}|comparison|listicle)"
    rf"」?(?:（[^）\n]{{1,20}}）)?、?(?:つまり.{{0,20}}の)?{FORM}"
    rf"|「(?:howTo|caseStudy|problemSolution|trendAnalysis)」"
)
# What writers of programs call their own spellings.
SPELLINGS = ("camelCase", "snakeCase", "kebabCase", "pascalCase", "upperCase", "lowerCase")
# The same in Japanese, as a heading.
NAMED = Pattern(
    r"^(?:事例研究|比較分析|問題解決|課題解決|ハウツー|リスト|対談|ステップ|ストーリー)(?:形式|構造|型)$"
)
# A word of English prose by its ending: names of software and people end otherwise.
ENGLISH = (
    r"(?:ing|tion|sion|ment|ness|ity|ship|archy|ival|ance|ence|ism|ure|ial|nal|cy|ry|logy|algia"
    r"|dom)"
)
SLUG = Pattern(
    rf"^(?P<slug>(?=[a-z]{{6,16}}(?![a-z]))[a-z]+{ENGLISH})(?!を)(?=(?:の|が|と|は|に|で)?[぀-ヿ㐀-鿿])"
)
# A gerund is what people do and call so (readingの時間); a template sets it before a term.
GERUND, TERM = "ing", Pattern(r"の[一-鿿]{2,}的")


def left_variables(post: Post) -> Iterator[Finding]:
    for prose in post.prose:
        if prose.in_heading and NAMED.match(prose.text):
            yield Finding(prose.whole, "pattern")
    found = [hit for prose in post.prose for hit in _slug(prose)]
    if post.may_hold(INTERNAL):
        found += (hit for prose in post.prose for hit in _internal(prose))
    if found and not post.derived(technical):
        yield from found


def _internal(prose: Prose) -> Iterator[Finding]:
    for place in INTERNAL.finditer(prose.text):
        if place["name"] not in SPELLINGS and not prose.opaque(*place.span()):
            yield Finding(
                prose.span(*place.span()), "internal", {"name": place.group().strip("「」")}
            )


def _slug(prose: Prose) -> Iterator[Finding]:
    block = prose.block
    if block is None or block.kind != "heading":
        return
    place = SLUG.match(prose.text)
    if place and not prose.opaque(*place.span()):
        if place["slug"].endswith(GERUND) and not TERM.match(prose.text, place.end()):
            return
        yield Finding(prose.span(*place.span()), "slug", {"slug": place["slug"]})
