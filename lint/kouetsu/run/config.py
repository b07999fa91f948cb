"""The configuration: what ``kouetsu.yaml`` says, every mistake in it located."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from kouetsu.errors import ConfigError, reason_of
from kouetsu.findings import Severity
from kouetsu.preset import Flavor

NAMES = ("kouetsu.yaml", "kouetsu.yml", ".kouetsu.yaml")


class Manner(Struct, frozen=True):
    """What may be said for the whole site and, with ``paths``, for some of its posts."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    flavor: Flavor | None = None


class Config(Struct, frozen=True):
    """One configuration, or that of a site that has none."""

    path: str | None = None
    root: str = "."
    """The folder that patterns are relative to."""
    preset: str | None = None
    posts: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    lang: str | None = None
    schema: Mapping[str, Any] | None = None
    baseline: str | None = None
    site: Manner = field(default_factory=Manner)
    overrides: tuple[Manner, ...] = ()


def find(folder: Path) -> Path | None:
    """The configuration of that folder or the nearest one above it."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            candidate = place / name
            # unlike those of Path, not upset by a folder closed to us
            if os.path.isfile(candidate) or _is_meant(candidate):
                return candidate
    return None


def _is_meant(path: Path) -> bool:
    """Whether it is a link to nothing or a folder: reading it tells why it is no configuration."""
    return os.path.isdir(path) or (os.path.islink(path) and not os.path.exists(path))


def stated_language(given: str | None) -> str | None:
    """``lang:`` of the configuration: mistakes are told before, or because, it can't be read."""
    try:
        path = Path(given) if given else find(Path.cwd())
        text = path.read_bytes().decode("utf-8-sig", "replace") if path is not None else ""
    except (OSError, ValueError):
        return None
    found = re.search(r"^lang:[ \t]*[\"']?(ja|en)\b", text, re.MULTILINE)
    return found[1] if found else None


def read_text(path: Path, shown: str) -> str:
    """The text of a file of the site's own settings; a ``ConfigError`` where there is none."""
    try:
        raw = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with NUL
        reason = reason_of(error)
        raise ConfigError(
            f"{shown}: 読み込めません（{reason.ja}）", f"{shown}: {reason.en}"
        ) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            f"{shown}:{line}:1: UTF-8 ではありません", f"{shown}:{line}:1: not UTF-8"
        ) from None


def shown_path(path: Path) -> str:
    """A path as messages name it: relative to the working directory where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive on Windows
        return str(path)
    return relative.replace(os.sep, "/") if len(relative) < len(str(path)) else str(path)
