"""What a model says in English to the one it works for."""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.speech.voices import Chorus, Vocabulary, Voice

ENGLISH = Vocabulary(
    {
        "text": (
            r"\b(?:(?:blog )?posts?|article|draft|outline|copy|newsletter|write-?up|translation"
            r"|rewrite|rendition)\b"
        ),
        "version": r"\b(?:version|draft|rewrite|revision|take)s?\b",
        "part": (
            r"\b(?:section|paragraph|intro(?:duction)?|headline|heading|conclusion|title"
            r"|meta description|caption|wording|opening|social captions?)s?\b"
        ),
        "craft": (
            r"\b(?:tone|wording|voice|style|SEO|keywords?|word count|readability|repetition|flow"
            r"|typos|jargon)\b"
        ),
        "made": (
            r"\b(?:polished|revised|rewritten|edited|tightened|trimmed|shortened|expanded|updated"
            r"|improved|optimi[sz]ed|refined|reworked|kept|fixed|smoothed|adjusted|cleaned up"
            r"|\d[\d,]*[- ]word)\b"
        ),
        "work": (
            r"\b(?:add|write|adapt|shorten|expand|adjust|rewrite|revise|tweak|change|generate"
            r"|draft|create|tailor|translate|make)\b"
        ),
        "yes": (
            r"^(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Understood|Got it|Great question"
            r"|No problem|Happy to help|Thanks for (?:sharing|providing|the))\b"
        ),
        "here": (
            r"\b(?:[Hh]ere(?:'s|’s| is| are)|[Bb]elow (?:is|are|you(?:'ll|’ll| will) find)"
            r") (?:the|a|an|your|my|another)\b"
        ),
        "dive": (
            r"\b(?:you(?:'ve| have)? (?:asked|requested)|as (?:you )?requested"
            r"|per your (?:request|instructions|brief)|based on your|you provided|your (?:draft"
            r"|brief|prompt|request|requirements))\b"
        ),
        "i-did": (
            r"\bI(?:'ve|’ve| have)? (?:also )?(?:kept|trimmed|tightened|fixed|rewrote|rewritten"
            r"|revised|restructured|added|removed|adjusted|maintained|polished|edited"
            r"|incorporated)\b"
        ),
        "offer": (
            r"\b(?:[Ww]ould you like me to|[Dd]o you want me to|[Ww]ant me to|[Ss]hall I"
            r"|[Ii]f you(?:'d| would)? (?:like|want|prefer)|[Ll]et me know if you(?:'d"
            r"| would)? (?:like|need|want)|[Ll]et me know if (?:any|this)|I can also|I(?:'d"
            r"| would) be happy to|[Ff]eel free to (?:ask|tweak|adjust|edit|modify"
            r"|let me know))\b"
        ),
        "me": (
            r"\b(?:me to|I can|I could|I(?:'ll|’ll)|I(?:'d| would) be happy|your (?:brand"
            r"|newsletter|audience|site|blog|needs|liking)|another version)\b"
        ),
        "me-to": (
            r"\b(?:me to|your (?:brand|newsletter|audience|site|blog|needs|liking)"
            r"|another version)\b"
        ),
        "helps": r"\b[Hh]ope (?:this|that|it) helps\b",
        "ask": r"\b(?:ask|let me know) if you(?:'d| would)?(?: like| want| need| have)?\b",
        "self": (
            r"\b[Aa]s an? (?:AI|artificial intelligence|large language model"
            r"|language model)(?: language model| assistant| model)?(?=,? I\b|[.!]$)|\bI(?:'m"
            r"| am) (?:just |only )?an? (?:AI(?: assistant| language model| model)?"
            r"|(?:large )?language model)(?=[,.]| (?:and|so)\b)"
        ),
        "not": (
            r"\b(?:can(?:'t|’t|not)|do(?:n't|n’t| not)|(?:am|'m|’m|was) (?:not|unable)|won't"
            r"|unable)\b"
        ),
        "online": (
            r"\b(?:browse|access) (?:the )?(?:internet|web|real-time|live|current|external)\b"
        ),
        "sorry": r"^(?:I(?:'m|’m| am) (?:sorry|afraid)|Unfortunately|Sorry|I apologi[sz]e)\b",
        "me-not": (
            r"\bI (?:cannot|can't|can’t|am unable to|do not have (?:the ability|access))\b"
            r"|\bI(?:'m|’m) unable to\b"
        ),
        "assist": (
            r"\b(?:assist|help|comply|fulfil+) (?:with |you )?.{0,20}\b(?:that|this|request)\b"
            r"|\b(?:provide|generate|create|write) .{0,20}\b(?:request|content|article"
            r"|copyrighted|lyrics)\b"
        ),
        "cutoff": (
            r"\b(?:[Mm]y|my) (?:knowledge|training)(?: data)?(?: cut-?off)?\b.{0,30}(?:cut-?off"
            r"|\b(?:19|20)\d\d|up to date)"
        ),
        "compare": (
            r"^(?:Compared (?:with|to)|Unlike) (?:the|your|my) (?:previous|earlier|original|first"
            r"|last) (?:draft|rewrite|text|post|output)\b"
        ),
        "will": r"\bI(?:'ll|’ll| will| can)\b|\b[Ll]et(?:'s| me)\b",
        "write": (
            r"\b(?:write|rewrite|draft|revise|polish|the (?:article|draft|blog post|post)"
            r"|your (?:article|draft|post|piece))\b"
        ),
        "as-asked": (
            r"\b[Aa]s (?:you )?(?:requested|asked|instructed)\b"
            r"|\bper your (?:request|brief|notes|instructions)\b"
        ),
        "no-ability": (
            r"\bI (?:do(?:n't|n’t| not)) have the (?:ability|capability) to (?:test|browse|verify"
            r"|access|run|check|see|open|taste|experience|view)\b"
        ),
        "mine": (
            r"\bI (?:wrote|gave|read|published|sent|posted)\b|\boriginally\b|\b(?:first"
            r"|also) published\b"
            r"|\b(?:talk|speech|lecture|letter|keynote)\b|\b(?:19|20)\d\d\b|\b(?:by|of"
            r"|from) (?:several|many|readers)\b"
        ),
        "whole": (
            r"\b(?:full|complete|final|requested|rewritten|revised|edited|polished|updated"
            r"|improved|translated|expanded|shortened) (?:\w+ )?(?:article|post|draft|text"
            r"|paragraph|section|version|piece|intro(?:duction)?|translation|outline|essay"
            r"|copy)\b"
        ),
        "know": (
            r"\b[Ll]et me know if (?:you(?:'d| would)? (?:like|want|need|prefer)|any|there|this"
            r"|it)\b|\b[Ii]s there anything else\b|\b[Aa]nything else (?:you'd like|I can)\b"
            r"|\b[Jj]ust (?:say|let me know|ask)\b"
        ),
        "edit": (
            r"\b(?:changes|edits|revisions?|adjustments?|tweaks?|another (?:version|draft|angle)"
            r"|different (?:tone|angle|version)|longer|shorter|rewrite|adjust|revise|expand"
            r"|help with)\b"
        ),
        "your": (
            r"\byour (?:needs|audience|brand|requirements|preferences?|request|instructions"
            r"|prompt|brief|guidelines|expectations|outline)\b"
        ),
        "meets": r"\bhope (?:this|it) (?:meets|matches|fits) your\b",
        "this-version": (
            r"^(?:This|The (?:new|revised|updated)) (?:version|draft|rewrite|revision)\b"
        ),
        "prose": (
            r"\b(?:tone|sentences?|wording|keywords?|readability|paragraphs?|voice|jargon|original)\b"
        ),
        "live": (
            r"\b(?:real-time|live|up-to-date|external|the internet|the web|URLs?|links"
            r"|web pages|attachments)\b"
        ),
        "no-access": (
            r"\b(?:do(?:n't|n’t| not) have (?:direct )?access to|can(?:'t|’t|not) (?:access"
            r"|browse|open|view|visit)|(?:unable|not able) to (?:access|browse|open|view"
            r"|visit))\b"
        ),
        "so": r"\bso\b|\btherefore\b|\bplease\b|\bverify\b|\bas of\b|\bhowever\b|\bbut\b",
        "paste": r"\bready to (?:paste|publish|copy|post|use in your)\b|\bcopy and paste\b",
        "readers": (
            r"\bcomments?\b|\bsubscribe\b|\be-?mail\b|\bnewsletter below\b|\bcontact form\b"
            r"|\bDM\b"
        ),
    }
)

