"""Many posts: processes, the cache, rules that look at all of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace
from word_rules import MakeOutfit, word_rule

from kouetsu import compiled
from kouetsu.api import (
    AnyRule,
    CorpusCheck,
    Finding,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Severity,
    Span,
)
from kouetsu.compiled import Store
from kouetsu.run import session
from kouetsu.run.cache import Cache, cache_of
from kouetsu.run.check import Checked
from kouetsu.run.config import Config, Manner
from kouetsu.run.session import check_files, over_all

CAT = word_rule("cat", "猫")


def posts(folder: Path, *texts: str) -> list[str]:
    for number, text in enumerate(texts):
        (folder / f"{number:02}.md").write_text(text, encoding="utf-8")
    return [f"{number:02}.md" for number in range(len(texts))]


def first_lines() -> AnyRule:
    """Two posts that begin alike."""

    def collect(post: Post, options: RuleOptions) -> str | None:
        return post.text.partition("\n")[0] or None

    def check(facts: Mapping[str, str], options: RuleOptions) -> Iterator[tuple[str, Finding]]:
        seen: dict[str, str] = {}
        for path, line in facts.items():
            if line in seen:
                yield path, Finding(Span(0, len(line)), "again", {"path": seen[line]})
            seen.setdefault(line, path)

    return Rule(
        name="same-start",
        group="site",
        severity=Severity.WARNING,
        messages={"again": ("{path} と同じ", "as in {path}")},
        doc="書き出しが同じ。",
        corpus=CorpusCheck(collect, check),
    )


def test_processes_find_what_one_process_finds(tmp_path: Path, outfit: MakeOutfit) -> None:
    made = outfit(CAT, first_lines())
    paths = posts(tmp_path, *(f"{'猫' * (n % 3)}。\n" for n in range(20)))
    alone, pooled = check_files(paths, made, 1), check_files(paths, made, 2)
    assert alone == pooled
    assert [outcome.path for outcome in pooled] == paths
    assert over_all(alone, made) == over_all(pooled, made)


def test_each_post_is_judged_by_its_own_options(tmp_path: Path, outfit: MakeOutfit) -> None:
    class Options(RuleOptions, frozen=True, kw_only=True):
        most: int = 1

    def check(facts: Mapping[str, str], options: Options) -> Iterator[tuple[str, Finding]]:
        if len(facts) > options.most:
            yield from ((path, Finding(Span(0, 0), "many")) for path in facts)

    rule = Rule(
        name="many-posts",
        group="site",
        severity=Severity.WARNING,
        messages={"many": ("多い", "many")},
        doc="記事が多い。",
        options=Options,
        corpus=CorpusCheck(lambda post, options: post.path, check),
    )
    paths = posts(tmp_path, "朝。\n", "夜。\n", "昼。\n")
    for lenient in paths:
        few = Manner(paths=(lenient,), rules={"many-posts": {"most": 9}})
        made = outfit(rule, config=Config(root=str(tmp_path), overrides=(few,)))
        found = {one.path for one in over_all(check_files(paths, made), made) if one.diagnostics}
        assert found == {*paths} - {lenient}


def test_a_rule_over_all_posts_sees_their_facts(tmp_path: Path, outfit: MakeOutfit) -> None:
    made = outfit(first_lines())
    silenced = "朝。\n\n<!-- kouetsu-disable same-start -->\n"
    paths = posts(tmp_path, "朝。\n", "夜。\n", "朝。\n\n昼。\n", silenced)
    outcomes = over_all(check_files(paths, made), made)
    assert [(o.path, d.message.en) for o in outcomes for d in o.diagnostics] == [
        ("02.md", "as in 00.md"),
        ("03.md", "as in 00.md"),
    ]


@pytest.mark.parametrize(
    ("path", "finding", "told"),
    [
        ("01.md", Finding(Span(0, 99), "again", {"path": "x"}), "no span of a text of 3"),
        ("01.md", Finding(Span(0, 1), "again"), "“again” lacks 'path'"),
        ("02.md", Finding(Span(0, 1), "again", {"path": "x"}), "took no fact from '02.md'"),
        ("01.md", SystemExit(0), "SystemExit"),
    ],
)
def test_a_rule_over_all_posts_that_breaks_is_named(
    tmp_path: Path, outfit: MakeOutfit, path: str, finding: Finding | SystemExit, told: str
) -> None:
    def check(facts: Mapping[str, str], options: RuleOptions) -> Iterator[tuple[str, Finding]]:
        if isinstance(finding, SystemExit):
            raise finding
        yield path, finding

    sound = first_lines()
    assert sound.corpus is not None
    rule = replace(sound, corpus=CorpusCheck(sound.corpus.collect, check))
    made = outfit(CAT, rule)
    outcomes = over_all(check_files(posts(tmp_path, "朝。\n", "夜。\n", ""), made), made)
    (failed,) = [d for o in outcomes for d in o.diagnostics]
    assert failed.rule == "internal-error"
    assert "same-start" in failed.message.en
    assert told in failed.message.en


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers inherit the rule by fork")
def test_a_post_that_kills_its_process_is_named(tmp_path: Path, outfit: MakeOutfit) -> None:
    def check(post: Post, options: RuleOptions) -> list[Finding]:
        if "毒" in post.text:
            os._exit(9)
        return []

    deadly = Rule(
        name="deadly",
        group="words",
        severity=Severity.INFO,
        messages={},
        doc="落ちる。",
        check=check,
    )
    paths = posts(tmp_path, "猫\n", "毒\n", "猫\n")
    outcomes = check_files(paths, outfit(deadly, CAT), 2)
    assert [[d.rule for d in o.diagnostics] for o in outcomes] == [
        ["cat"],
        ["internal-error"],
        ["cat"],
    ]


def test_what_can_not_be_read_is_told(tmp_path: Path, outfit: MakeOutfit) -> None:
    (tmp_path / "folder.md").mkdir()
    (outcome,) = check_files(["folder.md"], outfit(CAT))
    assert [found.rule for found in outcome.diagnostics] == ["unreadable-file"]
    (outcome,) = check_files(["folder.md"], outfit(CAT, severity={"engine": Severity.INFO}))
    assert [found.severity for found in outcome.diagnostics] == [Severity.INFO]
    (outcome,) = check_files(["folder.md"], outfit(CAT, ignore=("unreadable-file",)))
    assert not outcome.diagnostics


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were really checked."""
    seen: list[str] = []
    real = session.check_file_to_keep

    def counting(path: str, *rest: object) -> Checked:
        seen.append(path)
        return real(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(session, "check_file_to_keep", counting)
    return seen


def test_unchanged_posts_come_from_the_cache(
    tmp_path: Path, outfit: MakeOutfit, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path / "cache"))
    made = outfit(CAT, first_lines())
    paths = posts(tmp_path, "猫。\n", "朝。\n", "朝。\n")
    first = check_files(paths, made, cache=cache_of(made))
    assert check_files(paths, made, cache=cache_of(made)) == first
    assert counted == paths
    (tmp_path / "01.md").write_text("猫。\n", encoding="utf-8")
    check_files(paths, made, cache=cache_of(made))
    assert counted == [*paths, "01.md"]
    other = outfit(CAT, first_lines(), severity={"cat": Severity.INFO})
    assert check_files(paths, other, cache=cache_of(other))[0].diagnostics[0].severity == 1


