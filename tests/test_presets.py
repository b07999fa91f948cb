"""The presets: front matter as each platform's own documentation shows it is well."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from kouetsu_rules.presets import PRESETS

WELL: dict[str, list[dict[str, Any]]] = {
    "jekyll": [
        {"layout": "post", "title": "朝", "date": "2025-04-01 09:00:00 +0900", "tags": "a b"},
        {"title": "朝", "categories": ["日記", 2025], "published": False},
        {},
    ],
    "hugo": [
        {"title": "朝", "date": "2025-04-01", "draft": False, "weight": 10, "tags": ["日記"]},
        {"title": "朝", "params": {"author": "青木"}, "aliases": ["/old/"]},
    ],
    "zenn": [
        {
            "title": "朝",
            "emoji": "🌅",
            "type": "tech",
            "topics": ["python", "日本語"],
            "published": True,
            "published_at": "2025-04-01 09:00",
        },
    ],
    "qiita": [
        {
            "title": "朝",
            "tags": ["Python"],
            "private": False,
            "updated_at": "",
            "id": None,
            "organization_url_name": None,
            "slide": False,
            "ignorePublish": False,
        },
    ],
    "astro": [{"title": "朝", "description": "朝の話", "pubDate": "Jul 08 2025"}],
}
WRONG: dict[str, list[dict[str, Any]]] = {
    "jekyll": [{"title": [3]}, {"title": " "}, {"published": "no"}, {"categories": {"a": 1}}],
    "hugo": [{}, {"title": "朝", "draft": "false"}, {"title": "朝", "aliases": {"old": 1}}],
    "zenn": [
        {**WELL["zenn"][0], "type": "blog"},
        {**WELL["zenn"][0], "topics": ["vue.js"]},
        {**WELL["zenn"][0], "topics": list("abcdef")},
        {**WELL["zenn"][0], "title": "朝" * 71},
        {**WELL["zenn"][0], "published": "true"},
        {**WELL["zenn"][0], "published_at": "2025/04/01"},
        {key: value for key, value in WELL["zenn"][0].items() if key != "emoji"},
    ],
    "qiita": [
        {**WELL["qiita"][0], "tags": []},
        {**WELL["qiita"][0], "tags": list("abcdef")},
        {**WELL["qiita"][0], "private": "false"},
    ],
    "astro": [{"title": ""}, {"title": "朝", "draft": "yes"}],
}
BY_NAME = {preset.name: preset for preset in PRESETS}


def judge(name: str) -> jsonschema.Draft202012Validator:
    schema = BY_NAME[name].front_matter
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_what_the_platform_documents_is_well(name: str) -> None:
    for front_matter in WELL[name]:
        assert not list(judge(name).iter_errors(front_matter)), front_matter


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_what_the_platform_refuses_is_wrong(name: str) -> None:
    for front_matter in WRONG[name]:
        assert list(judge(name).iter_errors(front_matter)), front_matter


def test_keys_that_a_platform_does_not_know_are_the_sites_own() -> None:
    for name, (front_matter, *_) in WELL.items():
        own = {**front_matter, "reading_time": 5, "kouetsu": {"disable": ["title-length"]}}
        assert not list(judge(name).iter_errors(own))
