"""Slots that were never filled: notation, what stands in it, and where it stands.

A notation alone proves nothing: templates are written about, forms have blanks, and brackets hold
remarks. A slot is a notation of templates around a field's name or an instruction, in a place
where a reader would look for the filling.
"""

from __future__ import annotations

import re

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.apart import apart
from kouetsu_rules.lines_with import places
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.context import TOP, Context, Judge, Slot
from kouetsu_rules.seams.slots.to_copy import RECKONED, for_readers, spoken_of
from kouetsu_rules.seams.slots.unnamed import CERTAIN, NAMELESS_PLACES, greeting
from kouetsu_rules.seams.slots.words import (
    ABOUT,
    ALTERNATIVE,
    ANSWERS,
    ASKED,
    BESIDE,
    CHECKED,
    CLOSE,
    CONTAINED,
    DESCRIBED,
    DISCLOSED,
    EXERCISE,
    EXPLAINED,
    FIELD_EN,
    FIELD_JA,
    INSERT,
    JAPANESE,
    LABELS,
    LATER,
    LONE,
    NAMELESS,
    OPEN,
    PARTS,
    PIECE,
    PROGRAMMING,
    SCORE,
    SHOWN_SPEECH,
    SNAKE,
    STRESSED,
    TITLED,
    TO_CHECK,
    TO_COME,
    TO_LINK,
    TOLD_OF,
    UPPER,
    VALUE,
    WRITTEN_OF,
)
from kouetsu_rules.shown import code_spans, coded, shown_spans, within

VARIABLE = Pattern(
    # JSX passes its objects in such brackets, and templates filter names in small letters
    rf"(?<!=)\{{\{{[ ]?(?:{UPPER}(?:[ ]?[:：|][^{{}}\n|]{{1,120}})?"
    rf"|{PARTS}[ ]?[:：][^{{}}\n|]{{1,120}})[ ]?\}}\}}"
    rf"|(?<!=)\{{\{{[ ]?[^{{}}\n%<.|#/\"'=]{{0,20}}[{JAPANESE}][^{{}}\n%<|]{{0,60}}\}}\}}"
    rf"|%%[A-Za-z][A-Za-z0-9_]{{2,40}}%%|__[A-Z]{{2,}}(?:_[A-Z]+)*__(?=[{JAPANESE}])|@@[A-Za-z]\w{{2,40}}@@"
    # but for the pages that such signs point to
    rf"|<<(?!NEXT|PREV|BACK|[次前][へのペ]|戻|続き|目次)(?:[{JAPANESE}]{{2,20}}|{UPPER})>>"
    rf"|\[\[[A-Z][A-Z_ ]{{2,20}}[:：|][^\]\n]{{1,80}}\]\]"
    rf"|\[[A-Z]{{2,}}_[A-Z0-9_]{{1,40}}\](?![(\[:])"
    rf"|\[(?:INSERT|PLACEHOLDER|YOUR|INTERNAL LINK|IMAGE)[ :：][^\]\n]{{1,80}}\](?![(\[:])"
)
# Apart from the others: every heading has two such signs.
HASHED = Pattern(r"##[A-Z][A-Z0-9_]{2,40}##")
LOWER_VARIABLE = Pattern(
    r"(?<!=)\{\{[ ]?[a-z][A-Za-z0-9]*(?:_[a-z0-9]+)*[ ]?\}\}"
    r"|(?<![\\$])\$\{[A-Za-z_]\w{1,40}\}"
    rf"|(?<=[{JAPANESE}【〔（、。：｜])\{{[a-z]{{3,20}}\}}(?=[{JAPANESE}])"
    rf"|(?<=[{JAPANESE}])\{{[a-z]{{3,20}}\}}(?=[】〕）、。：｜])"
    rf"|(?<![{{$\\_^/A-Za-z0-9`=])\{{(?:{SNAKE}|[{JAPANESE}]{{0,10}}{FIELD_JA})\}}(?![}}/])"
)
ROUND = Pattern(
    r"(?<=[はがをにで、])（(?P<name>[^（）\n、。]{0,8}(?:名前?|氏名|電話番号|住所|日付|金額|数字|数値|年号))）"
    r"(?=さん|氏|様|まで|に|が|を|と|の)"
)
# The name of a part where its title belongs, and cards that a site never rendered.
PART = Pattern(
    r"(?<=# )[\[【［](?:サブ|小|大|中)?(?:見出し|セクション|Heading|Subheading"
    r"|Section(?: title)?)[ ]?\d*[\]】］]"
    r"|\[\[(?:関連記事|内部リンク|目次|広告|商品|アフィリエイト)[^\[\]\n]{0,10}\]\]"
)
YEARS = Pattern(
    r"[【［〔](?P<name>[^\W\d_a-zA-Zぁ-ヿ]{0,4}年号|[^\W\d_a-zA-Zぁ-ヿ]{1,4}(?:年|日|額|数|率|値|費|者|地|元))[】］〕](?=[のをにでは])"
)
FIELD = Pattern(
    rf"{OPEN}(?P<name>[^\[\]［］【】〔〕<>＜＞{{}}\n、。：:]{{0,16}}{FIELD_JA}){CLOSE}(?![(\[:])"
)
ENGLISH_FIELD = Pattern(
    rf"(?<![\w\]!])\[(?P<name>(?:[A-Za-z]+[ /]){{0,2}}(?i:{FIELD_EN})(?:[ ](?:here"
    rf"|name))?)\](?![(\[:])"
)
YOURS = Pattern(
    r"(?<![\w\]!])\[(?:(?:your|my|our|author(?:['’]s)?|client|company)[ ](?:[a-z]+[ ]?){1,4}"
    r"|(?:insert|add|replace|fill in|link to)[ ][^\]\n]{2,80}"
    r"|(?:todo|tbd|tbc|fixme|placeholder)\b[^\]\n]{0,80}"
    r"|(?:image|photo|screenshot|video|map|chart|table|embed)(?:[ ](?:placeholder|here|goes here)"
    r"|[ ]?[:：–-][ ]?(?=[^\]\n]{4,80}))[^\]\n]{0,80})\](?![(\[:])",
    re.IGNORECASE,
)
TAG = Pattern(
    r"<%=?[ ][^%\n]{1,60}%>|<(?:YOUR|INSERT|ADD|PLACEHOLDER|REPLACE)[ _:：-][^<>\n]{1,60}>"
    r"|[<＜]ここに[^<>＞\n]{1,30}[>＞]"
)
BLANKS = Pattern(
    rf"＿{{2,}}+(?=[{JAPANESE}])|(?<=[{JAPANESE}])＿{{2,}}"
    rf"|(?<![_A-Za-z0-9\\])_{{3,}}+(?=[{JAPANESE}%％])|(?<=[a-z] )_{{3,}}+(?= [a-z]|[,.])"
)
CONSTANT = Pattern(
    r"(?<![\w$./{<\[(`\"'=-])(?:[A-Z]{2,}_)+(?:NAME|URL|DATE|PRICE|CITY|AUTHOR|TITLE|ADDRESS|NUMBER|COMPANY"
    r"|PRODUCT|BIO|LINK|HERE)(?![\w/}>=\])])"
)
SLUG = Pattern(
    r"^#{1,6}[ ][a-z]{3,}(?:_[a-z0-9]{2,}){1,5}[ \t]*$"
    r"|(?<![\w./@#:<\[({`\"'=-])[a-z]{3,}(?:_[a-z0-9]{2,}){1,4}(?=[ぁ-ん])",
    re.MULTILINE,
)

