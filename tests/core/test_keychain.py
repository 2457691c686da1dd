from __future__ import annotations

import pytest
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

import lordesk.keychain
from lordesk.errors import (
    KeychainLockedError,
    KeychainUnavailableError,
    SecretTooLongError,
)
from lordesk.keychain import WINDOWS_LIMIT, Keychain, system_backend
from tests.keyrings import MemoryKeyring

SECRET = "pässwörd ☃ 秘密"


@pytest.fixture
def backend() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def keychain(backend: MemoryKeyring) -> Keychain:
    return Keychain(lambda: backend)


def test_what_is_stored_is_read_and_then_forgotten(keychain: Keychain) -> None:
    keychain.store("a", SECRET)
    keychain.store("b", "other")
    assert keychain.read("a") == SECRET
    keychain.forget("a")
    assert keychain.read("a") is None
    assert keychain.read("b") == "other"


def test_each_account_has_a_service_name_of_its_own(
    keychain: Keychain, backend: MemoryKeyring
) -> None:
    keychain.store("a", "1")
    keychain.store("b", "2")
    assert {service for service, _ in backend.passwords} == {"LoRDesk:smtp:a", "LoRDesk:smtp:b"}


def test_forgetting_what_is_not_there_is_no_error(keychain: Keychain) -> None:
    keychain.forget("never stored")
    assert keychain.read("never stored") is None


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (KeyringLocked("Failed to unlock the collection!"), KeychainLockedError),
        (
            InitError("Failed to create the collection: Prompt dismissed.."),
            KeychainLockedError,
        ),
        (NoKeyringError("No recommended backend was available."), KeychainUnavailableError),
        (InitError("Environment variable DBUS_SESSION_BUS_ADDRESS is unset"),
         KeychainUnavailableError),
        (OSError(1783, "CredWrite", "The stub received bad data"), SecretTooLongError),
        (RuntimeError("anything that a backend comes up with"), KeychainUnavailableError),
    ],
)  # fmt: skip
def test_what_a_backend_raises_is_translated_once(
    keychain: Keychain, backend: MemoryKeyring, raised: Exception, expected: type[Exception]
) -> None:
    backend.failure = raised
    with pytest.raises(expected):
        keychain.store("a", SECRET)
    with pytest.raises(expected):
        keychain.read("a")
    with pytest.raises(expected):
        keychain.forget("a")


def test_no_error_tells_the_secret(keychain: Keychain, backend: MemoryKeyring) -> None:
    backend.failure = PasswordSetError(f"cannot set {SECRET}")
    with pytest.raises(KeychainUnavailableError) as caught:
        keychain.store("a", SECRET)
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value)
    assert caught.value.__cause__ is None
    keychain.remember_for_session("a", SECRET)
    assert SECRET not in repr(keychain)


@pytest.mark.parametrize("chosen", [fail.Keyring, null.Keyring])
def test_a_backend_that_keeps_nothing_counts_as_none(
    monkeypatch: pytest.MonkeyPatch, chosen: type
) -> None:
    monkeypatch.setattr("keyring.get_keyring", chosen)
    keychain = Keychain()
    with pytest.raises(KeychainUnavailableError):
        keychain.store("a", SECRET)
    with pytest.raises(KeychainUnavailableError):
        keychain.read("a")
    assert keychain.store_name() == ""


def test_of_a_chain_the_first_real_keyring_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    real = MemoryKeyring()
    chain = chainer.ChainerBackend()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [null.Keyring(), real])
    monkeypatch.setattr("keyring.get_keyring", lambda: chain)
    assert system_backend() is real


def test_without_a_keyring_the_password_is_kept_in_memory_only() -> None:
    keychain = Keychain(lambda: None)
    with pytest.raises(KeychainUnavailableError):
        keychain.store("a", SECRET)
    keychain.remember_for_session("a", SECRET)
    assert keychain.read("a") == SECRET
    with pytest.raises(KeychainUnavailableError):
        Keychain(lambda: None).read("a")


def test_a_password_that_reached_the_keyring_leaves_memory(
    keychain: Keychain, backend: MemoryKeyring
) -> None:
    keychain.remember_for_session("a", "old")
    keychain.store("a", "new")
    assert keychain.read("a") == "new"
    assert backend.reads == 1


def test_windows_refuses_a_secret_that_its_store_cannot_hold(backend: MemoryKeyring) -> None:
    keychain = Keychain(lambda: backend, platform="win32")
    keychain.store("a", "x" * WINDOWS_LIMIT)
    with pytest.raises(SecretTooLongError):
        keychain.store("a", "x" * (WINDOWS_LIMIT + 1))
    with pytest.raises(SecretTooLongError):
        keychain.store("a", "\N{SNOWMAN}" + "\N{GRINNING FACE}" * (WINDOWS_LIMIT // 2))
    assert keychain.read("a") == "x" * WINDOWS_LIMIT


def test_the_screen_learns_what_keeps_the_passwords(
    keychain: Keychain, backend: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert keychain.store_name() == "other"
    monkeypatch.setitem(lordesk.keychain._NAMES, type(backend).__module__, "kwallet")
    assert keychain.store_name() == "kwallet"
