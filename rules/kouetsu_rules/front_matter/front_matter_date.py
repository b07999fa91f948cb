"""日付がありえない、ファイル名と食い違う、または未来になっている。

## 何を見るか
`date`、`lastmod`、`pubDate` など、日付を書く項目。

- 暦にない日付や時刻（2 月 30 日、25 時）、日付になっていない値（`YYYY-MM-DD` のまま）。エラー
- ファイル名の日付（`2025-04-01-….md`）との食い違い。時刻にタイムゾーン（`+0000`）があれば、それを考
  えても合わないときだけ指摘します。警告
- 時刻にタイムゾーンがない（`require-time-zone` を有効にしたとき）。警告
- 検査する日より先の日付（`allow-future` を無効にしたとき）。エラー

## なぜか
ありえない日付はビルドを止めます。ファイル名と違う日付は URL や並び順を狂わせます。Jekyll は未来の日
付の記事を出力しません。

## 例
```md bad
---
title: 春の散歩道
date: 2025-02-30
---

桜並木を歩いた。
```
```md good
---
title: 春の散歩道
date: 2025-02-28 09:00:00 +0900
---

桜並木を歩いた。
```

## 修正
ありえない日付と食い違う日付はファイル名の日付に直し、`time-zone` があれば足りないタイムゾーンを補い
ます。どちらも確認の要る修正です。

## 設定
`time-zone`（例 `+09:00`）を書くと、ファイル名の日付とはそのタイムゾーンで比べます。書かなければ、世
界のどこかで合う日付は合っているとみなします。

## 限界
「April 1, 2025」のように、公開の仕組みによって読めたり読めなかったりする書き方は見ません。既定の設
定では、人が書いた記事 375 本のうち 1 本で指摘があり、ファイル名との本物の食い違いでした。

## English
### What it does
Reports dates that do not exist, differ from the file name or lie ahead. It looks at the keys that
hold dates. Errors are days and times that do not exist, values that are no date at all, and, where
`allow-future` is off, days to come. Warnings are a date other than that of the file name (time
zones are taken into account) and, where `require-time-zone` is on, a time without a zone. The fixes
take the date of the file name or add the zone; both need a look.

### Why
Impossible dates stop builds, dates that differ from the file name spoil addresses and order, and
Jekyll does not publish posts from the future.

### Limits
Notations that only some publishers read, such as “April 1, 2025”, are left alone. By default one of
375 posts by people is reported: it truly differs from its file name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Annotated

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    NonEmpty,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Scalar,
    Severity,
    Span,
    option,
)
from kouetsu_rules.front_matter.fields.reading import readable

DATE = Pattern(r"(\d{4})([-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?=\D|\Z)")
CLOCK = Pattern(r"[Tt \t]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?")
NO_DATE = Pattern(
    r"[\[<{(【]?(?:[Yy]{4}\W?[Mm]{2}\W?[Dd]{2}.*|今日|本日|昨日|明日|日付|未定|要確認|"
    r"TODO|TBD|date|today|now)[\]>})】]?",
    re.IGNORECASE,
)
FILE_DATE = Pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})-")
OWN = ("date", "pubDate", "publishDate")
"""Fields that name the day of the post itself, which its file name may name too."""
MESSAGES = {
    "impossible": (
        "「{name}」の {found} は存在しない日時です",
        "“{name}” is {found}, which does not exist",
    ),
    "no-date": ("「{name}」が日付として読めません", "“{name}” is not a date"),
    "other-day": (
        "「{name}」の {found} がファイル名の日付 {day} と違います",
        "“{name}” is {found}, but the file name says {day}",
    ),
    "no-zone": ("「{name}」にタイムゾーンがありません", "“{name}” has no time zone"),
    "future": (
        "「{name}」の {found} は未来の日付なので、記事は公開されません",
        "“{name}” is {found}, which lies ahead, so the post is not published",
    ),
    "take-day": ("ファイル名の日付にする", "use the date of the file name"),
    "add-zone": ("タイムゾーン {zone} を書き足す", "add the time zone {zone}"),
}


class Options(RuleOptions, frozen=True, kw_only=True):
    """What the site expects of its dates."""

    fields: Annotated[
        tuple[NonEmpty, ...], option("日付を書く項目", "the fields that hold dates", min_length=1)
    ] = (*OWN, "lastmod", "updated", "updatedDate", "last_modified_at", "modified", "published_at")
    time_zone: Annotated[
        str,
        option(
            "サイトのタイムゾーン（例 +09:00）。空なら決まっていない",
            "the offset of the site, such as +09:00; empty: not known",
            pattern=r"^([+-](0\d|1[0-4]):?[0-5]\d)?$",
        ),
    ] = ""
    require_time_zone: Annotated[
        bool, option("時刻にタイムゾーンを求める", "ask for a time zone where there is a time")
    ] = False
    allow_future: Annotated[
        bool, option("未来の日付を許す", "whether dates to come are published")
    ] = True
    today: Annotated[
        date | None,
        option(
            "今日とみなす日（例 2025-04-01）。null なら検査する日",
            "the day taken for today, such as 2025-04-01; null: the day of the check",
        ),
    ] = None


def check(post: Post, options: Options) -> Iterator[Finding]:
    if readable(post) is None:
        return
    day = _day_of_file(post.path)
    for name in options.fields:
        scalar = post.front_matter.scalar(name)
        if scalar is None or not scalar.text.strip():
            continue
        yield from _unreal(scalar, name, day)
        moment = _moment(scalar)
        if moment is None:
            continue
        if name in OWN and day is not None:
            yield from _other_day(scalar, name, moment, day, options)
        if options.require_time_zone and isinstance(moment, datetime) and not moment.tzinfo:
            yield Finding(scalar.span, "no-zone", {"name": name}, fix=_zoned(scalar, options))
        if not options.allow_future and name in OWN and _is_to_come(moment, options):
            values = {"name": name, "found": scalar.text[:40]}
            yield Finding(scalar.span, "future", values, severity=Severity.ERROR)


def _unreal(scalar: Scalar, name: str, day: date | None) -> Iterator[Finding]:
    """What is no day or no time."""
    values = {"name": name, "found": scalar.text[:40]}
    written = DATE.match(scalar.text)
    if written is None:
        if name in OWN and NO_DATE.fullmatch(scalar.text.strip()):
            yield Finding(scalar.span, "no-date", values, severity=Severity.ERROR)
        return
    clock = CLOCK.match(scalar.text, written.end())
    try:
        date(int(written[1]), int(written[3]), int(written[4]))
        if clock is not None:
            # 24:00 and the sixtieth second are times to most readers.
            hour, minute, second = (int(part or 0) for part in clock.groups())
            time(hour - (hour == 24), minute, min(second, 59) if second == 60 else second)
    except ValueError:
        fix = _dated(scalar, written, day) if day is not None else None
        yield Finding(scalar.span, "impossible", values, severity=Severity.ERROR, fix=fix)


def _day_of_file(path: str) -> date | None:
    found = FILE_DATE.match(path.replace("\\", "/").rpartition("/")[2])
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _moment(scalar: Scalar) -> date | datetime | None:
    """The date that the value is, also in quotes, where it is ISO 8601 or nearly."""
    if isinstance(scalar.value, date):
        return scalar.value
    text = scalar.text.strip()
    written = DATE.match(text)
    if written is not None:
        day = f"{written[1]}-{int(written[3]):02}-{int(written[4]):02}"
        text = day + text[written.end() :]
    text = re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$)", "", text)
    try:
        if len(text) <= 10:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _other_day(
    scalar: Scalar, name: str, moment: date | datetime, day: date, options: Options
) -> Iterator[Finding]:
    if day in _days(moment, options):
        return
    values = {"name": name, "found": scalar.text[:40], "day": day.isoformat()}
    written = DATE.match(scalar.text)
    fix = _dated(scalar, written, day) if written else None
    yield Finding(scalar.span, "other-day", values, fix=fix)


def _days(moment: date | datetime, options: Options) -> set[date]:
    """The days that the moment may be where the site is."""
    if not isinstance(moment, datetime):
        return {moment}
    if moment.tzinfo is None:
        return {moment.date()}
    if options.time_zone:
        offsets = [_offset(options.time_zone)]
    else:
        offsets = [timedelta(hours=-12), timedelta(0), timedelta(hours=14)]
    try:
        utc = moment.astimezone(UTC).replace(tzinfo=None)
        return {moment.date(), *((utc + offset).date() for offset in offsets)}
    except OverflowError:  # 0001-01-01T00:00:00Z: what Go writes for no date
        return {moment.date()}


def _offset(zone: str) -> timedelta:
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    offset = timedelta(hours=hours, minutes=minutes)
    return -offset if zone[0] == "-" else offset


def _is_to_come(moment: date | datetime, options: Options) -> bool:
    zone = timezone(_offset(options.time_zone)) if options.time_zone else UTC
    now = datetime.now(zone)
    if options.today:
        now = datetime.combine(options.today, time.max, zone)
    if isinstance(moment, datetime):
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)) > now
    return moment > now.date()


def _dated(scalar: Scalar, written: re.Match[str], day: date) -> Fix | None:
    """The day of the file in the place of the one written; the time stays."""
    if scalar.content.size != len(scalar.text):
        return None
    start = scalar.content.start
    mark = written[2]
    last = "日" if mark == "年" else ""
    text = f"{day.year:04}{mark}{day.month:02}{'月' if last else mark}{day.day:02}{last}"
    span = Span(start + written.start(), start + written.end())
    return Fix((Edit(span, text),), Safety.UNSAFE, "take-day")


def _zoned(scalar: Scalar, options: Options) -> Fix | None:
    if not options.time_zone:
        return None
    space = "" if "T" in scalar.text else " "
    edit = Edit(Span(scalar.content.end, scalar.content.end), space + options.time_zone)
    return Fix((edit,), Safety.UNSAFE, "add-zone", {"zone": options.time_zone})


RULE = Rule(
    name="front-matter-date",
    group="front-matter",
    severity=Severity.WARNING,
    messages=MESSAGES,
    doc=__doc__,
    check=check,
    options=Options,
)
