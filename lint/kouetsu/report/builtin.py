"""The formats that kouetsu brings, registered as any plugin registers its own."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TextIO

from kouetsu.hookspecs import hookimpl
from kouetsu.report import Report, Reporter

FORMATS = (
    "human",
    "json",
    "jsonl",
    "github",
    "sarif",
    "rdjson",
    "junit",
    "gitlab",
    "unix",
    "markdown",
)


@hookimpl
def register_reporters() -> Mapping[str, Reporter]:
    """The formats by name; each is imported when it writes, for one run needs one of them."""
    return {name: _lazy(name) for name in FORMATS}


def _lazy(name: str) -> Reporter:
    def write(report: Report, out: TextIO) -> None:
        import_module(f"kouetsu.report.{name}").write(report, out)

    return write
