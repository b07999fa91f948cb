"""What msgspec says of a value of the wrong type, in both languages."""

from __future__ import annotations

import re

from kouetsu.findings import Text

TYPES = {
    "int": Text("整数", "a whole number"),
    "float": Text("数", "a number"),
    "str": Text("文字列", "text"),
    "bool": Text("true か false ", "true or false"),
    "array": Text("リスト", "a list"),
    "object": Text("「キー: 値」の並び", "a mapping"),
    "null": Text("空", "nothing"),
    "date": Text("日付（2025-04-01）", "a date (2025-04-01)"),
}
SIGNS = {
    ">=": Text("以上", "at least"),
    "<=": Text("以下", "at most"),
    ">": Text("より大きい値", "more than"),
    "<": Text("より小さい値", "less than"),
}
# msgspec has no keys for its messages, only their English; what is not here stays as it is
SENTENCES = (
    (
        r"Expected `(?P<wanted>[^`]+)`, got `(?P<given>[^`]+)`",
        Text("{wanted}であるはずが、{given}です", "should be {wanted}, not {given}"),
    ),
    (
        r"Expected `(?:int|float)` (?P<sign>[<>]=?) (?P<limit>[-\d]+)(?:\.0)?",
        Text("{limit} {sign}であるはずです", "should be {sign} {limit}"),
    ),
    (
        r"Expected `str` of length (?P<sign>[<>]=?) (?P<limit>\d+)",
        Text("{limit} 字{sign}であるはずです", "should have {sign} {limit} characters"),
    ),
    (
        r"Expected `str` matching regex '(?P<form>.*)'",
        Text("形（{form}）に合いません", "does not match {form}"),
    ),
    (
        "Invalid RFC3339 encoded date",
        Text("日付（2025-04-01）ではありません", "is no date (2025-04-01)"),
    ),
    ("Invalid enum value (?P<form>.*)", Text("{form} は選べません", "can't be {form}")),
    (
        "Object contains unknown field `(?P<form>.*)`",
        Text("「{form}」というキーはありません", "there is an unknown key “{form}”"),
    ),
    (
        "Object missing required field `(?P<form>.*)`",
        Text("「{form}」がありません", "there is no “{form}”"),
    ),
)


def type_words(message: str) -> Text:
    """The sentence of msgspec, without its path."""
    story = message.partition(" - at `")[0]
    for expression, said in SENTENCES:
        if found := re.fullmatch(expression, story, re.DOTALL):
            words = found.groupdict()
            ja, en = ({name: _word(name, each)[n] for name, each in words.items()} for n in (0, 1))
            return Text(said.ja.format_map(ja), said.en.format_map(en))
    return Text(story, story)


def _word(name: str, found: str) -> Text:
    if name == "sign":
        return SIGNS[found]
    if name in ("wanted", "given"):
        types = [TYPES.get(each, Text(each, each)) for each in found.split(" | ")]
        return Text("か".join(each.ja for each in types), " or ".join(each.en for each in types))
    return Text(found, found)
