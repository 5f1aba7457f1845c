"""Templates are compiled once and kept beside themselves, as Python keeps its modules."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import jinja2
import pytest

from kinerja_cli.resources import folder_templat
from kinerja_cli.writers import jinja


@pytest.fixture
def templat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(folder_templat(), tmp_path / "t", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(jinja, "folder_templat", lambda: tmp_path / "t")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "t"


def test_a_template_is_compiled_once_and_anew_when_it_changed(templat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (templat / "satu.html.j2").write_text("{{ 1 + 1 }}", encoding="utf-8")
    assert jinja.lingkungan.__wrapped__().get_template("satu.html.j2").render() == "2"
    with monkeypatch.context() as tanpa:
        tanpa.delattr(jinja2.Environment, "compile")
        assert jinja.lingkungan.__wrapped__().get_template("satu.html.j2").render() == "2"
    (templat / "satu.html.j2").write_text("{{ 1 + 2 }}", encoding="utf-8")
    assert jinja.lingkungan.__wrapped__().get_template("satu.html.j2").render() == "3"


def test_where_nothing_may_be_kept_it_is_compiled_each_time(templat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def tolak(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(jinja2.FileSystemBytecodeCache, "dump_bytecode", tolak)
    assert jinja.lingkungan.__wrapped__().get_template("tanda.html.j2")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert jinja.lingkungan.__wrapped__().get_template("dasar.html.j2")
    assert not list(templat.rglob("*.pyc"))
