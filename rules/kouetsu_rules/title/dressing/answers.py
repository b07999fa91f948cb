"""Fields of the front matter that hold an answer of the model in the place of a title.

People apologise, consent and say OK in titles as well: what a model says to the one who asked for a
post names the work or the request, or fails at it.
"""

from __future__ import annotations

import re

from kouetsu.api import Pattern

# perf: hardly any title begins so, and the pattern of the whole takes a millisecond to compile.
BEGINS = Pattern(
    r"I|Sorry|Apolog|Unfort|As an|Sure|Cert|Of c|Absol|Okay|OK|Underst|Here|Let me|Based",
    re.IGNORECASE,
)
DOING = (
    r"(?:access|assist|browse|complete|comply|create|find|fulfill|generate|help|locate|open|perform"
    r"|proceed|process|produce|provide|read|retrieve|search|summari[sz]e|translate|verify|view|write)"
)
WORK = r"(?:articles?|blog post|post|draft|title|summary|translation|outline|content|report)"
# What is asked of a model, or handed to it: people can't find their way home either.
HANDED = (
    r"(?:you\b|your\b|this\b|that\b|request|file|image|link|url|web|page|site|internet|search"
    rf"|brows|real[- ]time|external|information|data|source|input|prompt|topic|{WORK})"
)
HELPS = r"(?:happy to|help|assist|write|draft|generate|create|summari[sz]e|translate)"
REFUSES = (
    rf"I (?:cannot|can['’]t|could(?:n['’]t| not)) {DOING}\b(?=.{{0,80}}?\b{HANDED}|[^\w’']*$)"
    rf"|I(?:['’]m| am|['’]ve been) (?:unable|not able) to {DOING}\b"
    r"|I (?:do not|don['’]t|lack) (?:have )?(?:access (?:to|the)"
    r"|(?:enough|sufficient) (?:information|context|data|details|content)"
    r"|the (?:ability|information))\b"
)
ANSWER_EN = Pattern(
    rf"(?:(?:I apologi[sz]e|I['’]?m sorry|Sorry|Apologies|Unfortunately),? (?:but )?(?:{REFUSES})"
    rf"|{REFUSES}|As an AI(?: (?:language )?(?:model|assistant)\b|,)"
    r"|I(?:['’]ve| have) (?:now |already |successfully )?(?:established|created|written|drafted"
    r"|prepared|completed|generated|structured|outlined|updated|reviewed|gathered|analy[sz]ed)"
    rf" [^.]{{0,40}}?\b{WORK}\b"
    r"|I(?:['’]ll| will) (?:now )?(?:write|create|start|search|begin|proceed|draft|provide)"
    rf" [^.]{{0,40}}?\b{WORK}\b"
    r"|(?:Sure|Certainly|Of course|Absolutely|Okay|OK|Understood)[,!.] (?:Here\b|Below\b|Let me\b"
    rf"|I(?:['’]ll|['’]ve|['’]d| will| have| can| need)\b(?=.{{0,60}}?\b(?:{WORK}|{HELPS}))|以下)"
    r"|Here(?:['’]s| is| are) (?:the|your|a|an|my) (?:\w+ ){0,3}"
    rf"{WORK}\b(?![-’'])"
    r"|Let me (?:search|write|create|draft|start (?:by|with the (?:research|search)|writing))\b"
    r"|Based on (?:the|your|my) (?:\w+ ){0,2}(?:search|results|request|information)\b)",
    re.IGNORECASE,
)
APOLOGY = Pattern(r"I apolog|I['’]?m sorry|Sorry|Apolog|Unfortunately|As an AI", re.IGNORECASE)
ENGLISH = Pattern(r"[A-Za-z][\w’'-]*")
LITTLE = 3
"""Words of so few letters stay small in the name of a song."""
CANNOT = (
    r"(?:(?:でき|出来|行え|あり|つかり|当たり|いただけ|ござい)ません"
    r"|かね(?:ます|る)|でき(?:ない|ず))"
)
THING = (
    r"(?:記事|原稿|資料|情報|タイトル|題名|本文|文章|内容|画像|リンク|URL|ファイル|ページ|テーマ"
    r"|ニュース)"
)
ASKED = r"ご(?:依頼|要望|指定|指示|提示|提供)"
ANSWER_JA = Pattern(
    r"(?:(?:大変|誠に)?申し訳(?:ありません|ございません|ないのですが|ないですが)"
    r"(?![がけれど]*、?お探しの)[がけれど]*"
    rf"(?:の(?:可能|真意|未来|衝撃)|(?=[^。]*(?:{THING}[^。]{{0,16}}(?:{CANNOT}|不足|[はがをに、]$)"
    rf"|(?:作成|生成|執筆|要約|検索|アクセス|回答|閲覧)(?:する(?:こと)?)?[はがをも]?{CANNOT}"
    r"|お(?:手伝い|応え|答え)[^。]{0,6}(?:でき|いたしかね)|言語モデル|AIアシスタント)))"
    r"|(?:はい、)?(?:(?:承知|了解)(?:いた|致)?しました|かしこまりました|わかりました|分かりました"
    rf"|もちろんです)(?=[。！!、])(?=.{{0,60}}(?:以下|{ASKED}|記事|原稿|タイトル|本文|要約|下書き"
    r"|説明文|執筆|生成|お手伝い))"
    r"|はい、以下"
    r"|(?:現在、?)?(?:Web|ウェブ|インターネット)(?:の)?検索(?:機能|ツール)?(?:が|は|を)"
    r"(?:現在)?(?:利用|使用|実行)(?:する(?:こと)?が)?でき(?:ません|ないた|なかったた)"
    rf"|{ASKED}(?:(?:いただ|頂)(?:いた|きました)|の)(?:記事|タイトル|原稿|本文|トピック|キーワード|URL)"
    r"|以下(?:に|は|が|の)(?![^。]{0,60}て(?:ください|下さい))(?![^。]{0,20}(?<!成し)(?<!正し)(?<!約し)(?<!とめ)(?<!直し)(?<!いただい)た"
    r"(?:記事|原稿|本文))[^。]{0,20}(?:記事|タイトル|原稿|本文|構成)(?:案)?(?:を|です|に|の(?:案|例))"
    r"|(?:AI|大規模)言語モデル(?:として(?!の)|である(?:私|ため))"
    r"|記事(?:の(?:本文|構成|続き|下書き))?を(?:(?:作成|生成)(?:し|いたし)ま(?:す|した)"
    r"|執筆(?:し|いたし)ます))"
)
# A sentence that goes on so tells of the answer, or of the page that said it.
TOLD_OF = Pattern(
    r"[、」』]?と(?:出(?!来|力)|い[うわっ]|言|表示|聞|答え|返され|書かれ)"
    r"|(?:とき|時|場合|人)(?:[にはがをのへとも、。]|$)"
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
    answer = ANSWER_JA.match(text)
    if answer is not None:
        return TOLD_OF.search(text, answer.end()) is None
    if BEGINS.match(text) is None:
        return False
    loose = japanese and (APOLOGY.match(text) is not None or not _is_name(text))
    return (ANSWER_EN if loose else CERTAIN_EN).match(text) is not None


def _is_name(text: str) -> bool:
    """Whether it is written as the name of a song or a film: every longer word is capital."""
    words = ENGLISH.findall(text)
    return all(word[0].isupper() or len(word) <= LITTLE for word in words)
