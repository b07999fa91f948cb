"""Measure how soon the language server answers a keystroke, beside a cold run of the command.

The post is made here (measure/grammar.py). Each keystroke changes one sentence in the middle.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from measure.clock import median_wall, run
from measure.grammar import Writer

CHARACTERS = 14_500
"""Of the body that the grammar is asked for: with markup and copies 15,059."""


class Client:
    """The few messages of an editor that this needs."""

    def __init__(self, argv: Sequence[str], folder: Path) -> None:
        self._server = subprocess.Popen(
            argv, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._id = 0

    def notify(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def request(self, method: str, params: object) -> Any:
        self._id += 1
        self._send({"id": self._id, "method": method, "params": params})
        while (message := self._read()).get("id") != self._id or "method" in message:
            pass
        return message.get("result")

    def published(self, version: int) -> list[Any]:
        """The diagnostics of that version of the post."""
        while True:
            message = self._read()
            params = message.get("params") or {}
            if message.get("method") == "textDocument/publishDiagnostics" and (
                params.get("version") == version
            ):
                found: list[Any] = params["diagnostics"]
                return found

    def end(self) -> None:
        self.request("shutdown", None)
        self.notify("exit", None)
        self._server.wait(30)

    def _send(self, message: dict[str, Any]) -> None:
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(raw), raw))
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._server.stdout is not None
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError("the server is gone")
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        return message


def keystrokes(client: Client, uri: str, text: str, times: int) -> Iterator[float]:
    """Seconds from each keystroke to its diagnostics."""
    middle = text.index("。", len(text) // 2)
    for number in range(times):
        typed = f"{text[:middle]}と{'ても' * (number % 5)}{number}{text[middle:]}"
        version = number + 2
        began = time.perf_counter()
        client.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"text": typed}],
            },
        )
        client.published(version)
        yield time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--pause", type=int, default=150, help="milliseconds; kouetsu lsp --pause")
    parser.add_argument("--plugin", action="append", default=[], help="for both, as kouetsu has it")
    args = parser.parse_args()
    command = [sys.executable, "-m", "kouetsu"]
    plugins = [f"--plugin={Path(file).absolute()}" for file in args.plugin]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        post = folder / "post.md"
        text = Writer(6).post(CHARACTERS, damaged=True)
        post.write_text(text, encoding="utf-8")
        check = [*command, "check", "--no-cache", "--fail-on", "never", *plugins, "post.md"]
        cold = [run(check, folder) for _ in range(args.times)]
        if any(each.code for each in cold):
            print("the command fails; run it by hand:", " ".join(check), file=sys.stderr)
            return 1
        client = Client([*command, "lsp", "--pause", str(args.pause), *plugins], folder)
        client.request(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}},
        )
        client.notify("initialized", {})
        item = {"uri": post.as_uri(), "languageId": "markdown", "version": 1, "text": text}
        began = time.perf_counter()
        client.notify("textDocument/didOpen", {"textDocument": item})
        found = client.published(1)
        opened = time.perf_counter() - began
        answers = list(keystrokes(client, post.as_uri(), text, args.times))
        client.end()
    answer, whole = statistics.median(answers), median_wall(cold)
    print(
        f"A post of {len(text):,} characters, {len(found)} diagnostics, {args.times} times, medians"
    )
    rows = (
        ("the command, cold", whole),
        ("the server: the post is opened", opened),
        ("the server: a keystroke", answer),
        (f"the same without the pause of {args.pause} ms", answer - args.pause / 1000),
    )
    for what, seconds in rows:
        print(f"  {what:42}{seconds * 1000:8.0f} ms")
    fits = answer < whole
    print(f"  a keystroke is answered {'sooner' if fits else 'LATER'}: {answer / whole:.2f} of it")
    return 0 if fits else 1


if __name__ == "__main__":
    raise SystemExit(main())
