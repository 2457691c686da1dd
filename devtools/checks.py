"""Lint, and the figures of bench/."""

from __future__ import annotations

from devtools import environment, machine, packages
from devtools.program import on_desktop
from devtools.terminal import ROOT, StopError, call, say, step

_SHARED = ("__init__", "workspace")  # what the benches share is no figure


def lint(arguments: list[str]) -> int:
    if arguments:
        raise StopError("lint takes no arguments.")
    machine.ensure(environment.wants())
    python = environment.ensure(environment.DEVELOPMENT)
    failed = []
    for name, command in {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
    }.items():
        step(name)
        if call([python, "-m", *command]):
            failed.append(name)
    say()
    say(f"lint: {', '.join(failed)} found something" if failed else "lint: nothing found")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    machine.ensure(environment.wants(), packages.WINDOW, packages.DESKTOP)
    python = environment.ensure(environment.DEVELOPMENT)
    files = sorted((ROOT / "bench").glob("*.py"))
    scripts = [path.stem for path in files if path.stem not in _SHARED]
    unknown = [name for name in arguments if name not in scripts]
    if unknown:
        raise StopError(f"No such bench: {', '.join(unknown)}. There are: {', '.join(scripts)}.")
    missed = []
    for name in arguments or scripts:
        step(f"bench {name}")
        if call([*on_desktop(python), python, "-m", f"bench.{name}"]):
            missed.append(name)
    say()
    say(f"bench: missed its bar: {', '.join(missed)}" if missed else "bench: every bar met")
    return 1 if missed else 0
