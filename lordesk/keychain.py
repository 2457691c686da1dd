"""The only user of keyring: passwords live in the system's keyring, or in memory, never in a file.

Every call may block on a dialog of the system, so it belongs into a job. keyring is imported at
the first call: it looks for its backends on the disk and on D-Bus.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol, cast

from lordesk.errors import (
    KeychainError,
    KeychainLockedError,
    KeychainUnavailableError,
    SecretTooLongError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOWS_LIMIT = 1280
"""Characters: a Windows credential holds 2560 bytes and keyring writes UTF-16."""

_WINDOWS_TOO_LONG = 1783  # RPC_X_BAD_STUB_DATA, what Windows answers to a longer one
_USERNAME = "LoRDesk"
_NO_KEYRINGS = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
_NAMES = {
    "keyring.backends.SecretService": "secret-service",
    "keyring.backends.libsecret": "secret-service",
    "keyring.backends.kwallet": "kwallet",
    "keyring.backends.Windows": "windows",
    "keyring.backends.macOS": "macos",
}


class Backend(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def system_backend() -> Backend | None:
    """The keyring of this system; None where there is none, or only one that keeps plain text."""
    import keyring
    from keyring.backends import chainer

    found = keyring.get_keyring()
    chain = found.backends if isinstance(found, chainer.ChainerBackend) else (found,)
    for backend in chain:
        if not type(backend).__module__.startswith(_NO_KEYRINGS):
            return cast("Backend", backend)
    return None


class Keychain:
    """Passwords by the key of their account, each under a service name of its own."""

    def __init__(
        self,
        find_backend: Callable[[], Backend | None] = system_backend,
        platform: str = sys.platform,
    ) -> None:
        self._find_backend = find_backend
        self._windows = platform == "win32"
        self._memory: dict[str, str] = {}

    def store(self, key: str, secret: str) -> None:
        """Raises KeychainLockedError, KeychainUnavailableError, SecretTooLongError."""
        if self._windows and len(secret.encode("utf-16-le")) > 2 * WINDOWS_LIMIT:
            raise SecretTooLongError
        backend = self._backend()
        try:
            backend.set_password(_service(key), _USERNAME, secret)
        except Exception as error:
            raise _translate(error, secret) from None
        self._memory.pop(key, None)

    def read(self, key: str) -> str | None:
        """None where the account has no password.

        Raises KeychainLockedError, KeychainUnavailableError.
        """
        if key in self._memory:
            return self._memory[key]
        backend = self._backend()
        try:
            return backend.get_password(_service(key), _USERNAME)
        except Exception as error:
            raise _translate(error) from error

    def forget(self, key: str) -> None:
        """Remove a password; one that is not there is no error.

        Raises KeychainLockedError, KeychainUnavailableError.
        """
        from keyring.errors import PasswordDeleteError

        self._memory.pop(key, None)
        backend = self._backend()
        try:
            backend.delete_password(_service(key), _USERNAME)
        except PasswordDeleteError:
            return
        except Exception as error:
            raise _translate(error) from error

    def remember_for_session(self, key: str, secret: str) -> None:
        """Where no keyring runs: the password is gone when LoRDesk quits. Never blocks."""
        self._memory[key] = secret

    def store_name(self) -> str:
        """What keeps the passwords: "secret-service", "kwallet", "windows", "macos", "other",
        or "" where it is memory alone.
        """
        try:
            backend = self._backend()
        except KeychainError:
            return ""
        return _NAMES.get(type(backend).__module__, "other")

    def _backend(self) -> Backend:
        try:
            backend = self._find_backend()
        except Exception as error:
            raise KeychainUnavailableError(detail=type(error).__name__) from error
        if backend is None:
            raise KeychainUnavailableError
        return backend


def _service(key: str) -> str:
    return f"LoRDesk:smtp:{key}"


def _translate(error: Exception, secret: str = "") -> KeychainError:
    """Backends raise KeyringError and much else: D-Bus errors, OSError, pywintypes.error."""
    from keyring.errors import KeyringLocked

    words = str(error).replace(secret, "…") if secret else str(error)
    detail = f"{type(error).__name__}: {words}"
    if isinstance(error, KeyringLocked) or "dismiss" in words.lower():
        return KeychainLockedError(detail=detail)
    if type(error).__name__ in ("LockedException", "PromptDismissedException"):
        return KeychainLockedError(detail=detail)
    if error.args and error.args[0] == _WINDOWS_TOO_LONG:
        return SecretTooLongError(detail=detail)
    return KeychainUnavailableError(detail=detail)
