"""Agents who report to each other and to their master, published as a post.

A salutation or a sign-off of such a message is certain enough; what else tells of an agent's run
counts only beside one.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Post, Severity
from kouetsu_rules.seams.chatter.voices import Chorus, Heard, Vocabulary, Voice
from kouetsu_rules.seams.markers.segments import Segment, segments

WARNING = Severity.WARNING
AGENT = r"(?:エージェント|ボット|[Aa]gents?|AI|ワーカー)"
JAPANESE = Vocabulary(
    {
        "hails": (
            rf"^(?:全|各|我が)?{AGENT}(?:諸君|各位|たち|諸氏|一同)?(?:よ|へ|に告ぐ"
            rf"|に告げる)[、。！!：:]"
            r"|^[^。、]{0,16}(?:総帥|司令(?:官|長)?|指揮官|統括|マスター|ご主人)(?:殿|様"
            r"|さま)[、。！!]"
            rf"|^=*[ ]?[^。、]{{0,24}}{AGENT}?[^。、]{{0,12}}から(?:各|全){AGENT}へ"
        ),
        "signs-off": (
            r"^以上[。、]?\s*(?:報告(?:了|終わり|終了|完了|を終わり(?:ます)?|を終える"
            r"|を終えます)|通達(?:終わり|終了|了)|通信(?:終わり|終了|了))[。！!]?$"
        ),
        "logged": (
            r"ログ|稼働|実行(?:状態|状況|記録)|近況|結果|現状|進捗|タスク|エラー|評価|指示|命令"
            r"|通達|監視|受信|応答|リクエスト"
        ),
        "told": (
            r"報告(?:いた|を|する|し)|確認(?:した|しました|せよ)|評価を下|判定(?:を下|した"
            r"|しました)|指示(?:する|を(?:与え|下|出))|伝える|通達(?:する|します|いた)|(?:せ|め"
            r"|え|け)よ[。！!]?$"
        ),
        "all": rf"(?:全|各|両){AGENT}|{AGENT}(?:間|同士|全体)|両者とも",
        "named": r"(?<![A-Za-z])[A-Z][A-Za-z]{1,12}[- ]?\d{1,3}(?![\d.A-Za-z])",
        "ran": (
            r"正常(?:に)?(?:応答|完了|終了|稼働|に)|リトライ|再試行|試行|バリデーション"
            r"|タイムアウト|アイドル|送信|受信|通信|待機|検証|リクエスト|ログ|復旧|監視|稼働"
        ),
        "ordered": r"^[A-Z][A-Za-z]*[-_ ]?\d+への(?:指示|指令|命令|通達)[：:]",
        "orders": (
            r"^[^。：:]{1,24}への(?:指示|指令|命令|通達|報告)[】：:]|(?:せよ|めよ|えよ|けよ|るな"
            r"|されたい)[。！!]?$"
        ),
        "closes": r"^以上[。]?$",
        "notice": r"^【[^】]{0,24}(?:通達|指令|伝令|速報|風紀|司令|総帥)[^】]{0,24}】$",
    }
)
STRONG = Chorus(
    (
        Voice("report", "hails logged told", "any", WARNING),
        Voice("report", "ordered", "any", WARNING),
    ),
    JAPANESE,
)
# What an engineer also writes about agents and their runs.
TRACES = Chorus(
    (
        Voice("report", "all logged|ran", "any", WARNING),
        Voice("report", "named ran|logged", "any", WARNING),
    ),
    JAPANESE,
)
COMMANDS = Chorus(
    (
        Voice("report", "orders", "any", WARNING),
        Voice("report", "notice", "any", WARNING),
        Voice("report", "closes|signs-off", "any", WARNING),
    ),
    JAPANESE,
)
ANY = frozenset(("any",))
TWO, KINDS = 2, 3
"""So many commands, and kinds of weak signs with them, make up for the salutation."""


def agent_talk(post: Post) -> Iterator[Finding]:
    items = [each for each in post.derived(segments).items if not each.headline]
    found = [*_heard(STRONG.of(post), items)]
    weak = (TRACES.of(post), COMMANDS.of(post))
    if found or _commanded(*weak, items):
        for chorus in weak:
            found += _heard(chorus, items)
        for heard in found:
            yield Finding(heard.span, heard.voice.key, severity=heard.voice.severity)


def _heard(chorus: Chorus, items: list[Segment]) -> Iterator[Heard]:
    return (heard for each in items for heard in chorus.heard(each, ANY))


def _commanded(traces: Chorus, commands: Chorus, items: list[Segment]) -> bool:
    """Whether enough kinds of weak signs are heard, commands among them."""
    if len(traces.voices) + len(commands.voices) < KINDS:
        return False
    orders = sum(_speaks(voice, items) for voice in commands.voices)
    return orders >= TWO and orders + sum(_speaks(each, items) for each in traces.voices) >= KINDS


def _speaks(voice: Voice, items: list[Segment]) -> bool:
    return any(True for _ in _heard(Chorus((voice,), JAPANESE), items))
