"""What the measure of mended posts sees by itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from measure import whole

TEXT = "朝の市場には、まだ土の付いた大根が並びます。"
SEEN = [
    (
        whole.emptied_sections,
        f"## 朝\n\n{TEXT}\n\n## 夜\n\n{TEXT}\n",
        f"## 朝\n\n## 夜\n\n{TEXT}\n",
    ),
    (whole.orphaned_lists, f"{TEXT}\n\n**品:**\n- 大根\n- 葱\n", f"{TEXT}\n\n- 葱\n"),
    (whole.stumps, f"{TEXT}その日の\n", "その日の\n"),
    (whole.lost_words, "駅前に365人。\n\n駅前に3人。\n", "駅前に365人。\n"),
    (whole.open_fences, "```\n一\n```\n", "```\n一\n"),
    (whole.broken_front_matter, "---\na: 1\nb: 2\n---\n", "---\na: 1\nb: 2\nc: 3\n---\n"),
]
PASSED_OVER = [
    (whole.emptied_sections, f"## 朝\n\n## 夜\n\n{TEXT}\n", f"## 朝\n\n## 夜\n\n{TEXT}\n"),
    (whole.emptied_sections, f"## 朝\n\n{TEXT}\n", f"## 朝\n\n### 品\n\n{TEXT}\n"),
    (whole.orphaned_lists, f"{TEXT}\n\n- 大根\n- 葱\n", "- 葱\n"),
    (whole.orphaned_lists, "- 葱\n\n**品:**\n- 葱\n", "- 葱\n"),
    (
        whole.open_fences,
        "```\n一\n```\n\n``` 一 ```\n\n``` 一 ```\n",
        "```\n一\n```\n\n``` 一 ```\n",
    ),
    (whole.stumps, f"{TEXT}\n\nその日の\n", "その日の\n"),
    (whole.emptied_sections, f"## {TEXT * 6}\n\n{TEXT}\n", f"## {TEXT * 6}\n"),
    (
        whole.lost_words,
        f"{TEXT}駅前の広場に3\n\n{TEXT}駅前の広場に365人。\n",
        f"{TEXT}駅前の広場に365人。\n",
    ),
    (whole.lost_sentences, f"## 朝の市場をたずねる散歩の話\n\n{TEXT}\n", f"{TEXT}\n"),
]


@pytest.mark.parametrize(("check", "before", "after"), SEEN)
def test_what_is_seen(check, before: str, after: str) -> None:
    assert list(check("a.md", before, after))


@pytest.mark.parametrize(("check", "before", "after"), PASSED_OVER)
def test_what_is_passed_over(check, before: str, after: str) -> None:
    assert not list(check("a.md", before, after))
