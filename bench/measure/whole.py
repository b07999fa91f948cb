"""Whether a mended post is whole, told from its text before and after by simple means."""

from __future__ import annotations

import difflib
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import pyromark
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq
from ruamel.yaml import YAML, YAMLError

FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
SENTENCE = re.compile(r"[^。！？\n]+[。！？]*")
MARKUP = re.compile(
    r"<!--.*?-->|</?[a-z][^>]*>|!?\[([^\]]*)\]\([^)]*\)|[*_`#>|~]|^\s*(?:[-+]|\d+[.)])\s+",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*|[ァ-ヴー]{3,}")
MARKER = re.compile(
    r"-*\s*\bEND\b\s*-*|-{2,}\s*[A-Z]+\s*-{2,}|\[(?:CONTINUE|END)[^\]]*\]|[（(]\s*(?:続く|続き|つづく)[^）)]*[）)]"
)
COPY = 60
"""Characters of a block, normalised: shorter ones people repeat, too."""
SENTENCE_LEAST = 12
CUT = 20
"""Letters by which a line that breaks off is known again."""
LONGEST_HEADING = 120
"""A longer one holds the text itself, run together."""
SAME = 0.85
"""Of its letters: a sentence that stands on with a word changed or a slip mended is not lost."""
MISSPELT = 70
TASK = re.compile(r"(?:記事|文章)[^。]{0,24}(?:続き|最後|途中)|続き[^。]{0,6}(?:記事|文章)")
"""Talk of the task, which goes on purpose."""
HEADING = re.compile(r"(#{1,6})(?=\s)")
TITLE = re.compile(r"#|\*\*[^*]+\*\*$")
ITEM = re.compile(r"\s{0,3}(?:[-*+]|\d+[.)])\s")
LEAD = re.compile(
    r"[:：]\**\s*$|^\*\*[^*]+\*\*$|^#|(?:以下|次)[のに][^。？]{0,20}(?:です|ます|ください)。?$"
)
FENCE = re.compile(r"^\s*(?:```[^`\n]*|~~~.*)$", re.MULTILINE)
STUMP = 12
"""Letters: no sentence is as short."""
PAIRS = ("「」", "『』", "（）", "【】")


class Place(NamedTuple):
    """Where something is wrong; in the text before, for what is lost."""

    path: str
    line: int
    text: str


def body(text: str) -> tuple[str, int]:
    """The text after the front matter, and the lines before it."""
    front = FRONT.match(text)
    end = front.end() if front else 0
    return text[end:], text.count("\n", 0, end)


def normal(text: str) -> str:
    """Letters alone: no markup, width folded, no white space."""
    plain = MARKUP.sub(lambda found: found[1] or "", text)
    return "".join(unicodedata.normalize("NFKC", plain).split())


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """The first line and text of what stands between blank lines, code left out."""
    content, before = body(text)
    code = False
    lines: list[str] = []
    first = 0
    for number, line in enumerate([*content.split("\n"), ""], before + 1):
        if re.match(r"\s*(```|~~~)", line):
            code = not code
        if line.strip() and not code:
            first = first if lines else number
            lines.append(line)
        elif lines:
            yield first, "\n".join(lines)
            lines = []


def copies(path: str, before: str, after: str) -> Iterator[Place]:
    """Blocks of some length that stood above already."""
    seen: set[str] = set()
    for line, text in blocks(after):
        plain = normal(text)
        if len(plain) >= COPY and plain in seen:
            yield Place(path, line, text)
        seen.add(plain)


def lost_sentences(path: str, before: str, after: str) -> Iterator[Place]:
    """Sentences that stand nowhere any more, nor one that says as good as all of them.

    Headings and lines in bold are none: they go with what stood below them.
    """
    whole = normal(after)
    kept = [normal(found) for found in SENTENCE.findall(MARKER.sub("", after))]
    content, offset = body(before)
    done: set[str] = set()
    for found in SENTENCE.finditer(MARKER.sub("", content)):
        plain = normal(found.group())
        if len(plain) < SENTENCE_LEAST or plain in whole or plain in done or TASK.search(plain):
            continue
        done.add(plain)
        if TITLE.match(found.group().strip()):
            continue
        if not any(_holds(other, plain) for other in kept):
            yield Place(path, _line_of(content, found.group(), offset), found.group().strip())


def _holds(other: str, plain: str) -> bool:
    if len(other) < SAME * len(plain) or set(FIGURE.findall(plain)) - set(FIGURE.findall(other)):
        return False
    return LCSseq.similarity(plain, other) >= SAME * len(plain)


def _line_of(content: str, text: str, offset: int) -> int:
    return content.count("\n", 0, max(content.find(text.strip()), 0)) + offset + 1


def lost_words(path: str, before: str, after: str) -> Iterator[Place]:
    """Figures and names that stand nowhere any more; a misspelt one is held by the right one."""
    content, offset = body(before)
    content = unicodedata.normalize("NFKC", content)
    plain = MARKER.sub("", content)
    now = unicodedata.normalize("NFKC", after)
    figures, names = set(FIGURE.findall(now)), set(NAME.findall(now))
    told = normal(after)
    for word in sorted(set(FIGURE.findall(plain)) - figures):
        if _is_cut_figure(word, plain, told):
            continue
        yield Place(path, _line_of(content, word, offset), word)
    for word in sorted(set(NAME.findall(plain)) - names):
        if word not in now and max(fuzz.ratio(word, name) for name in names) < MISSPELT:
            yield Place(path, _line_of(content, word, offset), word)


def _is_cut_figure(word: str, plain: str, told: str) -> bool:
    """Whether it is only the first half of a figure, of a line that breaks off within it and
    stands to its end elsewhere."""
    cuts = [
        line for line in plain.split("\n") if re.search(rf"(?<![\d.,]){re.escape(word)}$", line)
    ]
    lines = sum(word in FIGURE.findall(line) for line in plain.split("\n"))
    return len(cuts) == lines and all(normal(line)[-CUT:] in told for line in cuts)


def changed_structure(path: str, before: str, after: str) -> Iterator[Place]:
    """Blocks on lines that stay and are no longer what they were."""
    old, new = before.split("\n"), after.split("\n")
    there: dict[int, int] = {}
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        there.update((i + n, j + n) for n in range(size))
    shapes = set(_shapes(after))
    counts = Counter(old)
    for first, last, kind in _shapes(before):
        if counts[old[first]] > 1:
            continue  # of several copies nobody knows which one stayed
        lines = [there.get(line) for line in range(first, last + 1)]
        start, end = lines[0], lines[-1]
        if start is None or end is None or None in lines or end - start != last - first:
            continue
        if (start, end, kind) not in shapes:
            yield Place(path, first + 1, "\n".join(old[first : last + 1]))


LEAVES = ("Heading", "Paragraph", "CodeBlock", "Table")


def _shapes(text: str) -> Iterator[tuple[int, int, str]]:
    content, offset = body(text)
    raw = content.encode()
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
    for event, span in pyromark.events_with_range(content, options=options):
        if isinstance(event, Mapping) and "Start" in event:
            tag = event["Start"]
            name = tag if isinstance(tag, str) else next(iter(tag))
            if name in LEAVES:
                inner = raw[span["start"] : span["end"]].rstrip()
                first = raw.count(b"\n", 0, span["start"]) + offset
                yield first, first + inner.count(b"\n"), name


def broken_front_matter(path: str, before: str, after: str) -> Iterator[Place]:
    """Front matter that could be read before and can't be now, or has other keys."""
    old, new = _front(before), _front(after)
    if isinstance(old, dict) and (not isinstance(new, dict) or old.keys() != new.keys()):
        yield Place(path, 1, "front matter")


def _front(text: str) -> object:
    front = FRONT.match(text)
    try:
        return YAML(typ="safe", pure=True).load(io.StringIO(front[1])) if front else None
    except (YAMLError, ValueError):
        return None


def unbalanced_brackets(path: str, before: str, after: str) -> Iterator[Place]:
    """More blocks with half a pair of brackets than there were."""
    for pair in PAIRS:
        old = Counter(text for _, text in blocks(before) if _is_odd(text, pair))
        new = [(line, text) for line, text in blocks(after) if _is_odd(text, pair)]
        if len(new) > old.total():
            yield from (Place(path, line, text) for line, text in new if text not in old)


def _is_odd(text: str, pair: str) -> bool:
    return text.count(pair[0]) != text.count(pair[1])


def emptied_sections(path: str, before: str, after: str) -> Iterator[Place]:
    """Headings with nothing below them that had something, or were not there so often."""
    old = Counter(text for _, text in _empty_sections(before))
    for line, text in _empty_sections(after):
        if old[text]:
            old[text] -= 1
        else:
            yield Place(path, line, text)


def _empty_sections(text: str) -> Iterator[tuple[int, str]]:
    waiting: list[tuple[int, int, str]] = []
    for number, block in blocks(text):
        for offset, line in enumerate(block.split("\n")):
            heading = HEADING.match(line)
            if heading is None or len(line) > LONGEST_HEADING:
                waiting = []
                continue
            level = len(heading[1])
            yield from ((at, said) for at, depth, said in waiting if depth >= level)
            waiting = [each for each in waiting if each[1] < level]
            waiting.append((number + offset, level, line.strip()))
    yield from ((at, said) for at, _, said in waiting)


def orphaned_lists(path: str, before: str, after: str) -> Iterator[Place]:
    """Lists that a label led in to, and that stand without it now."""
    leads: dict[str, set[str]] = {}
    for _, item, lead in _items(before):
        leads.setdefault(item, set()).add(lead or "")
    for line, item, lead in _items(after):
        was = leads.get(item, set())
        # of an item that stood twice nobody knows which one stayed: labels must have led to both
        labelled = was and all(LEAD.search(each) for each in was)
        if labelled and (lead or "") not in was and not LEAD.search(lead or ""):
            yield Place(path, line, f"{min(was)} … {item}")


def _items(text: str) -> Iterator[tuple[int, str, str | None]]:
    """Line and letters of each item, with the line that stands before its list."""
    lead: str | None = None
    content, offset = body(text)
    for number, line in enumerate(content.split("\n"), offset + 1):
        if ITEM.match(line):
            yield number, re.sub(r"\W", "", normal(line)), lead
        elif line.strip() and not line.startswith((" ", "\t")):
            lead = line.strip()


def stumps(path: str, before: str, after: str) -> Iterator[Place]:
    """Blocks of a few letters that were no blocks."""
    old = {normal(text) for _, text in blocks(before)}
    lines = {normal(line) for line in before.split("\n")}
    for line, text in blocks(after):
        plain = normal(text)
        if 0 < len(plain) <= STUMP and plain not in old and plain not in lines:
            yield Place(path, line, text)


def open_fences(path: str, before: str, after: str) -> Iterator[Place]:
    """A fence of code that has no second one now."""
    was, now = (len(FENCE.findall(text)) for text in (before, after))
    if now % 2 and not was % 2:
        yield Place(path, 1, "code")


CHECKS: Mapping[str, Callable[[str, str, str], Iterator[Place]]] = {
    "copied blocks left": copies,
    "sentences lost": lost_sentences,
    "figures and names lost": lost_words,
    "structure changed elsewhere": changed_structure,
    "front matter broken": broken_front_matter,
    "brackets unbalanced": unbalanced_brackets,
    "sections emptied": emptied_sections,
    "lists without their lead-in": orphaned_lists,
    "stumps left": stumps,
    "fences left open": open_fences,
}
