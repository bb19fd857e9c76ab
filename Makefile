# Everything that is done with Polecore. Presupposed are python3 (3.11 or later) and make; the rest goes into .venv.
PYTHON ?= python3
PORT ?= 8501
UV_VERSION := 0.13.9
VENV := .venv
BIN := $(VENV)/bin
UV := $(VENV)/.uv-$(UV_VERSION)
SYNCED := $(VENV)/.synced
SERVER := tests/server/neo4j.sh
NEO4J_NEWEST := 2026.08.1
DOCUMENTS = $(if $(wildcard documents/*),documents)

# the environment is this folder's, whatever the shell has active, and its Python is the one that made it
export UV_PROJECT_ENVIRONMENT := $(VENV)
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help setup run test test-neo4j test-neo4j-newest check lint types conventions audit format docs bundle smoke bench bench-short bench-page bench-faults score neo4j-start neo4j-stop clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z][a-z0-9-]*:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(SYNCED) ## Make .venv and install what uv.lock names (quick the second time)
	@echo "$(VENV) is ready; make help lists what to do next"

run: $(SYNCED) ## Load the bundled facts, or the files in documents/ if there are any, and open the app on 127.0.0.1:8501
	@$(BIN)/polecore load $(DOCUMENTS) || { $(BIN)/polecore status --format csv | grep -q '^document,' && \
		echo 'Not all could be loaded, as said above; the app shows what is in the store.' >&2; }
	@echo 'The app answers on http://127.0.0.1:$(PORT); end it with Ctrl-C.' >&2
	@$(BIN)/polecore serve --port $(PORT)

test: $(SYNCED) ## Run every test that this machine allows, and say what was skipped and why
	$(BIN)/python -m pytest -rsfE $(ARGS)

test-neo4j: $(SYNCED) ## Start a Neo4j (needs Java 17 or later and Maven), run the tests that need it, and stop it
	@trap '$(SERVER) stop' EXIT; trap 'exit 130' INT TERM; environment=$$($(SERVER) start) && eval "$$environment" && \
		$(BIN)/python -m pytest -rsfE -m neo4j $(ARGS)

test-neo4j-newest: $(SYNCED) ## The same with the newest Neo4j (needs Java 21 or later as well)
	@export NEO4J_VERSION=$(NEO4J_NEWEST); trap '$(SERVER) stop' EXIT; trap 'exit 130' INT TERM; \
		environment=$$($(SERVER) start) && eval "$$environment" && $(BIN)/python -m pytest -rsfE -m neo4j $(ARGS)

neo4j-start: $(SYNCED) ## Start that Neo4j and leave it running; prints the variables that the tests read
	@$(SERVER) start

neo4j-stop: ## Stop it
	@$(SERVER) stop

check: lint types conventions audit ## Check style, types, generated pages, conventions, licences and known vulnerabilities

lint: $(SYNCED) ## Check style and formatting with ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(SYNCED) ## Check types with mypy --strict
	$(BIN)/mypy --strict

conventions: $(SYNCED)
	$(BIN)/python -m pytest -rsfE -m 'not slow' tests/test_conventions.py tests/test_docs.py

audit: $(SYNCED) ## Check the licences of what is installed, and ask pip-audit for known vulnerabilities
	$(BIN)/python docs/dependencies.py --check

format: $(SYNCED) ## Put imports and layout in order with ruff
	$(BIN)/ruff check --select I --fix .
	$(BIN)/ruff format .

docs: $(SYNCED) ## Write the generated pages in docs/ anew
	$(BIN)/python docs/cli_reference.py
	$(BIN)/python -m queries.catalogue
	$(BIN)/python -m ontology.reference
	$(BIN)/python -m graph.reference
	$(BIN)/python docs/corpus.py
	$(BIN)/python docs/dependencies.py

bundle: $(SYNCED) ## Write the bundled facts anew from the folder that POLECORE_DOCUMENTS names
	@test -n "$$POLECORE_DOCUMENTS" || { echo 'Set POLECORE_DOCUMENTS to the folder of the documents' >&2; exit 1; }
	$(BIN)/python -m loaders.bundle "$$POLECORE_DOCUMENTS"

score: $(SYNCED) ## Compare what is read with the annotations (the corpus too, if POLECORE_DOCUMENTS is set)
	$(BIN)/python tests/annotations/score.py --misses out/score-misses.txt

smoke: $(SYNCED) ## Install the wheel without the development tools in a place of its own, and use it there
	@place=$$(mktemp -d) && trap 'rm -rf "$$place"' EXIT && \
		UV_PROJECT_ENVIRONMENT="$$place/env" $(BIN)/uv sync --quiet --frozen --no-dev --no-editable && cd "$$place" && \
		env/bin/polecore load --store embedded:graph && env/bin/polecore show 沈阳市 --no-evidence --store embedded:graph >/dev/null && \
		echo 'The wheel works without the development tools.'

bench: $(SYNCED) ## Measure, each benchmark beside its peer (half an hour at most; then `make bench-page` writes the page)
	$(BIN)/python benchmarks/run.py $(ARGS)

bench-short: $(SYNCED) ## The same with small sizes, to see that all of it runs; no time decides
	$(BIN)/python benchmarks/run.py --short --report out/bench/short.json $(ARGS)

bench-page: $(SYNCED)
	$(BIN)/python benchmarks/run.py --page $(ARGS)

bench-faults: $(SYNCED) ## Kill loads a hundred times and break stores in other ways (an hour or more); ARGS=--server for a Neo4j
	$(BIN)/python benchmarks/faults.py $(ARGS)

clean: ## Remove .venv, caches and builds; documents/ and the graph in .polecore stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo 'There is no $(PYTHON) here: install Python 3.11 or later, or name one: make setup PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Polecore needs Python 3.11 or later, and $(PYTHON) is $$($(PYTHON) -V 2>&1); name another one: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo '$(PYTHON) cannot make an environment, because its ensurepip is missing; on Debian and Ubuntu install the package python3-venv and try again' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(UV): | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv==$(UV_VERSION)'
	@rm -f $(VENV)/.uv-* && touch $@

# --inexact, because an exact sync would remove uv itself
$(SYNCED): pyproject.toml uv.lock $(UV)
	$(BIN)/uv sync --frozen --inexact --all-extras
	@touch $@
