"""What ends a run: each kind is caught once, in ``cli.main``, and told in one line."""

from __future__ import annotations

from kouetsu.findings import Text


class _Told(Exception):  # noqa: N818 - the public ones end in Error
    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(ja, en)

    def __reduce__(self) -> tuple[type[_Told], Text]:
        return type(self), self.text  # so that it crosses the process border


class ConfigError(_Told):
    """A mistake in a file that the site keeps for kouetsu: the configuration, a baseline."""


class PluginError(_Told):
    """A plugin that can't be loaded or breaks the rules of the house."""


class UsageError(_Told):
    """A command line that can't be obeyed."""
