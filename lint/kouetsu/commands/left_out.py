"""Why no post was checked, so that silence is not taken for praise."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kouetsu.commands.telling import warn
from kouetsu.findings import Text
from kouetsu.language import counted
from kouetsu.run.config import shown_path
from kouetsu.run.discover import ENDINGS, Discovered
from kouetsu.run.plan import LeftOut, Outfit

SHOWN = 3
"""Folders that are named; a shell's glob may hand over hundreds."""


def warn_of_left_out(
    found: Discovered, args: argparse.Namespace, outfit: Outfit, spoken: str
) -> None:
    """One line on standard error for paths that were asked for in vain."""
    if found.untouched and not found.posts and not args.quiet:
        since, count = args.since, found.untouched
        warn(
            spoken,
            f"{since} から変わった記事はありません（記事 {count} 本）",
            f"no post has changed since {since} ({counted(count, 'post')})",
        )
    if found.posts or found.unreadable or found.untouched:
        if found.by_hand and not args.quiet:
            ja, en = _left_out({path: found.left_out[path] for path in found.by_hand}, outfit)
            warn(spoken, ja, en)
        return
    if found.left_out and args.paths:
        ja, en = _left_out(found.left_out, outfit)
    elif found.empty:
        endings, listed = ", ".join(ENDINGS), _listed(found.empty)
        ja = f"{listed}: 記事（{endings}）がありません"
        en = f"{listed}: no posts ({endings}) in there"
    elif outfit.posts is not None:
        patterns, place = _listed(outfit.posts), _place_of_posts(outfit)
        ja = f"{place.ja} posts「{patterns}」に当てはまる記事がありません"
        en = f"no file matches posts “{patterns}” of {place.en}"
    else:
        ja = "記事が見つかりません。パスを渡すか、kouetsu.yaml の posts を書いてください"
        en = "no posts found: give a path, or set posts in kouetsu.yaml"
    warn(spoken, ja, en)


def _left_out(left_out: dict[str, LeftOut], outfit: Outfit) -> Text:
    reasons = Counter(left_out.values())
    texts = [_reason(reason, outfit) for reason in LeftOut if reasons[reason]]
    if len(reasons) > 1:
        counts = [reasons[reason] for reason in LeftOut if reasons[reason]]
        texts = [
            Text(f"{ja} {n} 個", f"{n} {en}") for (ja, en), n in zip(texts, counts, strict=True)
        ]
    if len(left_out) == 1:
        files = Text(*[next(iter(left_out))] * 2)
    else:
        count = len(left_out)
        files = Text(f"{count} 個のファイル", f"{count} files")
    return Text(
        f"{files.ja}: 調べません（{'、'.join(text.ja for text in texts)}）。"
        "調べるには --no-exclude を付けます",
        f"{files.en}: not checked ({', '.join(text.en for text in texts)}); "
        "--no-exclude checks anyway",
    )


def _reason(reason: LeftOut, outfit: Outfit) -> Text:
    if reason is LeftOut.POSTS:
        place, patterns = _place_of_posts(outfit), _listed(outfit.posts or ())
        return Text(
            f"{place.ja} posts「{patterns}」の対象外", f"not in posts “{patterns}” of {place.en}"
        )
    if reason is LeftOut.EXCLUDE:
        patterns, path = _listed(outfit.plan.config.exclude), _shown(outfit)
        return Text(f"{path} の exclude「{patterns}」で除外", f"in exclude “{patterns}” of {path}")
    return Text("Markdown ではないファイル", "not Markdown")


def _place_of_posts(outfit: Outfit) -> Text:
    """Where the patterns of the posts were written."""
    config = outfit.plan.config
    if config.posts is None:
        return Text(f"プリセット {config.preset} の", f"the preset {config.preset}")
    return Text(f"{_shown(outfit)} の", _shown(outfit))


def _shown(outfit: Outfit) -> str:
    path = outfit.plan.config.path
    return shown_path(Path(path)) if path else "kouetsu.yaml"


def _listed(items: Sequence[str]) -> str:
    more = len(items) - SHOWN
    return ", ".join(items[:SHOWN]) + (f", … +{more}" if more > 0 else "")
