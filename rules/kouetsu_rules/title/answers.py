"""Fields of the front matter that hold an answer of the model in the place of a title."""

from __future__ import annotations

import re

from kouetsu.api import Pattern

# perf: hardly any title begins so, and the pattern of the whole takes a millisecond to compile.
BEGINS = Pattern(
    r"I|Sorry|Apolog|Unfort|As an|Sure|Cert|Of c|Absol|Okay|OK|Underst|Here|Let me|Based",
    re.IGNORECASE,
)
ANSWER_EN = Pattern(
    r"(?:I apologi[sz]e\b|I['’]?m sorry,? (?:but|I)\b|(?:Sorry|Apologies), (?:but )?I\b"
    r"|(?:Unfortunately, )?I(?:['’]m| am) (?:unable|not able) to\b|I (?:cannot|can['’]t) (?!stop)"
    r"|As an AI\b|I(?:['’]ve| have) (?:now |already |successfully )?(?:established|created|written"
    r"|drafted|prepared|completed|generated|structured|outlined|updated|reviewed|gathered|analy[sz]ed)"
    r"\b|I(?:['’]ll| will) (?:now )?(?:write|create|start|search|begin|proceed|draft|provide)\b"
    r"|(?:Sure|Certainly|Of course|Absolutely|Okay|Understood)[,!.] "
    r"|Here(?:['’]s| is| are) (?:the|your|a|an|my) (?:\w+ ){0,3}"
    r"(?:article|post|draft|title|blog|summary|translation|outline|content)\b"
    r"|(?:Okay|OK), (?:I|let)\b|Let me (?:search|start|write|create|know)\b"
    r"|Based on (?:the|your|my) (?:\w+ ){0,2}(?:search|results|request|information)\b)",
    re.IGNORECASE,
)
ANSWER_JA = Pattern(
    r"(?:(?:大変|誠に)?申し訳(?:ありません|ございません|ないのですが|ないですが)"
    r"|(?:はい、)?(?:承知|了解|かしこまり)(?:いた|致)?しました"
    r"|かしこまりました|もちろんです[！!。、]|はい、(?:承知|了解|わか|分か|かしこ|以下)"
    r"|(?:現在、?)?(?:Web|ウェブ|インターネット)(?:の)?検索(?:機能|ツール)?(?:が|は|を)"
    r"(?:現在)?(?:利用|使用|実行)(?:でき|する(?:こと)?が?でき)"
    r"|ご(?:依頼|要望|指定|提示|質問)(?:いただ|頂|の|に)"
    r"|以下(?:に|は|が|の)[^。]{0,20}(?:記事|タイトル|原稿|本文|構成)(?:案)?(?:を|です|に|の(?:案|例))"
    r"|(?:AI|大規模)言語モデル(?:として|である)"
    r"|記事(?:の(?:本文|構成|続き|下書き))?を(?:作成|執筆|生成)(?:し|いたし)ま(?:す|した))",
    needs=(
        "申し訳",
        "承知",
        "了解",
        "かしこまり",
        "もちろんです",
        "はい、",
        "検索",
        "ご依頼",
        "ご要望",
        "ご指定",
        "ご提示",
        "ご質問",
        "以下",
        "言語モデル",
        "記事",
    ),
)
# Over an English text much of that is a good title; this is not.
CERTAIN_EN = Pattern(
    r"(?:As an AI (?:language )?(?:model|assistant)\b|I(?:['’]m| am) (?:sorry|afraid),? but I "
    r"(?:can(?:['’]t|not)|am (?:unable|not able) to) (?:assist|help|fulfill|comply|provide|write)\b"
    r"|(?:Sure|Certainly|Of course|Absolutely)[!,] (?:Here(?:['’]s| is| are)|Below is"
    r"|I(?:['’]d| would) be happy to)\b)"
)


def is_answer(text: str, japanese: bool) -> bool:
    """Whether a title or an excerpt is what the model said to the one who asked for it."""
    if ANSWER_JA.match(text):
        return True
    if BEGINS.match(text) is None:
        return False
    return (ANSWER_EN if japanese else CERTAIN_EN).match(text) is not None
