"""All that a rule or another plugin may import of kouetsu."""

from __future__ import annotations

from kouetsu.findings import (
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Related,
    Safety,
    Severity,
    Text,
    Value,
    Values,
)
from kouetsu.hookspecs import hookimpl
from kouetsu.options import NonEmpty, RuleOptions, option
from kouetsu.patterns import Pattern
from kouetsu.preset import Flavor, Preset, Site
from kouetsu.report import CheckedPost, Report, Reporter
from kouetsu.rule import AnyRule, CorpusCheck, Fitted, Fitting, Rule
from kouetsu.spans import Span
from kouetsu.text.front_matter import (
    Entry,
    FrontMatter,
    MappingNode,
    Node,
    ProblemKey,
    Scalar,
    SequenceNode,
)
from kouetsu.text.markdown import Block
from kouetsu.text.post import Post
from kouetsu.text.prose import Mark, MarkKind, Prose
from kouetsu.text.sentences import Sentence, normal_form
from kouetsu.text.source import Source
from kouetsu.text.tokens import Feature, Token

__all__ = [
    "AnyRule",
    "Block",
    "CheckedPost",
    "CorpusCheck",
    "Diagnostic",
    "Edit",
    "Entry",
    "Feature",
    "Finding",
    "Fitted",
    "Fitting",
    "Fix",
    "Flavor",
    "FrontMatter",
    "MappingNode",
    "Mark",
    "MarkKind",
    "Node",
    "NonEmpty",
    "Pattern",
    "Post",
    "Preset",
    "ProblemKey",
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
    "Values",
    "hookimpl",
    "normal_form",
    "option",
]
