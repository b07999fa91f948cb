"""What reports say of kouetsu itself: its name, its version, the pages of its rules."""

from __future__ import annotations

from kouetsu.patterns import Pattern

NAME = "kouetsu"
SURROGATE = Pattern("[\ud800-\udfff]")


def version() -> str:
    from importlib import metadata

    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:  # run from a checkout that is not installed
        return "0"


def encodable(text: str) -> str:
    """The text with U+FFFD for what no encoding holds (undecodable paths, escaped surrogates)."""
    return SURROGATE.sub("\ufffd", text)
