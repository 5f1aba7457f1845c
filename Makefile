# Perintah untuk menyiapkan dan menjalankan kinerja. Windows: lihat README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: contoh uji uji-panjang bersih

contoh: $(VENV)/.pasang
	$(BIN)/kinerja contoh contoh-kinerja

uji: $(VENV)/.pasang-uji
	$(BIN)/python -m pytest -n 2

uji-panjang: $(VENV)/.pasang-uji
	KINERJA_UJI_PANJANG=1 $(BIN)/python -m pytest -n 2

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.pasang: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.pasang-uji: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[uji]"
	touch $@ $(VENV)/.pasang

bersih:
	rm -rf $(VENV) contoh-kinerja dist build
