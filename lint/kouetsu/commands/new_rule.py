"""``kouetsu new-rule NAME``: a working rule and its cases, to change into your own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kouetsu.commands.options import Parser, add_language
from kouetsu.errors import UsageError, unwritable
from kouetsu.language import language
from kouetsu.rule import KEBAB_CASE
from kouetsu.run.config import stated_language
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry

RULE = '''\
"""「すごく」を使っている。

## 何を見るか
本文の「すごく」。ここに、この規則が見るものを書きます。

## なぜか
この規則がある理由を書きます。

## 例
```md bad
朝の空気がすごく冷たい。
```
```md fixed
朝の空気がとても冷たい。
```
```md good
朝の空気がひどく冷たい。
```

## 限界
この規則が見ないもの、間違えるものを書きます。

## English
### What it does
Reports the word すごく in the body. Say here what your rule looks at.

### Why
Say why the rule is there.

### Limits
Say what it does not see, and where it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    option,
)

WORD = Pattern("すごく")


class Options(RuleOptions, frozen=True, kw_only=True):
    allowed: Annotated[int, option("許す回数", "how often it may stand", ge=0)] = 0


def check(post: Post, options: Options) -> Iterator[Finding]:
    places = [
        prose.span(*found.span()) for prose in post.prose for found in WORD.finditer(prose.text)
    ]
    for span in places[options.allowed :]:
        fix = Fix((Edit(span, "とても"),), Safety.UNSAFE, "replace")
        yield Finding(span, "found", {"count": len(places)}, fix=fix)


RULE = Rule(
    name="@NAME@",
    group="local",
    severity=Severity.WARNING,
    options=Options,
    check=check,
    messages={
        "found": ("「すごく」があります（{count} 回）", "すごく ({count} in all)"),
        "replace": ("「とても」にする", "write とても"),
    },
    doc=__doc__,
)
'''

CASES = """\
# ⟦ ⟧ marks what the rule must find / ⟦ ⟧ は見つけるべき所です
- name: 本文の語を見つける / finds the word
  bad: |
    朝の空気が⟦すごく⟧冷たい。
  fixed: |
    朝の空気がとても冷たい。
- name: 許した回数までは黙っている / is silent up to the number that is allowed
  options: {allowed: 1}
  good: |
    朝の空気がすごく冷たい。
"""


def run(arguments: Sequence[str]) -> int:
    """Write the two files; nothing that is there is overwritten."""
    parser = Parser("new-rule", "Write the skeleton of a rule / 自作の規則の雛形を書く")
    parser.add_argument(
        "name",
        metavar="NAME",
        help="in kebab-case, named for the fault / 規則の名前（kebab-case で、欠陥を表すもの）",
    )
    parser.add_argument(
        "--folder",
        default=".",
        metavar="DIR",
        help="where to write it (default: .) / 書き出す場所（既定: .）",
    )
    add_language(parser)
    args = parser.parse_args(arguments)
    if not re.fullmatch(KEBAB_CASE, args.name):
        raise UsageError(
            f"{args.name}: 名前は kebab-case（例: too-many-dashes）にしてください",
            f"{args.name}: a rule's name is kebab-case, such as too-many-dashes",
        )
    _refuse_known(args.name)
    folder = Path(args.folder)
    rule, cases = folder / f"{args.name.replace('-', '_')}.py", folder / f"{args.name}.yaml"
    created: Path | None = None
    for path, content in ((rule, RULE.replace("@NAME@", args.name)), (cases, CASES)):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                created = path
                file.write(content)
            created = None
        except OSError as error:
            if created is not None:  # a full disk: half a file would only be in the way
                created.unlink(missing_ok=True)
            raise unwritable(path, error) from None
    spoken = language(args.lang, stated_language(None))
    print(f"{rule}\n{cases}")
    print("to test it and to use it:" if spoken == "en" else "用例で試す、記事に使う:")
    print(f"  kouetsu test-rule {rule}\n  kouetsu check --plugin {rule} {_POSTS[spoken]}")
    return 0


_POSTS = {"ja": "記事...", "en": "POSTS..."}


def _refuse_known(name: str) -> None:
    """A rule of one's own with the name of another one could never be loaded."""
    registry = Registry.of(load())
    if name in registry.words:
        raise UsageError(
            f"{name}: この名前の規則かグループがすでにあります。ほかの名前を付けてください",
            f"{name}: a rule or a group has this name; give yours another one",
        )
