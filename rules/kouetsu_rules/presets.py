"""Presets: front matter as the platforms document it, where posts live, which renderer.

Dates are strings here: JSON Schema knows none, so the front matter is judged with its dates as
ISO 8601 text. Keys that a platform does not document are the site's own affair and pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kouetsu.api import Preset

Schema = Mapping[str, Any]

STRING: Schema = {"type": "string"}
FILLED: Schema = {"type": "string", "pattern": r"\S"}
BOOLEAN: Schema = {"type": "boolean"}
INTEGER: Schema = {"type": "integer"}
# Jekyll and Hugo make text of a number, and Hugo a list of one value.
TEXT: Schema = {"type": ["string", "number"]}
TITLE: Schema = {"type": ["string", "number"], "pattern": r"\S"}
STRING_OR_LIST: Schema = {"type": ["string", "array"], "items": {"type": "string"}}
MAPPING: Schema = {"type": "object"}
# an unquoted 2024 is a number in YAML, and as a tag or category it is meant as it stands
WORDS: Schema = {
    "anyOf": [
        {"type": ["string", "number"]},
        {"type": "array", "items": {"type": ["string", "number"]}},
        {"type": "null"},
    ]
}


def _schema(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return {"type": "object", "required": list(required), "properties": dict(properties)}


def _or_empty(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    """A schema whose keys may stand empty: archetypes leave them so, and that means absent."""
    for name, schema in properties.items():
        kinds = schema.get("type")
        if kinds is not None and name not in required and name != "title":
            kinds = [kinds] if isinstance(kinds, str) else kinds
            properties[name] = {**schema, "type": [*dict.fromkeys([*kinds, "null"])]}
    return _schema(required, **properties)


JEKYLL = Preset(
    # https://jekyllrb.com/docs/front-matter/ and, for the rest, jekyll-seo-tag and -redirect-from
    name="jekyll",
    posts=("_posts/**/*.md", "_posts/**/*.markdown"),
    flavor="kramdown",
    front_matter=_or_empty(
        layout={"type": ["string", "null", "boolean"]},
        title=TITLE,
        permalink=STRING,
        published=BOOLEAN,
        date=STRING,
        category=WORDS,
        categories=WORDS,
        tag=WORDS,
        tags=WORDS,
        excerpt={"type": ["string", "boolean"]},
        excerpt_separator=STRING,
        description=STRING,
        author={"type": ["string", "object", "array"]},
        image={"type": ["string", "object", "boolean"]},
        lang=STRING,
        last_modified_at=STRING,
        redirect_from={"type": ["string", "array"]},
        redirect_to={"type": ["string", "array"]},
        sitemap={"type": ["boolean", "object"]},
    ),
    markers=("_config.yml", "_config.yaml", "_posts"),
)

HUGO = Preset(
    # https://gohugo.io/content-management/front-matter/ ; goldmark is CommonMark with GFM
    name="hugo",
    posts=("content/**/*.md", "content/**/*.markdown", "!content/**/_index.md"),
    flavor="gfm",
    front_matter=_or_empty(
        ("title",),
        aliases=STRING_OR_LIST,
        audio=STRING_OR_LIST,
        build=MAPPING,
        cascade={"type": ["object", "array"]},
        categories=WORDS,
        date=STRING,
        description=STRING,
        draft=BOOLEAN,
        expiryDate=STRING,
        headless=BOOLEAN,
        images=STRING_OR_LIST,
        isCJKLanguage=BOOLEAN,
        keywords=WORDS,
        lastmod=STRING,
        layout=STRING,
        linkTitle=STRING,
        markup=STRING,
        menu={"type": ["string", "array", "object"]},
        menus={"type": ["string", "array", "object"]},
        modified=STRING,
        outputs=STRING_OR_LIST,
        params=MAPPING,
        publishDate=STRING,
        resources={"type": "array", "items": {"type": "object"}},
        series=WORDS,
        sitemap=MAPPING,
        slug=TEXT,
        summary=STRING,
        tags=WORDS,
        title=TITLE,
        translationKey=STRING,
        type=STRING,
        unpublishdate=STRING,
        url=STRING,
        videos=STRING_OR_LIST,
        weight=INTEGER,
    ),
    markers=("hugo.toml", "hugo.yaml", "hugo.json", "config/_default", "archetypes"),
)

ZENN = Preset(
    # https://zenn.dev/zenn/articles/zenn-cli-guide and the checks of zenn-cli itself
    name="zenn",
    posts=("articles/*.md",),
    flavor="gfm",
    front_matter=_schema(
        ("title", "emoji", "type", "topics", "published"),
        title={"type": "string", "pattern": r"\S", "maxLength": 70},
        emoji={"type": "string", "minLength": 1, "maxLength": 16},
        type={"enum": ["tech", "idea"]},
        topics={
            "type": "array",
            "maxItems": 5,
            "items": {"type": "string", "minLength": 1, "pattern": r"^[^ -/:-@\[-`{-~]*$"},
        },
        published=BOOLEAN,
        published_at={
            "type": "string",
            "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2})?",
        },
        publication_name={"type": "string", "pattern": "^[a-z0-9_-]+$"},
    ),
    markers=("articles", "books"),
)

QIITA = Preset(
    # https://github.com/increments/qiita-cli: null and "" stand there until the first publishing
    name="qiita",
    posts=("public/*.md",),
    flavor="gfm",
    front_matter=_schema(
        ("title", "tags", "private", "updated_at", "id", "organization_url_name", "slide"),
        title=FILLED,
        tags={
            "type": "array",
            "minItems": 1,
            "maxItems": 5,
            "items": {"type": "string", "minLength": 1},
        },
        private=BOOLEAN,
        updated_at={"type": ["string", "null"]},
        id={"type": ["string", "null"]},
        organization_url_name={"type": ["string", "null"]},
        slide=BOOLEAN,
        ignorePublish=BOOLEAN,
    ),
    markers=("qiita.config.json",),
)

ASTRO = Preset(
    # https://docs.astro.build/en/guides/content-collections/ and the collection of the blog
    # template; collections are the site's own, so that only their usual keys are known
    name="astro",
    posts=(
        "src/content/**/*.md",
        "src/content/**/*.mdx",
        "src/content/**/*.markdown",
        "src/blog/**/*.md",
        "src/blog/**/*.mdx",
    ),
    flavor="gfm",
    front_matter=_schema(
        ("title",),
        title=FILLED,
        description=STRING,
        pubDate=STRING,
        updatedDate=STRING,
        heroImage={"type": ["string", "object"]},
        layout=STRING,
        slug=STRING,
        draft=BOOLEAN,
        tags=WORDS,
        author={"type": ["string", "object", "array"]},
        image={"type": ["string", "object"]},
    ),
    markers=("astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.cjs"),
)

PRESETS = (ASTRO, HUGO, JEKYLL, QIITA, ZENN)
