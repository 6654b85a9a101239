# One word does each thing, on a fresh machine too: `make` alone lists them.
# `make run HOST=... PORT=...` serves elsewhere; `make test TESTS=tests/agenda` runs a part.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
TESTS ?=
WORKERS ?= 2
RELIABLE := tests/reliability tests/hostile tests/journeys/mishaps tests/proofs/test_on_paper.py \
	tests/audits/statistics/test_oracles.py

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

# Each worker, and each small program that a test starts, reads what one of them has compiled.
# Without, nearly every file is compiled again by each. `make clean` takes it away.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check bench reliability audit lock assets clean

help: ## List what can be made
	@echo "make run     set up, and serve on http://$(HOST):$(PORT)"
	@echo "make test    set up, and run every test (TESTS=tests/agenda for a part)"
	@echo "make check   set up, and check style, types, import order and house rules"
	@echo "make bench   set up, and measure against the budgets"
	@echo "make reliability  set up, and try as often as we promise that nothing is lost (an hour)"
	@echo "make audit   ask whether anything that we install has a known fault (needs pip-audit)"
	@echo "make assets  build the style sheet and fonts again"
	@echo "make lock    write the locked requirements again (UPGRADE=1: newest versions)"
	@echo "make clean   take away all that was built and installed in this folder"

run:
	@$(PYTHON) -m tools.set_up run
	@$(BIN)/python -m facilitator run --host $(HOST) --port $(PORT)

test:
	@$(PYTHON) -m tools.set_up test
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder $(TESTS)

check:
	@$(PYTHON) -m tools.set_up check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --quiet --durations=0 tests/house_rules

bench:
	@$(PYTHON) -m tools.set_up bench
	@$(BIN)/python -m benchmarks

reliability:
	@$(PYTHON) -m tools.set_up test
	@RELIABILITY=all $(BIN)/python -m pytest $(or $(TESTS),$(RELIABLE))

audit:
	@$(PYTHON) -m tools.audit

assets:
	@$(PYTHON) -m tools.set_up run
	@$(BIN)/python -m tools.assets

lock:
	@$(PYTHON) -m tools.set_up check
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/lock.txt
	@$(BIN)/python -m tools.lock $(if $(UPGRADE),--upgrade)

clean:
	rm -rf .venv build dist facilitator/static/dist frontend/node_modules *.egg-info
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .set-up.lock
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
