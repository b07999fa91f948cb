"""What rules yield (findings) and what the user sees (diagnostics)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from kouetsu.spans import Span


class Severity(IntEnum):
    """How sure the damage is; ordered, so that ``severity >= Severity.WARNING`` reads well."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, label: str) -> Severity:
        """The severity of that name; ``ValueError`` where there is none."""
        try:
            return cls[label.upper()]
        except KeyError:
            raise ValueError(f"no severity {label!r}") from None


class Safety(Enum):
    """Whether a fix may be applied unseen."""

    SAFE = "safe"
    """The meaning is kept and the mend is certain."""
    UNSAFE = "unsafe"
    """Right most times: a person should look at it."""


class Text(NamedTuple):
    """One message in both languages."""

    ja: str
    en: str

    def in_(self, language: str) -> str:
        return self.en if language == "en" else self.ja


Value = str | int | float | Text
Values = Mapping[str, Value]
NO_VALUES: Values = MappingProxyType({})


class Edit(Struct, frozen=True):
    """Put ``text`` in the place of ``span``; an empty span inserts."""

    span: Span
    text: str


class Fix(Struct, frozen=True):
    """Edits that apply together or not at all; ``message`` is a key of the rule's messages."""

    edits: tuple[Edit, ...]
    safety: Safety
    message: str
    values: Values = NO_VALUES


class Related(Struct, frozen=True):
    """Another place that explains a finding; in the same post unless ``path`` names another."""

    span: Span
    message: str
    values: Values = NO_VALUES
    path: str | None = None


class Finding(Struct, frozen=True):
    """What a rule yields: a place, and the key and values of its message.

    ``severity`` states another than the rule's for a weaker or stronger case.
    """

    span: Span
    message: str
    values: Values = NO_VALUES
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None


class RelatedPlace(Struct, frozen=True):
    """A related place as the user sees it."""

    path: str
    span: Span
    message: Text


class Mend(Struct, frozen=True):
    """A fix as the user sees it."""

    edits: tuple[Edit, ...]
    safety: Safety
    message: Text


class Diagnostic(Struct, frozen=True):
    """A finding with its path, rule and severity, as the user sees it."""

    path: str
    rule: str
    group: str
    severity: Severity
    span: Span
    message: Text
    related: tuple[RelatedPlace, ...] = ()
    fix: Mend | None = None
