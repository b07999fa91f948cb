"""Damage clean prose by the processes that slips come from, and count what the command finds.

    python bench/injection.py DATA [--kinds A1,script] [--count 100] [--misses 5 --quotes]

See bench/README.md. Nothing of the data is kept; the same seed gives the same slips.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from measure import processes, token_slips
from measure.command import SPEAKING, Checker, Command, CommandError, Diagnostic
from measure.counting import TYPO_LONGEST, TYPO_SLACK
from measure.passages import Passage, clean_posts, headlines, passages
from measure.processes import Damaged, Process
from measure.sites import MAIN
from measure.slips import BODY, FRONT_MATTER, speaks_of_slips
from measure.texts import Folder, Span, Text

PROCESSES = (*processes.PROCESSES, *token_slips.PROCESSES)
AROUND = 24
"""Characters shown on both sides of a missed slip."""


@dataclass(frozen=True)
class Injected:
    """One slip in a post of its own, beside the same post without it."""

    process: Process
    path: str
    text: Text
    sound: Text
    span: Span

    def found_by(self, said: Iterable[Diagnostic]) -> set[str]:
        """The severities of what speaks of the place."""
        return {
            d.severity
            for d in said
            if d.span.end - d.span.start <= TYPO_LONGEST and d.span.near(self.span, TYPO_SLACK)
        }


def arguments(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="injection.py", description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the clean prose")
    parser.add_argument(
        "--kinds", default="", metavar="KIND,…", help="only these (A1, B, script …)"
    )
    parser.add_argument("--count", type=int, default=100, metavar="N", help="slips of each process")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="misses to show of each")
    parser.add_argument("--quotes", action="store_true", help="show the text of misses and alarms")
    parser.add_argument("--command", default=f"{shlex.quote(sys.executable)} -m kouetsu")
    return parser.parse_args(argv)


def inject(
    process: Process, prose: Sequence[Passage], heads: Sequence[str], count: int, seed: str
) -> list[Injected]:
    """Up to ``count`` slips of the process, in texts taken at random."""
    chance = Random(f"{seed}:{process.kind}:{process.name}")
    pool = [(head,) for head in heads] if process.field else list(prose)
    chance.shuffle(pool)
    done: list[Injected] = []
    for passage in pool:
        if len(done) == count:
            break
        at = chance.randrange(len(passage))
        damaged = process.damage(passage[at], chance)
        if damaged is not None:
            done.append(_injected(process, passage, at, damaged, len(done)))
    return done


def _injected(
    process: Process, passage: Passage, at: int, damaged: Damaged, number: int
) -> Injected:
    before = "".join(passage[:at])
    words = before + damaged.text + "".join(passage[at + 1 :])
    text = _post(words, process.field)
    start = text.text.index(words) + len(before) + damaged.start
    slug = PROCESSES.index(process)
    path = f"{MAIN.below}/2025-04-01-injected-{slug:02}-{number:03}.md"
    span = Span(start, start + damaged.end - damaged.start)
    return Injected(process, path, text, _post("".join(passage), process.field), span)


def _post(words: str, field: str) -> Text:
    fields = dict(FRONT_MATTER)
    if field:
        fields[field] = f'{field}: "{words}"'
    body = BODY if field else BODY + "\n" + words + "\n"
    return Text("\n".join(["---", *fields.values(), "---", "", body]).encode())


def tell(injected: Sequence[Injected], checker: Checker, misses: int, quotes: bool) -> list[str]:
    """What was found of each process, and what was said of the same texts while sound."""
    said = _said(checker, "injected", {each.path: each.text for each in injected})
    sound = _said(checker, "sound", {each.path: each.sound for each in injected})
    by_process: dict[Process, list[Injected]] = defaultdict(list)
    for each in injected:
        by_process[each.process].append(each)
    lines = [f"{'kind':<7} {'process':<48} {'slips':>5} {'error':>6} {'heard':>6}"]
    shown: list[str] = []
    closed = [0, 0]
    for process, own in by_process.items():
        levels = [each.found_by(said[each.path]) for each in own]
        errors = sum("error" in level for level in levels)
        heard = sum(bool(level) for level in levels)
        if process.closed:
            closed = [closed[0] + errors, closed[1] + len(own)]
        lines.append(
            f"{process.kind:<7} {process.name:<48} {len(own):>5}"
            f" {errors / len(own):>6.2f} {heard / len(own):>6.2f}{'' if process.closed else '  *'}"
        )
        missed = [each for each, level in zip(own, levels, strict=True) if "error" not in level]
        shown += [_shown(each, quotes) for each in missed[:misses]]
    lines.append(f"closed kinds, as error: {closed[0]} of {closed[1]} (* not of them)")
    return [*lines, *_alarms(injected, sound, quotes), *shown]


def _said(checker: Checker, name: str, texts: dict[str, Text]) -> dict[str, list[Diagnostic]]:
    by_path: dict[str, list[Diagnostic]] = {path: [] for path in texts}
    for d in checker.check(Folder(name, texts, MAIN.config)):
        if d.severity in SPEAKING and speaks_of_slips(d):
            by_path[d.path].append(d)
    return by_path


def _alarms(
    injected: Sequence[Injected], sound: dict[str, list[Diagnostic]], quotes: bool
) -> list[str]:
    """What is said of the sound texts, each once; titles and excerpts of our making aside."""
    told: dict[str, str] = {}
    texts = {each.sound.text: each for each in injected if not each.process.field}
    for text, each in texts.items():
        for d in sound[each.path]:
            key = f"{d.rule} {d.severity} {text[d.span.start - 8 : d.span.end + 8]!r}"
            told[key] = f"ALARM {key}" if quotes else f"ALARM {d.rule} {d.severity}"
    return [f"{len(texts)} sound texts, {len(told)} alarms", *sorted(told.values())]


def _shown(each: Injected, quotes: bool) -> str:
    start, end = each.span
    text = each.text.text
    place = f"{text[max(0, start - AROUND) : start]}⟦{text[start:end]}⟧{text[end : end + AROUND]}"
    return f"MISSED {each.process.kind} {each.process.name}: " + (
        place.replace("\n", "⏎") if quotes else each.path
    )


def main(argv: Sequence[str] | None = None) -> int:
    options = arguments(argv)
    if not options.data.is_dir():
        print(f"injection.py: no folder {options.data}", file=sys.stderr)
        return 2
    kinds = set(options.kinds.split(",")) - {""}
    posts = clean_posts(options.data)
    prose, heads = passages(posts), headlines(posts)
    print(
        f"{len(posts)} posts: {len(prose)} paragraphs, {len(heads)} headlines; seed {options.seed}"
    )
    injected = [
        each
        for process in PROCESSES
        if not kinds or process.kind in kinds
        for each in inject(process, prose, heads, options.count, options.seed)
    ]
    try:
        print(
            "\n".join(
                tell(injected, Command.parse(options.command), options.misses, options.quotes)
            )
        )
    except CommandError as failure:
        print(f"injection.py: {failure}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
