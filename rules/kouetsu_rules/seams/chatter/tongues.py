"""Answers in Chinese and Korean, published as posts or glued into them."""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.chatter.voices import Chorus, Vocabulary, Voice

WARNING = Severity.WARNING
CHINESE_WORDS = Vocabulary(
    {
        "assent": (
            r"^(?:好的|好吧|当然(?:可以)?|没问题|明白了?|收到|可以的|非常好|太好了"
            r"|[您你]说得(?:很|非常)?对|好问题"
            r"|这是(?:一)?个(?:很|非常)?好的?问题)[，,。！!：:]"
        ),
        "follows": (
            r"^(?:以下|下面|这)是(?:关于|对于?|针对|根据|基于|为[您你])[^。]{2,160}的[^。，]{0,10}"
            r"(?:总结|摘要|翻译|译文|分析报告|分析|回答|文章|报告|改写|概述|解读)[：:。]?$"
        ),
        "is-piece": (
            r"^(?:以下|下面)是(?:一篇|一份|一个|一则|一套)(?:(?:非常|十分|较为)?(?:详细|完整|全面"
            r"|系统|简明|清晰|通俗易懂"
            r"|实用|深入)的?)[^。：:]{0,40}?(?:指南|教程|文章|博客|博文|攻略|笔记|报告|总结|说明"
            r"|方案"
            r"|解析|讲解)(?:[，,：:。]|$)"
        ),
        "summary-follows": (
            r"^(?:以下|下面|这|以下内容)是(?:对|为|针对|关于|根据|基于)?[^。：:\n]{0,60}?(?:该"
            r"|这篇|此|上述|所提供|原文|文章|内容|播客|论文|视频|报告)"
            r"[^。：:\n]{0,40}?(?:中文)?(?:简洁|简要|简短|详细)?的?(?:中文)?(?:总结|摘要|概述"
            r"|概要|翻译|解读|要点|简介)[：:]$"
        ),
        "satisfies": (
            r"(?:希望)?(?:以上|上述|这些|这份)(?:的)?(?:内容|回答|答复|总结|解答|信息|文章|摘要"
            r"|分析)?(?:能够?|可以|已经|均|完全)?"
            r"(?:满足|符合|达到)(?:了)?[您你]的(?:要求|需求|期望|预期)"
            r"|^以上(?:就)?是(?:本文|这篇文章|本篇文章|全文|文章)的(?:完整"
            r"|全部)?内容[，,].{0,12}希望(?:能)?对[您你]有"
        ),
        "from-others": (
            r"转载|转自|摘自|译自|来自|作者|原文|推荐|分享|收藏|发现|看到|读到|朋友|[我他她]写|链接"
        ),
        "tell-result": (
            r"(?:告诉我|发给我|贴给我|反馈给我)(?:一下)?[^。]{0,8}(?:结果|输出|报错|日志|情况|信息)"
            r"|把[^。]{0,10}(?:结果|输出|报错|日志)[^。]{0,6}(?:发|贴|告诉)(?:给)?我"
        ),
        "ready": (
            r"(?:如果|若|如)[您你]?(?:还)?(?:需要|想要?|愿意|希望|有兴趣|有(?:任何"
            r"|其他))[^。]{0,60}"
            r"(?:我(?:可以|能|也可以|会|很乐意)|(?:随时|请)(?:告诉我|问我|提问))"
            r"|(?:需要我|要不要我|是否需要我)[^。]{0,40}[吗？?]"
        ),
        "given": (
            r"根据[您你](?:提供的(?:代码|文章|论文|内容|链接|截图|文本|日志)|的(?:要求|需求|指示))"
            r"|根据我们之前的[^。]{0,6}(?:分析|讨论|对话|沟通|交流)|^[您你]的(?:指令|请求)[：:]"
        ),
        "vows": (
            r"我(?:将|会)(?:严格|始终|继续)(?:遵守|按照|遵循|执行)[^。]{0,20}(?:流程|规则|要求"
            r"|指令|规范)"
        ),
        "readers": r"评论|留言|邮件|邮箱|微信|公众号|关注|订阅|电话|客服|购买|隐私|[Ii]ssue|群",
        "kana": r"[ぁ-んァ-ヴ]",
    }
)
CHINESE = Chorus(
    (
        Voice("assent", "assent -kana -readers", "first", WARNING),
        Voice("preface", "follows -kana -readers", "alone", WARNING),
        Voice("preface", "is-piece -kana -readers -from-others", "opens", WARNING),
        Voice("preface", "summary-follows -kana", "any", WARNING),
        Voice("handed", "satisfies -kana -readers", "any"),
        Voice("offer", "tell-result -kana -readers", "end", WARNING),
        Voice("offer", "ready -kana -readers", "end", WARNING),
        Voice("handed", "given -kana -readers", "any", WARNING),
        Voice("report", "vows -kana -readers", "end", WARNING),
    ),
    CHINESE_WORDS,
)
KOREAN_WORDS = Vocabulary(
    {
        "assent": (
            r"^(?:물론(?:입니다|이죠|이에요)|네|예|알겠습니다|좋은 질문(?:입니다|이에요)"
            r"|좋습니다|확인했습니다)[!,.]"
        ),
        "made": (
            r"(?:아래|다음)(?:와 같이|는|에|은)[^.]{0,60}(?:작성|정리|번역|요약|설명|소개|제공"
            r"|준비|초안|요청)"
            r"|(?:작성|정리|번역|요약|설명|안내|소개)(?:해|하여)? ?(?:드리|드립|드렸|드릴)|요청하신"
            r"|(?:아까|앞서|방금|이전에) ?(?:만들어|작성해|보내|설명해|알려) ?드린"
        ),
        "readers": r"댓글|이메일|메일|문의|구독|전화|고객",
    }
)
KOREAN = Chorus(
    (
        Voice("assent", "assent made -readers", "opens"),
        Voice("assent", "assent made -readers", severity=WARNING),
    ),
    KOREAN_WORDS,
)
