"""dev.py and what it is made of."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from devtools import bundle, environment, machine, packages, testing

ROOT = Path(__file__).parents[1]
SOURCES = [ROOT / "dev.py", *sorted((ROOT / "devtools").glob("*.py"))]


@pytest.fixture
def bare_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A system that has no program and no library at all, and no package manager."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(machine, "_PLACES", ())
    monkeypatch.setattr(machine, "own_library_folder", lambda: str(tmp_path))
    return tmp_path


def add_program(folder: Path, name: str) -> None:
    (folder / name).touch(mode=0o755)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_dev_py_imports_nothing_that_has_to_be_installed(source: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    assert imported <= {*sys.stdlib_module_names, "devtools"}


def test_an_unknown_command_is_answered_with_the_known_ones() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "fly"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "run" in done.stderr
    assert "build" in done.stderr


def test_what_is_missing_is_named_with_the_package_that_brings_it(bare_system: Path) -> None:
    add_program(bare_system, "Xvfb")
    lacking = machine.missing(packages.DESKTOP, packages.WINDOW)
    assert "Xvfb" not in lacking
    assert lacking["dunstctl"] == "dunst"
    assert lacking["libxcb-cursor.so.0"] == "libxcb-cursor0"


def test_who_is_not_root_is_told_the_one_command(
    bare_system: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_program(bare_system, "apt-get")
    monkeypatch.setattr(machine, "is_debian", lambda: True)
    monkeypatch.setattr(machine, "is_root", lambda: False)
    assert machine.ensure(packages.MAIL) == packages.MAIL
    assert "sudo apt-get install dovecot-core openssl postfix" in capsys.readouterr().out


@pytest.mark.skipif(not machine.LINUX, reason="displays are asked for on Linux only")
def test_a_display_is_either_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not machine.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert machine.has_display()


def test_a_changed_pin_is_noticed(tmp_path: Path) -> None:
    pins = tmp_path / "requirements.txt"
    pins.write_text("peewee==4.5.3\n")
    before = environment.fingerprint(pins)
    pins.write_text("peewee==4.5.4\n")
    assert environment.fingerprint(pins) != before


@pytest.mark.parametrize("name", [environment.RUNTIME, environment.DEVELOPMENT])
def test_every_requirement_is_pinned_with_hashes_and_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.findall(r"^(?! |#)(?:.*\\\n)*.*$", text, re.MULTILINE)
    pinned = [entry for entry in entries if entry.strip()]
    assert len(pinned) > 10
    assert all(re.match(r"\S+==\S+", entry) and "--hash=sha256:" in entry for entry in pinned)
    assert "://" not in text


def test_the_test_requirements_hold_every_runtime_one() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return set(re.findall(r"^(\S+==\S+)", text, re.MULTILINE))

    assert pins(environment.RUNTIME) <= pins(environment.DEVELOPMENT)


REPORT = """<testsuites><testsuite>
<testcase classname="tests.core.test_a" name="test_one"/>
<testcase classname="tests.core.test_a" name="test_two"><failure message="no"/></testcase>
<testcase classname="tests.mail.test_b" name="test_three">
  <skipped message="Postfix needs root"/></testcase>
</testsuite></testsuites>"""


def test_the_last_line_has_the_counts_and_what_did_not_run_stands_above_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    junit = tmp_path / "report.xml"
    junit.write_text(REPORT)
    tally = testing.Tally()
    tally.read(junit)
    assert testing.report(tally, strict=False) == 1
    lines = capsys.readouterr().out.strip().splitlines()
    assert lines[-1] == "1 passed, 1 failed, 1 skipped"
    assert "    tests.mail.test_b.test_three: Postfix needs root" in lines


def test_a_branch_of_the_rules_that_no_test_takes_breaks_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[list[str]] = []

    def call(command: list[str], extra: dict[str, str]) -> int:
        asked.append([str(part) for part in command])
        assert extra["COVERAGE_FILE"]
        for part in asked[-1]:
            if part.startswith("--junitxml="):
                Path(part.partition("=")[2]).write_text("<testsuites/>")
        return 2 if "report" in command else 0

    monkeypatch.setattr(testing, "call", call)
    tally = testing.Tally()
    testing._rules(tally, Path("python"))
    assert [command[1:4] for command in asked] == [
        ["-m", "coverage", "run"],
        ["-m", "coverage", "report"],
    ]
    assert testing.report(tally, strict=False) == 1


def test_every_test_belongs_to_exactly_one_run() -> None:
    apart = {part.removeprefix("--ignore=") for part in testing.PLAIN[1:]}
    assert apart == {testing.RULES, "tests/desktop", "tests/bundle"}
    assert all((ROOT / folder).is_dir() for folder in apart)


def test_what_did_not_run_fails_ci_alone() -> None:
    tally = testing.Tally(passed=3, not_run=["tests/desktop: openbox is missing"])
    assert testing.report(tally, strict=False) == 0
    assert testing.report(tally, strict=True) == 1


def test_the_bundle_has_the_version_of_the_code() -> None:
    import lordesk

    assert bundle.version() == lordesk.__version__
