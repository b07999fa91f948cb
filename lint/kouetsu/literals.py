"""What a regular expression needs: literals, one of which stands in every match.

To read them off takes a tenth of the time of compiling, and where none of them is in the text
nothing has to be compiled. What is not plain is passed over: fewer literals are known then.
"""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"(?P<literal>[^\\\[\](){}|?*+.^$]+)|\\(?P<escaped>[^\w\s])|(?P<bar>\|)|(?P<close>\))"
    r"|(?P<around>\(\?(?:[=!]|<[=!]))|(?P<group>\((?:\?(?:P<\w+>|:|>))?(?!\?))"
    r"|(?P<optional>(?:[?*]|\{0?,\d*\}|\{0\})[?+]?)|(?P<repeated>(?:\+|\{\d+(?:,\d*)?\})[?+]?)"
    r"|(?P<other>\(\?P=\w+\)|\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|\d+|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|[^(])|(?P<flags>\()",
    re.DOTALL,
)
MOST = 60
"""To look for more literals than this takes longer than to search."""

Known = tuple[str, ...]


def literals(expression: str, flags: int = 0) -> Known:
    """The literals of an expression; none where it can match without one that is known."""
    if flags & (re.IGNORECASE | re.VERBOSE):
        return ()
    reader = _Reader(expression)
    found = reader.alternatives()
    return found if len(found) <= MOST and not reader.strange else ()


class _Reader:
    def __init__(self, expression: str) -> None:
        self._tokens = [(each.lastgroup or "", each) for each in TOKEN.finditer(expression)]
        self._at = 0
        self.strange = False

    def _kind(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def alternatives(self) -> Known:
        """The literals of all branches up to the closing bracket; none if a branch has none."""
        every: list[str] = []
        known = True
        while True:
            branch = self._branch()
            known = known and bool(branch)
            every += branch
            if self._kind() != "bar":
                return tuple(dict.fromkeys(every)) if known else ()
            self._at += 1

    def _branch(self) -> Known:
        """The best of what a branch needs: the longest literal, or those of a group."""
        candidates: list[Known] = []
        run = ""
        while (kind := self._kind()) not in ("bar", "close", ""):
            token = self._tokens[self._at][1]
            self._at += 1
            inner: Known = ()
            if kind in ("group", "around", "flags"):
                self.strange = self.strange or kind == "flags"
                inner = self.alternatives()
                self._at += 1
            follows = self._kind()
            if kind in ("literal", "escaped"):
                text = token[kind]
                run += text[:-1] if follows == "optional" else text
            if kind not in ("literal", "escaped") or follows in ("optional", "repeated"):
                candidates.append((run,) if run else ())
                run = ""
            if kind == "group" and follows != "optional":
                candidates.append(inner)
            if follows in ("optional", "repeated"):
                self._at += 1
        candidates.append((run,) if run else ())
        known = [each for each in candidates if each]
        return max(known, key=lambda each: (min(map(len, each)), -len(each))) if known else ()
