"""Starts LoRDesk itself: for the user, for the demo, and for the unattended tour."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from devtools import environment, machine, packages
from devtools.terminal import ROOT, StopError, call, say, step

if TYPE_CHECKING:
    from pathlib import Path


def run(arguments: list[str]) -> int:
    if not machine.has_display():
        say("There is no display here, so LoRDesk cannot open its window.")
        say("Taking the tour instead: the same program does the main job on a virtual display.")
        return tour([])
    return _start(arguments)


def demo(arguments: list[str]) -> int:
    return run(arguments) if not machine.has_display() else _start(["--demo", *arguments])


def tour(arguments: list[str]) -> int:
    machine.ensure(environment.wants(), packages.WINDOW, packages.DESKTOP)
    python = environment.ensure(environment.DEVELOPMENT)
    step("The tour: the main job, by mouse and by keyboard alone")
    if not any(word.partition("=")[0] == "--out" for word in arguments):
        arguments = [*arguments, "--out", "tour-pictures"]
    return call([*on_desktop(python), python, "-m", "tests.tour", *arguments])


def on_desktop(python: Path) -> list[str | Path]:
    """What to put before a command so that it runs on a private virtual desktop, where we can."""
    if not machine.LINUX:
        return []
    lacking = machine.missing(packages.DESKTOP)
    if lacking:
        raise StopError(f"The virtual desktop cannot start: {', '.join(lacking)} missing.")
    return [python, "-m", "tests.desktop.session", "--"]


def _start(arguments: list[str]) -> int:
    lacking = machine.ensure(environment.wants(), packages.WINDOW)
    python = environment.ensure(environment.RUNTIME)
    if lacking and machine.is_debian():
        raise StopError("Without these the window cannot open; start again when they are there.")
    step("Starting LoRDesk")
    command = [str(python), str(ROOT / "main.py"), *arguments]
    if os.name != "nt":
        os.execv(python, command)
    return subprocess.run(command, check=False).returncode
