"""The marks with which assistants cite their sources. Each service has its own."""

from __future__ import annotations

from kouetsu.api import Pattern

# Of ChatGPT, Gemini, Claude, Copilot, Perplexity, DeepSeek and Grok.
CITATION = Pattern(
    r"[\[(]?\[?oaicite:\d+\]?[\])]?(?:\{index=\d+\})?"
    r"|【\d{1,3}(?::\d{1,3})?†[^】\n]{0,100}】"
    r"|\[\d{1,3}(?::\d{1,3})?†[^\]\n]{0,100}\]"
    r"|[\ue200-\ue206](?:[^\ue200-\ue206\n]{0,80}[\ue200-\ue206])+"
    r"|(?:file)?cite(?:turn\d+[a-z]+\d+)+|turn\d+(?:search|view|news|image|fetch|file|forecast"
    r"|finance|sports|maps|academia|reddit|product|click|open|find)\d+"
    r"|\[cite_start\]|\[cite:[ ]?[\d,、 \-]{1,60}\]"
    r"|[(<]/?(?:antml:)?cite(?:[ ]index=\"[^\"\n]{0,60}\")[^>\n]{0,40}>"
    r"|\[\^\d{1,3}\^\]|\[\^(?:src|source|cite|citation|web|doc|search):\d{1,3}\](?!:)"
    r"|(?:[¹²³⁴-⁹]+ ?)+\[(?:learn more|詳細情報|詳細を表示)\](?![(\[:])"
    # a page or a memory may be the reader's own
    r"|\[(?:web|attached_file|source|citation|search|doc|result):[ ]?\d{1,3}\]"
    r"|[(（]?(?:\{\{(?:citation|source|ref)[:_ ]\d{1,3}\}\})[)）]?"
    r"|\[span_\d+\]\((?:start|end)_span\)|</?grok:render[^>\n]{0,300}>|grok_render_citation\w*"
)
# In the source: tags and addresses, which are no prose.
CITING_TAG = Pattern(r"[(<](?:antml:)?cite[ ]+index=[^>\n]{1,80}>|</(?:antml:)?cite>")
OPENS = Pattern(r"[(<](?:antml:)?cite[ ]+index=")
# What no prose has: as a link its brackets are Markdown's, and quotations and tables hold it, too.
LINKED = Pattern(
    r":?contentReference\[oaicite:\d+\](?:\{index=\d+\})?"
    r"|\[oai_citation[:_][^\]\n]{0,200}\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,600}\))?"
)
ASSISTANTS = (
    r"https?://(?:vertexaisearch\.cloud\.google\.com/(?:grounding-api-redirect|id)/"
    r"|(?:www\.)?perplexity\.ai/search|chatgpt\.com/c/|chat\.openai\.com/c/)"
)
# A redirect of a search that the reader can't follow; others only under a bare number.
REDIRECT = Pattern(
    r"https?://vertexaisearch\.cloud\.google\.com/(?:grounding-api-redirect|id)/[^\s)\]>\"']*"
    rf"|\[\[?\d{{1,2}}\]?\]\({ASSISTANTS}[^)\s]*\)|\[[^\]\n]{{0,60}}\]\((?:oaicite|turn\d)[^)\s]*\)"
)
