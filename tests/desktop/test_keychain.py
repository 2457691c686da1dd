"""The keychain against a real gnome-keyring, in each state that a user can meet.

Each question is asked by a process of its own: keyring chooses its backend once a process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.daemons import wait_until
from tests.desktop.windows import open_windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desktop.conftest import LockedKeyring

ASK = """
import json, sys
from lordesk.errors import LordeskError
from lordesk.keychain import Keychain
method, *words = json.loads(sys.argv[1])
try:
    print(json.dumps(["answer", getattr(Keychain(), method)(*words)]))
except LordeskError as error:
    print(json.dumps(["refused", error.code]))
"""


def start(*call: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ASK, json.dumps(call)], stdout=subprocess.PIPE, text=True
    )


def finish(process: subprocess.Popen[str]) -> Any:
    said, _ = process.communicate(timeout=30)
    return json.loads(said)


def keychain(*call: str) -> Any:
    return finish(start(*call))


@pytest.fixture
def account() -> Iterator[str]:
    key = "4f1c"
    yield key
    keychain("forget", key)


def test_a_password_is_kept_for_the_next_start(account: str) -> None:
    assert keychain("store", account, "pässword & <more>") == ["answer", None]
    assert keychain("read", account) == ["answer", "pässword & <more>"]


def test_a_new_password_takes_the_place_of_the_old_one(account: str) -> None:
    keychain("store", account, "old")
    keychain("store", account, "new")
    assert keychain("read", account) == ["answer", "new"]


def test_a_forgotten_password_is_gone(account: str) -> None:
    keychain("store", account, "secret")
    assert keychain("forget", account) == ["answer", None]
    assert keychain("read", account) == ["answer", None]


def test_forgetting_what_was_never_there_is_no_error() -> None:
    assert keychain("forget", "never") == ["answer", None]


def test_the_place_of_the_passwords_has_a_name() -> None:
    assert keychain("store_name") == ["answer", "secret-service"]


@pytest.mark.parametrize("call", [("read", "4f1c"), ("store", "4f1c", "secret")])
def test_a_locked_keyring_says_so(locked_keyring: LockedKeyring, call: tuple[str, ...]) -> None:
    locked_keyring(with_display=False)
    assert keychain(*call) == ["refused", "keychain-locked"]


def test_a_cancelled_dialog_is_a_locked_keyring(locked_keyring: LockedKeyring) -> None:
    locked_keyring(with_display=True)
    asking = start("store", "4f1c", "secret")
    assert wait_until(lambda: any("nlock" in window.title for window in open_windows()))
    subprocess.run(["xdotool", "key", "Escape"], check=True)
    assert finish(asking) == ["refused", "keychain-locked"]


@pytest.mark.usefixtures("no_bus")
def test_without_a_session_bus_there_is_no_keychain() -> None:
    assert keychain("store", "4f1c", "secret") == ["refused", "keychain-unavailable"]


@pytest.mark.usefixtures("bus_without_keyring")
def test_without_a_secret_service_there_is_no_keychain() -> None:
    assert keychain("store", "4f1c", "secret") == ["refused", "keychain-unavailable"]
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"]
