"""What the rule on outlines says of each kind."""

from __future__ import annotations

MESSAGES = {
    "level": (
        "見出しのレベルを示すラベルが残っています",
        "a label of the heading's level was left in the text",
    ),
    "label": (
        "原稿の構成案のラベルが残っています",
        "a label of the text's outline was left in it",
    ),
    "field": (
        "見出しに項目の名が付いたままです",
        "the heading still has the name of the field that it was made of",
    ),
    "part": (
        "原稿の部分を示すラベルが残っています",
        "a label of a part of the text was left in it",
    ),
    "pattern": (
        "記事の型の名前が見出しになっています",
        "the name of an article pattern is used as a heading",
    ),
    "wanted": (
        "記事の構成についての指定が残っています",
        "the kind of text that was wanted was left in it",
    ),
    "owner": (
        "運営者への覚え書きが残っています",
        "a note to the owner of the site was left in the text",
    ),
    "code": (
        "構成案の節の番号が残っています",
        "the outline's own number of a section was left in the text",
    ),
    "internal": (
        "「{name}」は記事の型の内部名です",
        "“{name}” is the internal name of an article pattern",
    ),
    "brief": (
        "執筆の条件が本文に残っています",
        "terms of the brief were left in the text",
    ),
    "item": (
        "構成の項目がそのまま見出しになっています",
        "an item of the outline is used as a heading",
    ),
    "head": (
        "見出しに書き方の指示が残っています",
        "the heading says how to write the section",
    ),
    "prompt": (
        "執筆を頼む指示が本文に残っています",
        "the order to write the text was left in it",
    ),
    "order": (
        "書き手への注文が残っています",
        "an order to the writer was left in the text",
    ),
    "keywords": (
        "検索語の並びが見出しの型にそのまま入っています",
        "search words were put into the heading as they were typed",
    ),
    "reader": (
        "執筆の条件にある読者像が本文に出ています",
        "the text speaks of the reader whom its brief describes",
    ),
    "sheet": (
        "公開のための作業票の項目が本文に残っています",
        "a field of the publisher's sheet was left in the text",
    ),
    "metadata": (
        "検索エンジンに渡す情報が本文に表示されています",
        "data meant for search engines are printed in the text",
    ),
    "order-word": (
        "執筆の依頼にあるはずの言葉が、読者に向けて書かれています",
        "readers are told what the order asked of the text",
    ),
    "condition": (
        "見出しに雛形の条件が残っています",
        "the heading still has a condition of its template",
    ),
    "slot": (
        "雛形の項目の名がそのまま見出しになっています",
        "the heading is the name of a template's slot",
    ),
    "ticked": (
        "依頼で求められたものの確認表が本文に残っています",
        "a list that ticks off what the order asked for was left in the text",
    ),
    "policy": (
        "記事を作る側の方針が見出しになっています",
        "a heading tells the plan of those who make the posts",
    ),
    "plan": (
        "載せるはずの内容の予告だけが残っています",
        "this announces what was to stand here",
    ),
    "comment": (
        "処理の記録がコメントに残っています",
        "a comment records a step of the processing",
    ),
    "slug": (
        "英語の変数「{slug}」が見出しにそのまま入っています",
        "the variable “{slug}” was put into the heading as it is",
    ),
}