ENGLISH_VOICES = Chorus(
    (
        Voice("preface", "yes here|dive text|version", "edge"),
        Voice("preface", "here text|version made -mine", "first"),
        Voice("preface", "yes i-did made"),
        Voice("preface", "yes will write", "edge"),
        Voice("preface", "here whole -mine", "first"),
        Voice("preface", "paste whole|here text", "edge"),
        Voice("refusal", "self"),
        Voice("refusal", "no-ability", severity=Severity.WARNING),
        Voice("handed", "as-asked text|part|craft|i-did -mine", "edge", Severity.WARNING),
        Voice("refusal", "no-access live so|self"),
        Voice("offer", "know edit|me-to -readers", "edge"),
        Voice("offer", "will edit your -readers", "edge"),
        Voice("offer", "meets", "edge"),
        Voice("assessed", "this-version prose", "edge"),
        Voice("refusal", "online not sorry|me-not"),
        Voice("refusal", "sorry me-not assist"),
        Voice("refusal", "cutoff"),
        Voice("offer", "offer me work -readers"),
        Voice("offer", "offer me craft|part -readers"),
        Voice("offer", "helps ask", "edge"),
        Voice("assessed", "i-did craft dive"),
        Voice("assessed", "compare version"),
    ),
    ENGLISH,
)
