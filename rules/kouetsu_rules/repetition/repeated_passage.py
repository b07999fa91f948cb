"""x"""
from __future__ import annotations
from collections.abc import Iterator
from kouetsu.api import Finding, Post, Related, Rule, RuleOptions, Severity
from kouetsu_rules.repetition.copies import Passage, find_copies

def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    copies = post.derived(find_copies)
    if not copies.evident: return
    for passage in copies.passages:
        if passage.size<40 and not (sum(not b.label for b in passage.blocks)>1 or (len(list(passage.pairs))>1 and passage.size>=30)): continue
        certain = passage.contained>=.9 or sum(not b.label for b in passage.blocks)>1
        yield Finding(passage.span,'copy',severity=None if certain else Severity.WARNING)
RULE=Rule(name='repeated-passage',group='repetition',severity=Severity.ERROR,messages={'copy':('x','x')},doc='x',check=check)
