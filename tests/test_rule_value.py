"""What a rule may say of itself."""

from __future__ import annotations

import pytest

from kouetsu.api import AnyRule, Rule, Severity


def _rule(**more: object) -> AnyRule:
    stated = {"name": "tired-word", "group": "tone", "severity": Severity.INFO, "messages": {}}
    return Rule(**{**stated, "doc": "見本。", "check": lambda post, options: (), **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("url", [None, "https://example.org/a", "http://localhost:4000/rules/#a"])
def test_its_page_may_be_published_somewhere(url: str | None) -> None:
    assert _rule(url=url).url == url


@pytest.mark.parametrize(
    "url", ["", "docs/rules/a.md", "file:///a.md", "https://", "https://a b", "javascript:0"]
)
def test_an_address_that_nobody_else_could_open_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="tired-word"):
        _rule(url=url)


@pytest.mark.parametrize(
    "more",
    [
        {"name": "Tired"},
        {"group": "a_b"},
        {"doc": " "},
        {"severity": "info"},
        {"messages": {"found": "ある"}},
        {"messages": {"found": ("ある",)}},
        {"messages": {"found": ("ある", None)}},
    ],
)
def test_what_it_must_have(more: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        _rule(**more)
