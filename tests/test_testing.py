"""The harness for rules: what it lets pass, and what it tells when it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Post,
    Related,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
    option,
)
from kouetsu.testing import (
    Case,
    Example,
    doc_examples,
    found,
    load_cases,
    marked,
    run_case,
    run_example,
)

DOC = """感嘆符が続く。

```md bad
まさか！！
```
```md fixed
まさか！
```
~~~md good gfm
まさか！
~~~
"""


class Options(RuleOptions, frozen=True, kw_only=True):
    most_signs: Annotated[int, option("続けてよい数", "how many may stand together", ge=1)] = 1


def check(post: Post, options: Options) -> Iterator[Finding]:
    for signs in re.finditer("！+", post.text):
        span = Span(*signs.span())
        if span.size > options.most_signs:
            yield Finding(
                span,
                "run",
                {"count": span.size},
                (Related(Span(0, 1), "start"),),
                Fix((Edit(Span(span.end - 1, span.end), ""),), Safety.SAFE, "drop"),
                Severity.INFO if post.site.claimed else None,
            )


def rule(**changes: Any) -> Rule[Any]:
    messages = {
        "run": ("{count}個続く", "{count} together"),
        "start": ("はじめ", "the start"),
        "drop": ("一つにする", "keep one"),
    }
    stated = {"check": check, "options": Options, "messages": messages, "doc": DOC, **changes}
    return Rule("piled-exclamation", "style", Severity.WARNING, **stated)


BAD, FIXED = "朝⟦！！！⟧昼！", "朝！昼！"


def case(**stated: Any) -> Case:
    return Case(name="試み", **stated)


@pytest.mark.parametrize(
    "stated",
    [
        {"bad": BAD, "fixed": FIXED},
        {"bad": "⟪朝⟫⟦！！！⟧昼！", "fixed": FIXED, "message": "run", "safety": "safe"},
        {"bad": BAD, "fixed": FIXED, "message": ["run"], "severity": "warning"},
        {"bad": BAD, "fixed": FIXED, "claimed": True, "severity": "info"},
        {"bad": BAD, "fixed": "朝！！昼！", "options": {"most-signs": 2}},
        {"good": "朝！昼！！", "options": {"most-signs": 2}},
        {"bad": "\ufeff" + BAD, "fixed": "\ufeff" + FIXED},
        {"bad": BAD, "fixed": FIXED, "front-matter": "title: 朝"},
    ],
)
def test_what_is_as_expected_passes(stated: dict[str, Any]) -> None:
    stated = {key.replace("-", "_"): value for key, value in stated.items()}
    run_case(rule(), case(**stated))


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({"bad": "朝！⟦！！⟧昼！", "fixed": FIXED}, "朝⟦！！！⟧昼！"),
        ({"bad": "朝⟦！！！⟧昼⟦！⟧", "fixed": FIXED}, "--- found\n朝⟦！！！⟧昼！"),
        ({"bad": "朝⟦！！！⟧⟪昼⟫！", "fixed": FIXED}, "⟪朝⟫！！！昼！"),
        ({"bad": BAD}, "states no fixed text; what is mended reads:\n朝！昼！"),
        ({"bad": BAD, "fixed": "朝！昼"}, "--- expected\n朝！昼\n--- found\n朝！昼！"),
        ({"bad": BAD, "fixed": "朝⟦！⟧昼！"}, "the places differ"),
        ({"bad": BAD, "fixed": FIXED, "message": "start"}, "instead of"),
        ({"bad": BAD, "fixed": FIXED, "severity": "error"}, "instead of error"),
        ({"bad": BAD, "fixed": FIXED, "safety": "unsafe"}, "instead of unsafe"),
        ({"good": "朝！！"}, "found in good text:\n朝⟦！！⟧"),
    ],
)
def test_what_is_other_than_expected_is_shown(stated: dict[str, Any], told: str) -> None:
    with pytest.raises(AssertionError, match=re.escape(told)):
        run_case(rule(), case(**stated))


def _yielding(finding: Finding | None) -> Rule[Any]:
    return rule(check=lambda post, options: [finding])


@pytest.mark.parametrize(
    "finding",
    [
        Finding(Span(0, 99), "start"),
        Finding(Span(3, 1), "start"),
        Finding(Span(0, 1), "start", fix=Fix((), Safety.SAFE, "drop")),
        Finding(
            Span(0, 1),
            "start",
            fix=Fix((Edit(Span(0, 2), ""), Edit(Span(1, 3), "")), Safety.SAFE, "drop"),
        ),
        Finding(Span(0, 1), "start", fix=Fix((Edit(Span(0, 1), None),), Safety.SAFE, "drop")),  # type: ignore[arg-type]
        Finding(Span(0, 1), "start", fix=Fix((Edit(Span(0, 1), ""),), "safe", "drop")),  # type: ignore[arg-type]
        Finding(Span(0, 1), "start", severity="error"),  # type: ignore[arg-type]
        Finding((0, 1), "start"),  # type: ignore[arg-type]
        Finding(Span(0, 1), "start", related=(Related(Span(9, 8), "start", path="a.md"),)),
        None,
    ],
)
def test_a_finding_that_nobody_could_show_is_refused(finding: Finding | None) -> None:
    with pytest.raises(AssertionError, match="piled-exclamation"):
        run_case(_yielding(finding), case(bad="⟦朝⟧昼夜"))


def test_a_message_without_its_field_is_refused() -> None:
    with pytest.raises(AssertionError, match="“run” lacks 'count'"):
        run_case(_yielding(Finding(Span(0, 1), "run")), case(bad="⟦朝⟧昼夜"))


def test_fixes_that_come_to_no_end_are_refused() -> None:
    growing = Finding(Span(0, 1), "start", fix=Fix((Edit(Span(0, 0), "朝"),), Safety.SAFE, "drop"))
    with pytest.raises(AssertionError, match="come to no end"):
        run_case(_yielding(growing), case(bad="⟦朝⟧昼夜", fixed="朝朝昼夜"))


@pytest.mark.parametrize("text", ["⟦朝", "朝⟧", "⟦朝⟫", "⟪朝"])
def test_marks_must_be_closed(text: str) -> None:
    with pytest.raises(ValueError):
        marked(text)


def test_marks_are_taken_out() -> None:
    text = marked("⟪春⟫は⟦⟧曙⟦。\r\n⟧")
    assert text.text == "春は曙。\r\n"
    # a rule sees each line end in one character
    assert text.expected == (Span(2, 2), Span(3, 5))
    assert text.related == (Span(0, 1),)


def test_found_gives_texts_and_keys() -> None:
    assert found(rule(), "朝！！昼！！！") == [("！！", "run"), ("！！！", "run")]
    assert found(rule(), "朝！！昼！！！", most_signs=2) == [("！！！", "run")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {name: a, bad: x, good: y}", "either bad or good"),
        ("- {name: a}", "either bad or good"),
        ("- {name: a, good: x, fixed: y}", "no findings"),
        ("- {name: a, good: x, sverity: error}", "sverity"),
        ("- {name: a, good: x}\n- {name: a, good: y}", "two cases"),
        ("name: a", "array"),
        ('- {name: a, good: x, fixed: ""}', "no findings"),
        ("- {name: a, good: x, message: []}", "no findings"),
        ("[]", "neither a bad nor a good case"),
        ("- {name: a, good: x}", "no bad case"),
        ("- {name: a, bad: x}", "no good case"),
    ],
)
def test_a_wrong_case_file_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        load_cases(path)


def test_a_case_may_name_a_preset_that_is_installed() -> None:
    run_case(rule(), case(good="朝", preset="jekyll"))
    stated = {"path": "_posts/2025-05-01-a.md", "preset": "jekyll", "severity": "info"}
    run_case(rule(), case(bad=BAD, fixed=FIXED, **stated))
    with pytest.raises(ValueError, match="no preset 'jekyl'; did you mean “jekyll”"):
        run_case(rule(), case(good="朝", preset="jekyl"))
    with pytest.raises(ValueError, match="no preset 'jekyll'"):
        run_case(rule(), case(good="朝", preset="jekyll"), {})


def test_examples_of_the_documentation_run() -> None:
    bad, good = doc_examples(rule())
    assert bad == Example("bad", "まさか！！\n", None, "まさか！\n")
    assert good == Example("good", "まさか！\n", "gfm")
    for example in (bad, good):
        run_example(rule(), example)
    for wrong in (
        Example("bad", "まさか！\n"),
        Example("good", "まさか！！\n"),
        Example("bad", "まさか！！\n", None, "まさか\n"),
    ):
        with pytest.raises(AssertionError):
            run_example(rule(), wrong)


def test_a_fixed_example_without_a_bad_one_is_refused() -> None:
    with pytest.raises(ValueError, match="must follow"):
        doc_examples(rule(doc="x\n\n```md fixed\ny\n```\n"))
