"""``python -m kouetsu``."""

from __future__ import annotations

from kouetsu.cli import console

console()
