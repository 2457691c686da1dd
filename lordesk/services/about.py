"""What LoRDesk is made of, with the licenses of others' work."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import metadata
from typing import TYPE_CHECKING

from lordesk.rows.about import LibraryRow

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.jobs import JobContext
    from lordesk.models.store import Store

_LIBRARIES = (
    ("Qt for Python", "PySide6-Essentials", "LGPL 3.0"),
    ("aiosmtpd", "aiosmtpd", "Apache 2.0"),
    ("email-validator", "email-validator", "Unlicense"),
    ("jeepney", "jeepney", "MIT"),
    ("Jinja", "Jinja2", "BSD 3-Clause"),
    ("keyring", "keyring", "MIT"),
    ("peewee", "peewee", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("pysqlite3", "pysqlite3", "zlib"),
    ("truststore", "truststore", "MIT"),
    ("tzdata", "tzdata", "Apache 2.0"),
)
"""The name, that of the package, the license. Packages do not all tell their license."""


class AboutService:
    def __init__(self, store: Store, resources: Path) -> None:
        self._store = store
        self._resources = resources

    def python_version(self) -> str:
        return ".".join(str(part) for part in sys.version_info[:3])

    def sqlite_version(self) -> str:
        """Of the library that the store is open with."""
        found: tuple[str] = self._store.database.execute_sql("SELECT sqlite_version()").fetchone()
        return found[0]

    def libraries(self, job: JobContext) -> list[LibraryRow]:
        """Job, since it looks at every installed package. What is not installed is left out, but
        a bundle may tell no version.
        """
        bundled = getattr(sys, "frozen", False)
        found = []
        for name, package, license_name in _LIBRARIES:
            job.check()
            version = ""
            with suppress(metadata.PackageNotFoundError):
                version = metadata.version(package)
            if version or bundled:
                found.append(LibraryRow(name, version, license_name))
        return found

    def font_license(self) -> str:
        return (self._resources / "fonts" / "OFL.txt").read_text(encoding="utf-8")

    def icon_license(self) -> str:
        return (self._resources / "icons" / "LICENSE").read_text(encoding="utf-8")