AFTER_FIELD = Pattern(
    r"[ 　]?(?:の(?!まま|欄|部分|ところ|箇所|項目|ボタン|列|行)|を|に|で(?!は)|と|から|まで|へ"
    r"|や|さん|氏|様|円|が|万|億|[%％])"
)
ENDS_FIELD = Pattern(r"[ 　]?(?:です|だ|、|。|も|は|（|との|[ 　]*$)")
TOPIC = Pattern(r"(?:は|が|も|では|には|でも)(?![、。])")
DEMANDED = Pattern(r"入力|必須|任意|ください|下さい|省略|書[いくき]|指定|意味|表[しす]|項目|示")
LINKED = Pattern(r"(?:アフィリエイト|商品|購入|予約|内部|広告|関連記事)(?:の)?リンク$")


def _sure(place: re.Match[str], context: Context) -> bool | None:
    return True


def _untaught(place: re.Match[str], context: Context) -> bool | None:
    """A name in small letters: a post that shows templates may mean its site's own."""
    if context.templates or (context.technical and not place.group().startswith("{{")):
        return None
    return not context.technical


def _japanese_field(place: re.Match[str], context: Context) -> bool | None:
    """A field's name where the filling would take a particle; before a value it is a label."""
    if context.technical:
        return None
    if CONTAINED.match(context.after) or DISCLOSED.search(context.before):
        return None
    # a common noun may be set in such brackets for weight
    if STRESSED.match(place.group() + context.after) and len(FIELD.findall(context.line)) < 1:
        return None
    # Behind a full stop it is the topic of its sentence, or the link of its paragraph.
    if context.before.endswith("。"):
        if TOPIC.match(context.after) and not DEMANDED.search(context.after):
            return True
        if LINKED.search(place["name"]) and not context.after.strip():
            return True
    follows = AFTER_FIELD.match(context.after)
    if not context.before.strip(" 　#*->・"):
        if LINKED.search(place["name"]) and not context.after.strip():
            return False
        return True if follows else None
    if follows or (LABELS.search(context.before.rstrip(" 　")) and ENDS_FIELD.match(context.after)):
        return True
    return None


