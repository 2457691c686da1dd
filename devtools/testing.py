"""Runs every test: core, window and mail in one run, the rules' with their coverage measured, the
desktop's in a session of their own.
"""

from __future__ import annotations

import os
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from devtools import environment, machine, packages
from devtools.program import on_desktop
from devtools.terminal import StopError, call, in_ci, say, step

if TYPE_CHECKING:
    from collections.abc import Sequence

RULES = "tests/domain"
PLAIN = ["tests", *(f"--ignore={apart}" for apart in (RULES, "tests/desktop", "tests/bundle"))]
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


@dataclass
class Tally:
    """What the runs came to; `not_run` is a line a test or a group, with the reason."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    broken: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)

    def read(self, report: Path) -> None:
        """Add the counts of a JUnit report."""
        for case in ET.parse(report).getroot().iter("testcase"):
            skip = case.find("skipped")
            if skip is not None:
                self.skipped += 1
                name = f"{case.get('classname')}.{case.get('name')}"
                self.not_run.append(f"{name}: {skip.get('message')}")
            elif case.find("failure") is not None or case.find("error") is not None:
                self.failed += 1
            else:
                self.passed += 1


def test(arguments: list[str]) -> int:
    lacking = machine.ensure(environment.wants(), packages.WINDOW, packages.DESKTOP, packages.MAIL)
    python = environment.ensure(environment.DEVELOPMENT)
    if arguments:
        wants_desktop = any("tests/desktop" in argument for argument in arguments)
        prefix = on_desktop(python) if wants_desktop else []
        return call([*prefix, python, "-m", "pytest", *arguments])
    tally = Tally()
    step("Tests of the rules, and whether they take every branch of lordesk/domain")
    _rules(tally, python)
    step("Tests of the core, the window (offscreen) and the mail servers")
    _pytest(tally, "core", [python], [*PLAIN, f"--numprocesses={_workers()}"], OFFSCREEN)
    if not machine.LINUX:
        tally.not_run.append("tests/desktop: the virtual desktop exists on Linux only")
    elif absent := [thing for thing in packages.DESKTOP if thing in lacking]:
        tally.not_run.append(f"tests/desktop: missing on this system: {', '.join(absent)}")
    else:
        step("Tests on a virtual desktop: tray, notifications, keyring, real windows")
        _pytest(tally, "desktop", [*on_desktop(python), python], ["tests/desktop"])
    return report(tally, strict=in_ci())


def _rules(tally: Tally, python: Path) -> None:
    """On its own, because measuring makes each test slower, and only the rules are measured."""
    with tempfile.TemporaryDirectory() as folder:
        extra = {**OFFSCREEN, "COVERAGE_FILE": str(Path(folder, "coverage"))}
        _pytest(tally, "rules", [python, "-m", "coverage", "run"], [RULES], extra)
        if call([python, "-m", "coverage", "report"], extra):
            tally.broken.append(f"{RULES} leaves something of lordesk/domain untaken; see above.")


def _workers() -> int:
    """One a core; more than four only wait for the same disk."""
    return min(os.cpu_count() or 1, 4)


def report(tally: Tally, *, strict: bool) -> int:
    """Say what did not run and why, then the counts; `strict` takes a test not run for a miss."""
    say()
    if tally.not_run:
        say("Not run here:")
        for line in tally.not_run:
            say(f"    {line}")
    for line in tally.broken:
        say(line)
    if strict and tally.not_run:
        say("With CI=true everything has to run: this counts as a failure.")
    say(f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped")
    return 1 if tally.failed or tally.broken or (strict and tally.not_run) else 0


def _pytest(
    tally: Tally,
    name: str,
    prefix: Sequence[str | Path],
    what: list[str],
    extra: dict[str, str] | None = None,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        junit = Path(folder, "report.xml")
        code = call([*prefix, "-m", "pytest", *what, f"--junitxml={junit}"], extra)
        if not junit.is_file():
            raise StopError(f"The {name} tests did not get to their end (exit code {code}).")
        tally.read(junit)
    if code not in (0, 1):
        tally.broken.append(f"The {name} tests ended with pytest's exit code {code}.")
    elif code == 1 and not tally.failed:
        tally.broken.append(f"The {name} run failed outside of its tests; see above.")
