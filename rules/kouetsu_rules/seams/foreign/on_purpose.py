"""What tells that a foreign word stands in Japanese on purpose: loans, names, words quoted."""

from __future__ import annotations

from kouetsu.api import Pattern, Post
from kouetsu_rules.letters import has_letter

LOANS = Pattern(
    r"café|cafés|naïve|résumé|façade|cliché|fiancée?|à|déjà|vis-à-vis|née|über|voilà|crème|purée|sauté|touché|entrée"
    r"|jalapeño|piñata|señor|mañana|doppelgänger|[µªºß]|smörgåsbord"
    # of the kitchen and of fashion
    r"|(?:crème )?brûlée|pâtés?|pâtisseries?|pâtissier|château|crêpes?|consommé|soufflé|flambé"
    r"|sablé|glacé|rôti"
    r"|maître|hôtel|entremêts|gâteau|açaí|rosé|prêt-à-porter|décolleté|appliqué|lamé|fête|tête-à-tête"
    r"|protégée?|début|façades?|blasé|matinée|mêlée|déco|vélo|piqué|cuvée|frappé|matière|première"
)
NAMED_BEFORE = Pattern(
    r"(?:(?:ロシア|韓国|朝鮮|中国|アラビア|タイ|ヘブライ|ウクライナ|モンゴル|ヒンディー|現地)語?[ぁ-ん]{1,4}"
    r"|(?<![日本言単用敬物標準英])[^\W\d_a-zA-Zぁ-ゟ]{2,8}語(?:で|だと|では|なら)[^、。]{0,14}"
    r"|(?:(?:ヘボン|訓令|日本)式|ローマ字)[ぁ-ん]{1,3}[^、。]{0,6}"
    r"|ハングル[ぁ-ん]{1,2}|文字[ぁ-ん]{0,2}|簡体字[ぁ-ん]{0,3}|原題[ぁは：:]?)[、 ]?$"
)
NAMED_AFTER = Pattern(
    r"[ ]?(?:という|と(?:書|綴|読|発音|言|呼|叫|歌|唱|返|答|挨拶|話しか|声|表示|記|あ[るっり])"
    r"|しか(?:思い|浮か|知ら|出て|言え|書け|話せ|読め|覚え)"
    r"|の(?:字|文字|綴り))"
)
# Where a script is at home: who writes of the place quotes its words.
LANDS = {
    "cyrillic": Pattern(
        "ロシア|シベリア|ソ連|ソビエト|モスクワ|ウクライナ|ブルガリア|セルビア|モンゴル|カザフ|キルギス"
    ),
    "hangul": Pattern("韓国|朝鮮|ソウル|釜山|[KＫ]-?POP|韓流"),
    "arabic": Pattern("アラブ|アラビア|イスラム|エジプト|イラン|モロッコ|ドバイ|中東"),
    "hebrew": Pattern("イスラエル|ユダヤ|ヘブライ"),
    "indic": Pattern("インド|ヒンド|ネパール|スリランカ|サンスクリット|梵字"),
    "thai": Pattern("タイ(?:国|王国|料理|旅行|人|北部|南部)|バンコク|チェンマイ|プーケット"),
    "georgian": Pattern("ジョージア|グルジア"),
    "armenian": Pattern("アルメニア"),
    "tibetan": Pattern("チベット"),
    "khmer": Pattern("カンボジア"),
    "lao": Pattern("ラオス"),
    "burmese": Pattern("ミャンマー|ビルマ"),
}
# A surname and a given name between particles: an actor, whose fans write him as he does.
PERSON = Pattern(
    r"[王李张刘陈杨黄赵周吴徐孙马胡郭林何高梁郑罗宋谢唐韩曹许邓萧肖冯曾程蔡彭潘袁于董余苏叶吕魏蒋田"
    r"杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱龚]"
    r"[一-鿿]{1,2}"
)
BESIDE_NAME = Pattern(r"(?:^|[とや、・の「（は])$")
NAME_ENDS = Pattern(r"さん|氏|[のとやがはも、・」）]")


def at_home(post: Post, script: str) -> bool:
    """Whether the post speaks of a land where people write so."""
    return script in LANDS and post.contains(LANDS[script])


def set_off(text: str, start: int, end: int) -> bool:
    """Whether no letter touches a word."""
    return not (has_letter(text[max(0, start - 1) : start]) or has_letter(text[end : end + 1]))


def person(text: str, start: int, end: int) -> bool:
    """Whether the characters may be somebody's name."""
    is_name = PERSON.fullmatch(text[start:end]) and NAME_ENDS.match(text, end)
    return bool(is_name) and BESIDE_NAME.search(text[max(0, start - 1) : start]) is not None


def named(text: str, start: int, end: int) -> bool:
    """Whether the text says that this is another language's word."""
    before = text[max(0, start - 16) : start]
    return NAMED_BEFORE.search(before) is not None or NAMED_AFTER.match(text, end) is not None
