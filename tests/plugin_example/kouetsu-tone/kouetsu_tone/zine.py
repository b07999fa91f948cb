"""The preset ``zine``: a platform that wants a title and an issue number."""

from __future__ import annotations

from kouetsu.api import Preset

ZINE = Preset(
    name="zine",
    posts=["issues/**/*.md"],
    flavor="gfm",
    front_matter={
        "type": "object",
        "required": ["title", "issue"],
        "properties": {"title": {"type": "string"}, "issue": {"type": "integer"}},
    },
    rules={"piled-exclamation": {"most": 2}},
    markers=["zine.toml"],
)
