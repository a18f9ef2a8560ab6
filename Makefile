# Two commands matter: `make run` sets up and starts the app (PORT=8502 elsewhere than on 8501), `make test` sets up and
# passes the tests.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(BIN)/uv
TORCH  := torch==2.13.0
# Where pip was told to look for wheels (a folder with a CPU build of torch, say), uv must be told too.
export UV_FIND_LINKS := $(PIP_FIND_LINKS)
# Bytecode is kept even where the environment forbids it: without it every start compiles thousands of files again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test quick check lock bench evals clean

run: $(VENV)/ready
	$(BIN)/python -m advisor serve $(if $(PORT),--port $(PORT))

# Everything that a machine can check: format, lint, types, imports, tests.
test: $(VENV)/ready-test
	$(MAKE) check
	$(BIN)/python -m pytest -q

# Without the browser, torch, servers and what takes many seconds.
quick: $(VENV)/ready-test
	$(BIN)/python -m pytest -q -n 2 -m "not browser and not torch and not servers and not slow"

check: $(VENV)/ready-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/ready-test
	$(BIN)/python -m tests.benchmarks.run

evals: $(VENV)/ready-test
	$(BIN)/python -m tests.evals.run

$(UV):
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

# torch comes by itself: the CPU build from the folder above, or else the build that fits this machine
# (the CPU build where there is no GPU). No plain `torch` on Linux: that brings gigabytes of CUDA.
# Only other people's embedding models need it, so without it the app still works, and says so here.
$(VENV)/ready: requirements.lock pyproject.toml | $(UV)
	$(UV) pip install --quiet --no-deps -r requirements.lock
	$(UV) pip install --quiet --no-deps -e .
	if ls $(PIP_FIND_LINKS)/torch-*.whl >/dev/null 2>&1; then $(UV) pip install --quiet $(TORCH); \
	else $(UV) pip install --quiet --torch-backend=auto $(TORCH); fi \
	|| echo "torch could not be installed: ADVISOR_EMBEDDER is unavailable; the app's own embedder does not need it."
	$(BIN)/python -c "import advisor.commands, advisor.conversation.talk, advisor.library.shelf, streamlit.web.bootstrap"
	touch $@

$(VENV)/ready-test: $(VENV)/ready requirements-test.lock
	$(UV) pip install --quiet --no-deps -r requirements-test.lock
	sh tests/e2e/browser.sh
	touch $@

# The lock holds every platform; torch and what it drags in are left to the rule above.
lock: | $(UV)
	printf 'torch; python_version < "3"\n' > $(VENV)/no-torch.txt
	$(UV) pip compile --quiet --universal --no-header --python-version 3.11 --override $(VENV)/no-torch.txt pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --universal --no-header --python-version 3.11 --override $(VENV)/no-torch.txt pyproject.toml --group test -o requirements-test.lock

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
