"""Servers for the tests of editors; each must leave cleanly when the test is over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from editor import Editor, Start

fixture: Any = pytest.fixture
try:
    import pytest_asyncio
except ImportError:  # the tests that need servers are skipped
    pass
else:
    fixture = pytest_asyncio.fixture


@pytest.fixture
def site(tmp_path: Path) -> Path:
    from editor import SETTINGS, TEXT

    (tmp_path / "kouetsu.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "post.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


@fixture  # type: ignore[untyped-decorator]
async def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Start]:
    from editor import started

    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    editors: list[Editor] = []

    async def begin(*arguments: object, **more: object) -> Editor:
        editor = await started(*arguments, **more)  # type: ignore[arg-type]
        editors.append(editor)
        return editor

    yield begin
    for editor in editors:
        server = editor.client._server
        assert server is not None
        if server.returncode is None:
            await asyncio.wait_for(editor.client.shutdown_session(), 10)
            assert server.returncode == 0
        await editor.client.stop()
