"""Code actions: fixes, all safe fixes at once, and silencing a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from kouetsu import NAME
from kouetsu.findings import Diagnostic, Edit, Safety, Text
from kouetsu.lsp.documents import Document, Linted
from kouetsu.lsp.terms import Terms
from kouetsu.run.engine_rules import ENGINE
from kouetsu.run.suppression.comments import Comments
from kouetsu.run.suppression.front_matter import disabled
from kouetsu.spans import Span
from kouetsu.surrogates import encodable
from kouetsu.text.post import Post

QUICK_FIX = types.CodeActionKind.QuickFix.value
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{NAME}"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)


def wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether the client asked for this kind or for one that it belongs to."""
    return not only or any(kind == each or kind.startswith(f"{each}.") or not each for each in only)


def at(linted: Linted, span: Span) -> Iterator[Diagnostic]:
    """The diagnostics that touch a span."""
    for found in linted.diagnostics:
        if found.span.start <= span.end and span.start <= found.span.end:
            yield found


def quick_fixes(
    document: Document, linted: Linted, found: Iterable[Diagnostic], terms: Terms
) -> Iterator[types.CodeAction]:
    """The fix of each diagnostic; the safe ones are preferred."""
    assert linted.post is not None
    for each in found:
        if each.fix is None or not each.fix.edits:
            continue
        safe = each.fix.safety is Safety.SAFE
        look = Text("（要確認）", " (needs a look)").in_(linted.language) if not safe else ""
        yield types.CodeAction(
            title=encodable(f"{each.fix.message.in_(linted.language)}{look} [{each.rule}]"),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[terms.diagnostic(document, linted, each)],
            is_preferred=safe,
            edit=terms.workspace_edit(
                document, terms.mend_edits(linted.post.source, each.fix), linted.version
            ),
        )


def silencers(
    document: Document, linted: Linted, found: Iterable[Diagnostic], terms: Terms
) -> Iterator[types.CodeAction]:
    """For each diagnostic: silence its rule here, and in the whole post."""
    post = linted.post
    assert post is not None
    comments = Comments(post)
    offered: set[tuple[str, tuple[Edit, ...]]] = set()
    for each in found:
        if each.group == ENGINE:
            continue
        for edits, title in _silencing(post, each, comments):
            if not edits or (each.rule, edits) in offered:
                continue
            offered.add((each.rule, edits))
            yield types.CodeAction(
                title=title.in_(linted.language),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[terms.diagnostic(document, linted, each)],
                edit=terms.workspace_edit(
                    document, terms.edits(post.source, edits), linted.version
                ),
            )


def fix_all(document: Document, linted: Linted) -> types.CodeAction | None:
    """The action that applies all safe fixes; its edit is a matter of its own."""
    safe = [each for each in linted.diagnostics if each.fix and each.fix.safety is Safety.SAFE]
    if not safe:
        return None
    title = Text(f"安全な修正をすべて適用する（{NAME}）", f"Apply all safe fixes ({NAME})")
    return types.CodeAction(
        title=title.in_(linted.language), kind=FIX_ALL, data={"uri": document.uri}
    )


def _silencing(
    post: Post, found: Diagnostic, comments: Comments
) -> Iterator[tuple[tuple[Edit, ...], Text]]:
    rule = found.rule
    if found.span.start >= post.body.start:
        yield (
            tuple(comments.edits([found])),
            Text(f"ここでは {rule} を抑制する", f"Silence {rule} here"),
        )
    yield (
        tuple(filter(None, (disabled(post, [rule]),))),
        Text(f"この記事では {rule} を抑制する", f"Silence {rule} in this post"),
    )
