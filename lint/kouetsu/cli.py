"""The command line: which command, which language, and what a failed run leaves behind."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, TextIO

from kouetsu.compiled import store
from kouetsu.errors import ConfigError, PluginError, UsageError, reason_of, story
from kouetsu.findings import Text
from kouetsu.language import language, option_in, spoken

COMMANDS = {
    "check": Text("記事を調べる（既定）", "lint posts (default)"),
    "rules": Text("規則の一覧", "list the rules"),
    "explain": Text("規則の説明", "explain a rule"),
    "new-rule": Text("自作の規則の雛形を書く", "write the skeleton of a rule of your own"),
    "test-rule": Text("規則を用例で試す", "run a rule on its cases"),
    "config": Text(
        "有効な設定、またはそのスキーマ", "show the effective configuration, or its schema"
    ),
    "init": Text("記事に合う kouetsu.yaml を書く", "write a kouetsu.yaml that fits the posts"),
    "baseline": Text(
        "今ある指摘を記録し、新しいものだけを報告する",
        "accept what is there now; report only what is new",
    ),
    "lsp": Text("エディターから使う（言語サーバー）", "serve an editor (language server)"),
    "plugins": Text("プラグインの一覧", "list plugins and their versions"),
}
GARBAGE = 50_000
"""New objects between two looks for garbage."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; every way to fail ends in one line and an exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except (ConfigError, PluginError, UsageError) as error:
        # --lang may stand anywhere, and the parser may not have got to it
        mistake = error.text.in_(_language(arguments))
        print(f"kouetsu: {mistake}", file=sys.stderr)
        return 2
    except SystemExit as leaving:  # argparse after --help and --version
        return leaving.code if isinstance(leaving.code, int) else 0
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader went away (`| head`); Python must not complain again when it flushes
        _silence_stdout()
        return 1
    except OSError as error:  # a full disk, a working directory that is gone
        _flush()
        place = f"{error.filename}: " if error.filename else ""
        reason = reason_of(error).in_(_language(arguments))
        print(f"kouetsu: {place}{reason}", file=sys.stderr)
        return 2
    except Exception as error:
        if os.environ.get("KOUETSU_TRACE"):
            raise
        _flush()
        said = story(error)
        told = Text(
            f"内部エラーです（{said}）。環境変数 KOUETSU_TRACE=1 を付けると発生箇所を表示します",
            f"internal error ({said}); KOUETSU_TRACE=1 shows where",
        )
        print(f"kouetsu: {told.in_(_language(arguments))}", file=sys.stderr)
        return 2


def console() -> NoReturn:
    """``main`` as a process of its own."""
    # perf: a run makes lasting objects, hardly any garbage; looking for it costs a tenth
    gc.set_threshold(GARBAGE, 20, 100)
    code = main()
    store().save()
    if sys.getprofile() is None and sys.gettrace() is None:
        # perf: taking all modules and objects apart again costs as much as checking a post
        with suppress(OSError, ValueError):
            sys.stderr.flush()
            sys.stdout.flush()
            os._exit(code)
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    # closed by the caller (`>&-`): the exit code still tells
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a terminal that can't show 校閲 still shows the rest
            reconfigure(errors="backslashreplace")
    if sys.flags.optimize > 1:
        raise UsageError(
            "python -OO（PYTHONOPTIMIZE=2）では動きません。規則の説明は docstring にあります",
            "python -OO (PYTHONOPTIMIZE=2) takes away the rules' docstrings; run without it",
        )
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help", "help"):
        from kouetsu.commands.help import overview  # perf: a run needs none of it

        print(overview(COMMANDS, spoken(*_wishes(arguments))))
        return 0
    if first in ("-V", "--version"):
        import kouetsu

        print(f"kouetsu {kouetsu.__version__}")
        return 0
    _refuse_misspelt(first)
    command = first if first in COMMANDS else "check"
    rest = arguments[1:] if first in COMMANDS else arguments
    # perf: only the command that runs is imported
    module = import_module(f"kouetsu.commands.{command.replace('-', '_')}")
    run: Callable[[Sequence[str]], int] = module.run
    return run(rest)


def _language(arguments: Sequence[str]) -> str:
    return language(*_wishes(arguments))


def _wishes(arguments: Sequence[str]) -> tuple[str | None, str | None]:
    """What the command line and the configuration say of the language."""
    from kouetsu.run.config import stated_language  # perf: wanted for help and mistakes only

    return option_in(arguments, "--lang"), stated_language(option_in(arguments, "--config"))


def _refuse_misspelt(word: str) -> None:
    """``kouetsu chekc`` is no path that is missing."""
    if word in COMMANDS or not word.replace("-", "").isalpha() or os.path.lexists(word):
        return
    from kouetsu.run.nearest import alike, did_you_mean  # perf: wanted for mistakes only

    if not word.startswith("-") and alike(word, COMMANDS):
        hint = did_you_mean(word, COMMANDS)
        raise UsageError(
            f"{word}: そのようなコマンドもファイルもありません{hint.ja}",
            f"{word}: no such command or file{hint.en}",
        )


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


def _flush() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _silence_stdout()


def _silence_stdout() -> None:
    with suppress(OSError, ValueError):  # a stream without a descriptor, as in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
