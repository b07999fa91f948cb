"""Where kouetsu keeps what it may lose: the user's cache folder."""

from __future__ import annotations

import os
import sys


def cache_folder() -> str:
    """The folder of the caches, which need not exist yet."""
    if own := os.environ.get("KOUETSU_CACHE_DIR"):
        return own
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "kouetsu")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or home, "kouetsu", "Cache")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or f"{home}/.cache", "kouetsu")
