"""Vim and Neovim, headless, with the snippets of docs/editors.md."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from documents import SETTINGS, client, command_folder, environment, neovim, snippet

pytestmark = pytest.mark.client

TEXT = "# 𩸽を焼く\n\n𠮷田さんは絶対に早起きだ。😀朝の港は静か！！！\n\nか\u3099の音！！\n"
PLACES = [  # line, byte column, type, text
    (3, 17, "w", "言い切りすぎ [blunt-word]"),
    (3, 63, "e", "感嘆符が3個続く [piled-marks]"),
    (5, 13, "e", "感嘆符が2個続く [piled-marks]"),
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "kouetsu.yaml").write_text(SETTINGS, encoding="utf-8")
    (site / "港 #1.md").write_text(TEXT, encoding="utf-8")
    return site


def _run(command: list[str], script: str, tmp_path: Path, site: Path) -> None:
    ending = ".lua" if command[0].endswith("nvim") and script.startswith("--") else ".vim"
    file = tmp_path / f"script{ending}"
    file.write_text(script, encoding="utf-8")
    env = environment(command_folder(tmp_path / "bin"), tmp_path / "home")
    (tmp_path / "home").mkdir(exist_ok=True)
    done = subprocess.run(
        [*command, "-S", str(file)],
        cwd=site,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")


QUICKFIX = """
set encoding=utf-8
filetype plugin on
edit 港\\ \\#1.md
setfiletype markdown
source {snippet}
{before}
let found = []
for item in getqflist()
  call add(found, [bufname(item.bufnr), item.lnum, item.col, item.type, item.text])
endfor
cfirst
call add(found, [line('.'), col('.'), strcharpart(getline('.')[col('.') - 1:], 0, 2)])
call writefile([json_encode(found)], '{output}')
qall!
"""


@pytest.mark.parametrize("editor", ["Vim", "Debian", "PyPI"])
@pytest.mark.parametrize(
    ("document", "way"),
    [
        ("docs/editors.md", "make"),
        ("docs/editors.md", "Kouetsu"),
        ("README.md", "make"),
        ("README.ja.md", "make"),
    ],
)
def test_the_quickfix_list(
    tmp_path: Path, site: Path, editor: str, document: str, way: str
) -> None:
    command = (
        [client("vim"), "-u", "NONE", "-N", "-es"]
        if editor == "Vim"
        else [neovim(editor), "--headless", "-u", "NONE"]
    )
    (tmp_path / "markdown.vim").write_text(snippet(document, "vim-quickfix"), encoding="utf-8")
    output = tmp_path / "found.json"
    # the buffer as it stands, not yet written, for :Kouetsu
    before = "silent make!" if way == "make" else "call append(0, '夜！！')\nKouetsu"
    script = QUICKFIX.format(snippet=tmp_path / "markdown.vim", output=output, before=before)
    _run(command, script, tmp_path, site)
    *items, cursor = json.loads(output.read_text(encoding="utf-8"))
    shift = 0 if way == "make" else 1
    wanted = [["港 #1.md", line + shift, *rest] for line, *rest in PLACES]
    if shift:
        wanted.insert(0, ["港 #1.md", 1, 4, "e", "感嘆符が2個続く [piled-marks]"])
    assert items == wanted
    assert cursor == ([1, 4, "！！"] if shift else [3, 17, "絶対"])


LSP = """
-- the snippet is what the user's own file has
local ok, trouble = xpcall(function()
local function wait(what, look)
  assert(vim.wait(30000, look, 20), "timeout: " .. what)
end
{before}
vim.cmd("edit 港\\\\ \\\\#1.md")
vim.bo.filetype = "markdown"
{after}
wait("diagnostics", function() return #vim.diagnostic.get(0) == 3 end)
local found = {{}}
for _, each in ipairs(vim.diagnostic.get(0)) do
  local place = {{ each.lnum, each.col, each.end_col }}
  table.insert(found, vim.list_extend(place, {{ each.severity, each.message, each.code }}))
end
-- a keystroke, not written
vim.api.nvim_buf_set_lines(0, 0, 0, false, {{ "夜😀！！" }})
wait("diagnostics of the unsaved text", function() return #vim.diagnostic.get(0) == 4 end)
local typed = vim.diagnostic.get(0, {{ lnum = 0 }})[1]
-- the fix, as the user chooses it from the list
local titles = {{}}
vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do table.insert(titles, (options.format_item(item))) end
  choose(items[1], 1)
end
vim.api.nvim_win_set_cursor(0, {{ 4, 17 }})
vim.lsp.buf.code_action()
wait("the fix", function() return vim.fn.getline(4):find("たぶん") ~= nil end)
wait("diagnostics after the fix", function() return #vim.diagnostic.get(0) == 3 end)
vim.lsp.buf.code_action({{ context = {{ only = {{ "source.fixAll" }}, diagnostics = {{}} }} }})
wait("all safe fixes", function() return #vim.diagnostic.get(0) == 0 end)
local result = {{
  found = found,
  typed = {{ typed.lnum, typed.col, typed.end_col }},
  titles = titles,
  lines = vim.api.nvim_buf_get_lines(0, 0, -1, false),
}}
vim.fn.writefile({{ vim.fn.json_encode(result) }}, "{output}")
vim.lsp.stop_client(vim.lsp.get_active_clients())
wait("the server's end", function() return #vim.lsp.get_active_clients() == 0 end)
end, debug.traceback)
if not ok then
  io.stderr:write(trouble)
  vim.cmd("cquit")
end
vim.cmd("qall!")
"""


@pytest.mark.parametrize(
    ("editor", "document", "name"),
    [
        ("Debian", "docs/editors.md", "neovim-lsp"),
        ("PyPI", "docs/editors.md", "neovim-lsp"),
        ("PyPI", "docs/editors.md", "neovim-enable"),
        ("PyPI", "README.md", "neovim-enable"),
        ("PyPI", "README.ja.md", "neovim-enable"),
    ],
)
def test_neovim_and_the_language_server(
    tmp_path: Path, site: Path, editor: str, document: str, name: str
) -> None:
    (tmp_path / "snippet.lua").write_text(snippet(document, name), encoding="utf-8")
    output = tmp_path / "result.json"
    load = f'dofile("{tmp_path / "snippet.lua"}")'
    # one is of a file for Markdown, the other of init.lua
    places = (
        {"before": load, "after": ""} if name == "neovim-enable" else {"before": "", "after": load}
    )
    script = LSP.format(output=output, **places).lstrip()
    _run([neovim(editor), "--headless", "-u", "NONE"], script, tmp_path, site)
    result = json.loads(output.read_text(encoding="utf-8"))
    # Neovim counts bytes: 4 + 3 × 4 before 絶対
    assert sorted(result["found"]) == [
        [2, 16, 22, 2, "言い切りすぎ", "blunt-word"],
        [2, 62, 71, 1, "感嘆符が3個続く", "piled-marks"],
        [4, 12, 18, 1, "感嘆符が2個続く", "piled-marks"],
    ]
    assert result["typed"] == [0, 7, 13]
    assert "和らげる（要確認） [blunt-word]" in result["titles"][0]
    assert any("ここでは blunt-word を抑制する" in title for title in result["titles"])
    assert result["lines"] == [
        "夜😀！",
        *TEXT.replace("絶対", "たぶん")
        .replace("！！！", "！")
        .replace("！！", "！")
        .split("\n")[:-1],
    ]
