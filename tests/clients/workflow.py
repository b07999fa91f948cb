"""The parts of GitHub's runner that the action meets, as its documentation describes them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


def load(path: Path) -> dict[str, Any]:
    """A YAML file of GitHub's."""
    document: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return document


@dataclass(frozen=True)
class Annotation:
    """A workflow command as the runner reads it."""

    kind: str
    properties: dict[str, str]
    message: str


@dataclass
class Done:
    """What became of a step."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str
    annotations: list[Annotation] = field(default_factory=list)


class Runner:
    """Runs the shell steps of a composite action one by one, each file of the runner its own."""

    def __init__(self, action: Path, workspace: Path, temp: Path) -> None:
        self.action, self.workspace, self.temp = action, workspace, temp
        temp.mkdir(parents=True, exist_ok=True)
        self.steps: dict[str, dict[str, str]] = {}

    def run(
        self,
        step: Mapping[str, Any],
        inputs: Mapping[str, str],
        event: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Done:
        """One step with ``shell: bash``, as the runner starts it."""
        assert step["shell"] == "bash"
        files = {}
        for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH"):
            files[name] = self.temp / name
            files[name].write_bytes(b"")
        script = self.temp / "step.sh"
        script.write_text(self._said(step["run"], inputs, event), encoding="utf-8")
        own = {k: self._said(v, inputs, event) for k, v in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=self.workspace,
            env={
                **{k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "PYTHON"))},
                "GITHUB_ACTIONS": "true",
                "GITHUB_WORKSPACE": str(self.workspace),
                "GITHUB_ACTION_PATH": str(self.action),
                "RUNNER_TEMP": str(self.temp),
                "CI": "true",
                **{name: str(path) for name, path in files.items()},
                **(environment or {}),
                **own,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=900,
        )
        log = done.stdout.decode("utf-8")
        outputs = dict(
            line.split("=", 1)
            for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        )
        if "id" in step:
            self.steps[step["id"]] = outputs
        summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        annotations = [each for line in log.splitlines() if (each := annotation(line))]
        return Done(done.returncode, log, outputs, summary, annotations)

    def _said(self, text: str, inputs: Mapping[str, str], event: Mapping[str, Any] | None) -> str:
        """The text with its expressions: paths, and ``||`` between them."""
        known = {
            "inputs": inputs,
            "github": {"event": event or {}},
            "steps": {name: {"outputs": outputs} for name, outputs in self.steps.items()},
        }

        def value(found: re.Match[str]) -> str:
            for choice in found[1].split("||"):
                place: Any = known
                for part in choice.strip().split("."):
                    place = place.get(part, {}) if isinstance(place, Mapping) else {}
                if place not in ({}, "", None):
                    return str(place)
            return ""

        return EXPRESSION.sub(value, str(text))


def annotation(line: str) -> Annotation | None:
    """A workflow command of a line of the log, taken apart as the runner does it."""
    if not line.startswith("::"):
        return None
    end = line.find("::", 2)
    if end < 0:
        return None
    head, data = line[2:end], line[end + 2 :]
    kind, _, rest = head.partition(" ")
    pairs = (pair.partition("=") for pair in rest.split(",") if pair.strip())
    properties = {key.strip(): _plain(value, {"%3A": ":", "%2C": ","}) for key, _, value in pairs}
    return Annotation(kind, properties, _plain(data, {}))


def _plain(text: str, more: Mapping[str, str]) -> str:
    for code, character in {**more, "%0D": "\r", "%0A": "\n"}.items():
        text = text.replace(code, character)
    return text.replace("%25", "%")
