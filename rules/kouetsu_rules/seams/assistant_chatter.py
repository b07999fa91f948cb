"""対話の相手に向けたモデルの言葉が本文に残っている。

## 何を見るか
- 承知の返事、書いたものの前置き、断り、続きを書くかどうかの問い（`承知いたしました。`、
  `以下に、全面的な改稿案を示します。`、`記事を作成できません`）
- 頼んだ人に宛てた申し出と問い（`必要であれば導入部を書き直しますのでお知らせください`、
  `参照すべき資料を教えていただけますでしょうか？`）
- 作業の報告と点検、許可を求める言葉（`公開作業を進めます。`、`自己点検: 全見出しに…`、
  `実行して良いですか？`）
- `**思考過程**` などの見出しに続く、回答の作り方の説明と、役の種明かし
  （`発酵の専門家として作成されたものです`、`税に詳しいSEOライターが解説します`）
- 記事の半ばの、次の求めへの返事（区切り線の間の `承知しました！次に…を紹介します`）
- 日本語の記事にある、作業中のモデルの英語の独り言（`I'll refine the search query.`）
- 記事の初めの作業の言葉（`リサーチ完了。記事を生成します。`。`…を調査してから記事を作成します` は警
  告）と、囲みを閉じる行だけが残り、コードとして表示される報告
- 文の途中に一つだけ残った、対話の次の発言（`夕方の便Human: continue writing`）。一つの段落をなすも
  のは警告で、前の文が導くものと、隣の段落も `名前：` で始まるものは見ません

次のものは警告です。

- 実行の記録（`9:15:02 最終チェック成功` のような行や、`生成日時：…` と `品質スコア：…` のような行が
  二つ以上並ぶもの）
- 元の記事を読めなかったという報告（`本文を取得できないため、要約を作成できません`）。コードのない記
  事では、題名やほかの front matter の値、見出し、表の欄、引用の中も見ます。題名ならエラーです
- 作業の材料への言及（`既存の記事でも触れたように`、`提供された情報には記載がありません`、
  `（原文は途中で省略されていますが、通常は…）`）、頼んだ人への報告
  （`本レポートは、ユーザーからの質問に対し…`）、リンクの代わりの報告
  （`関連記事：公開記事はまだありません`）
- 書き終えた文章の点検の表（`セルフレビュー結果` の見出しと、三つ以上の問いと答え）
- 別の箇所にある断りに触れる本文、記事の初めに置かれた、直した点の一覧（`結論の強化` など）
- 記事の半ばにつながれた回答の継ぎ目。訳や続きの前置き（`こちらが続きの和訳です`）、申し出
  （`ご希望であれば、フォーム付きの例もご紹介できます`）、`とても良い質問ですね！`、自分にできないこ
  と（`このチャットでは写真を表示できないため`）
- 中国語と韓国語の返事（記事の初めの `好的，下面我来介绍`）と、記事の終わりの英語の申し出
  （`If you'd like, I can also write…`）
- 生成の失敗の報告（`要約の生成に失敗しました（終了コード 3）`）とエージェントどうしの通信
- 書き手や物語の語り手も口にする形（`続きを書きましょうか？`、`以下が改稿版です。`、
  `私はAIなので、夢を見ません`）
- 決め手になる言葉はないものの、原稿のやり取りの言葉が重なる短い文
  （`記事ファイルを posts/ume.md として書き出しました`）

会話や引用（「」の中、`>` の引用、コード）は、読めなかったという報告を除いて見ません。一つの語では判
断せず、条件、原稿を指す語、作る動作、丁寧な頼みなどが同じ一、二文に揃い、読者に宛てた語（コメント、
問い合わせなど）がないときに限ります。`塩の量について説明します：` のような書き手も使う言葉は、確か
な言葉がほかにある記事でだけ数えます。記事で何度も使う語は話題とみなし、数えません。返事、前置き、問
いと、モデルだと名乗らない断りは、記事の初めと終わりの二段落か、生成の印の隣でだけ指摘します。人が伝
える言葉（`…ましょうか、と返ってきた`）、見出し、箇条書き、道具の使い方を教える記事に並ぶ言葉、英語を
教える記事や対訳の英文は数えません。`この記事はAIが作成しました` は正直な断りなので見ません。

## なぜか
読者には誰の言葉か分からず、記事が人の目を通っていないことを告げてしまいます。

## 例
```md bad
承知いたしました。ご指定の条件で記事を作成します。

梅の実は六月に色づきます。
```
```md good
梅の実は六月に色づきます。注文の電話には「承知いたしました。すぐお届けします」と答えました。
```
```md bad
梅の実は六月に色づきます。既存の記事でも触れたように、塩の量が味を決めます。
```

## 限界
手で印を付けた記事 12 本の 5 か所をすべて、ほかの 4 サイトの 8 か所のうち 7 か所を見つけ、人が書いた
記事 375 本では指摘がありません。材料への言及は、「既存の記事」など書き手の立場では使わない呼び方に
限ります。この規則を知らない人が印を付けた 63 サイトの 108 記事では、確実な 44 か所のうち初めは 11
か所、種類を学んだ今は 43 か所を見つけます。初めての言い回しの多くは見落とします。

## English
### What it does
Reports what a model says to the one it talks with. It may be assent, a preface or closing around
the text, a refusal, an offer or a question to whoever ordered it, a report on the work or a
question for leave, an account of how the answer was made under a heading of its own
(`**Thought process**`), a step that is done and the next one at the head of the post, a report that
shows as code since the fence that closed the answer was left, what it says to itself in English
while it works on a post in Japanese (`I'll refine the search query.`), the role that it played (a
writer for search engines, say), told to readers, an answer to the next wish between two rules, or a
single next turn of the dialogue that is glued to a word (`the eveningHuman: continue writing`; a
warning as a paragraph, and nothing where the sentence before leads to it or the next paragraph
begins with a name and a colon, too). Warnings are the joints of answers that were glued into one
post, anywhere in it: prefaces of translations and of what follows, offers to show more of what a
talk makes (examples, code, explanations), praise of a question, what the model can't do there. So
are forms that authors, or a machine in a story, use as well (`続きを書きましょうか？`), answers in
Chinese and Korean (`好的，下面我来介绍` where the post begins), most closing offers in English
(`If you'd like, I can also write …`), reports of a step that made no text, messages of agents to
each other, a report that says whose request it fulfils or that there were no posts to link to, a
list before the text of what was changed in its wording, the list of questions by which the finished
text was checked (under `セルフレビュー結果`), a log of the run or a record of its settings (two
lines or more), talk of its material (`提供された情報には記載がありません`, or in brackets that it
was cut, and a guess), talk of a refusal that stands elsewhere in the post, and short remarks in
which many words of the trade meet without a certain one. That a post was written by a machine may
be said. Quoted speech, quotations and code are not read. That the source could not be read is a
warning, too; in a post without code it is read in values of the front matter, headings, cells of
tables and quotations as well, and a title that says so is an error. No single word decides. A
condition, a word for a text, an act of making and a request, say, have to meet in one or two
sentences that don't address readers; a word that the post uses again and again is its topic. Words
that authors use as well (`塩の量について説明します：`) count only in a post in which a certain one
was found. Assent, prefaces, questions, and refusals in which no model names itself count in the two
paragraphs at either end of the post and beside a marker of generation. What somebody is told to
have said, headings, items, the words of manuals, and English in posts that teach it or set it
beside a translation don't count.

### Why
Readers can't tell who speaks, and see that nobody read the post.

### Limits
All 5 marked places of 12 posts and 7 of 8 on four other sites are found, and none is reported on
375 posts by people. In 108 posts of 63 other sites, marked by readers who did not know the rule, 11
of 44 certain places were found at first sight and 43 after their kinds were learned: most of what
is worded anew is missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.apart import apart
from kouetsu_rules.letters import has_letter
from kouetsu_rules.seams.chatter.addressed import meant
from kouetsu_rules.seams.chatter.agents import agent_talk
from kouetsu_rules.seams.chatter.behind_fence import talk_behind_fence
from kouetsu_rules.seams.chatter.bracket_offers import bracket_guesses, bracket_offers
from kouetsu_rules.seams.chatter.change_lists import change_lists
from kouetsu_rules.seams.chatter.edges import edges, teaches_tool
from kouetsu_rules.seams.chatter.glued_turns import glued_turns
from kouetsu_rules.seams.chatter.heard import answers, hints
from kouetsu_rules.seams.chatter.labels import label_talk
from kouetsu_rules.seams.chatter.patterns import REFUSAL, UNFOUND, UNSEARCHED
from kouetsu_rules.seams.chatter.remarks import remarks, remarks_in_notes
from kouetsu_rules.seams.chatter.run_logs import run_logs
from kouetsu_rules.seams.chatter.self_reviews import self_reviews
from kouetsu_rules.seams.chatter.sentences import Place, talk_in
from kouetsu_rules.seams.chatter.thought_traces import thought_traces, work_accounts
from kouetsu_rules.seams.chatter.working_talk import next_step, working_talk
from kouetsu_rules.seams.foreign.untranslated import bilingual
from kouetsu_rules.seams.markers.segments import Segment, segments
from kouetsu_rules.shown import code_spans, within

TALK = frozenset(("assent", "preface", "refusal", "offer", "handed", "self"))
"""Where one of these was heard, what authors say, too, is likely the model's."""
MOST = 2
"""A preface has no more sentences."""
ANYWHERE = Pattern("作業|通り|とおり|frontmatter|フロントマター|記事|文章|本文|原稿")
"""What is said in the middle of a post, too, has one of these words."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    code = post.derived(code_spans)
    heard = [
        place
        for said in _chatter(post)
        if (place := meant(post, said)) is not None
        and not (place.message in TALK and within(place.span.start, code))
        and not _phrase(post, place)
    ]
    if any(place.message in TALK for place in heard):
        heard += (*hints(post), *work_accounts(post))
    # what shows as code there is none
    heard += talk_behind_fence(post)
    # the certain ones first: where they overlap, they count
    graded = sorted(heard, key=lambda place: place.severity is not None)
    yield from sorted(apart(graded), key=lambda place: place.span)


def _phrase(post: Post, said: Finding) -> bool:
    """Whether it is English in a post that teaches the language, or sets both side by side."""
    return post.is_japanese and not has_letter(post.text[slice(*said.span)]) and bilingual(post)


def _chatter(post: Post) -> Iterator[Finding]:
    items = post.derived(segments).items
    yield from change_lists(post)
    yield from thought_traces(post)
    yield from run_logs(post)
    yield from self_reviews(post)
    found: list[Finding] = []
    between: list[Segment] = []
    near = post.derived(edges)
    goes_on = False
    for number, segment in enumerate(items):
        # an answer may go on for more paragraphs
        edge = number in near or (goes_on and not segment.headline and not segment.block.in_list)
        known = len(found)
        if post.is_japanese and ((edge and working_talk(segment)) or next_step(segment)):
            found.append(Finding(segment.span(segment.start, segment.end), "working"))
        else:
            found += _in_place(post, segment, number, edge)
        goes_on = any(finding.severity is None for finding in found[known:])
        if not edge:
            between.append(segment)
    yield from found
    yield from answers(post)
    yield from label_talk(post)
    yield from agent_talk(post)
    if any(finding.message == "refusal" and finding.severity is None for finding in found):
        for segment in between:
            yield from _of_refusal(segment)
    yield from bracket_offers(post)
    yield from bracket_guesses(post)
    yield from glued_turns(post)
    yield from remarks_in_notes(post)


def _in_place(post: Post, segment: Segment, number: int, edge: bool) -> list[Finding]:
    place = Place(
        edge,
        number == 0,
        segment.next is None,
        post.is_japanese and not _leads_english(segment),
        teaches_tool(post),
    )
    heard: list[Finding] = []
    if edge or ANYWHERE.search(segment.text):
        heard += talk_in(segment, place)
    heard += _apart(remarks(post, segment, number), heard)
    return heard


def _leads_english(segment: Segment) -> bool:
    """Whether more English follows: a part that nobody translated has prefaces of its own."""
    if segment.japanese:
        return False
    following = segment.next
    return len(segment.sentences) > MOST or (following is not None and not following.japanese)


def _apart(findings: Iterator[Finding], known: list[Finding]) -> list[Finding]:
    """The findings where nothing else was found."""
    return [
        finding
        for finding in findings
        if not any(finding.span.overlaps(other.span) for other in known)
    ]


def _of_refusal(segment: Segment) -> Iterator[Finding]:
    """What comes back to a refusal in the middle of the post: readers know of none."""
    for sentence in segment.sentences:
        if any(each.search(sentence.text) for each in (UNSEARCHED, REFUSAL, UNFOUND)):
            yield Finding(sentence.span, "refusal", severity=Severity.WARNING)


RULE = Rule(
    name="assistant-chatter",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "assent": (
            "依頼への返事が残っています",
            "the answer to a request was left in the text",
        ),
        "preface": (
            "原稿を渡すときの前置きが残っています",
            "a preface that hands the text over was left in it",
        ),
        "refusal": (
            "生成モデルが依頼を断る文が残っています",
            "a refusal was left in the text",
        ),
        "self": (
            "生成モデルが自分について述べた文が残っています",
            "a model speaks of itself in this text",
        ),
        "handed": (
            "依頼の内容への言及が残っています",
            "a remark about the task was left in the text",
        ),
        "assessed": (
            "書き直しについての自己評価が残っています",
            "a remark on how the text was rewritten was left in it",
        ),
        "offer": (
            "続きや情報を求める問いかけが残っています",
            "a question to whoever gave the task was left in the text",
        ),
        "turn": (
            "対話の次の発言が本文に続いています",
            "the next turn of the dialogue goes on in the text",
        ),
        "remark": (
            "原稿のやり取りの言葉が残っているようです",
            "this seems to be said to whoever ordered the text",
        ),
        "leave": (
            "作業の許可を求める言葉が残っています",
            "a request for permission was left in the text",
        ),
        "report": (
            "作業の報告が残っています",
            "a report on the work was left in the text",
        ),
        "working": (
            "作業中のモデルの独り言が残っています",
            "what the model said to itself while it worked was left in the text",
        ),
        "material": (
            "読者の知らない資料への言及が残っています",
            "this speaks of the text's source material, which readers don't know",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("generation-marker", "leaked-outline", "admitted-fiction", "placeholder"),
)
