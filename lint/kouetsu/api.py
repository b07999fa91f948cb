"""All that a rule or a plugin may import of the engine."""

from __future__ import annotations

from kouetsu.findings import (
    Edit,
    Finding,
    Fix,
    Related,
    Safety,
    Severity,
    Text,
    Value,
)
from kouetsu.hookspecs import hookimpl
from kouetsu.options import RuleOptions, option
from kouetsu.preset import Flavor, Preset, Site
from kouetsu.report import CheckedPost, Report, Reporter
from kouetsu.rule import AnyRule, CorpusCheck, Rule
from kouetsu.spans import Span
from kouetsu.text.front_matter import Entry, FrontMatter, MappingNode, Scalar, SequenceNode
from kouetsu.text.markdown import Block
from kouetsu.text.post import Post
from kouetsu.text.prose import Mark, Prose
from kouetsu.text.sentences import Sentence, normal_form
from kouetsu.text.source import Position, Source
from kouetsu.text.tokens import Feature, Token

__all__ = [
    "AnyRule",
    "Block",
    "CheckedPost",
    "CorpusCheck",
    "Edit",
    "Entry",
    "Feature",
    "Finding",
    "Fix",
    "Flavor",
    "FrontMatter",
    "MappingNode",
    "Mark",
    "Position",
    "Post",
    "Preset",
    "Prose",
    "Related",
    "Report",
    "Reporter",
    "Rule",
    "RuleOptions",
    "Safety",
    "Scalar",
    "Sentence",
    "SequenceNode",
    "Severity",
    "Site",
    "Source",
    "Span",
    "Text",
    "Token",
    "Value",
    "hookimpl",
    "normal_form",
    "option",
]
