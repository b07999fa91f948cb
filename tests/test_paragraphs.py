"""Documentation as it flows: joined lines, and lines that fit a terminal."""

from __future__ import annotations

import pytest

import stock
from kouetsu.documentation import page
from kouetsu.paragraphs import fitted, flowing
from kouetsu.report.width import width

SOURCE = """\
朝の市場を歩き、魚を選
びます。値は 500
円ほどです。

- 一つ目の品は、港から
  届きます。
- 二つ目

```md bad
そのままの
行
```
"""
JOINED = """\
朝の市場を歩き、魚を選びます。値は 500 円ほどです。

- 一つ目の品は、港から届きます。
- 二つ目

```md bad
そのままの
行
```
"""


def test_lines_of_source_are_joined_without_spaces_that_japanese_has_not() -> None:
    assert flowing(SOURCE) == JOINED
    assert flowing(JOINED) == JOINED


def test_lines_are_broken_to_fit_and_code_is_left_alone() -> None:
    assert fitted(JOINED, 20).splitlines()[:8] == [
        "朝の市場を歩き、魚を",
        "選びます。値は 500",
        "円ほどです。",
        "",
        "- 一つ目の品は、港か",
        "  ら届きます。",
        "- 二つ目",
        "",
    ]
    assert fitted(JOINED, 20).endswith("そのままの\n行\n```\n")


@pytest.mark.parametrize("name", sorted(stock.rules()))
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_fits_a_terminal_outside_of_code(name: str, language: str) -> None:
    lines = fitted(page(stock.rules()[name], language), 80).splitlines()
    prose = [line for part in "\n".join(lines).split("```")[::2] for line in part.split("\n")]
    long = [line for line in prose if width(line) > 80 and not line.startswith(("|", "#"))]
    assert [line for line in long if " " in line.strip()] == []
