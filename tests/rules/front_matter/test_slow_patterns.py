"""Patterns of a site that would take years are given up, and the run goes on."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from kouetsu.options import options_from
from kouetsu.preset import Site
from kouetsu.text.post import Post
from kouetsu_rules.front_matter.fields.time_limit import limited
from kouetsu_rules.front_matter.front_matter_schema import RULE

NAME = "a" * 48


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {"title": {"pattern": "^(a+)+$"}}},
        {"patternProperties": {"^(a|aa)+$": {"type": "string"}}},
        {"propertyNames": {"pattern": "^(a+)+$"}},
    ],
)
def test_a_slow_pattern_is_told(schema: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    module = "kouetsu_rules.front_matter.front_matter_schema.SECONDS"
    monkeypatch.setattr(module, 0.2)
    post = Post.from_text(f"---\ntitle: {NAME}!\n{NAME}!: 1\n---\n", site=Site(schema=schema))
    began = time.process_time()
    assert RULE.check is not None
    found = [finding.message for finding in RULE.check(post, options_from(RULE.options))]
    assert found == ["slow"]
    assert time.process_time() - began < 2


def test_beside_the_main_thread_there_is_no_limit() -> None:
    done: list[bool] = []

    def work() -> None:
        with limited(0.001):
            sum(range(300_000))
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
