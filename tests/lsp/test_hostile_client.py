"""A client that errs: it is answered, the server goes on, and nobody reads a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

TEXT = "---\ntitle: 朝\n---\n\n港で😀猫が寝ている。\n\n---END---\n"
FAR = {"line": 6, "character": 1}


class Client:
    """Sends what it is told, however wrong."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "stderr.txt"
        with self.log.open("wb") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", "kouetsu", "lsp", "--pause", "1"],
                cwd=folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        self.received: list[dict[str, Any]] = []
        self.number = 0
        threading.Thread(target=self._read, daemon=True).start()

    def send(self, method: str, params: object, number: object = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params, "id": number}
        if number is None:
            del message["id"]
        self.raw(json.dumps(message).encode())

    def raw(self, body: bytes) -> None:
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.server.stdin.flush()

    def ask(self, method: str, params: object) -> dict[str, Any]:
        self.number += 1
        self.send(method, params, self.number)
        return self.until(lambda each: each.get("id") == self.number and "method" not in each)

    def until(self, look: Any) -> dict[str, Any]:
        end = time.monotonic() + 20
        while not (found := [each for each in list(self.received) if look(each)]):
            assert time.monotonic() < end, "no answer"
            assert self.server.poll() is None, self.log.read_text(encoding="utf-8")
            time.sleep(0.01)
        return found[-1]

    def hover(self, uri: str, at: object = FAR) -> dict[str, Any]:
        return self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})

    def open(self, uri: str) -> None:
        item = {"uri": uri, "languageId": "markdown", "version": 1, "text": TEXT}
        self.send("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, *changes: object) -> None:
        document = {"uri": uri, "version": 2}
        params = {"textDocument": document, "contentChanges": list(changes)}
        self.send("textDocument/didChange", params)

    def end(self) -> int:
        assert self.ask("shutdown", None)["result"] is None
        self.send("exit", None)
        return self.server.wait(10)

    def _read(self) -> None:
        out = self.server.stdout
        assert out is not None
        length = 0
        while line := out.readline():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            elif not line.strip():
                self.received.append(json.loads(out.read(length)))


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A client past ``initialize``; at the end the server must leave cleanly and quietly."""
    made = Client(tmp_path)
    try:
        root = {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}}
        assert made.hover("file:///a.md")["error"]["code"] == -32002  # not initialized yet
        assert "result" in made.ask("initialize", root)
        made.send("initialized", {})
        yield made
        assert made.end() == 0
        assert "Traceback" not in made.log.read_text(encoding="utf-8")
        shown = [each for each in made.received if each.get("method") == "window/showMessage"]
        assert shown == []
    finally:
        made.server.kill()


def test_a_request_without_params_is_none_that_we_know(client: Client) -> None:
    client.number += 1
    message = {"jsonrpc": "2.0", "id": client.number, "method": "nowhere/toBeFound"}
    client.raw(json.dumps(message).encode())
    answer = client.until(lambda each: each.get("id") == client.number)
    assert answer["error"]["code"] == -32601


def test_a_session_begins_once(client: Client, tmp_path: Path) -> None:
    again = client.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    assert again["error"]["code"] == -32600
    uri = (tmp_path / "港.md").as_uri()
    client.open(uri)
    assert "error" not in client.hover(uri)


@pytest.mark.parametrize(
    "place",
    [
        {"start": {"line": 0, "character": 0}, "end": {"line": 9**9, "character": 0}},
        {"start": {"line": 5, "character": 99}, "end": {"line": 2, "character": 0}},
        {"start": {"line": -1, "character": -5}, "end": {"line": 3, "character": 3}},
        {"start": {"line": 4, "character": 3}, "end": {"line": 4, "character": 3}},
        {"start": None},
        [],
    ],
)
def test_a_change_with_a_range_that_is_none(client: Client, tmp_path: Path, place: object) -> None:
    uri = (tmp_path / "港 #1.md").as_uri()
    client.open(uri)
    client.change(uri, {"range": place, "text": "😀"})
    assert "error" not in client.hover(uri)
    client.change(uri, {"text": "静かな朝。\n"})
    assert client.hover(uri)["result"] is None
    client.change(uri, {"text": TEXT})
    assert "---END---" in str(client.hover(uri)["result"])


def test_changes_of_documents_that_are_not_open(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "never.md").as_uri()
    client.change(uri, {"text": "朝"})
    client.send("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert client.hover(uri)["result"] is None
    place = {"start": FAR, "end": FAR}
    params = {"textDocument": {"uri": uri}, "range": place, "context": {"diagnostics": []}}
    assert client.ask("textDocument/codeAction", params)["result"] == []


@pytest.mark.parametrize("params", [None, {}, [1], {"textDocument": [], "position": FAR}])
def test_a_request_that_can_not_be_read_is_refused(client: Client, params: object) -> None:
    assert client.ask("textDocument/hover", params)["error"]["code"] == -32602
    assert client.hover("file:///a.md", {"line": 2**40, "character": -1})["error"]["code"] == -32602


def test_notifications_that_can_not_be_read_are_passed_over(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    for method in ("didOpen", "didChange", "didClose"):
        client.send(f"textDocument/{method}", {"nonsense": True})
    client.send("no/such/notification", [])
    client.send("$/cancelRequest", {"id": 999})
    client.send("workspace/didChangeWatchedFiles", {"changes": [{"uri": "", "type": 1}]})
    for raw in (b"not json", b"[]", b"{}", b"1", b'"\xff"', b'{"jsonrpc": "2.0", "id": 5}'):
        client.raw(raw)
    client.open(uri)
    assert "---END---" in str(client.hover(uri)["result"])


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "untitled:Untitled-1",
        "git:/a.md?ref",
        "file:///%zz%00.md",
        "http://[::1/a.md",
        "file:///",
        pytest.param("file:///" + "a" * 5000 + ".md", id="long"),
        "vscode-notebook-cell:/a.ipynb#W0",
    ],
)
def test_addresses_of_all_kinds(client: Client, tmp_path: Path, uri: str) -> None:
    client.open(uri)
    assert "error" not in client.hover(uri)
    client.send("textDocument/didClose", {"textDocument": {"uri": uri}})
    post = (tmp_path / "a.md").as_uri()
    client.open(post)
    assert "---END---" in str(client.hover(post)["result"])


def test_after_shutdown_requests_are_refused(client: Client) -> None:
    assert client.ask("shutdown", None)["result"] is None
    assert client.hover("file:///a.md")["error"]["code"] == -32600
    client.end = lambda: (client.send("exit", None), client.server.wait(10))[1]  # type: ignore[method-assign]
