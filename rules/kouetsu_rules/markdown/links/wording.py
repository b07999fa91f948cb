"""Targets in words: what a link was to lead to, where its address belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.markdown.links.targets import Fault
from kouetsu_rules.shown import coded, said

PUT = (
    r"(?:挿入|入力|貼る|貼り付け|入れる|入れて|記入|追加|追記|設定"
    r"|設置|差し替え|準備|作成|公開|記載|確認|未定|未設定|後日|要確認)"
)
NOUN = (
    r"(?:リンク|URL|ＵＲＬ|アドレス|記事|ページ|画像|写真"
    r"|動画|地図|パス|スラッグ|サイト|商品|フォーム)(?:先|名)?"
)
PATH = r"[^\s/.#:()]"
# The whole of a target; nothing that has a dot or a slash is in words.
WORDED = Pattern(
    rf"(?:ここに|こちらに|後で|あとで)?[ 　]?{PATH}{{0,12}}{NOUN}[ 　]?(?:を|は"
    rf"|が)?[ 　]?{PUT}(?:する|して(?:ください)?|予定|中|待ち|後)?"
    r"|(?:該当|対象|当該|前回|次回|公式|紹介|引用元|参考)の?(?:記事|ページ|サイト|投稿)"
    rf"|{PATH}{{0,12}}(?:リンク|URL|ＵＲＬ|アドレス)(?:先)?|(?:ここに|こちらに)[^/.#()\n]{{1,200}}"
    # what the picture was to show, behind its name or a sign of notes
    r"|※[^/.#\n]{2,200}|TODO[ ]?[:：][^/#\n]{2,200}"
    rf"|[（【［\[]?(?:{NOUN}|GIF|図解?|イラスト|スクショ|スクリーンショット|キャプチャ)"
    rf"(?:[^/.#:：\s]{{0,12}}[:：]|{PATH}{{0,12}}?{PUT})[^/.#\n]{{1,200}}"
    rf"|(?:要|後で|あとで|後ほど|追って|近日中?に?)?{PUT}(?:予定|中|待ち)|仮|ダミー|仮リンク|準備中|執筆中|作成中"
    rf"|(?:请?(?:在此处?|此处|这里))?(?:插入|添加|填写|替换为?){PATH}{{0,10}}(?:链接|网址|地址|图片)"
    rf"|(?:链接|网址|图片链接)(?:地址|待补充|待添加)?|待补充|待添加|敬请期待"
    rf"|(?:여기에 ?)?(?:{PATH}{{0,8}} ?)?(?:링크|주소)(?: ?(?:삽입|추가|예정|입력))?"
    r"|(?:(?:please )?(?:add|insert|put|paste|replace)[-_ ](?:with[-_ ])?(?:the[-_ ]|your[-_ ]"
    r"|an?[-_ ])?)"
    r"(?:[a-z]+[-_ ]){0,3}(?:link|url|image|address|slug)s?(?:[-_ ](?:here|later|to[-_ ].{1,40}))?"
    r"|(?:link|url|image|slug|path)[-_ ](?:to[-_ ].{1,40}|here|goes[-_ ]here|placeholder|tbd|todo"
    r"|pending)"
    r"|(?:internal|external|related|article|post|download|source|referral|sponsor)[-_ ]?(?:link"
    r"|url)s?(?:[-_ ]?here|[-_]?\d)?"
    r"|placeholder(?:[-_ ]?(?:link|url))?|tba|coming[-_ ]?soon"
    r"|\#(?:placeholder|todo|tbd|tba|affiliate(?:[-_]?link)?|your[-_]?link|coming[-_]?soon|insert[-_]?link)"
    r"|(?-i:[A-Z]{2,20}(?:_[A-Z0-9]{2,20}){1,4})[:：][^/\s]{1,80}",
    re.IGNORECASE,
)
# With a blank in it a target makes no link, and shows.
BLANKED = Pattern(r"\]\((?P<target>[^()\n/#.]{1,40}[ 　][^()\n/#.]{1,60})\)")
# A link that says that there is nothing to see yet.
UNREADY = Pattern(
    r"[（(【\[［](?:準備中|執筆中|作成中|制作中|近日公開|近日中に公開|公開予定|未公開|後日公開|工事中|作成予定|執筆予定"
    r"|(?i:coming soon|wip|tbd|tba|to be published|not yet published|upcoming|draft)"
    r"|即将发布|敬请期待|待发布|준비 ?중|작성 ?중|공개 ?예정)[）)】\]］][\s。.]*$"
)
# Paths that only a host of code, an encyclopaedia or a shop has.
FOREIGN = Pattern(
    r"/[\w.-]+/(?!\d+/)[\w.-]+/(?:(?:blob|raw|tree|blame)/(?:main|master|develop|[\w.-]+/\S)\S*"
    r"|graphs/(?:contributors|commit-activity|traffic)|network/(?:members|dependents|dependencies))"
    r"|/(?:dp|gp/product)/B0[0-9A-Z]{8}(?:[/?]\S*)?|/watch\?v=[\w-]{11}(?:&\S*)?|/r/\w+/comments/\S*"
)
OF_REPOSITORY = Pattern(
    r"/(?P<name>[\w.-]+/[\w.-]+)(?:/(?:issues|pulls?|stargazers|commits?|actions|security|blob|tree|releases|wiki|discussions|packages|tags|labels|projects)(?:/\S*)?)?"
)
PRINTED = Pattern(r"「(?P<path>(?:/[a-z0-9]+(?:[-_][a-z0-9]+)*){1,4}/?)」(?=[でをにもと])")
LEADS = Pattern(
    r"[でをにもと](?:も|は)?(?:[^。、\n]{0,12}(?:解説|紹介|まとめ|触れ)|ご?(?:覧|参照|確認)|あわせて|読)"
)
# Who tells readers an address calls it one, or says what to do with it.
CALLED = Pattern(r"(?:リンク|URL|アドレス|パス)(?:先)?(?:は|が|が?[:：])?[ 　]*$")
OPENED = Pattern(r"[ 　]*(?:に(?:アクセス|移動)|を(?:開[いくけ]|入力))")
HYPHENED = 2
"""A path with so many hyphens is a post's."""


