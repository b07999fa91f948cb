"""Measure the released command against marked posts and clean prose (`make quality DATA=…`).

See bench/README.md. The data is not part of the project: a saved result holds places, never text.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from measure.command import Command, CommandError
from measure.parts import PARTS, Reading, Results, measure
from measure.tables import Style, report

HERE = Path(__file__).parent


def arguments(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="quality.py", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the marked posts and the clean prose")
    parser.add_argument(
        "--command",
        default=f"{shlex.quote(sys.executable)} -m kouetsu",
        help="the command to measure (default: this Python's kouetsu)",
    )
    parser.add_argument(
        "--parts",
        type=_parts,
        default=PARTS,
        metavar="PART,…",
        help=f"only these of {', '.join(PARTS)}",
    )
    parser.add_argument(
        "--rules",
        type=_names,
        default=frozenset(),
        metavar="RULE,…",
        help="show only these rules (the bars are always of all)",
    )
    parser.add_argument(
        "--misses",
        type=int,
        default=20,
        metavar="N",
        help="places of each list of misses and false alarms (-1: all)",
    )
    parser.add_argument("--quotes", action="store_true", help="show the text beside each place")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes for the command")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the command's reports")
    parser.add_argument(
        "--again",
        action="store_true",
        help="count the reports in --keep again instead of running the command",
    )
    parser.add_argument(
        "--save",
        action="store_true",
        help="write bench/results/quality-YYYY-MM-DD.txt, all places, no text",
    )
    return parser.parse_args(argv)  # fmt: skip


def _names(value: str) -> frozenset[str]:
    return frozenset(name.strip() for name in value.split(",") if name.strip())


def _parts(value: str) -> tuple[str, ...]:
    chosen = _names(value)
    if unknown := chosen.difference(PARTS):
        raise argparse.ArgumentTypeError(f"no part {', '.join(sorted(unknown))}")
    return tuple(part for part in PARTS if part in chosen)


def save(results: Results, style: Style, seconds: float) -> Path:
    target = HERE / "results" / f"quality-{date.today():%Y-%m-%d}.txt"
    target.parent.mkdir(exist_ok=True)
    lines = report(results, replace(style, misses=-1, quotes=False, kept=True, rules=frozenset()))
    head = f"kouetsu against the development data, {date.today():%Y-%m-%d}; {seconds:.0f} s\n"
    target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return target


def main(argv: Sequence[str] | None = None) -> int:
    options = arguments(argv)
    if not options.data.is_dir():
        print(f"quality.py: no folder {options.data}", file=sys.stderr)
        return 2
    extra = ["--jobs", str(options.jobs)] if options.jobs else []
    command = Command.parse(options.command, extra=extra, keep=options.keep, again=options.again)
    checker = Reading.of(command, HERE / "judged.tsv")
    try:
        results = measure(options.data, checker, options.parts)
    except CommandError as failure:
        print(f"quality.py: {failure}", file=sys.stderr)
        return 2
    style = Style(options.rules, options.misses, options.quotes)
    print("\n".join(report(results, style)))
    print()
    for trouble in command.troubles:
        print(f"TROUBLE {trouble.rule} {style.place(trouble.path, trouble.line)} {trouble.message}")
    print("seconds: " + ", ".join(f"{name} {s:.1f}" for name, s in command.seconds.items()))
    if options.save:
        print(f"saved {save(results, style, sum(command.seconds.values()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
