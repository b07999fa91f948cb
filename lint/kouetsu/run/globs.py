"""Path patterns as in ``.gitignore``, the same in composed and decomposed Unicode."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

MOST_STARS = 8


class Globs:
    """A list of patterns; the last one that matches decides, ``!`` takes back."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._spec = None
        if patterns:  # perf: pathspec takes 35 ms to import
            from pathspec import GitIgnoreSpec

            # each star may end anywhere, and all ways would be tried
            if any(part.count("*") > MOST_STARS for each in patterns for part in each.split("/")):
                raise ValueError(f"more than {MOST_STARS} stars in one name")
            try:
                self._spec = GitIgnoreSpec.from_lines([_composed(pattern) for pattern in patterns])
            except re.error as error:  # [z-a]
                raise ValueError(str(error)) from None

    def match(self, path: str) -> bool:
        """Whether they name this path, which is relative to the folder of the patterns."""
        return self._spec is not None and self._spec.match_file(_composed(path))


def _composed(text: str) -> str:
    # macOS hands out decomposed names (か + ゛), editors write composed ones
    return text if text.isascii() else unicodedata.normalize("NFC", text)
