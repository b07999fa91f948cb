"""A rule of one's own: its skeleton, and the command that tests it."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def run(kouetsu):
    return lambda *arguments: kouetsu(*arguments, only_cats=False)


@pytest.fixture
def skeleton(run, site: Path) -> Path:
    assert run("new-rule", "tired-phrase").code == 0
    return site


def test_the_skeleton_passes_its_own_test(run, skeleton: Path) -> None:
    told = run("test-rule", "tired_phrase.py", "--lang", "en")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("tired-phrase (tired-phrase.yaml)\n  ok ")
    assert told.out.endswith("all 4 pass\n")  # two cases, a bad and a good example


def test_new_rule_says_how_to_test_it(run, site: Path) -> None:
    told = run("new-rule", "worn-phrase", "--lang", "en").out
    assert "kouetsu test-rule worn_phrase.py" in told
    assert "kouetsu check --plugin worn_phrase.py" in told


@pytest.mark.parametrize("name", ["repeated-passage", "seams", "default"])
def test_a_name_that_is_taken_is_refused(run, site: Path, name: str) -> None:
    told = run("new-rule", name)
    assert told.code == 2
    assert name in told.err
    assert not list(site.glob(f"*{name}*"))


def test_a_case_file_is_run_with_the_rule_that_the_command_line_names(run, skeleton: Path) -> None:
    assert run("test-rule", "tired-phrase.yaml", "--plugin", "tired_phrase.py").code == 0
    alone = run("test-rule", "tired-phrase.yaml")
    assert alone.code == 2
    assert "--plugin tired_phrase.py" in alone.err


@pytest.mark.parametrize(
    ("language", "told"), [("ja", "指摘の場所が違います"), ("en", "the places differ")]
)
def test_what_fails_is_shown_beside_what_was_expected(
    run, skeleton: Path, language: str, told: str
) -> None:
    cases = skeleton / "tired-phrase.yaml"
    text = cases.read_text(encoding="utf-8")
    cases.write_text(text.replace("⟦すごく⟧", "すご⟦く⟧"), encoding="utf-8")
    ran = run("test-rule", "tired_phrase.py", "--lang", language)
    assert ran.code == 1
    assert told in ran.out
    assert "すご⟦く⟧" in ran.out
    assert "⟦すごく⟧" in ran.out


def test_a_rule_that_raises_and_a_broken_docstring_fail(run, skeleton: Path) -> None:
    rule = skeleton / "tired_phrase.py"
    text = rule.read_text(encoding="utf-8")
    broken = text.replace("md bad", "md good", 1).replace("places[options", "nowhere[options")
    rule.write_text(broken, encoding="utf-8")
    ran = run("test-rule", "tired_phrase.py")
    assert ran.code == 1
    assert "NameError" in ran.out
    assert "`md fixed` must follow" in ran.out


@pytest.mark.parametrize("content", ["- a: b\n", "[", "x", "- name: 朝\n", "- 2024-99-99\n"])
def test_what_is_no_list_of_cases_is_one_line(run, skeleton: Path, content: str) -> None:
    (skeleton / "tired-phrase.yaml").write_text(content, encoding="utf-8")
    ran = run("test-rule", "tired_phrase.py")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert "tired-phrase.yaml" in ran.err


def test_a_mistake_in_a_case_is_told_with_its_number_and_the_key_that_was_meant(
    run, skeleton: Path
) -> None:
    cases = skeleton / "tired-phrase.yaml"
    cases.write_text(cases.read_text("utf-8").replace("  good:", "  goood:"), encoding="utf-8")
    ran = run("test-rule", "tired_phrase.py", "--lang", "en")
    assert ran.err.endswith("(case 2: there is an unknown key “goood”; did you mean “good”?)\n")


def test_a_mistake_in_the_file_is_none_of_a_case(run, skeleton: Path) -> None:
    twice = "- {name: 'dawn: 1', good: 朝}\n- {name: 'dawn: 1', good: 朝}\n"
    (skeleton / "tired-phrase.yaml").write_text(twice, encoding="utf-8")
    ran = run("test-rule", "tired_phrase.py", "--lang", "en")
    assert ran.err.endswith("(two cases are named 'dawn: 1')\n")


def test_an_option_that_the_rule_does_not_have_is_told_in_words(run, skeleton: Path) -> None:
    cases = skeleton / "tired-phrase.yaml"
    cases.write_text(cases.read_text("utf-8").replace("allowed: 1", "alowed: 1"), encoding="utf-8")
    ran = run("test-rule", "tired_phrase.py", "--lang", "en")
    assert "there is an unknown key “alowed”" in ran.out


def test_documentation_that_is_silent_on_the_fix_fails(run, skeleton: Path) -> None:
    rule = skeleton / "tired_phrase.py"
    text = rule.read_text("utf-8")
    start = text.index("```md fixed")
    end = text.index("```md good")
    rule.write_text(text[:start] + text[end:], encoding="utf-8")
    ran = run("test-rule", "tired_phrase.py", "--lang", "en")
    assert ran.code == 1
    assert "the docstring shows no `md fixed`" in ran.out


def test_where_a_rule_raises_is_told(run, skeleton: Path) -> None:
    rule = skeleton / "tired_phrase.py"
    told = rule.read_text("utf-8").replace(
        "    for span in places", "    1 / 0\n    for span in places"
    )
    rule.write_text(told, encoding="utf-8")
    line = told[: told.index("1 / 0")].count("\n") + 1
    ran = run("test-rule", "tired_phrase.py")
    assert f"ZeroDivisionError: division by zero (tired_phrase.py, line {line})" in ran.out


def test_a_case_file_that_is_not_utf_8_is_told_in_words(run, skeleton: Path) -> None:
    (skeleton / "tired-phrase.yaml").write_bytes("- name: 朝\n".encode("cp932"))
    ran = run("test-rule", "tired_phrase.py", "--lang", "ja")
    assert ran.code == 2
    assert "用例として読めません（UTF-8 ではありません）" in ran.err


def test_a_skeleton_that_is_there_already_stays(run, skeleton: Path) -> None:
    ran = run("new-rule", "tired-phrase", "--lang", "ja")
    assert ran.code == 2
    assert "tired_phrase.py: 書き込めません（すでにあります）" in ran.err


@pytest.mark.parametrize("arguments", [[], ["no.yaml"], ["a.md"], ["no.py"]])
def test_wrong_arguments_are_one_line(run, site: Path, arguments: list[str]) -> None:
    ran = run("test-rule", *arguments)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
