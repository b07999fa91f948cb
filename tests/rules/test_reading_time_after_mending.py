"""The reading time after copies are deleted: counted anew if it was the count with the copies."""

from __future__ import annotations

import pytest

from kouetsu.api import Source
from kouetsu.run.config import Config
from kouetsu.run.fix import mend
from kouetsu.run.plan import Outfit, Plan
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry

TOLD = "\n\n".join(
    f"{year}年の{month}月、{name}の港では朝市が開かれ、{count}人の漁師が網を広げて客を迎えました。"
    f"{name}の{thing}は川の水で洗われ、昼までに町の食堂の{count + 3}軒へ運ばれていきます。"
    for year, (name, thing), month, count in zip(
        range(1951, 1987),
        [(a, b) for a in ("北", "南", "東", "西", "沖", "浜") for b in "鯛鱈鰯鮪鯵鰤"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] * 3,
        range(20, 92, 2),
        strict=True,
    )
)
"""Six minutes."""


def post(minutes: str) -> Source:
    return Source.from_text(f"---\nreading_time: {minutes}\n---\n\n{TOLD}\n\n{TOLD}\n")


def outfit() -> Outfit:
    plugins = load()
    return Outfit(Plan(Config()), plugins, Registry.of(plugins))


@pytest.mark.parametrize(
    ("stated", "safe", "after"),
    [
        ("2", "11", "5"),  # wrong either way
        ("7", "11", "5"),  # right without the copies, and mended with them
        ("11", "11", "5"),  # right with the copies
        ("7.5", "7.5", "7.5"),  # right enough either way
    ],
)
def test_it_is_the_same_however_it_was_mended(stated: str, safe: str, after: str) -> None:
    made = outfit()
    first = mend(post(stated), "a.md", made)
    assert first.after.text == post(safe).text
    both = mend(first.after, "a.md", made, unsafe=True)
    at_once = mend(post(stated), "a.md", made, unsafe=True)
    assert both.after.text == at_once.after.text
    assert at_once.after.text.startswith(f"---\nreading_time: {after}\n---\n")
    assert len(at_once.after.text) < 0.6 * len(post(stated).text)
    assert not mend(at_once.after, "a.md", made, unsafe=True).changed