def _explained(place: re.Match[str], context: Context) -> bool | None:
    """Circles that a bracket explains: who shows how to speak gives an example of it."""
    return None if context.technical or SHOWN_SPEECH.search(context.line) else False


def _english_field(place: re.Match[str], context: Context) -> bool | None:
    name = place["name"]
    others = len(ENGLISH_FIELD.findall(context.line)) + len(YOURS.findall(context.line))
    if others >= 1 or (name.istitle() and " " in name):
        return True
    if not context.before.strip(" #*->"):
        return None
    if context.technical:
        return False if name[0].isupper() else None
    return bool(name[0].isupper())


def _yours(place: re.Match[str], context: Context) -> bool | None:
    small = place.group()[1:7].lower()
    return not context.technical and not (small == "insert" and place.group()[1].islower())


def _plain(place: re.Match[str], context: Context) -> bool | None:
    return None if context.technical else True


def _printed(place: re.Match[str], context: Context) -> bool | None:
    """What a program printed, unless the line tells that it does."""
    return None if context.technical or DESCRIBED.match(context.after) else True


def _later(place: re.Match[str], context: Context) -> bool | None:
    """Readers are told 後日 what is to come; a writer tells himself あとで.

    What is added later without a name may be an ingredient.
    """
    return place["own"] is not None and place.start("own") > place.start() + 1


def _to_check(place: re.Match[str], context: Context) -> bool | None:
    # as the first words of a heading it asks readers to look
    if context.heading and not context.before.strip(" #"):
        return None
    return re.search(TO_CHECK, place.group()) is not None and place.group()[0] in "（("


def _blank(place: re.Match[str], context: Context) -> bool | None:
    return re.match(r"さん|氏|様|先生|社|円|市|県", context.after) is not None


def _several(place: re.Match[str], context: Context) -> bool | None:
    """Two of them in a line: one alone may be set in such brackets for weight."""
    return True if len(YEARS.findall(context.line)) >= 1 and not context.technical else None


def _named(place: re.Match[str], context: Context) -> bool | None:
    return None if context.technical else False


def _beside(place: re.Match[str], context: Context) -> bool | None:
    return None if context.technical or RECKONED.match(context.after) else False


def _named_or_sure(place: re.Match[str], context: Context) -> bool | None:
    return not context.technical


def _doubtful(place: re.Match[str], context: Context) -> bool | None:
    return False


def _slug(place: re.Match[str], context: Context) -> bool | None:
    parts = set(place.group().strip("# \t").split("_"))
    linked = "](" in context.after and "[" in context.before
    return None if context.technical or linked or parts & PROGRAMMING else False


BOUND = Pattern(r"\{%-?\s*(?:assign|capture|for|tablerow|(?:in|de)crement)\s+(?P<name>[\w-]+)")
COMMENTED = Pattern(r"<!--.*?-->|\{/\*.*?\*/\}", re.DOTALL)
NOTATIONS: tuple[tuple[Pattern, str, Judge], ...] = (
    (VARIABLE, "variable", _sure),
    (HASHED, "variable", _sure),
    (LOWER_VARIABLE, "variable", _untaught),
    (TAG, "variable", _plain),
    (VALUE, "value", _printed),
    (YEARS, "variable", _several),
    (PART, "variable", _plain),
    (ROUND, "variable", _doubtful),
    (SCORE, "variable", _doubtful),
    (CONSTANT, "slug", _named),
    (PIECE, "insert", _plain),
    (BESIDE, "insert", _beside),
    (EXPLAINED, "empty", _explained),
    (TO_COME, "empty", _named),
    (NAMELESS, "empty", _plain),
    (TO_LINK, "insert", _named_or_sure),
    (FIELD, "variable", _japanese_field),
    (ENGLISH_FIELD, "variable", _english_field),
    (YOURS, "insert", _yours),
    (INSERT, "insert", _sure),
    (LATER, "insert", _later),
    (CHECKED, "review", _to_check),
    (BLANKS, "empty", _blank),
    (SLUG, "slug", _slug),
    *NAMELESS_PLACES,
)
"""A notation, the message that names it, and what tells a slot from a text about slots."""
NAMED_FIELDS = (_japanese_field, _english_field, _yours, _several, _untaught, greeting)
"""The judges of fields that readers may be told to fill; none of a link or a picture."""
FIELDS = ("title", "description", "excerpt", "summary")


