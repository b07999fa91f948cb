"""The scripts that Japanese is not written in."""

from __future__ import annotations

import re

SCRIPTS = {
    "cyrillic": "\u0400-\u052f",
    "armenian": "\u0531-\u0556\u0561-\u0587",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "indic": "\u0900-\u0dff",
    "thai": "\u0e00-\u0e7f",
    "lao": "\u0e80-\u0eff",
    "tibetan": "\u0f00-\u0fff",
    "burmese": "\u1000-\u109f",
    "georgian": "\u10a0-\u10ff",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ethiopic": "\u1200-\u139f",
    "khmer": "\u1780-\u17ff",
    "mongolian": "\u1820-\u18aa",
}


def scripts_of(text: str) -> set[str]:
    return {script_of(sign) for sign in text if not sign.isspace()}


def script_of(sign: str) -> str:
    return next(name for name, range_ in SCRIPTS.items() if re.match(f"[{range_}]", sign))
