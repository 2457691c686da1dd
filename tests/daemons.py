"""Child processes that a harness starts, waits for, and surely ends."""

from __future__ import annotations

import ctypes
import os
import select
import signal
import subprocess
import threading
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PATIENCE_S = 15.0
_PR_SET_PDEATHSIG = 1


class NotReadyError(Exception):
    """A daemon did not come up; the text ends with what it said."""


class Daemons:
    """Each child gets a process group of its own; all are ended in reverse order.

    Should we be killed ourselves, the kernel ends them (PR_SET_PDEATHSIG).
    """

    def __init__(self, log: Path) -> None:
        self.log = log
        self._running: list[subprocess.Popen[bytes]] = []
        self._libc = ctypes.CDLL(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def start(
        self, *command: str, env: Mapping[str, str], said: bytes = b"", keep: tuple[int, ...] = ()
    ) -> subprocess.Popen[bytes]:
        """Start a child that reads `said` from its input and keeps the descriptors `keep`."""
        with self.log.open("ab") as log:
            child = subprocess.Popen(
                command,
                env=dict(env),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                pass_fds=keep,
                start_new_session=True,
                preexec_fn=self._end_with_us,
            )
        self._running.append(child)
        assert child.stdin is not None
        child.stdin.write(said)
        child.stdin.close()
        return child

    def start_and_read(self, option: str, *command: str, env: Mapping[str, str]) -> str:
        """Start a child that writes one line to the descriptor given as `option`, and read it."""
        ours, theirs = os.pipe()
        try:
            self.start(*command, option.format(theirs), env=env, keep=(theirs,))
        finally:
            os.close(theirs)
        with os.fdopen(ours, "rb") as answer:
            if not select.select([answer], [], [], PATIENCE_S)[0]:
                raise NotReadyError(f"{command[0]} said nothing.\n{self.tail()}")
            line = answer.readline().decode().strip()
        if not line:
            raise NotReadyError(f"{command[0]} did not start.\n{self.tail()}")
        return line

    def wait(self, what: str, ready: Callable[[], bool]) -> None:
        if not wait_until(ready):
            raise NotReadyError(f"{what} was not ready after {PATIENCE_S:.0f} s.\n{self.tail()}")

    def tail(self) -> str:
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""

    def stop(self) -> None:
        while self._running:
            child = self._running.pop()
            for ending in (signal.SIGTERM, signal.SIGKILL):
                _signal_group(child, ending)
                try:
                    child.wait(3)
                    break
                except subprocess.TimeoutExpired:
                    continue
            _signal_group(child, signal.SIGKILL)

    def _end_with_us(self) -> None:
        self._libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def wait_until(ready: Callable[[], bool], patience_s: float = PATIENCE_S) -> bool:
    """Ask again and again until it is so; False when the patience is over."""
    end = time.monotonic() + patience_s
    pause = threading.Event()
    while not ready():
        if time.monotonic() > end:
            return False
        pause.wait(0.02)
    return True


def _signal_group(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        return
