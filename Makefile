# Plimsoll. `make demo` and `make test` need Python 3.11 or newer, git and make; they set up the rest by themselves.
# `make PYTHON=python3.12 test` chooses the Python that .venv is made with.

# Nothing of the caller's Python reaches ours.
unexport PYTHONPATH PYTHONHOME PYTHONUSERBASE PYTHONDONTWRITEBYTECODE PYTHONSTARTUP VIRTUAL_ENV
export PYTHONNOUSERSITE := 1

SETUP = python=$${PYTHON:-$$(tools/find-python)} && "$$python" -E -s tools/bootstrap.py
BIN := .venv/bin
SCREEN := $(if $(filter offscreen minimal,$(QT_QPA_PLATFORM)),none,$(if $(DISPLAY)$(WAYLAND_DISPLAY),window,none))
SCREENLESS := $(if $(filter none,$(SCREEN)),env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM)
OFFSCREEN := QT_QPA_PLATFORM=offscreen

export PYTHON

UV := uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --group dev

.DEFAULT_GOAL := help
.PHONY: help setup demo test check wheel bench soak screenshots translations pins clean

help:             ## list what can be made
	@sed -n 's/^\([a-z]*\): .*## /  make \1\t/p' Makefile | expand -t 22

setup:            ## the environment in .venv, without running anything
	@$(SETUP)

demo:             ## the sample portfolio, solved: in the window, or without a screen as files in demo-out
	@$(SETUP) $(SCREEN)
	@$(SCREENLESS) $(BIN)/plimsoll demo

test:             ## the tests, offscreen and in a window on a virtual screen
	@$(SETUP) screen
	@$(OFFSCREEN) $(BIN)/python -m pytest -m "not soak" --numprocesses auto --maxprocesses 4 --dist loadfile

check:            ## lint, format, types, import contracts and the wheel
	@$(SETUP) offscreen
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory wheel

wheel:            ## build the wheel, list it, and run it from a fresh environment
	@$(SETUP)
	$(BIN)/python tools/check_wheel.py

bench:            ## our plans and speed beside those of peers, as tables; BENCH=--quick for a short run
	@$(SETUP) offscreen
	@$(OFFSCREEN) $(BIN)/python -m benchmarks $(BENCH)

soak:             ## the long tests
	@$(SETUP) offscreen
	@$(OFFSCREEN) $(BIN)/python -m pytest -m soak --timeout 0

screenshots:      ## every page in both themes, into docs/images
	@$(SETUP) offscreen
	@$(OFFSCREEN) $(BIN)/python tools/screenshots.py

translations:     ## the window's texts into ui/translations, and from there into what it loads
	@$(SETUP) offscreen
	@$(BIN)/python tools/translations.py

pins:             ## renew constraints.txt (needs uv)
	{ head -3 constraints.txt; $(UV) --no-annotate --no-header --upgrade pyproject.toml; } > constraints.new
	mv constraints.new constraints.txt

clean:            ## remove everything that can be made again, .venv included
	rm -rf .venv build dist demo-out .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
