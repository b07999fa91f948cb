"""A small data folder of our own with marks, shaped as the real one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

COPY = "庭の水やりは朝のうちに済ませると、土が昼まで湿っていて苗が元気に育ちます。"
POST = f"""---
title: "朝の庭で"
excerpt: "朝の庭でについて詳細に分析します。"
---

{COPY}

夏の畑では草取りが何よりも大

---END---

## 見出し

{COPY}

切な仕事になるのです。
"""
GOLD = [
    (3, "fm-excerpt", "error", "朝の庭でについて詳細に分析します。"),
    (8, "truncated-text", "error", "草取りが何よりも大"),
    (10, "marker-leak", "error", "---END---"),
    (14, "repeated-paragraph", "error", COPY[:20]),
    (16, "orphan-start", "error", "切な仕事に"),
]
ORACLE = {
    "fm-excerpt": "excerpt-quality",
    "truncated-text": "truncated-text",
    "marker-leak": "generation-marker",
    "repeated-paragraph": "repeated-passage",
    "orphan-start": "orphan-start",
}


def rows(gold: list[tuple[int, str, str, str]], file: str) -> list[dict[str, Any]]:
    return [
        {"file": file, "line": n, "end_line": n, "class": kind, "severity": level, "quote": quote}
        for n, kind, level, quote in gold
    ]


def write_rows(path: Path, items: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(item, ensure_ascii=False) for item in items)
    path.write_text("\n".join(lines), encoding="utf-8")


SLIP = {
    "kind": "stray-kana",
    "process": "mora doubling",
    "quote": "バババ",
    "text": "  古いバババケツを洗う。",
    "col_in_text": 5,
}
TITLE = 'title: "雨の日のための長靴の選び\ufffd"'
TITLE_POST = f"---\n{TITLE}\n---\n\n# 雨の日のための長靴の選び方\n\n本文です。\n"
SOUND_POST = '---\ntitle: "傘の直し方"\n---\n\n本文です。\n'


def write_data(tmp_path: Path) -> Path:
    """A small data folder of our own, shaped as the real one."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text(POST, encoding="utf-8")
    write_rows(tmp_path / "posts" / "gold" / "a.md.jsonl", rows(GOLD, "a.md"))
    write_rows(tmp_path / "typos.jsonl", [SLIP])
    sound = {"quote": "はは", "text": "私ははっきり見た。", "col_in_text": 2}
    write_rows(tmp_path / "typo-negatives.jsonl", [sound])
    write_rows(
        tmp_path / "titles.jsonl",
        [
            {
                "file": "t.md",
                "damaged": "雨の日のための長靴の選び\ufffd",
                "repaired": "雨の日のための長靴の選び方",
                "kind": "cut-in-char",
            }
        ],
    )
    (tmp_path / "more-posts").mkdir()
    (tmp_path / "more-posts" / "t.md").write_text(TITLE_POST, encoding="utf-8")
    (tmp_path / "more-posts" / "u.md").write_text(SOUND_POST, encoding="utf-8")
    (tmp_path / "people" / "x").mkdir(parents=True)
    (tmp_path / "people" / "x" / "one.md").write_text("静かな文です。\n", encoding="utf-8")
    (tmp_path / "people" / "x" / "two.md").write_text("鳥がなくきました。\n", encoding="utf-8")
    write_rows(
        tmp_path / "people" / "true-defects.jsonl",
        [{"file": "x/two.md", "line": 1, "quote": "なくきました"}],
    )
    site = tmp_path / "other-sites"
    (site / "leadfive").mkdir(parents=True)
    post = "{{ 店名 }}の話をここから始めます。\n\n{{ site.url }}\n"
    (site / "leadfive" / "b.md").write_text(post, encoding="utf-8")
    placeholder = rows([(1, "placeholder", "error", "{{ 店名 }}")], "b.md")
    look_alike = rows([(3, "placeholder", "", "{{ site.url }}")], "b.md")
    write_rows(
        site / "gold" / "leadfive.jsonl",
        [placeholder[0] | {"by": "script"}, look_alike[0] | {"sound": True}],
    )
    return tmp_path
