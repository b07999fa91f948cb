"""Options of rules: typed values from which validation, ``explain`` and the schema come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec

NonEmpty = Annotated[str, msgspec.Meta(min_length=1)]
"""A text of at least one character: as a word to look for, ``""`` would stand everywhere."""


class RuleOptions(
    msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True
):
    """The base of every rule's options; a rule without any uses it as it is.

    Keys are kebab-case in the configuration. Describe a field with :func:`option`::

        class Options(RuleOptions, frozen=True, kw_only=True):
            minimum: Annotated[int, option("数える字数の下限", "least characters", ge=1)] = 60
    """


def option(ja: str, en: str, **bounds: Any) -> msgspec.Meta:
    """Describe an option in both languages, with bounds such as ``ge`` and ``max_length``."""
    return msgspec.Meta(description=en, extra={"ja": ja}, **bounds)


def options_from(kind: type[RuleOptions], *layers: dict[str, object]) -> RuleOptions:
    """Options of that kind from layers of configuration, the later ones winning.

    Raises ``msgspec.ValidationError``, whose message ends in the path of the wrong value.
    """
    merged: dict[str, object] = {}
    for layer in layers:
        merged.update(layer)
    return msgspec.convert(merged, kind)


def option_names(kind: type[RuleOptions]) -> Sequence[str]:
    """The keys that the configuration may hold for options of that kind."""
    return kind.__struct_encode_fields__
