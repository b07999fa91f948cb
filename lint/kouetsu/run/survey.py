"""A look at the posts that are there: which front matter they share, which options fit them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct, field

from kouetsu.rule import AnyRule, Fitted
from kouetsu.run.nearest import alike
from kouetsu.text.front_matter import MappingNode, Node, Scalar, SequenceNode
from kouetsu.text.post import TEXT_FIELDS, Post

SHARE = 0.98
"""Of the posts: what they have is the rule, what they lack a slip."""
ENOUGH = 5
"""Posts: fewer tell nothing of what the site requires."""
FEW_VALUES = 12
USES = 5
"""Of a value, on average: with fewer it is a title or a tag, not one of a list."""
GROWING = frozenset({"tags", "tag", "topics", "keywords", "author", "authors", "emoji"})
"""Keys whose values grow by nature: a list of those seen would call the next new one a fault."""
LONGEST_VALUE = 40
SLIP = 0.75
"""How alike a lone value is to a common one that it is a misspelling of."""


class Key(Struct):
    """What the posts hold under one key of the front matter."""

    posts: int = 0
    lists: int = 0
    words: int = 0
    """Posts that hold one string."""
    others: int = 0
    """Posts that hold something else than strings."""
    values: Counter[str] = field(default_factory=Counter)
    is_open: bool = False
    """There were more values than can be a list of choices."""

    def add(self, node: Node | None) -> None:
        self.posts += 1
        items: Sequence[Node | None] = node.items if isinstance(node, SequenceNode) else (node,)
        if isinstance(node, SequenceNode):
            self.lists += 1
        elif isinstance(node, Scalar):
            self.words += 1
        texts = [_word(item) for item in items]
        self.others += None in texts
        if not self.is_open:
            self.values.update(text for text in texts if text is not None)
        if len(self.values) > 4 * FEW_VALUES:
            self.is_open = True
            self.values.clear()


class Enumeration(Struct, frozen=True):
    """A key with few values: which, in how many posts, and those that look like slips."""

    key: str
    values: tuple[str, ...]
    slips: Mapping[str, str]
    posts: int
    is_list: bool


class Survey(Struct):
    """What was seen; add posts one by one, then ask."""

    rules: Sequence[AnyRule]
    settled: Collection[str] = ()
    """Keys whose values the platform names: those that were not used yet are right, too."""
    posts: int = 0
    with_front_matter: int = 0
    japanese: int = 0
    keys: dict[str, Key] = field(default_factory=dict)
    facts: dict[str, list[object]] = field(default_factory=dict)

    def add(self, post: Post) -> None:
        """Take in one post; nothing of it is kept but counts and facts."""
        self.posts += 1
        self.japanese += post.is_japanese
        front = post.front_matter
        if not isinstance(front.value, MappingNode) or front.problems:
            return
        self.with_front_matter += 1
        for name, node in {e.key.text: e.value for e in front.value.entries}.items():
            self.keys.setdefault(name, Key()).add(node)
        for rule in self.rules:
            fact = None if rule.fitting is None else rule.fitting.collect(post)
            if fact is not None:
                self.facts.setdefault(rule.name, []).append(fact)

    @property
    def required(self) -> list[str]:
        """The keys that nearly all posts have, in the order that posts first had them."""
        if self.with_front_matter < ENOUGH:
            return []
        return [name for name, key in self.keys.items() if self._is_common(key.posts)]

    @property
    def enumerations(self) -> list[Enumeration]:
        """The keys whose values come from a short list."""
        found = (self._enumeration(name, key) for name, key in self.keys.items())
        return [each for each in found if each is not None]

    def fitted(self) -> dict[str, Fitted]:
        """By rule, the options that explain the posts."""
        found: dict[str, Fitted] = {}
        for rule in self.rules:
            if rule.fitting is not None and rule.name in self.facts:
                fitted = rule.fitting.options(self.facts[rule.name])
                if fitted is not None:
                    found[rule.name] = fitted
        return found

    def _is_common(self, posts: int) -> bool:
        return posts >= SHARE * self.with_front_matter

    def _enumeration(self, name: str, key: Key) -> Enumeration | None:
        if (
            name in TEXT_FIELDS
            or name in self.settled
            or name.lower() in GROWING
            or key.is_open
            or not key.values
        ):
            return None
        shape = max(key.lists, key.words)
        if min(shape, key.posts - key.others) < SHARE * key.posts:
            return None  # one or many, text or numbers: no list of choices
        slips = _slips(key.values)
        values = [value for value, _ in key.values.most_common() if value not in slips]
        few = len(values) <= FEW_VALUES and key.values.total() >= USES * len(values)
        if not few or max(map(len, values)) > LONGEST_VALUE or key.posts < ENOUGH:
            return None
        return Enumeration(name, tuple(values), slips, key.posts, key.lists == shape)


def _word(node: Node | None) -> str | None:
    """The text of a string; ``None`` for what is no string."""
    is_string = isinstance(node, Scalar) and isinstance(node.value, str)
    return node.text if isinstance(node, Scalar) and is_string and node.text.strip() else None


def _slips(values: Mapping[str, int]) -> dict[str, str]:
    """Values that stand once and nearly spell a common one."""
    common = [value for value, count in values.items() if count >= USES]
    lone: Iterable[str] = (value for value, count in values.items() if count == 1)
    meant = {value: alike(value, common, SLIP) for value in lone}
    return {value: other for value, other in meant.items() if other is not None}
