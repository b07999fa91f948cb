"""Writing the ``kouetsu.yaml`` that fits a survey, each line with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from kouetsu.findings import Text
from kouetsu.language import counted
from kouetsu.rule import Fitted
from kouetsu.run.survey import Enumeration, Survey


class Draft(Struct, frozen=True):
    """What the configuration is to say, and how it was inferred."""

    survey: Survey
    preset: str | None = None
    marker: str = ""
    posts: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    fitted: Mapping[str, Fitted] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether the posts tell nothing that the defaults do not say."""
        inferred = (self.preset, self.posts, self.exclude, self.survey.required)
        options = (fitted.options for fitted in self.fitted.values())
        return not any((*inferred, self.survey.enumerations, *options))


UNTOLD = """\
# preset: jekyll  # jekyll | hugo | zenn | qiita | astro
# posts: ["posts/**/*.md"]
# exclude: ["README.md"]
# ignore: [title-length]
# rules: {reading-time: {characters-per-minute: 500}}"""
"""What a configuration can say, for a site whose posts say nothing."""


def inferences(draft: Draft) -> Iterator[Text]:
    """What was inferred, from how many posts; what was not, and why."""
    survey, front = draft.survey, draft.survey.with_front_matter
    yield Text(
        f"{survey.posts} 本の記事を見ました（うち {front} 本に front matter があります）",
        f"{counted(survey.posts, 'post')} seen, {front} with front matter",
    )
    if draft.preset:
        yield Text(
            f"preset: {draft.preset}（{draft.marker} がある）",
            f"preset: {draft.preset} (there is {draft.marker})",
        )
    else:
        yield Text("preset: なし（どれとも決められません）", "preset: none (no platform known)")
    if draft.posts:
        yield Text(f"posts: {_json(draft.posts)}", f"posts: {_json(draft.posts)}")
    if required := survey.required:
        listed = ", ".join(required)
        yield Text(
            f"必須の項目: {listed}（98 % 以上の記事にある）",
            f"required keys: {listed} (98 % of the posts or more have them)",
        )
    elif not front:
        yield Text(
            "必須の項目: なし（front matter のある記事がありません）",
            "required keys: none (no post has front matter)",
        )
    else:
        yield Text("必須の項目: 決めるには記事が足りません", "required keys: too few posts to tell")
    for enumeration in survey.enumerations:
        yield _enumeration_told(enumeration)
    for rule, fitted in draft.fitted.items():
        yield _fitted_told(rule, fitted)
    if draft.is_empty:
        yield Text(
            "記事から決まる設定はありません。既定のまま使えます（設定できることの例を書きます）",
            "nothing could be inferred: the defaults hold, kouetsu.yaml names what can be set",
        )


def _enumeration_told(enumeration: Enumeration) -> Text:
    count, posts = len(enumeration.values), enumeration.posts
    slips = "、".join(f"{slip} → {meant}" for slip, meant in enumeration.slips.items())
    slips_en = slips.replace("、", ", ")
    return Text(
        f"{enumeration.key} の値: {count} 種類（{posts} 本から）"
        + (f"。書き間違いらしい値は除きました: {slips}" if slips else ""),
        f"values of {enumeration.key}: {count} (from {posts} posts)"
        + (f"; left out as misspelt: {slips_en}" if slips else ""),
    )


def _fitted_told(rule: str, fitted: Fitted) -> Text:
    agreeing, total = fitted.agreeing, fitted.total
    if not fitted.options:
        return Text(
            f"{rule}: どの設定も記事の値に合いません（最良で {total} 本中 {agreeing} 本）",
            f"{rule}: no options explain the posts (at best {agreeing} of {total})",
        )
    listed = ", ".join(f"{name} {value}" for name, value in fitted.options.items())
    return Text(
        f"{rule}: {listed}（{total} 本中 {agreeing} 本の値に合う）",
        f"{rule}: {listed} (explains {agreeing} of {total} posts)",
    )


def configuration(draft: Draft, spoken: str) -> str:
    """The text of ``kouetsu.yaml``."""
    return "\n".join(_lines(draft, spoken)) + "\n"


def _lines(draft: Draft, spoken: str) -> Iterator[str]:
    survey = draft.survey
    yield Text(
        f"# kouetsu init が {survey.posts} 本の記事から書いたものです。直して使ってください。",
        f"# Written by kouetsu init from {counted(survey.posts, 'post')}: change it as you like.",
    ).in_(spoken)
    if draft.is_empty:
        yield Text(
            "# 記事から決まる設定はありませんでした。必要な行の # を外してください。",
            "# Nothing could be inferred: take the # off what you need.",
        ).in_(spoken)
        yield UNTOLD
    if draft.preset:
        yield f"preset: {draft.preset}"
    if draft.posts:
        yield f"posts: {_json(draft.posts)}"
    if draft.exclude:
        yield f"exclude: {_json(draft.exclude)}"
    yield from _schema(survey)
    fitted = {name: each for name, each in draft.fitted.items() if each.options}
    if fitted:
        yield "rules:"
        for name, each in fitted.items():
            options = ", ".join(f"{key}: {_json(value)}" for key, value in each.options.items())
            yield f"  {name}: {{{options}}}"


def _schema(survey: Survey) -> Iterator[str]:
    required, enumerations = survey.required, survey.enumerations
    if not required and not enumerations:
        return
    yield "front-matter:"
    if required:
        yield f"  required: {_json(required)}"
    if enumerations:
        yield "  properties:"
        for each in enumerations:
            one_of = f"enum: {_json(each.values)}"
            if each.is_list:
                yield f"    {_json(each.key)}: {{type: array, items: {{{one_of}}}}}"
            else:
                yield f"    {_json(each.key)}: {{{one_of}}}"


def _json(value: Sequence[str] | str | object) -> str:
    """JSON, which is YAML; what YAML takes for a line break or can't hold is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(value)
