"""kouetsu: an editorial linter for machine-written posts (機械が書いた記事の校閲ツール)."""

from __future__ import annotations

NAME = "kouetsu"


def __getattr__(name: str) -> str:
    # perf: reading the distribution's metadata costs milliseconds, and few runs ask for it
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version(NAME)
        except PackageNotFoundError:  # run from a checkout that is not installed
            return "0+unknown"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
