"""One post through the chain: rules that break, precedence, severity, suppression."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from word_rules import MakeOutfit, word_rule

from kouetsu.api import (
    AnyRule,
    Edit,
    Finding,
    Fix,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Source,
    Span,
)
from kouetsu.run.check import Checked
from kouetsu.run.config import Config, Manner
from kouetsu.run.fix import mend
from kouetsu.run.plan import Outfit
from kouetsu.run.session import check_source

CAT, DOG = word_rule("cat", "猫"), word_rule("dog", "犬")


def check(text: str, outfit: Outfit, path: str = "post.md") -> Checked:
    return check_source(Source.from_text(text), path, outfit)


def told(outcome: Checked) -> list[tuple[str, int]]:
    return [(found.rule, found.span.start) for found in outcome.diagnostics]


def broken(how: BaseException | Finding) -> AnyRule:
    def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
        yield Finding(Span(0, 1), "found")
        if isinstance(how, BaseException):
            raise how
        yield how

    return Rule(
        name="broken",
        group="words",
        severity=Severity.INFO,
        messages={"found": ("ある", "there")},
        doc="壊れる。",
        check=check,
    )


@pytest.mark.parametrize(
    "how",
    [
        ValueError("十を\n超えた"),
        RecursionError(),
        SystemExit(0),
        GeneratorExit(),
        Finding(Span(3, 99), "found"),
        Finding(Span(2, 1), "found"),
        Finding(Span(0, 1), "found", severity="error"),  # type: ignore[arg-type]
        Finding(Span(0, 1), "found", fix=Fix((Edit(Span(0, 1), None),), Safety.SAFE, "found")),  # type: ignore[arg-type]
        Finding(Span(0, 1), "found", fix=Fix((Edit(Span(0, 1), "\ud800"),), Safety.SAFE, "found")),
        Finding(Span(0, 1), "found", fix=Fix((), Safety.SAFE, "found")),
        Finding(Span(0, 1), "lost"),
        None,
    ],
)
def test_a_rule_that_breaks_is_named_and_the_others_go_on(
    outfit: MakeOutfit, how: BaseException | Finding
) -> None:
    outcome = check("猫が寝る。\n", outfit(broken(how), CAT))
    rules = sorted(found.rule for found in outcome.diagnostics)
    assert rules == ["broken", "cat", "internal-error"]
    message = next(f.message for f in outcome.diagnostics if f.rule == "internal-error")
    assert "broken" in message.en
    assert "test (test 1.0)" in message.ja
    assert "\n" not in message.en


def test_a_message_without_its_value_is_an_internal_error(outfit: MakeOutfit) -> None:
    rule = Rule(
        name="wordless",
        group="words",
        severity=Severity.INFO,
        messages={"found": ("{what}", "{what}")},
        doc="言えない。",
        check=lambda post, options: [Finding(Span(0, 0), "found")],
    )
    assert told(check("朝。\n", outfit(rule))) == [("internal-error", 0)]


def test_a_finding_gives_way_to_one_on_the_same_characters(outfit: MakeOutfit) -> None:
    long = word_rule("long", "猫の手")
    short = word_rule("short", "猫", yields_to=("long",))
    made = outfit(long, short)
    assert told(check("猫の手と猫。\n", made)) == [("long", 0), ("short", 4)]


def test_what_gave_way_itself_silences_nothing(outfit: MakeOutfit) -> None:
    first = word_rule("first", "あい")
    second = word_rule("second", "いう", yields_to=("first",))
    third = word_rule("third", "うえ", yields_to=("second",))
    assert told(check("あいうえ\n", outfit(first, second, third))) == [("first", 0), ("third", 2)]


def test_rules_that_yield_to_each_other_end(outfit: MakeOutfit) -> None:
    one = word_rule("one", "猫", yields_to=("two",))
    two = word_rule("two", "猫", yields_to=("one",))
    assert len(told(check("猫\n", outfit(one, two)))) >= 1


def test_overrides_hold_for_their_paths(outfit: MakeOutfit) -> None:
    config = Config(
        site=Manner(severity={"words": Severity.WARNING}),
        overrides=(
            Manner(paths=("old/*",), ignore=("dog",), severity={"cat": Severity.INFO}),
            Manner(paths=("old/b.md",), rules={"cat": {"at-most": 1}}),
        ),
    )
    made = outfit(CAT, DOG, config=config)
    levels = {f.rule: f.severity.label for f in check("猫と犬\n", made, "new/a.md").diagnostics}
    assert levels == {"cat": "warning", "dog": "warning"}
    levels = {f.rule: f.severity.label for f in check("猫と犬\n", made, "old/a.md").diagnostics}
    assert levels == {"cat": "info"}
    assert not check("猫と犬\n", made, "old/b.md").diagnostics


def test_the_command_line_has_the_last_word(outfit: MakeOutfit) -> None:
    config = Config(site=Manner(ignore=("cat",)))
    made = outfit(CAT, DOG, config=config, select=("cat",), severity={"cat": Severity.INFO})
    outcome = check("猫と犬\n", made)
    assert [(f.rule, f.severity) for f in outcome.diagnostics] == [("cat", Severity.INFO)]


SUPPRESSED = [
    ("<!-- kouetsu-disable-next-line cat -->\n猫と犬\n\n猫\n", ["dog", "cat"]),
    ("<!-- kouetsu-disable-next-line -->\n\n猫と犬\n\n猫\n", ["cat"]),
    ("<!-- kouetsu-disable-next-line cat, dog -- 引用 -->\n猫と犬\n", []),
    ("<!-- kouetsu-disable-next-line words -->\n* 猫\n* 犬\n\n猫\n", ["cat"]),
    (
        "<!-- kouetsu-disable-next-line cat -->\n<!-- kouetsu-disable-next-line dog -->\n猫と犬\n",
        [],
    ),
    ("猫\n\n<!-- kouetsu-disable cat -->\n\n猫\n\n<!-- kouetsu-enable -->\n\n猫\n", ["cat", "cat"]),
    ("<!-- kouetsu-disable cat -->\n\n猫\n\n# 犬\n\n猫\n", ["dog"]),
    ("<!-- kouetsu-disable dog -->\n犬\n\n<!-- kouetsu-enable dog -->\n\n犬\n", ["dog"]),
]


@pytest.mark.parametrize(("text", "left"), SUPPRESSED)
def test_comments_silence_rules_in_a_place(outfit: MakeOutfit, text: str, left: list[str]) -> None:
    assert [found.rule for found in check(text, outfit(CAT, DOG)).diagnostics] == left


def test_the_front_matter_silences_rules_everywhere(outfit: MakeOutfit) -> None:
    text = "---\ntitle: 猫\nkouetsu:\n  disable: [cat]\n---\n\n猫と犬\n"
    outcome = check(text, outfit(CAT, DOG))
    assert [found.rule for found in outcome.diagnostics] == ["dog"]
    assert outcome.suppressed == 2


def test_a_comment_within_a_list_or_code_is_no_suppression(outfit: MakeOutfit) -> None:
    for text in (
        "```\n<!-- kouetsu-disable cat -->\n```\n\n猫\n",
        "* 一\n\n  <!-- kouetsu-disable cat -->\n\n猫\n",
    ):
        assert check(text, outfit(CAT)).diagnostics[-1].rule == "cat"


MISTAKEN = [
    ("朝。\n\n<!-- ⟦kouetsu-disable-nextline⟧ cat -->\n\n猫\n", "“kouetsu-disable-next-line”?"),
    ("朝。\n\n<!-- ⟦KOUETSU-DISABLE⟧ cat -->\n\n猫\n", "“kouetsu-disable”?"),
    ("朝。\n\n<!-- ⟦koetsu disable-next-line⟧ cat -->\n\n猫\n", "“kouetsu-disable-next-line”?"),
    ("* 一\n\n  <!-- ⟦kouetsu-disable⟧ cat -->\n\n猫\n", "within a paragraph or list"),
    ("> 朝。\n>\n> <!-- ⟦kouetsu-disable⟧ cat -->\n\n猫\n", "within a paragraph or list"),
    ("朝。<!-- ⟦kouetsu-disable⟧ cat -->猫\n", "within a paragraph or list"),
    ("---\nkouetsu: {⟦disabl⟧: [cat]}\n---\n猫\n", "has no “disabl”; did you mean “disable”?"),
    (
        "---\nkouetsu: ⟦[cat]⟧\n---\n猫\n",
        "not a list of rules to disable (kouetsu: {disable: [RULE]})",
    ),
    ("---\nkouetsu: ⟦cat⟧\n---\n猫\n", "not a list of rules"),
    ("---\nkouetsu: {disable: ⟦3⟧}\n---\n猫\n", "not a list of rules"),
    ("---\nkouetsu: {disable: ⟦{a: b}⟧}\n---\n猫\n", "not a list of rules"),
    ("---\nkouetsu:\n  disable: [[cat]]\n---\n猫\n".replace("[cat]", "⟦[cat]⟧", 1), "not a list"),
    ("---\nkouetsu: {disable: [⟦cta⟧]}\n---\n猫\n", "no rule or group “cta”; did you mean “cat”?"),
    ('+++\n[kouetsu]\n⟦disabled⟧ = ["cat"]\n+++\n猫\n', "has no “disabled”"),
    ('{"kouetsu": ⟦["cat"]⟧}\n\n猫\n', "not a list of rules"),
]


@pytest.mark.parametrize(("marked", "said"), MISTAKEN)
def test_a_mistaken_suppression_is_told(outfit: MakeOutfit, marked: str, said: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    found = check(text, outfit(CAT)).diagnostics
    assert sorted(item.rule for item in found) == ["cat", "unknown-suppression"]
    (told,) = (item for item in found if item.rule == "unknown-suppression")
    assert said in told.message.en
    assert text[slice(*told.span)] == marked[marked.index("⟦") + 1 : marked.index("⟧")]


def test_code_about_suppressions_is_none(outfit: MakeOutfit) -> None:
    for text in (
        "`<!-- kouetsu-x -->`\n",
        "```\n<!-- kouetsu-x -->\n```\n",
        "---\nkouetsu:\n---\n",
    ):
        assert not check(text, outfit(CAT)).diagnostics


IDLE = [
    ("<!-- kouetsu-disable-next-line cat -->\n朝。\n", "朝。\n"),
    ("夜。\n\n<!-- kouetsu-disable-next-line cat -- 昔の話 -->\n\n朝。\n", "夜。\n\n朝。\n"),
    (
        "<!-- kouetsu-disable-next-line cat, dog -->\n犬。\n",
        "<!-- kouetsu-disable-next-line dog -->\n犬。\n",
    ),
    (
        "<!-- kouetsu-disable-next-line dog, cat -->\n犬。\n",
        "<!-- kouetsu-disable-next-line dog -->\n犬。\n",
    ),
    (
        "<!-- kouetsu-disable cat -->\n\n朝。\n\n<!-- kouetsu-enable cat -->\n\n夜。\n",
        "朝。\n\n夜。\n",
    ),
    ("朝。\n<!-- kouetsu-disable-next-line cat -->\n夜。\n", "朝。\n\n夜。\n"),
    ("朝。\n<!-- kouetsu-enable -->\n<!-- kouetsu-enable -->\n夜。\n", "朝。\n\n夜。\n"),
    ("朝。\r\n<!-- kouetsu-enable -->\r\n夜。\r\n", "朝。\r\n\r\n夜。\r\n"),
    ("朝。\n<!-- kouetsu-enable -->\n\n夜。\n", "朝。\n\n夜。\n"),
    ("<div>\n<!-- kouetsu-enable -->\n夜。\n</div>\n", "<div>\n夜。\n</div>\n"),
    ("- 朝\n\n<!-- kouetsu-enable -->\n\n夜。\n\n- 昼\n", "- 朝\n\n夜。\n\n- 昼\n"),
    ("朝。\n\n<!-- kouetsu-enable -->\n", "朝。\n"),
    ("<!-- kouetsu-disable -->\n\n朝。\n", "朝。\n"),
    ("---\na: 1\nkouetsu: {disable: [cat]}\n---\n朝。\n", "---\na: 1\n---\n朝。\n"),
    (
        "---\nkouetsu:\n  disable:\n    - cat # 昔の話\n\na: 1\n---\n朝。\n",
        "---\n\na: 1\n---\n朝。\n",
    ),
    (
        "---\nkouetsu: {disable: [dog, 'cat']}\n---\n犬。\n",
        "---\nkouetsu: {disable: [dog]}\n---\n犬。\n",
    ),
    (
        "---\nkouetsu:\n  disable:\n  - cat # 昔の話\n  - dog\n---\n犬。\n",
        "---\nkouetsu:\n  disable:\n  - dog\n---\n犬。\n",
    ),
]


@pytest.mark.parametrize(("text", "fixed"), IDLE)
def test_an_idle_suppression_is_told_and_can_be_removed(
    outfit: MakeOutfit, text: str, fixed: str
) -> None:
    made = outfit(CAT, DOG)
    found = check(text, made).diagnostics
    assert {item.rule for item in found} == {"unused-suppression"}
    assert found[0].severity is Severity.WARNING
    assert mend(Source.from_text(text), "post.md", made).after.written == fixed


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("1. 朝\n2. 昼\n", "1. 夜\n2. 夕\n"),
        ("- 朝\n\n", "\n- 夜\n"),
        ("- 朝\n\n", "\n  夜。\n"),
        ("- 朝\n\n<!-- kouetsu-disable-next-line -->\n\n", "\n- 犬\n"),
        ("> 朝\n\n", "\n> 夜\n"),
        ("    朝\n\n", "\n    夜\n"),
    ],
)
def test_an_idle_suppression_that_parts_what_would_join_stays(
    outfit: MakeOutfit, above: str, below: str
) -> None:
    made = outfit(CAT, DOG)
    text = f"{above}<!-- kouetsu-disable-next-line cat -->\n{below}"
    (found,) = check(text, made).diagnostics
    assert found.rule == "unused-suppression"
    assert found.fix is None


def test_of_rules_that_do_not_run_no_suppression_is_idle(outfit: MakeOutfit) -> None:
    text = "<!-- kouetsu-disable cat -->\n\n<!-- kouetsu-disable -->\n\n朝。\n"
    assert not check(text, outfit(CAT, DOG, select=("dog",))).diagnostics


def test_a_misspelt_suppression_is_told_with_the_nearest(outfit: MakeOutfit) -> None:
    text = "<!-- kouetsu-disable-next-line repeated-cta -->\n猫\n"
    outcome = check(text, outfit(word_rule("repeated-cat", "猫")))
    assert [found.rule for found in outcome.diagnostics] == ["unknown-suppression", "repeated-cat"]
    assert "did you mean “repeated-cat”?" in outcome.diagnostics[0].message.en


def test_bytes_that_are_not_utf8_are_located_and_the_rest_is_read(outfit: MakeOutfit) -> None:
    source = Source.from_bytes("朝。\n".encode() + b"\x82\xa0" + "猫".encode())
    outcome = check_source(source, "post.md", outfit(CAT))
    assert [found.rule for found in outcome.diagnostics] == ["undecodable-file", "cat"]
