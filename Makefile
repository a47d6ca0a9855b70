# Every target sets itself up in .venv; `make report` is the place to start.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help report test lint format bench figures clean

help:
	@echo "make report   who claimed which casualties of whom, over the articles of seeds/"
	@echo "make test     all tests, the examples in the documentation, and the gate of accuracy"
	@echo "make lint     ruff and mypy"
	@echo "make format   put the code into shape"
	@echo "make bench    measure speed, beside peers; options: make bench BENCH='--before v0.1.0'"
	@echo "make figures  how accurate the extraction is, as tables in Markdown"
	@echo "make clean    remove .venv and caches"

report: $(READY)
	$(BIN)/facttrack report seeds

test: $(READY)
	$(BIN)/pytest
	$(BIN)/python tests/eval_gate.py

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(READY)
	$(BIN)/python tests/benchmarks/bench.py $(BENCH)

figures: $(READY)
	$(BIN)/python tests/test_docs.py --figures

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

# The stamp is written last, so that an installation that was cut short is begun again.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "facttrack needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@
