"""A keyring in memory: a real backend class, for tests that need no daemon."""

from __future__ import annotations

from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps passwords by service and user; `failure` is raised by every call when set."""

    priority: ClassVar[float] = -1  # keyring itself never chooses it

    def __init__(self) -> None:
        super().__init__()
        self.passwords: dict[tuple[str, str], str] = {}
        self.failure: Exception | None = None
        self.reads = 0

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        self.reads += 1
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        if self.passwords.pop((service, username), None) is None:
            raise PasswordDeleteError("No such password!")

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure
