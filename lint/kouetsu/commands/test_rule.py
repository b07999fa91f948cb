"""``kouetsu test-rule FILE``: run a rule on its cases and on the examples of its documentation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import ValidationError

from kouetsu.case_files import Case, CaseError, load_cases
from kouetsu.commands.options import Parser, add_language, add_plugins
from kouetsu.documentation import has_fix
from kouetsu.errors import UsageError, reason_of, show_trace, story
from kouetsu.findings import Text
from kouetsu.language import language
from kouetsu.preset import Preset
from kouetsu.rule import AnyRule
from kouetsu.run.config import stated_language
from kouetsu.run.nearest import did_you_mean
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry
from kouetsu.run.type_words import type_words
from kouetsu.testing import Unexpected, doc_examples, run_case, run_example
from kouetsu.text.yaml_errors import words_of

Trial = tuple[str, Callable[[], None]]
UNKNOWN_KEY = re.compile("unknown field `(?P<key>[^`]*)`")
KEYS = Case.__struct_fields__
SILENT_ON_FIX = Unexpected(
    "用例に fixed があるのに、説明に `md fixed` の例も「## 修正」もありません",
    "the cases have `fixed`; the docstring shows no `md fixed` and has no part 修正",
)
CASE_FILES = (".yaml", ".yml")


def run(arguments: Sequence[str]) -> int:
    """Print what passes and what fails; 1 where something fails."""
    parser = Parser("test-rule", "Run a rule on its cases / 規則を用例で試す")
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="case files (RULE.yaml), or rules (RULE.py) whose cases stand beside them "
        "/ 用例のファイル（規則名.yaml）、または用例が隣にある規則のファイル（規則名.py）",
    )
    add_plugins(parser)
    add_language(parser)
    args = parser.parse_args(arguments)
    spoken = language(args.lang, stated_language(None))
    # a rule may be named twice: as the file to test and by --plugin
    given = [*args.plugin, *(name for name in args.files if name.endswith(".py"))]
    plugins = load(tuple(dict.fromkeys(given)))
    registry, presets = Registry.of(plugins), plugins.presets()
    failed = total = 0
    for file in map(_case_file, args.files):
        rule = _rule_of(file, registry)
        print(f"{rule.name} ({file})")
        for name, trial in _trials(rule, file, presets):
            total += 1
            failed += not _passes(name, trial, spoken)
    if spoken == "en":
        print(f"\n{total - failed} of {total} as expected" if failed else f"\nall {total} pass")
    else:
        print(f"\n{total} 件中 {failed} 件が失敗" if failed else f"\n{total} 件すべて成功")
    return int(bool(failed))


def _case_file(given: str) -> Path:
    """The case file that an argument stands for: itself, or the one beside a rule."""
    path = Path(given)
    if path.suffix == ".py":
        path = path.with_name(f"{path.stem.replace('_', '-')}.yaml")
    elif path.suffix not in CASE_FILES:
        raise UsageError(
            f"{given}: 用例のファイル（.yaml）か規則のファイル（.py）を渡してください",
            f"{given}: give a case file (.yaml) or a rule (.py)",
        )
    return path


def _rule_of(file: Path, registry: Registry) -> AnyRule:
    name = registry.rule_name(file.stem)
    if name is not None:
        return registry.rules[name]
    beside = file.with_name(f"{file.stem.replace('-', '_')}.py")
    if beside.is_file():
        # code runs only where the command line names its file
        hint = Text(f"（--plugin {beside} を付けてください）", f"; add --plugin {beside}")
    else:
        hint = did_you_mean(file.stem, registry.rules)
    raise UsageError(
        f"{file}: 「{file.stem}」という規則がありません。用例のファイルには規則の名前を付けます"
        f"{hint.ja}",
        f"{file}: no rule is named “{file.stem}”; a case file has its rule's name{hint.en}",
    )


def _trials(rule: AnyRule, file: Path, presets: Mapping[str, Preset]) -> Iterator[Trial]:
    cases = _cases(file)
    for case in cases:
        yield case.name, partial(run_case, rule, case, presets)
    if any(case.fixed is not None for case in cases) and not has_fix(rule):
        yield "docstring", partial(_raise, SILENT_ON_FIX)
    try:
        examples = doc_examples(rule)
    except ValueError as error:  # told as a failure of its own, beside those of the cases
        yield "docstring", partial(_raise, error)
        return
    for example in examples:
        # one with front matter begins with several short lines
        yield " ".join(f"md {example}".split()), partial(run_example, rule, example)


def _raise(error: Exception) -> None:
    raise error


def _cases(file: Path) -> list[Case]:
    from ruamel.yaml.error import YAMLError

    try:
        return load_cases(file)
    except OSError as error:
        reason = reason_of(error)
        raise UsageError(f"{file}: 読み込めません（{reason.ja}）", f"{file}: {reason.en}") from None
    except UnicodeDecodeError:
        said = Text("UTF-8 ではありません", "not UTF-8")
    except CaseError as mistake:
        said = _words_of_mistake(mistake)
    except YAMLError as error:
        said = words_of(error)
    except ValueError as error:  # YAML's own, of a date that is none
        said = Text(str(error), str(error))
    raise UsageError(
        f"{file}: 用例として読めません（{said.ja}）",
        f"{file}: can't be read as cases ({said.en})",
    )


def _words_of_mistake(mistake: CaseError) -> Text:
    said = type_words(" ".join(mistake.story.split())[:200])
    if unknown := UNKNOWN_KEY.search(mistake.story):
        hint = did_you_mean(unknown["key"], [name.replace("_", "-") for name in KEYS])
        said = Text(said.ja + hint.ja, said.en + hint.en)
    number = mistake.number
    if number is None:
        return said
    return Text(f"{number} 番目の用例: {said.ja}", f"case {number}: {said.en}")


def _passes(name: str, trial: Callable[[], None], spoken: str) -> bool:
    try:
        trial()
    except Unexpected as unexpected:
        told = unexpected.text.in_(spoken)
    except ValidationError as error:  # options that the rule does not have
        told = type_words(str(error)).in_(spoken)
    except Exception as error:  # the rule's own, or a case that marks nothing
        show_trace(error)
        told = story(error)
    else:
        print(f"  ok    {name}")
        return True
    print(f"  {'FAIL' if spoken == 'en' else '失敗'}  {name}")
    print("\n".join(f"        {line}".rstrip() for line in told.splitlines()))
    return False
