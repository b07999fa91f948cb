"""Posts that tell of an old text: who copies or reads one finds it broken off, and says so."""

from __future__ import annotations

from kouetsu.api import Pattern

# A paper or a post is one only where it is told of as old: the news have them, too.
OLD_TEXT = Pattern(
    r"手稿|写本|草稿|遺稿|書簡|古文書|翻刻|底本|断簡|碑文|巻物|史料|校訂|訳者|訳注|拙訳|古典(?!的)|聖書"
    r"|葉書|(?<!お)便り|雑誌|保存版|訳し(?:て(?:い|き|み)|た)|切り抜き|投書|帳面|過去ログ|(?:古い|昔の|年前の|当時の|最後の)(?:投稿|新聞|雑誌|記事|ブログ|メール)"
    r"|(?:明治|大正|昭和)(?:元|[一二三四五六七八九十\d]{1,3})年"
)