def blanked_targets(post: Post) -> Iterator[Fault]:
    """Words with a blank where the address belongs."""
    if "](" not in post.text:
        return
    for place in said(post, BLANKED):
        if WORDED.fullmatch(place["target"].strip()):
            yield Fault(Span(*place.span()), "dummy", place["target"])


def mark_faults(post: Post, prose: Prose) -> Iterator[Fault]:
    """Links to what is not there yet, or is on another site."""
    for mark in prose.marks:
        if mark.kind not in ("link", "image"):
            continue
        target = mark.target.strip()
        # of another site it is the name of a version: Media Queries (Draft)
        own = mark.kind == "link" and "//" not in target
        if own and UNREADY.search(prose.text[mark.start : mark.end]):
            yield Fault(mark.span, "unready", target)
        elif _foreign(post, target):
            yield Fault(mark.span, "foreign", target)
        elif (
            target.startswith("/")
            and target.count("-") >= HYPHENED
            and prose.text[mark.start : mark.end].strip() == target
            and not (CALLED.search(prose.text, 0, mark.start) or OPENED.match(prose.text, mark.end))
        ):
            yield Fault(mark.span, "path", target)
    # perf: most prose has no path in brackets
    for place in PRINTED.finditer(prose.text) if "「/" in prose.text else ():
        told = LEADS.match(prose.text, place.end()) or not post.derived(coded)
        if place["path"].count("-") >= HYPHENED and told:
            yield Fault(prose.span(*place.span("path")), "path", place["path"])


def _foreign(post: Post, target: str) -> bool:
    if not target.startswith("/"):
        return False
    if FOREIGN.fullmatch(target):
        return True
    place = OF_REPOSITORY.fullmatch(target)
    return place is not None and f"github.com/{place['name']}" in post.text
