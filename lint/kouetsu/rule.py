"""A rule is a value: its name, its options, its check and its documentation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from kouetsu.findings import Finding, Severity, Text, Value, Values
from kouetsu.options import RuleOptions

if TYPE_CHECKING:
    from kouetsu.text.post import Post

KEBAB_CASE = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""What rules and groups are named like."""
LONGEST_QUOTED = 80
"""Characters of a value that a message shows; nobody reads a line of hundreds."""
INNER_BRACKETS = str.maketrans("「」", "『』")

OptionsType = TypeVar("OptionsType", bound=RuleOptions)


class CorpusCheck(Struct, Generic[OptionsType], frozen=True):
    """The two steps of a rule that looks at many posts.

    ``collect`` takes a small, picklable fact from one post (``None``: nothing to say); ``check``
    sees the facts of all posts by path and yields findings with the path that each belongs to.
    Where options differ between posts it is asked once for each, and each post is judged by its
    own. ``yields_to`` means nothing here: what other rules say of a post is settled by then.
    """

    collect: Callable[[Post, OptionsType], object]
    check: Callable[[Mapping[str, Any], OptionsType], Iterable[tuple[str, Finding]]]


class Fitted(Struct, frozen=True):
    """Options that explain ``agreeing`` of ``total`` posts; empty where no options do."""

    options: Mapping[str, Any]
    agreeing: int
    total: int


class Fitting(Struct, frozen=True):
    """How ``kouetsu init`` finds the options of a rule that fit the posts that are there.

    ``collect`` takes a small fact from one post (``None``: nothing to say), ``options`` judges
    them all (``None``: too few to say anything).
    """

    collect: Callable[[Post], object]
    options: Callable[[Sequence[Any]], Fitted | None]


class Rule(Struct, Generic[OptionsType], frozen=True):
    """What a plugin registers.

    ``messages`` holds ``key: (Japanese, English)`` with named fields such as ``{count}``.
    ``yields_to`` names rules whose findings silence this rule's where they overlap:
    one finding for one place. ``default`` says whether the selection ``default`` has it.
    ``url`` is where its page is published, if anywhere; every rule has one in
    ``kouetsu explain``.
    """

    name: str
    group: str
    severity: Severity
    messages: Mapping[str, tuple[str, str]]
    doc: str
    check: Callable[[Post, OptionsType], Iterable[Finding]] | None = None
    options: type[OptionsType] = RuleOptions  # type: ignore[assignment]
    corpus: CorpusCheck[OptionsType] | None = None
    fitting: Fitting | None = None
    default: bool = True
    yields_to: Sequence[str] = ()
    aliases: Sequence[str] = ()
    url: str | None = None

    def __post_init__(self) -> None:
        for word in (self.name, self.group):
            if not re.fullmatch(KEBAB_CASE, word):
                raise ValueError(f"{word!r} is not a kebab-case name")
        if not self.doc.strip():
            raise ValueError(f"rule {self.name} has no documentation (doc=__doc__)")
        if self.check is None and self.corpus is None:
            raise ValueError(f"rule {self.name} checks nothing")
        if not isinstance(self.severity, Severity):
            raise ValueError(f"rule {self.name}: {self.severity!r:.80} is no Severity")
        for key, texts in self.messages.items():
            if not isinstance(texts, tuple | list) or [type(each) for each in texts] != [str, str]:
                raise ValueError(f"rule {self.name}: message {key!r} is no pair (ja, en) of texts")
        if self.url is not None and not re.fullmatch(r"https?://[!-~]+", self.url):
            raise ValueError(f"rule {self.name}: url is no address such as https://example.org/a")

    def text(self, key: str, values: Values) -> Text:
        """The message of that key in both languages; ``KeyError`` where a field is missing."""
        ja, en = self.messages[key]
        return Text(
            ja.format_map(_InLanguage(values, "ja")), en.format_map(_InLanguage(values, "en"))
        )


class _InLanguage(dict[str, object]):
    def __init__(self, values: Values, language: str) -> None:
        super().__init__((key, _said(value, language)) for key, value in values.items())


def _said(value: Value, language: str) -> object:
    """A value as a message quotes it: on one line, of sensible length, its brackets inner ones."""
    if isinstance(value, Text):
        return value.in_(language)
    if not isinstance(value, str):
        return value
    line = " ".join(value.split()) if "\n" in value or "\r" in value else value
    if len(line) > LONGEST_QUOTED:
        line = line[: LONGEST_QUOTED - 1] + "…"
    # a bracket alone is what the message is about
    return line.translate(INNER_BRACKETS) if language == "ja" and len(line) > 1 else line


AnyRule = Rule[Any]
