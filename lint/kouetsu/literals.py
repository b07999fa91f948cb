"""What a regular expression needs: literals, one of which stands in every match.

To read them off takes a tenth of the time of compiling, and where none of them is in the text
nothing has to be compiled. What is not plain is passed over: fewer literals are known then.
"""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"(?P<literal>[^\\\[\](){}|?*+.^$]+)|\\(?P<escaped>[^\w\s])|(?P<bar>\|)|(?P<close>\))"
    r"|(?P<around>\(\?(?:[=!]|<[=!]))|(?P<group>\((?:\?(?:P<\w+>|a?:|>))?(?!\?))"
    r"|(?P<optional>(?:[?*]|\{0*,\d*\}|\{0+\})[?+]?)|(?P<repeated>(?:\+|\{\d+(?:,\d*)?\})[?+]?)"
    r"|(?P<few>\[[^\\\]^\-][^\\\]\-]{0,7}\])"
    r"|(?P<other>\(\?P=\w+\)|\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|\d+|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|[^(])|(?P<flags>\()",
    re.DOTALL,
)
HIRAGANA = re.compile("[ぁ-ん]")
MOST = 60
"""To look for more literals than this takes longer than to search."""

Alternatives = tuple[str, ...]
"""Literals, one of which is needed."""


def literals(expression: str, flags: int = 0) -> tuple[Alternatives, ...]:
    """What stands in every match: of each group one; none where nothing is known.

    The group that is least likely to be met by chance comes first. Where case is ignored they are
    those of the casefolded text.
    """
    if flags & re.VERBOSE:
        return ()
    reader = _Reader(expression)
    found = [each for each in reader.alternatives() if len(each) <= MOST]
    if flags & re.IGNORECASE:
        found = [tuple(dict.fromkeys(map(folded, each))) for each in found]
    return () if reader.strange else tuple(sorted(dict.fromkeys(found), key=_commonness))


def folded(text: str) -> str:
    """A text as it is compared where case is ignored; ``re`` takes ı and İ for i, too."""
    return text.casefold().replace("ı", "i").replace("i\u0307", "i")


def _commonness(group: Alternatives) -> tuple[float, int]:
    """How soon one of the literals is met by chance: sentences are made of hiragana."""
    return -min(len(each) - len(HIRAGANA.findall(each)) / 2 for each in group), len(group)


class _Reader:
    def __init__(self, expression: str) -> None:
        self._tokens = [(each.lastgroup or "", each) for each in TOKEN.finditer(expression)]
        self._at = 0
        self.strange = False

    def _kind(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def alternatives(self) -> list[Alternatives]:
        """What all branches up to the closing bracket need; none if a branch needs nothing."""
        branches = [self._branch()]
        while self._kind() == "bar":
            self._at += 1
            branches.append(self._branch())
        if len(branches) == 1:
            return branches[0]
        if not all(branches):
            return []
        best = (literal for branch in branches for literal in min(branch, key=_commonness))
        return [tuple(dict.fromkeys(best))]

    def _branch(self) -> list[Alternatives]:
        """What a branch needs, piece by piece."""
        needed: list[Alternatives] = []
        run = ""
        while (kind := self._kind()) not in ("bar", "close", ""):
            token = self._tokens[self._at][1]
            self._at += 1
            inner: list[Alternatives] = []
            if kind in ("group", "around", "flags"):
                self.strange = self.strange or kind == "flags"
                inner = self.alternatives()
                self._at += 1
            follows = self._kind()
            if kind in ("literal", "escaped"):
                text = token[kind]
                run += text[:-1] if follows == "optional" else text
            if kind not in ("literal", "escaped") or follows in ("optional", "repeated"):
                if run:
                    needed.append((run,))
                run = ""
            if follows != "optional":
                if kind == "group" or (kind == "around" and token[kind].endswith("=")):
                    needed += inner
                if kind == "few":
                    needed.append(tuple(dict.fromkeys(token[kind][1:-1])))
            if follows in ("optional", "repeated"):
                self._at += 1
        if run:
            needed.append((run,))
        return needed
