"""The rules of a run by name, alias and group, and what a selection means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from kouetsu.findings import Text
from kouetsu.options import options_from
from kouetsu.rule import AnyRule
from kouetsu.run.engine_rules import ENGINE
from kouetsu.run.nearest import LONGEST_SHOWN, did_you_mean
from kouetsu.run.plugins import Plugin, Plugins, duplicate

DEFAULT, ALL = "default", "all"


class UnknownRule(LookupError):  # noqa: N818 - a question, which the caller turns into its own error
    """No rule, alias or group of that name."""

    def __init__(self, word: str, choices: Iterable[str]) -> None:
        super().__init__(word)
        self.word, self.choices = word, choices

    @property
    def text(self) -> Text:
        """What to tell the user; only some who ask want it, and the nearest word takes time."""
        hint, word = did_you_mean(self.word, self.choices), self.word[:LONGEST_SHOWN]
        if not hint.en:
            hint = Text(
                "（自作の規則なら --plugin FILE.py が要ります）",
                " (a rule of your own needs --plugin FILE.py)",
            )
        return Text(
            f"「{word}」という規則もグループもありません{hint.ja}",
            f"there is no rule or group “{word}”{hint.en}",
        )


class Layer(Struct, frozen=True):
    """One layer of a selection: ``select`` starts anew, ``ignore`` takes away."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()


class Registry:
    """Rules sorted by name, so that nothing depends on the order of plugins."""

    def __init__(self, registered: Iterable[tuple[AnyRule, Plugin]]) -> None:
        self.origin: dict[str, Plugin] = {}
        rules: dict[str, AnyRule] = {}
        for rule, plugin in registered:
            if rule.name in rules:
                raise duplicate(rule.name, self.origin[rule.name], plugin)
            with plugin.blaming():  # options without a default
                options_from(rule.options)
            rules[rule.name], self.origin[rule.name] = rule, plugin
        self.rules: Mapping[str, AnyRule] = dict(sorted(rules.items()))
        self.groups: Mapping[str, frozenset[str]] = _groups(self.rules.values())
        self._aliases: dict[str, str] = {}
        for rule in self.rules.values():
            for word in (rule.name, *rule.aliases):
                known = self._aliases.get(word, rule.name)
                # A rule may have the name of its own group (reading-time): the word is the rule.
                if known != rule.name or (word in self.groups and word != rule.group):
                    owner = next(iter(self.groups.get(word, {known})))
                    raise duplicate(word, self.origin[owner], self.origin[rule.name])
                self._aliases[word] = rule.name

    @classmethod
    def of(cls, plugins: Plugins) -> Registry:
        return cls(plugins.rules())

    @property
    def words(self) -> list[str]:
        """Everything that a selection may name."""
        return sorted({*self._aliases, *self.groups})

    def rule_name(self, word: str) -> str | None:
        """The name of the rule that goes by that name or alias."""
        return self._aliases.get(word)

    def named(self, word: str) -> frozenset[str]:
        """The rules that a word of a selection stands for."""
        name = self._aliases.get(word)
        if name is not None:
            return frozenset({name})
        if word in self.groups:
            return self.groups[word]
        raise UnknownRule(word, self.words)

    def chosen(self, layers: Iterable[Layer]) -> frozenset[str]:
        """The rules that these layers choose, the later layer winning.

        A rule that ``select`` names itself outlives what earlier layers ignore and what its own
        layer ignores as a group. The engine's own diagnostics go only when ignored.
        """
        chosen: frozenset[str] = frozenset()
        ignored: frozenset[str] = frozenset()
        engine = self.groups.get(ENGINE, frozenset())
        for layer in layers:
            exact = {self._aliases[word] for word in layer.select or () if word in self._aliases}
            if layer.select is not None:
                chosen = frozenset().union(*map(self.named, layer.select)) | engine
                ignored -= exact
            for word in layer.ignore:
                ignored |= self.named(word) - (frozenset() if word in self._aliases else exact)
        return chosen - ignored


def _groups(rules: Iterable[AnyRule]) -> Mapping[str, frozenset[str]]:
    members: dict[str, set[str]] = {DEFAULT: set(), ALL: set()}
    for rule in rules:
        members.setdefault(rule.group, set()).add(rule.name)
        members[ALL].add(rule.name)
        if rule.default:
            members[DEFAULT].add(rule.name)
    return {name: frozenset(names) for name, names in sorted(members.items())}
