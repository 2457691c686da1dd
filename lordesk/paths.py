"""Where LoRDesk keeps its things."""

from __future__ import annotations

import errno
import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one home. Everything that LoRDesk writes lies in them."""

    data: Path
    config: Path
    logs: Path

    @property
    def database(self) -> Path:
        return self.data / "lordesk.db"

    @property
    def files(self) -> Path:
        return self.data / "files"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def handover(self) -> Path:
        """Drafts handed to the mail app; a sandboxed mail app must be able to read them."""
        return self.data / "handover"

    @property
    def rules(self) -> Path:
        """Packs that the user lays there themselves; nothing makes this folder."""
        return self.data / "rules"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    def make(self) -> None:
        """Create the folders, for this user alone. Raises OSError where the system refuses."""
        for folder in (self.data, self.config, self.logs, self.files, self.backups, self.handover):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.name == "posix" and folder.stat().st_mode & 0o077:
                folder.chmod(0o700)
            if not os.access(folder, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def paths_in(home: Path) -> Paths:
    """All folders below one home, as `--home` asks for."""
    return Paths(data=home / "data", config=home / "config", logs=home / "logs")


def default_paths() -> Paths:
    """The folders that the platform gives to an application of this user."""
    import platformdirs

    dirs = platformdirs.PlatformDirs("lordesk", appauthor=False, roaming=False)
    return Paths(
        data=Path(dirs.user_data_dir),
        config=Path(dirs.user_config_dir),
        logs=Path(dirs.user_log_dir),
    )


def resources_dir() -> Path:
    """The shipped, read-only files; inside a bundle they lie where it was unpacked."""
    bundle = getattr(sys, "_MEIPASS", None)
    base = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return base / "resources"
