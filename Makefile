# `make run` and `make test` do everything on a machine that has Python 3.11+ and make alone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test test-clients docs bench quality injection mending data clean

run: $(READY)  ## lint the example posts, which hold many kinds of damage (in English: make run ARGS="--lang en")
	@$(BIN)/kouetsu check examples/posts --config examples/kouetsu.yaml --fail-on never $(ARGS)

test: $(READY)  ## lint the code, check its types, run the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadgroup

test-clients: $(READY)  ## install editors, pre-commit and node packages; run the tests that need them
	tests/clients/install.sh $(BIN)/python
	KOUETSU_REQUIRE_CLIENTS=1 $(BIN)/pytest -n auto --dist loadgroup -m client tests/clients

docs: $(READY)  ## write docs/rules from the rules
	$(BIN)/python docs/write_pages.py

bench: $(READY)  ## measure speed and memory
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/lsp.py

quality: $(READY) data  ## measure recall and precision on marked posts: make quality DATA=folder
	$(BIN)/python bench/quality.py $(DATA)

injection: $(READY) data  ## put slips into clean prose and count what is found: make injection DATA=folder
	$(BIN)/python bench/injection.py $(DATA)

mending: $(READY) data  ## mend a copy of real posts and look at what became of them: make mending DATA=folder
	$(BIN)/python bench/mending.py $(DATA)/more-posts

data:
	@test -n "$(DATA)" || { echo "say where the posts are: DATA=folder (bench/README.md)" >&2; exit 2; }

clean:
	rm -rf $(VENV) .clients dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .kouetsu_cache

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group dev --editable .
	@touch $@
