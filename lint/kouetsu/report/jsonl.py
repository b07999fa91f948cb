"""``--format jsonl``: one diagnostic a line, as an element of ``json``."""

from __future__ import annotations

import json
from typing import TextIO

from kouetsu.report import Report
from kouetsu.report.json import diagnostic_object
from kouetsu.report.places import Sources, located
from kouetsu.surrogates import encodable


def write(report: Report, out: TextIO) -> None:
    sources = Sources(report)
    for each in located(report):
        line = json.dumps(diagnostic_object(each, sources, report), ensure_ascii=False)
        out.write(encodable(line) + "\n")
