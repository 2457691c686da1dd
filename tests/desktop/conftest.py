"""Fixtures for tests on the virtual desktop, and for keyrings in the states that users meet."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.daemons import Daemons
from tests.desktop.accessibility.reader import Reader
from tests.desktop.bus import start_bus, start_keyring
from tests.desktop.session import desktop, is_inside, private_home

Screenshot = Callable[[str], Path]
Dunstctl = Callable[..., str]


class LockedKeyring(Protocol):
    def __call__(self, *, with_display: bool) -> None: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    outside = pytest.mark.skip(reason="outside of the virtual desktop; python3 dev.py test has it")
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.desktop)
            if not is_inside():
                item.add_marker(outside)


@pytest.fixture(scope="session")
def heard_desktop() -> Iterator[dict[str, str]]:
    """The environment of another desktop, on which programs think that a screen reader runs."""
    with desktop(accessible=True) as env:
        yield env


@pytest.fixture
def reader(heard_desktop: dict[str, str]) -> Iterator[Reader]:
    with Reader(heard_desktop["DBUS_SESSION_BUS_ADDRESS"]) as made:
        yield made


@pytest.fixture
def screenshot(tmp_path: Path) -> Screenshot:
    """Take a picture of the whole virtual screen."""

    def take(name: str) -> Path:
        picture = tmp_path / f"{name}.png"
        subprocess.run(["import", "-window", "root", picture], check=True)
        return picture

    return take


@pytest.fixture
def dunstctl() -> Dunstctl:
    """Ask or tell the notification daemon."""

    def call(*words: str) -> str:
        done = subprocess.run(["dunstctl", *words], check=True, capture_output=True, text=True)
        return done.stdout.strip()

    return call


@pytest.fixture
def notifications(dunstctl: Dunstctl) -> Callable[[], list[tuple[str, str]]]:
    """Summary and body of everything shown since the test began, the oldest first."""

    def history() -> list[dict[str, Any]]:
        dunstctl("close-all")
        newest_first: list[dict[str, Any]] = json.loads(dunstctl("history"))["data"][0]
        return newest_first[::-1]

    seen = {shown["id"]["data"] for shown in history()}

    def read() -> list[tuple[str, str]]:
        return [
            (shown["summary"]["data"], shown["body"]["data"])
            for shown in history()
            if shown["id"]["data"] not in seen
        ]

    return read


@pytest.fixture
def no_bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A login without a session bus, as over a plain remote shell."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def bus_without_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A session bus on which nobody offers the Secret Service."""
    with private_home() as (home, env), Daemons(home / "daemons.log") as daemons:
        monkeypatch.setenv(
            "DBUS_SESSION_BUS_ADDRESS", start_bus(daemons, home, env, activation=False)
        )
        yield


@pytest.fixture
def locked_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[LockedKeyring]:
    """Lead this session to a login collection that exists and is locked.

    With a display its dialog asks for the password; without one nobody can.
    """
    with ExitStack() as stack:

        def lock(*, with_display: bool) -> None:
            home, env = stack.enter_context(private_home())
            with Daemons(home / "first.log") as daemons:
                env["DBUS_SESSION_BUS_ADDRESS"] = start_bus(daemons, home, env)
                start_keyring(daemons, env)
            if with_display:
                env["DISPLAY"] = os.environ["DISPLAY"]
            daemons = stack.enter_context(Daemons(home / "second.log"))
            env["DBUS_SESSION_BUS_ADDRESS"] = address = start_bus(daemons, home, env)
            start_keyring(daemons, env, unlocked=False)
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)

        yield lock