def slots(post: Post) -> tuple[Slot, ...]:
    """The unfilled slots of the body and of what the front matter tells readers."""
    text = post.text
    searched = [(post.body.start, len(text), False)]
    for name in FIELDS:
        scalar = post.front_matter.scalar(name)
        if scalar is not None:
            searched.append((scalar.content.start, scalar.content.end, True))
    found: list[Slot] = []
    signs = post.signs
    if LONE.search(text) is None:
        signs -= {"[", "]"}
    for start, end, field in searched:
        for pattern, key, judge in NOTATIONS:
            for place in places(pattern, post, start, end, signs):
                certain = pattern in CERTAIN
                slot = _slot(post, place, key, judge, (start, end) if field else None, certain)
                if slot is not None:
                    found.append(slot)
    found.sort(key=lambda slot: (slot.span.start, -slot.span.end))
    return tuple(apart(found))


def _slot(
    post: Post,
    place: re.Match[str],
    key: str,
    judge: Judge,
    field: tuple[int, int] | None,
    certain: bool,
) -> Slot | None:
    hidden = post.derived(_hidden if certain else _shielded)
    if field is None and within(place.start(), hidden):
        return None
    text = post.text
    begin, stop = text.rfind("\n", 0, place.start()) + 1, text.find("\n", place.end())
    stop = stop if stop >= 0 else len(text)
    if field:
        # The inverted commas of a value are YAML's, not the text's.
        begin, stop = max(begin, field[0]), min(stop, field[1])
    before, after = text[begin : place.start()], text[place.end() : stop]
    if (
        ALTERNATIVE.search(before)
        or (spoken(before, len(before)) and not _attribute(before, place.group()))
        or f"{place.group()}:" in text
        or (WRITTEN_OF if certain else ABOUT).search(before + " " + after)
    ):
        return None
    if key != "review" and post.derived(teaches):
        return None
    if key == "empty" and post.derived(exercises):
        return None
    if judge in NAMED_FIELDS and post.derived(for_readers):
        return None
    if key in ("insert", "review") and spoken_of(before, after):
        return None
    if key == "variable" and "{{" in place.group() and _filled(post, place.group().strip("{ }")):
        return None
    heading = field is not None or before.startswith("#")
    top = place.start() < post.body.start + TOP
    shows = post.derived(_shows_templates)
    context = Context(before, after, post.derived(coded), shows, heading, top)
    sure = judge(place, context)
    part = "slot" if place.groupdict().get("slot") else 0
    return None if sure is None else Slot(Span(*place.span(part)), key, sure)


def _attribute(before: str, slot: str) -> bool:
    """Whether the inverted commas before a slot are those of a tag, or its own."""
    return slot.startswith(('"', "”")) or (before.endswith(('="', "='")) and slot.isupper())


def teaches(post: Post) -> bool:
    """Whether the post is about templates, as its title says."""
    return TITLED.search(post.title_text) is not None


def exercises(post: Post) -> bool:
    """Whether blanks are there for readers to fill: they are told to, or given the answers."""
    return EXERCISE.search(post.title_text) is not None or any(
        (prose.block is not None and prose.block.kind == "heading" and ANSWERS.match(prose.text))
        or ASKED.search(prose.text)
        for prose in post.prose
    )


def _tells_of_variables(post: Post) -> bool:
    """Whether a sentence has a variable for its subject: all of the post's are shown then."""
    return TOLD_OF.search(post.text) is not None


def _filled(post: Post, name: str) -> bool:
    return name in post.derived(_bound) or post.derived(_tells_of_variables)


def _bound(post: Post) -> frozenset[str]:
    """The names that the post's own Liquid gives a value."""
    return frozenset(found["name"] for found in BOUND.finditer(post.text))


def _shows_templates(post: Post) -> bool:
    return any("{" in post.text[slice(*span)] for span in post.derived(shown_spans))


def _hidden(post: Post) -> tuple[Span, ...]:
    """Code, and comments, which show nothing."""
    comments = (Span(*place.span()) for place in COMMENTED.finditer(post.text))
    return tuple(sorted((*post.derived(code_spans), *comments)))


def _shielded(post: Post) -> tuple[Span, ...]:
    """Code, quotations and tables show slots for readers to fill; comments show nothing."""
    tables = (block.span for block in post.blocks if block.kind == "table")
    comments = (Span(*place.span()) for place in COMMENTED.finditer(post.text))
    return tuple(sorted((*post.derived(shown_spans), *tables, *comments)))