def test_a_post_that_is_saved_during_the_check_is_not_remembered(
    tmp_path: Path, outfit: MakeOutfit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path / "cache"))
    made = outfit(CAT)
    paths = posts(tmp_path, "朝。\n", "夜。\n")
    real = session.check_file_to_keep

    def busy(path: str, *rest: object) -> Checked:
        """Someone saves one of them, and takes it back."""
        if path == "00.md":
            posts(tmp_path, "猫。\n")
        outcome = real(path, *rest)  # type: ignore[arg-type]
        posts(tmp_path, "朝。\n")
        return outcome

    monkeypatch.setattr(session, "check_file_to_keep", busy)
    assert check_files(paths, made, cache=cache_of(made))[0].diagnostics
    monkeypatch.undo()
    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    assert not check_files(paths, made, cache=cache_of(made))[0].diagnostics


@pytest.mark.parametrize("junk", [b"", b"\x80\x05", b"not a cache", b"\x80\x04K\x01."])
def test_a_broken_cache_is_no_cache(tmp_path: Path, outfit: MakeOutfit, junk: bytes) -> None:
    file = tmp_path / "broken.cache"
    file.write_bytes(junk)
    paths = posts(tmp_path, "猫。\n")
    outcomes = check_files(paths, outfit(CAT), cache=Cache(file, b"plan"))
    assert [found.rule for found in outcomes[0].diagnostics] == ["cat"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers inherit the rule by fork")
def test_the_next_run_has_what_workers_compiled(
    tmp_path: Path, outfit: MakeOutfit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(post: Post, options: RuleOptions) -> list[Finding]:
        Pattern("[猫犬]").search(post.text)
        return []

    searching = Rule(
        name="searching",
        group="words",
        severity=Severity.INFO,
        messages={},
        doc="探す。",
        check=check,
    )
    kept = Store(str(tmp_path / "expressions.bin"))
    monkeypatch.setattr(compiled, "_store", kept)
    # in each post: of two workers that save at the same moment, only one is heard
    check_files(posts(tmp_path, "猫\n", "夜の猫。\n", "朝の猫。\n"), outfit(searching), 2)
    assert ("[猫犬]", 0) not in kept.parts
    assert ("[猫犬]", 0) in Store(kept.path).parts
