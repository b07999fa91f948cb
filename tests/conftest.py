"""What all tests share: the switch that writes expected files anew, and a site to run on."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from kouetsu.cli import main

CLIENTS = "client: runs a real client (editor, pre-commit, node), skipped where it is missing"

# Its tests need it installed: test_plugin_example.py does that and runs them.
collect_ignore = ["plugin_example"]

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="write tests/golden/ anew, then look")


# A slow machine is no failure; continuous integration tries the same examples every time, so
# that it fails for what a change broke, and `make test` at home goes on looking for new ones.
hypothesis.settings.register_profile("home", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "home")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", CLIENTS)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many tests had no client: `make test-clients` installs them and skips none."""
    skipped = [
        each
        for each in terminalreporter.stats.get("skipped", ())
        if "client" in getattr(each, "keywords", ())
    ]
    ran = sum(
        "client" in each.keywords and each.when == "call"
        for outcome in ("passed", "failed")
        for each in terminalreporter.stats.get(outcome, ())
    )
    if ran or skipped:
        terminalreporter.write_line(
            f"tests with clients: {ran} ran, {len(skipped)} skipped because a client is missing"
            + (" (make test-clients)" if skipped else "")
        )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with ``tests/golden/NAME``; with ``--regen`` the text becomes the file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--regen"):
            path.write_bytes(text.encode())
        assert path.is_file(), f"no {path.name} in tests/golden: run pytest --regen and read it"
        assert text == path.read_bytes().decode(), f"not as {path.name}: pytest --regen, git diff"

    return compare


RULE = '''
import re
from kouetsu.api import Edit, Finding, Fix, Rule, RuleOptions, Safety, Severity, Span

def check(post, options):
    """Find 猫."""
    for found in re.finditer("猫", post.text):
        span = Span(*found.span())
        yield Finding(span, "cat", fix=Fix((Edit(span, "ねこ"),), Safety.SAFE, "mend"))

RULE = Rule(name="cat", group="words", severity=Severity.ERROR, check=check,
            messages={"cat": ("猫がいる", "a cat"), "mend": ("ひらく", "write kana")},
            doc="猫がいる。\\n\\n## English\\n### What it does\\nFinds cats.\\n")
'''


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path / ".cache"))
    (tmp_path / "rule.py").write_text(RULE, encoding="utf-8")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.md").write_text("縁側で猫が寝ている。\n", encoding="utf-8")
    (folder / "b.md").write_text("縁側に朝の日が差す。\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


class Ran:
    """What a run printed and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def kouetsu(site: Path, capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str, only_cats: bool = True) -> Ran:
        more = ["--plugin", str(site.parent / "rule.py")] if only_cats else []
        if only_cats and arguments[:1] not in (("rules",), ("explain",), ("config",)):
            more += ["--select", "cat"]
        code = main([*arguments, *more])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ran(code, captured.out, captured.err)

    return run
