"""Nouns that a phrase may say twice: kin, neighbours in a row, and what one insists on."""

from __future__ import annotations

from kouetsu.api import Pattern

ITERATED = Pattern(
    r"(?:[私僕俺君彼]|あなた|彼女|自分|これ|それ|あれ|ここ|そこ|今|昔|誰|何"
    # The friend of a friend.
    r"|友達|友だち|ともだち|友人|先祖|母|父|親|子|子供|子ども|こども|人|師匠?|先生|弟子|先輩|後輩|上司|部下|[部課社]長|親方|大家"
    r"|祖父|祖母|夫|妻|兄|姉|弟|妹|孫|まご|娘|むすめ|息子|むすこ|従兄弟|いとこ|親戚|知人|知り合い|仲間"
    r"|お?(?:[爺婆母父兄姉]|じい|ばあ|かあ|とう|にい|ねえ|じ|ば)(?:さん|ちゃん|さま|様)"
    # The station before the one before; the very last.
    r"|隣|となり|手前|奥|次|前|後|先|端|底|裏|翌日|翌週|翌年|本当|ほんとう|最後|さいご|最初|(?:始|はじ)まり|(?:終|お)わり|最高|最低|究極)"
    r"(?:たち|ら)?の?$"
)
