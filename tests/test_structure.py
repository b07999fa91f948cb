"""What convention alone can't hold: the shape of rules, the walls, the size of files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import kouetsu_rules
import stock
from kouetsu import api
from kouetsu.rule import AnyRule, Rule
from kouetsu.testing import doc_examples

ROOT = Path(__file__).parent.parent
ENGINE = ROOT / "lint" / "kouetsu"
RULES = ROOT / "rules" / "kouetsu_rules"
LONGEST = 400
HEADINGS = ("何を見るか", "なぜか", "例", "English")
"""Headings that the documentation of each rule has, in this order."""


def _rule_modules() -> list[object]:
    return [
        pytest.param(module, id=name)
        for name, module in stock.modules().items()
        if hasattr(module, "RULE")
    ]


def _rules() -> list[object]:
    return [pytest.param(rule, id=name) for name, rule in stock.rules().items()]


def _python_files() -> Iterator[Path]:
    for folder in (ENGINE, RULES, ROOT / "tests", ROOT / "bench"):
        yield from sorted(folder.rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    """What a file imports, with the name for ``from x import name``."""
    for node in ast.walk(ast.parse(path.read_bytes(), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by the full name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", _rule_modules())
def test_a_rule_file_is_named_for_its_one_rule(module: ModuleType) -> None:
    assert isinstance(module.RULE, Rule)
    *_, group, name = module.__name__.split(".")
    assert (group.replace("_", "-"), name.replace("_", "-")) == (
        module.RULE.group,
        module.RULE.name,
    )
    assert [each for each in vars(module).values() if isinstance(each, Rule)] == [module.RULE]
    assert module.RULE.doc == module.__doc__


def test_a_group_holds_its_rules_and_folders_hold_what_they_are_made_of() -> None:
    for name, module in stock.modules().items():
        in_a_group = name.count(".") == 2 and not hasattr(module, "__path__")
        assert hasattr(module, "RULE") == in_a_group, name


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in kouetsu_rules.register_rules()]
    aliases = [alias for rule in stock.rules().values() for alias in rule.aliases]
    assert len({*names, *aliases}) == len(names) + len(aliases)


@pytest.mark.parametrize("rule", _rules())
def test_the_documentation_has_its_headings_and_examples(rule: AnyRule) -> None:
    headings = re.findall(r"^## (.+?) *$", rule.doc, re.MULTILINE)
    wanted = [heading for heading in headings if heading in HEADINGS]
    assert tuple(wanted) == HEADINGS, f"headings {headings}"
    assert {example.kind for example in doc_examples(rule)} == {"bad", "good"}
    first = rule.doc.strip().splitlines()[0]
    assert not first.startswith("#"), "the first line says in one sentence what the rule finds"


@pytest.mark.parametrize("rule", _rules())
def test_messages_have_the_same_fields_in_both_languages(rule: AnyRule) -> None:
    for key, (ja, en) in rule.messages.items():
        fields = [set(re.findall(r"{(\w+)", text)) for text in (ja, en)]
        assert fields[0] == fields[1], f"{rule.name}: {key}"


@pytest.mark.parametrize("rule", _rules())
def test_a_rule_has_cases(rule: AnyRule) -> None:
    assert (ROOT / "tests" / "cases" / f"{rule.name}.yaml").is_file()


def test_rules_import_of_the_engine_its_api_alone() -> None:
    for path in sorted(RULES.rglob("*.py")):
        for name in _imports(path):
            inside = name.split(".")[0] == "kouetsu"
            assert not inside or name.startswith("kouetsu.api"), f"{path.name} imports {name}"


def test_the_engine_imports_no_rule() -> None:
    for path in sorted(ENGINE.rglob("*.py")):
        bad = [name for name in _imports(path) if name.startswith("kouetsu_rules")]
        assert not bad, f"{path.name} imports {bad}"


def test_the_api_lists_all_that_it_exports_in_order() -> None:
    assert list(api.__all__) == sorted(api.__all__)
    assert all(hasattr(api, name) for name in api.__all__)


def test_what_can_be_wrong_with_a_front_matter_has_its_message() -> None:
    assert set(get_args(api.ProblemKey)) <= stock.rules()["front-matter-syntax"].messages.keys()


@pytest.mark.parametrize(
    "path", list(_python_files()), ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_file_is_short_enough_to_be_read(path: Path) -> None:
    lines = path.read_bytes().count(b"\n")
    assert lines <= LONGEST, f"{lines} lines: split it"
