# The commands of the project. `make run` and `make test` work on a fresh machine with only Python and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLE ?= corpus/sample/tokamak.md
# Tools run against this checkout's sources, whatever the environment was installed from.
export PYTHONPATH := pipeline
# As the command does: the model's matrices are small, and threads that wait for one another lose more than they gain.
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1

.DEFAULT_GOAL := help
.PHONY: report docs help train setup setup-dev run test quick unit lint types layers format units bench soak lock corpus golden eval clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/.run: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

setup: $(VENV)/.run ## create .venv and install what the command needs
setup-dev: $(VENV)/.dev ## the same, with what the tests need

run: setup ## annotate a sample article and show its findings
	$(BIN)/annotate check $(SAMPLE) --fail-on never

test: setup-dev lint types layers unit ## everything that must pass

quick: lint types layers ## the fast part of the tests: no model, no real command
	$(BIN)/python -m pytest -q -m "not e2e and not slow"

unit:
	$(BIN)/python -m pytest -q

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: ## rewrite the sources in the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

soak: setup-dev ## kill a run 20 times over 500 articles, and compare with an undisturbed one (minutes)
	PYTHONPATH=pipeline:tests $(BIN)/python -m batch.soak

bench: setup-dev ## time the program against others and itself, and write docs/performance.md (QUICK=1: smaller)
	PYTHONPATH=pipeline:tests $(BIN)/python -m benchmarks $(if $(QUICK),--quick)

units: $(VENV)/.dev ## rebuild what derives from the unit table (SI factors, quantulum3 pack)
	$(BIN)/python -W ignore -m relecture.quantities.generate

docs: ## write docs/checks.md from the checks and docs/schema.json from the contract
	$(BIN)/python -m relecture.checks.manual > docs/checks.md
	$(BIN)/annotate schema > docs/schema.json

lock: ## resolve the dependencies again and write the two lock files
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-find-links --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-find-links --all-extras -c requirements.lock pyproject.toml -o requirements-dev.lock

corpus: setup ## build the corpus's articles and gold from their sources
	$(BIN)/python corpus/build.py

golden: setup-dev ## write the golden annotations again
	RELECTURE_WRITE_GOLDEN=1 $(BIN)/python -m pytest -q tests/golden

report: setup ## annotate the corpus and write its review page, build/review.html
	mkdir -p build
	$(BIN)/annotate corpus/articles $(SAMPLE) -o build/annotated
	$(BIN)/annotate report build/annotated -o build/review.html

eval: setup ## measure the product on the corpus and compare with its floors
	$(BIN)/annotate evaluate corpus/ --gate

NER_MATERIAL ?= ../shared/ner
NER_WEIGHTS := pipeline/relecture/entities/weights/ner

train: setup ## train the reading of names from ../shared/ner, then measure it (see models/README.md)
	$(BIN)/python models/train.py $(NER_MATERIAL) $(NER_WEIGHTS)
	$(BIN)/python models/measure.py $(NER_MATERIAL) --write

clean: ## remove what the targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
