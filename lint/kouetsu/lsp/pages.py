"""The pages of rules: what a link and a hover show."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from pygls.uris import from_fs_path

from kouetsu.documentation import page
from kouetsu.folders import cache_folder
from kouetsu.rule import AnyRule
from kouetsu.run.writing import write_atomically


class Pages:
    """Addresses of the pages of rules.

    A rule may name where its page is published. The page of another is written to the cache
    folder and its file is the address: it opens in the editor, in the language of the messages.
    """

    def __init__(self) -> None:
        self._written: dict[tuple[str, str], str | None] = {}

    def address(self, rule: AnyRule, language: str) -> str | None:
        """A URI that an editor can open; ``None`` where no page can be written."""
        if rule.url is not None:
            return rule.url
        key = rule.name, language
        if key not in self._written:
            self._written[key] = _write(rule, language)
        return self._written[key]


def markdown(rule: AnyRule, language: str) -> str:
    """The page as an editor shows it."""
    return f"# {rule.name}\n\n{page(rule, language)}\n"


def _write(rule: AnyRule, language: str) -> str | None:
    file = Path(cache_folder(), "rules", language, f"{rule.name}.md")
    raw = markdown(rule, language).encode("utf-8", "replace")
    with suppress(OSError):
        if not file.is_file() or file.read_bytes() != raw:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file, raw)
        address: str | None = from_fs_path(str(file))
        return address
    return None
