"""Posts of everything that may stand in one: no rule breaks, fixes settle, formats stay whole.

``KOUETSU_EXAMPLES=5000 pytest tests/test_fuzz.py`` looks longer; failures name their blob.
"""

from __future__ import annotations

import io
import json
import os
from functools import cache
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kouetsu.api import Post, Source
from kouetsu.report import CheckedPost, Report
from kouetsu.run.check import Checked, check_post
from kouetsu.run.config import Config
from kouetsu.run.fix import mend
from kouetsu.run.plan import Choices, Outfit, Plan
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry
from kouetsu.run.suppression.added import silence
from kouetsu.text.front_matter import read_front_matter

MARKUP = [
    "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "\n\n\n", " ", "\t", "\u3000", "# ", "## ",
    "\n# ", "\n## ", "\n- ", "\n* ", "\n1. ", "\n  - ", "\n> ", "\n    ", "\n---\n", "\n***\n",
    "\n===\n", "\n```\n", "\n```markdown\n", "\n~~~\n", "`", "``", "*", "**", "***", "_", "__",
    "~~", "[", "]", "](", ")", "](#)", "](https://example.com/a_b)", "![", "<br>", "<b>", "</b>",
    "<div>\n", "</div>\n", "<!-- ", " -->", "<!--", "&amp;", "&#12354;", "\\*", "|",
    "\n| a | b |\n|---|---|\n", "[^1]", "\n[^1]: ", "\n[r]: http://x\n", "{% raw %}", "{{ x }}",
    "{: .a}", "\n:::\n", "$$", "{{< a >}}", "https://example.com/あ", "- [ ] ",
    "\n\n<!-- kouetsu-disable -->\n\n", "\n\n<!-- kouetsu-enable -->\n\n",
    "\n\n<!-- kouetsu-disable-next-line typos, x -->\n\n",
]  # fmt: skip
DAMAGE = [
    "---END---", "\n---END---\n", "---CONTINUE---", "（続き）", "【続き】", "<|im_end|>",
    "[INST]", "contentReference[oaicite:3]", "turn0search1", "（約2000字）", "承知いたしました。",
    "...", "以上が記事の続きになります。", "以下の記事の続きを書いてください。",
    "**強調「です」**は", "**「春」**", "ですいます。", "すること。するこ", "をを", "がが",
    "ののの", "とてもとても", "、。", "。。", "、、", "」」", "。」。", "「", "」", "（", "）",
    "『", "』", "(」・ω・)」", "もっと75%以上の企業", "0.30000000000000004", "XX年",
    "[ここに名前]", "〇〇", "文字数：1200字", "ç\xa0´", "ã\x81\x82", "縺ゅ", "\ufffd",
    "\ufffd春", "한국어", "хлеб", "这个", "TODO", "春 の 庭", "ａｂｃ", "ｶﾞ", "㈱", "①",
    "か\u3099", "\u200b", "\u202e", "\ufeff", "\x07", "\0", "\U0001f469\u200d\U0001f467",
    "葛\U000e0100", "\u2028", "\x85", "第1章 導入（500字）", "| 項目 | 値 |",
]  # fmt: skip
WORDS = [
    "春の庭では、朝の光がやわらかく落ちる。", "水やりは早いうちに済ませるのがよい。", "庭", "朝",
    "は", "祖母は「急がば回れ」と言い、湯をゆっくり注いだ。",
    "この道は1968年に開かれ、いまも12%の人が歩く。", "まとめ", "はじめに", "読了まで約5分です。",
    "この章では次の図を見てください。", "The quick brown fox. ", "春の庭では、朝の光が",
    "やわらかく落ちる。", "です", "ます。", "できます", "が、", "という", "2025年",
]  # fmt: skip
FIELDS = [
    "title: 春の庭の手入れ", 'title: "春の庭の…"', "title: '**春の庭**'", "title: 春の庭\ufffd",
    "title:", "title: |\n  春の\n  庭", "date: 2025-04-01", "date: 2025-13-40",
    "date: 0001-01-01T00:00:00Z",
    "tags: [庭, 庭, 春]", "tags: 庭", "tags:\n  - 庭\n  - 春", "reading_time: 99",
    "reading_time: '5分'", "excerpt: 春の庭では、朝の光が", 'excerpt: "春の \\"庭\\" では\\n"',
    "description: >-\n  春の\n  庭", "kouetsu: {disable: [typos]}", "kouetsu: {disable: [x]}",
    "tilte: 春", "draft: yes", "a: &a 春", "b: *a", "title: 夏", "- x", "\tx: 1",
    "image: {path: /a.png}", "categories: [AI技術ガイド]", "# 注", "weight: 012", "time: 1:30",
]  # fmt: skip

body = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(MARKUP),
        st.sampled_from(DAMAGE),
        st.text(max_size=4),
    ),
    max_size=40,
).map("".join)
yaml = st.lists(st.sampled_from(FIELDS), max_size=7).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)
front_matter = st.one_of(
    st.just(""),
    st.just("---\n"),
    yaml.map(lambda lines: f"---\n{lines}---\n\n"),
    yaml.map(lambda lines: f"---\n{lines}\n"),
    st.just('+++\ntitle = "春"\ndate = 2025-04-01\n+++\n'),
    st.just('{"title": "春", "tags": ["庭"]}\n\n'),
)
repeats = st.sampled_from([1, 1, 1, 2, 3])
texts = st.builds(lambda head, text, count: head + text * count, front_matter, body, repeats)
posts = st.builds(
    lambda bom, text, newline: bom + text.replace("\n", newline).encode("utf-8", "surrogatepass"),
    st.sampled_from([b"", b"", b"\xef\xbb\xbf"]),
    texts,
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
)
PATH = "_posts/2025-04-01-haru.md"
PATIENT = settings(
    deadline=None,
    max_examples=int(os.environ.get("KOUETSU_EXAMPLES", "100")),
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)


@cache
def outfit(preset: str | None) -> Outfit:
    plugins = load()
    plan = Plan(Config(preset=preset), Choices(select=("all",)))
    return Outfit(plan, plugins, Registry.of(plugins))


def checked(source: Source, preset: str | None) -> Checked:
    site = outfit(preset).profile(PATH).site
    outcome = check_post(Post(source, PATH, site), outfit(preset))
    broken = [found.message.en for found in outcome.diagnostics if found.rule == "internal-error"]
    assert not broken
    return outcome


presets = st.sampled_from([None, "jekyll", "hugo", "zenn"])


@PATIENT
@given(posts, presets, st.booleans())
def test_fixes_apply_and_settle(raw: bytes, preset: str | None, unsafe: bool) -> None:
    source = Source.from_bytes(raw)
    checked(source, preset)
    result = mend(source, PATH, outfit(preset), unsafe=unsafe)
    if source.undecodable:
        assert not result.changed
        return
    assert result.refusal is None
    again = mend(result.after, PATH, outfit(preset), unsafe=unsafe)
    assert not again.changed
    assert result.after.has_bom == source.has_bom
    before, after = (read_front_matter(each.text) for each in (source, result.after))
    if not before.problems:
        assert not after.problems
        # a misspelt key may have another name, but none comes or goes
        assert (after.kind, len(after.data)) == (before.kind, len(before.data))
    assert result.after.text.count("```") % 2 <= source.text.count("```") % 2


@PATIENT
@given(posts, st.sampled_from(["ja", "en"]))
def test_every_format_tells_what_was_found(raw: bytes, language: str) -> None:
    source = Source.from_bytes(raw)
    found = checked(source, "jekyll").diagnostics
    post = CheckedPost("春 \udcff\n:,%.md", source, found)
    rules = tuple(outfit("jekyll").registry.rules.values())
    for name, reporter in outfit("jekyll").plugins.reporters().items():
        out = io.StringIO()
        reporter(Report((post,), rules, language=language, files=1), out)
        text = out.getvalue()
        text.encode("utf-8")
        lines = text.split("\n")[:-1]
        if name in ("json", "sarif", "rdjson", "gitlab"):
            json.loads(text)
        elif name == "junit":
            ElementTree.fromstring(text)
        elif name == "jsonl":
            assert len([json.loads(line) for line in lines]) == len(found)
        elif name == "unix":
            assert len(lines) == len(found)
        elif name == "github":
            # annotations, then what GitHub would not show
            assert all(line.startswith(("::", "- ")) for line in lines)


@PATIENT
@given(posts)
def test_suppressions_for_all_that_is_there_silence_it_and_nothing_is_new(raw: bytes) -> None:
    source = Source.from_bytes(raw)
    if source.undecodable:
        return
    post = Post(source, PATH, outfit(None).profile(PATH).site)
    before = checked(source, None)
    text, after = silence(post, before, before.diagnostics, "昔から", outfit(None))
    rules = {found.rule for found in after.diagnostics}
    assert rules <= {found.rule for found in before.diagnostics}
    if "kouetsu-enable" not in source.text:  # which may end what is written
        post = Post(text, PATH, post.site)
        again, _ = silence(post, after, after.diagnostics, "昔から", outfit(None))
        assert again.raw == text.raw
