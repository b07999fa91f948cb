"""``kouetsu init``: look at the posts that are there and write a ``kouetsu.yaml`` that fits."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from kouetsu.commands.options import Parser, add_language, add_plugins
from kouetsu.commands.progress import Progress
from kouetsu.errors import UsageError, unwritable
from kouetsu.language import language
from kouetsu.preset import Preset
from kouetsu.run.config import NAMES, Config, shown_path
from kouetsu.run.config_writing import Draft, configuration, inferences
from kouetsu.run.discover import ENDINGS, discover
from kouetsu.run.globs import Globs
from kouetsu.run.plan import Outfit, Plan
from kouetsu.run.plugins import PRESETS, Plugins, load
from kouetsu.run.registry import Registry
from kouetsu.run.survey import Survey
from kouetsu.run.writing import write_atomically
from kouetsu.text.post import Post
from kouetsu.text.source import Source


def run(arguments: Sequence[str]) -> int:
    """Survey the posts, write the configuration, say what was inferred."""
    parser = Parser(
        "init", "Write a kouetsu.yaml that fits the posts / 記事に合う kouetsu.yaml を書く"
    )
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        default=".",
        help="the site (default: .) / サイトのフォルダー（既定: .）",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="overwrite the one that is there / 今ある設定を上書きする",
    )
    add_plugins(parser)
    add_language(parser)
    args = parser.parse_args(arguments)
    folder = Path(args.folder)
    if not folder.is_dir():
        raise UsageError(f"{folder}: フォルダーがありません", f"{folder}: no such folder")
    target = _target(folder, force=args.force)
    plugins = load(tuple(args.plugin))
    draft = _draft(folder, plugins, args.lang)
    if not draft.survey.posts and draft.preset is None:
        raise UsageError(
            f"{folder}: 記事がないので、何も書きません",
            f"{folder}: no posts here; nothing is written",
        )
    said = language(args.lang, posts_are_japanese=draft.survey.japanese * 2 >= draft.survey.posts)
    shown = shown_path(target.absolute())
    try:
        write_atomically(target, configuration(draft, said).encode())
    except OSError as error:
        raise unwritable(shown, error) from None
    for line in inferences(draft):
        print(line.in_(said))
    print(f"wrote {shown}" if said == "en" else f"{shown} を書きました")
    return 0


def _target(folder: Path, *, force: bool) -> Path:
    there = [folder / name for name in NAMES if os.path.lexists(folder / name)]
    if there and not force:
        raise UsageError(
            f"{there[0]}: すでにあります（--force で上書きします）",
            f"{there[0]}: already there (--force overwrites it)",
        )
    return there[0] if there else folder / NAMES[0]


def _draft(folder: Path, plugins: Plugins, lang: str | None) -> Draft:
    registry = Registry.of(plugins)
    root = str(folder.absolute())
    files = _files(folder, Config(root=root), plugins, registry)
    best = _Candidate(None, "", files)
    for candidate in _candidates(folder, files, plugins):
        if len(candidate.files) > len(best.files) or best.preset is None:
            best = candidate
    if not files:
        best = _new_site(folder, plugins) or best
    survey = Survey(list(registry.rules.values()), _settled(best.preset))
    bare: list[str] = []
    with Progress("記事を見ています", "looking at posts", language(lang)) as progress:
        for number, path in enumerate(best.files):
            progress(number, len(best.files))
            _look(path, survey, bare)
    preset = best.preset.name if best.preset else None
    posts, exclude = (None, ()) if preset else _patterns(folder, best.files, bare)
    return Draft(survey, preset, best.marker, posts, exclude, survey.fitted())


def _settled(preset: Preset | None) -> list[str]:
    """The keys whose values the platform names."""
    keys = preset.front_matter.get("properties", {}) if preset else {}
    return [key for key, each in keys.items() if isinstance(each, dict) and "enum" in each]


def _look(path: str, survey: Survey, bare: list[str]) -> None:
    try:
        post = Post(Source.from_bytes(Path(path).read_bytes()), path)
    except OSError:
        return
    survey.add(post)
    if post.front_matter.kind is None:
        bare.append(path)


class _Candidate:
    """A preset that may be the site's, the file that speaks for it, and the posts it has."""

    def __init__(self, preset: Preset | None, marker: str, files: list[str]) -> None:
        self.preset, self.marker, self.files = preset, marker, files


def _candidates(folder: Path, files: list[str], plugins: Plugins) -> list[_Candidate]:
    found = []
    for preset in plugins.presets().values():
        marker = next((name for name in preset.markers if (folder / name).exists()), None)
        with plugins.owner(PRESETS, preset.name).blaming():
            claimed = Globs(tuple(preset.posts))
        own = [path for path in files if claimed.match(_relative(path, folder))]
        # a file of the platform's own says it; any site may have a folder articles/
        says = marker is not None and (folder / marker).is_file()
        if marker is not None and own and (says or _fits(preset, own)):
            found.append(_Candidate(preset, marker, own))
    return found


def _new_site(folder: Path, plugins: Plugins) -> _Candidate | None:
    """The one platform whose files are there already, where there are no posts yet."""
    found = [
        _Candidate(preset, name, [])
        for preset in plugins.presets().values()
        for name in preset.markers
        if (folder / name).is_file()
    ]
    names = {each.preset.name for each in found if each.preset}
    return found[0] if len(names) == 1 else None


def _fits(preset: Preset, files: list[str], sample: int = 20) -> bool:
    """Whether half of the posts have what the platform requires."""
    required = set(preset.front_matter.get("required", ()))
    some = files[:: max(1, len(files) // sample)][:sample]
    fitting = 0
    for path in some:
        try:
            source = Source.from_bytes(Path(path).read_bytes())
        except OSError:
            continue
        fitting += required <= Post(source, path).front_matter.data.keys()
    return fitting * 2 >= len(some)


def _files(folder: Path, config: Config, plugins: Plugins, registry: Registry) -> list[str]:
    return discover([str(folder)], Outfit(Plan(config), plugins, registry)).posts


def _patterns(
    folder: Path, files: list[str], bare: list[str]
) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """Globs of the folders that hold posts, and the files among them that are none."""
    without = set(bare)
    posts = [_relative(path, folder) for path in files if path not in without]
    if len(posts) < len(without) or not posts:
        return None, ()  # front matter is no custom here: nothing tells a post from a README
    endings = [e for e in ENDINGS if any(path.lower().endswith(e) for path in posts)]
    tops = sorted({path.partition("/")[0] if "/" in path else "" for path in posts})
    patterns = [f"{_quoted(top)}/**/*{e}" if top else f"/*{e}" for top in tops for e in endings]
    claimed = Globs(tuple(patterns))
    others = [_relative(path, folder) for path in bare]
    return tuple(patterns), tuple(f"/{_quoted(path)}" for path in others if claimed.match(path))


def _relative(path: str, folder: Path) -> str:
    return os.path.relpath(path, folder).replace(os.sep, "/")


def _quoted(path: str) -> str:
    """A path as a pattern that means itself."""
    return "".join(f"\\{sign}" if sign in "*?[]\\!#" else sign for sign in path)
