"""What ends a run: each kind is caught once, in ``cli.main``, and told in one line."""

from __future__ import annotations

import errno
import os

from kouetsu.findings import Text

READ_ONLY = Text("読み取り専用のファイルです", "read-only file")
NOT_REGULAR = Text("通常のファイルではありません", "not a regular file")
OURS = {text.en: text for text in (READ_ONLY, NOT_REGULAR)}
"""Our own refusals, where the system would let us."""
REASONS = {
    errno.EACCES: Text("権限がありません", "permission denied"),
    errno.EPERM: Text("許可されていません", "operation not permitted"),
    errno.ENOENT: Text("ファイルもフォルダーもありません", "no such file or folder"),
    errno.EEXIST: Text("すでにあります", "is there already"),
    errno.EISDIR: Text("フォルダーです", "is a folder"),
    errno.ENOTDIR: Text("パスの途中がフォルダーではありません", "not a folder"),
    errno.ENOSPC: Text("ディスクに空きがありません", "no space left on the disk"),
    errno.EDQUOT: Text("割り当て容量を超えました", "disk quota exceeded"),
    errno.EFBIG: Text("ここに置けるファイルの大きさを超えます", "larger than a file may be here"),
    errno.EROFS: Text("読み取り専用のディスクです", "read-only disk"),
    errno.ELOOP: Text("リンクが循環しています", "links lead in a circle"),
    errno.ENAMETOOLONG: Text("名前が長すぎます", "the name is too long"),
}
LONGEST_STORY = 300
ENGINE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "")
"""The folder of the engine, with its last slash: ``kouetsu_rules`` may lie beside it."""
DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""What the next file would meet, too."""


def reason_of(error: OSError | ValueError) -> Text:
    """Why the system refused, in both languages where we know the words.

    A ``ValueError`` is Python's own refusal: no file has a name with NUL.
    """
    if isinstance(error, ValueError):
        return Text(str(error), str(error))
    said = error.strerror or type(error).__name__
    return OURS.get(said) or REASONS.get(error.errno or 0, Text(said, said))


def story(error: BaseException) -> str:
    """What an unforeseen exception says, in one line, and where in code that is not ours."""
    said = f"{type(error).__name__}: {' '.join(str(error).split())[:LONGEST_STORY]}"
    place = None if isinstance(error, SyntaxError) else _place_of(error)
    return f"{said} ({place})" if place else said


def _place_of(error: BaseException) -> str | None:
    """The last line in the folder of a plugin that it came by, as a ``SyntaxError`` tells its own.

    The first code on its way that is not the engine's is the plugin's.
    """
    from traceback import walk_tb  # perf: wanted for mistakes only

    frames = [
        (code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if not (code := frame.f_code).co_filename.startswith(("<", ENGINE))
    ]
    if not frames:
        return None
    own = os.path.join(os.path.dirname(frames[0][0]), "")
    name, line = [frame for frame in frames if frame[0].startswith(own)][-1]
    return f"{os.path.basename(name)}, line {line}"


def show_trace(error: BaseException) -> None:
    """Where it was raised, on standard error, for those who set ``KOUETSU_TRACE``."""
    if os.environ.get("KOUETSU_TRACE"):
        import traceback

        traceback.print_exception(error)


class _Told(Exception):  # noqa: N818 - the public ones end in Error
    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(ja, en)

    def __reduce__(self) -> tuple[type[_Told], Text]:
        return type(self), self.text  # so that it crosses the process border


class ConfigError(_Told):
    """A mistake in a file that the site keeps for kouetsu: the configuration, a baseline."""


class PluginError(_Told):
    """A plugin that can't be loaded or breaks the rules of the house."""


class UsageError(_Told):
    """A command line that can't be obeyed."""


def unwritable(path: object, error: OSError) -> UsageError:
    """A file that was asked for and can't be written."""
    reason = reason_of(error)
    return UsageError(f"{path}: 書き込めません（{reason.ja}）", f"{path}: {reason.en}")
