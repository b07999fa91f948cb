"""Each format as a whole, against a file that was read by eye."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import samples
from msgspec.structs import replace

import kouetsu
from kouetsu.commands.telling import shortened
from kouetsu.report.builtin import FORMATS

ENDINGS = {
    "human": "txt",
    "unix": "txt",
    "github": "txt",
    "junit": "xml",
    "jsonl": "jsonl",
    "markdown": "md",
}


@pytest.fixture(autouse=True)
def _steady(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(kouetsu, "__version__", "1.2.3")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_report(name: str, language: str, golden: Callable[[str, str], None]) -> None:
    text = samples.written(name, samples.report(language=language))
    golden(f"{name}.{language}.{ENDINGS.get(name, 'json')}", text)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found(name: str, golden: Callable[[str, str], None]) -> None:
    text = samples.written(name, samples.nothing())
    golden(f"{name}.nothing.{ENDINGS.get(name, 'json')}", text)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("name", "most", "manner"),
    [
        ("many", 2, {}),
        ("statistics", None, {"statistics": True}),
        ("quiet", 3, {"quiet": True}),
    ],
)
def test_many_findings_for_people(
    name: str,
    most: int | None,
    manner: dict[str, object],
    language: str,
    golden: Callable[[str, str], None],
) -> None:
    many = samples.many(language=language, **manner)
    text = samples.written("human", replace(many, posts=shortened(many.posts, most)))
    golden(f"human-{name}.{language}.txt", text)


def test_many_findings_for_github(golden: Callable[[str, str], None]) -> None:
    lines = samples.written("github", samples.many()).splitlines()
    [notice] = [line for line in lines if line.startswith("::notice title=kouetsu")]
    golden("github-many.txt", notice + "\n")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("left", [True, False])
def test_what_was_mended(left: bool, language: str, golden: Callable[[str, str], None]) -> None:
    mended = samples.harbour().diagnostics[:2]
    of = (samples.report if left else samples.nothing)(mended=mended, language=language)
    name = "some" if left else "nothing"
    golden(f"human-mended-{name}-left.{language}.txt", samples.written("human", of))


def test_colour(golden: Callable[[str, str], None]) -> None:
    golden("human-colour.txt", samples.written("human", samples.report(color=True)))
