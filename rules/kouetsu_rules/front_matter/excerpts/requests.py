"""What the prompt asked of an excerpt: labels, requests and counts of characters."""

from __future__ import annotations

import re

from kouetsu.api import Pattern

# A label of an answer, with how long it was to be: Meta description (max 155 chars): …
LABEL = Pattern(
    r"[【\[［(（]?(?:(?:記事の?|SEO用?の?|メタ)?(?P<label>要約|概要|抜粋|紹介文|リード文?|説明文?"
    r"|ディスクリプション)(?:文|案)?"
    r"|(?:(?:SEO|meta|page|post|short|brief|TL;?DR)[ -]){0,2}(?:description|excerpt|summary"
    r"|abstract|teaser|blurb|meta(?=[ ]?[:：]))"
    r"(?: for SEO)?)[ ]?\d?[】\]］)）]?"
    r"\s*(?P<order>[（(\[][^（()）\[\]]{1,40}[)）\]]\s*)?(?:[:：]|(?<=[】］\]])|\s[–—-](?=\s))\s*"
    r"|(?:以下(?:は|が)|こちらが)、?[^。:：をが、]{0,20}(?:要約|概要|説明文|抜粋)(?:です"
    r"|になります)?[:：。]\s*"
    r"|Here(?: is|['’]s) (?:a|the|your) [^.:]{0,40}(?:summary|description|excerpt)[^.:]{0,30}:\s*",
    re.IGNORECASE,
)
# 200字以内でまとめて, but not まとめてもらう授業.
ASKED = (
    r"(?:(?:書いて|まとめて)(?=ください|下さい|[。！!]|$)"
    r"|(?:入力|記入|作成|出力)(?:して|すること|する)?(?=ください|下さい|[。！!）)]|$))"
)
# The request itself in place of its answer.
REQUEST = Pattern(
    r"(?:説明文|要約|概要|紹介文|ディスクリプション)を[^。]{0,20}\d{2,3}(?:文字|字)(?:程度|以内"
    rf"|前後)?(?:で|に)?(?:[。]?$|{ASKED})"
    rf"|\d{{2,3}}(?:文字|字)(?:程度|以内|前後)で{ASKED}"
    r"|(?:includ(?:es?|ing)?|with|contain(?:s|ing)) (?:the |your )?(?:primary|main|focus"
    r"|target) keyword"
    r"|\b(?:under|max(?:imum)?(?: of)?|within|up to) 1[0-9]{2} char(?:acter)?s\b",
    re.IGNORECASE,
)
# In brackets from end to end: what the prompt wanted of the excerpt.
WANTED = Pattern(
    r"\s*[（(【\[](?=[^）)】\]]*(?:\d{2,3}(?:文字|字)|KW|キーワード))(?=[^）)】\]]*(?:こと|する"
    r"|ください|入れ|含め|記入|ディスクリプション))"
    r"[^（()）【】\[\]]{6,160}[）)】\]]\s*$"
)
LENGTH_NOTE = Pattern(
    r"(?<!\s)\s*[（(【\[]\s*(?:(?:約|全角|計|合計)\s*)?(?P<count>\d{2,3})\s*(?:文字|字"
    r"|characters?)[^）)】\]]{0,8}[）)】\]]\s*$"
)
