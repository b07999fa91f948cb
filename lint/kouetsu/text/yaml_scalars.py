"""What a plain scalar of YAML means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

from kouetsu.patterns import Pattern

_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER = Pattern(
    r"""(?P<int>[-+]?[0-9]{1,40})
    | (?P<oct>0o[0-7]{1,40}) | (?P<hex>0x[0-9a-fA-F]{1,40})
    | (?P<float>[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?)
    | (?P<inf>[-+]?\.(?:inf|Inf|INF)) | (?P<nan>\.(?:nan|NaN|NAN))""",
    re.X,
)
TIMESTAMP = Pattern(
    r"""(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})
    (?: (?:[Tt]|[ \t]+) (?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?
        (?:\.(?P<fraction>[0-9]{0,9}))?
        (?: [ \t]* (?:(?P<utc>[Zz]|UTC|GMT)
            | (?P<sign>[-+])(?P<zone_hour>[0-9]{1,2})(?::?(?P<zone_minute>[0-9]{2}))?) )? )?""",
    re.X,
)
_CONVERT: dict[str, Callable[[str], object]] = {
    "int": int,
    "oct": lambda text: int(text, 8),
    "hex": lambda text: int(text, 16),
    "float": float,
    "inf": lambda text: float(text.replace(".", "")),
    "nan": lambda text: float("nan"),
}


def meaning(text: str) -> object:
    """The value of an unquoted scalar: null, truth value, number, date, else the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "0123456789.+-":
        return text
    if number := _NUMBER.fullmatch(text):
        kind = number.lastgroup
        return _CONVERT[kind](text) if kind else text
    return moment(text) or text


def moment(text: str) -> date | datetime | None:
    """The date, or date and time, that the text writes; ``None`` where there is no such day."""
    found = TIMESTAMP.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    try:
        if found["hour"] is None:
            return date(year, month, day)
        hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
        fraction = int(((found["fraction"] or "") + "000000")[:6])
        return datetime(year, month, day, hour, minute, second, fraction, _zone(found))
    except (ValueError, OverflowError):
        return None


def _zone(found: re.Match[str]) -> timezone | None:
    if found["utc"]:
        return UTC
    if found["sign"] is None:
        return None
    offset = timedelta(hours=int(found["zone_hour"]), minutes=int(found["zone_minute"] or 0))
    return timezone(-offset if found["sign"] == "-" else offset)
