"""The log of the run that made the post, shown in it: the generator's files, its steps, their success."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Severity
from kouetsu_rules.seams.segments import segments
from kouetsu_rules.seams.writer_notes import Told

