"""How dev.py speaks and how it runs other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent


class StopError(Exception):
    """The command cannot go on; the text says why and what to do."""


def say(text: str = "") -> None:
    print(text, flush=True)


def step(text: str) -> None:
    say(f"\n==> {text}")


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() == "true"


def call(command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> int:
    """Run in the project's folder with the output shown; `extra` is laid over the environment."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", **(extra or {})}
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment,
        stdin=None if sys.stdin and sys.stdin.isatty() else subprocess.DEVNULL,
        check=False,
    ).returncode


def call_briefly(
    command: Sequence[str | Path],
    brief: Callable[[str], str | None],
    extra: Mapping[str, str] | None = None,
) -> int:
    """Run a talkative program: of each line say what `brief` makes of it; on failure, the end."""
    said: deque[str] = deque(maxlen=40)
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **(extra or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as program:
        for line in program.stdout or ():
            said.append(line)
            shown = brief(line.strip())
            if shown:
                say(f"    {shown}")
    if program.returncode:
        say("".join(said))
    return program.returncode


def must(command: Sequence[str | Path], what: str, extra: Mapping[str, str] | None = None) -> None:
    """Run, and stop with a sentence where it fails."""
    code = call(command, extra)
    if code:
        raise StopError(f"{what} failed (exit code {code}).")
