"""Plugins: who registered what, and what a broken one looks like."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from word_rules import plugins_of, word_rule

from kouetsu.errors import PluginError
from kouetsu.run.plugins import load
from kouetsu.run.registry import Layer, Registry, UnknownRule


@pytest.fixture
def module_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(tmp_path)

    def write(name: str, code: str) -> EntryPoint:
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
        sys.modules.pop(name, None)
        return EntryPoint(name, name, "kouetsu")

    return write


def test_a_plugin_that_can_not_be_imported_is_named(module_of) -> None:
    point = module_of("halting_plugin", "import no_such_library_at_all\n")
    with pytest.raises(PluginError, match=r"halting_plugin.*ModuleNotFoundError"):
        load(installed=[point])


def test_a_plugin_that_breaks_in_its_hook_is_named(module_of) -> None:
    code = "from kouetsu.api import hookimpl\n@hookimpl\ndef register_rules():\n    return 1 / 0\n"
    found = load(installed=[module_of("dividing_plugin", code)])
    with pytest.raises(PluginError, match=r"dividing_plugin.*ZeroDivisionError"):
        Registry.of(found)


def test_a_misspelt_hook_is_refused(module_of) -> None:
    code = "from kouetsu.api import hookimpl\n@hookimpl\ndef register_rule():\n    return ()\n"
    with pytest.raises(PluginError, match=r"misspelt_plugin.*register_rule"):
        load(installed=[module_of("misspelt_plugin", code)])


def test_what_is_no_rule_is_refused(module_of) -> None:
    code = "from kouetsu.api import hookimpl\n@hookimpl\ndef register_rules():\n    return ['x']\n"
    with pytest.raises(PluginError, match="not a Rule"):
        Registry.of(load(installed=[module_of("stringly_plugin", code)]))


def test_a_file_with_neither_rule_nor_hook_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "empty.py"
    file.write_text("x = 1\n")
    with pytest.raises(PluginError, match="neither RULE nor a hook"):
        load([str(file)], installed=())


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(PluginError, match="registered twice"):
        Registry.of(plugins_of(word_rule("cat", "猫"), word_rule("cat", "ねこ")))


def test_an_alias_that_is_another_rule_is_refused() -> None:
    with pytest.raises(PluginError, match="registered twice"):
        Registry.of(plugins_of(word_rule("cat", "猫"), word_rule("dog", "犬", aliases=("cat",))))


def registry() -> Registry:
    return Registry.of(
        plugins_of(
            word_rule("cat", "猫", aliases=("neko",)),
            word_rule("dog", "犬"),
            word_rule("sparrow", "雀", group="birds", default=False),
        )
    )


DEFAULT = Layer(select=("default",))


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([DEFAULT], {"cat", "dog"}),
        ([DEFAULT, Layer(ignore=("neko",))], {"dog"}),
        ([DEFAULT, Layer(select=("birds",))], {"sparrow"}),
        ([DEFAULT, Layer(select=("all",), ignore=("words",))], {"sparrow"}),
        ([DEFAULT, Layer(select=("words", "cat"), ignore=("words",))], {"cat"}),
        ([DEFAULT, Layer(ignore=("cat",)), Layer(select=("words",))], {"dog"}),
        ([DEFAULT, Layer(ignore=("cat",)), Layer(select=("cat",))], {"cat"}),
    ],
)
def test_later_layers_win_and_a_name_beats_a_group(layers: list[Layer], expected: set[str]) -> None:
    chosen = registry().chosen(layers)
    assert chosen - registry().groups["engine"] == expected


def test_the_engine_speaks_whatever_is_selected_until_it_is_ignored() -> None:
    assert "undecodable-file" in registry().chosen([DEFAULT, Layer(select=("cat",))])
    assert "undecodable-file" not in registry().chosen([DEFAULT, Layer(ignore=("engine",))])


def test_an_unknown_name_comes_with_the_nearest() -> None:
    with pytest.raises(UnknownRule) as caught:
        registry().named("sparow")
    assert "did you mean “sparrow”?" in caught.value.text.en
