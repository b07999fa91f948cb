"""Emacs in batch mode with the snippets of docs/editors.md: flymake, flycheck, eglot."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from documents import SETTINGS, client, command_folder, environment, missing, snippet

pytestmark = pytest.mark.client

TEXT = "# 𩸽を焼く\n\n𠮷田さんは絶対に早起きだ。😀朝の港は静か！！！\n"
BEGIN = """
(setq warning-minimum-level :emergency
      gc-cons-threshold 100000000
      flymake-start-on-flymake-mode t)
(defun wait-until (look)
  (let ((end (+ (float-time) 30)))
    (while (and (not (funcall look)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall look) (error "timeout"))))
(defun vectors (value)
  (if (listp value) (vconcat (mapcar #'vectors value)) value))
(defun tell (value)
  (with-temp-file "{output}" (insert (json-encode (vectors value)))))
(defun flymake-found ()
  (mapcar (lambda (each)
            (list (buffer-substring-no-properties
                   (flymake-diagnostic-beg each) (flymake-diagnostic-end each))
                  (format "%s" (flymake-diagnostic-type each))
                  (flymake-diagnostic-text each)))
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "kouetsu.yaml").write_text(SETTINGS, encoding="utf-8")
    (site / "港 #1.md").write_text(TEXT, encoding="utf-8")
    return site


def _emacs(tmp_path: Path, site: Path, needs: str, name: str, rest: str) -> object:
    program = client("emacs")
    load = f"(progn (package-initialize) (require 'markdown-mode) (require '{needs}))"
    there = subprocess.run([program, "--batch", "--eval", load], capture_output=True, check=False)
    if there.returncode:
        missing(f"Emacs has no {needs} or no markdown-mode")
    output = tmp_path / "result.json"
    script = tmp_path / "script.el"
    start = BEGIN.replace("{output}", str(output))
    text = f"{load}\n{start}\n{snippet('docs/editors.md', name)}\n{rest}"
    script.write_text(f";; -*- coding: utf-8; lexical-binding: t -*-\n{text}", encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [program, "--batch", "-l", str(script)],
        cwd=site,
        env=environment(command_folder(tmp_path / "bin"), home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    return json.loads(output.read_text(encoding="utf-8"))


def test_flymake(tmp_path: Path, site: Path) -> None:
    found = _emacs(
        tmp_path,
        site,
        "flymake",
        "emacs-flymake",
        """
        (find-file "港 #1.md")
        (goto-char (point-min))
        (insert "夜！！\\n")
        (flymake-start)
        (wait-until (lambda () (= (length (flymake-diagnostics)) 3)))
        (tell (flymake-found))
        """,
    )
    assert found == [
        ["！！", ":error", "感嘆符が2個続く [piled-marks]"],
        ["絶対", ":warning", "言い切りすぎ [blunt-word]"],
        ["！！！", ":error", "感嘆符が3個続く [piled-marks]"],
    ]


def test_flycheck(tmp_path: Path, site: Path) -> None:
    found = _emacs(
        tmp_path,
        site,
        "flycheck",
        "emacs-flycheck",
        """
        (find-file "港 #1.md")
        (goto-char (point-min))
        (insert "夜！！\\n")
        (flycheck-mode 1)
        (flycheck-select-checker 'kouetsu)
        (flycheck-buffer)
        (wait-until (lambda () (= (length flycheck-current-errors) 3)))
        (tell (mapcar (lambda (each)
                        (list (flycheck-error-line each) (flycheck-error-column each)
                              (format "%s" (flycheck-error-level each))
                              (flycheck-error-message each) (flycheck-error-id each)))
                      flycheck-current-errors))
        """,
    )
    assert found == [
        [1, 2, "error", "感嘆符が2個続く", "piled-marks"],
        [4, 6, "warning", "言い切りすぎ", "blunt-word"],
        [4, 21, "error", "感嘆符が3個続く", "piled-marks"],
    ]


def test_eglot(tmp_path: Path, site: Path) -> None:
    found = _emacs(
        tmp_path,
        site,
        "eglot",
        "emacs-eglot",
        """
        (setq eglot-sync-connect 30 eglot-autoshutdown t)
        (find-file "港 #1.md")
        ;; what `eglot-ensure' does after the command loop's next turn, which batch mode has not
        (apply #'eglot--connect (eglot--guess-contact))
        (wait-until (lambda () (= (length (flymake-diagnostics)) 2)))
        (setq result (list (flymake-found)))
        (goto-char (point-min))
        (search-forward "絶対")
        (backward-char 1)
        (cl-letf (((symbol-function 'eglot--read-execute-code-action)
                   (lambda (actions server &rest _)
                     (eglot--apply-workspace-edit (plist-get (elt actions 0) :edit)))))
          (eglot-code-actions (point) (point) "quickfix" t))
        (setq result (append result (list (buffer-string))))
        (tell result)
        (set-buffer-modified-p nil)
        (eglot-shutdown (eglot-current-server))
        """,
    )
    assert isinstance(found, list)
    told, text = found
    assert [(text, kind) for text, kind, _ in told] == [
        ("絶対", "eglot-warning"),
        ("！！！", "eglot-error"),
    ]
    assert text == TEXT.replace("絶対", "たぶん")
