"""`--self-test`: whether everything that LoRDesk needs at some time is in this installation."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LAZY = ("smtplib", "ssl", "truststore", "keyring.backends", "jinja2", "aiosmtpd.controller")
_LAZY_LINUX = ("jeepney.io.blocking", "secretstorage", "keyring.backends.SecretService")


def self_test() -> int:
    """Exit code 0 when every check passed; each prints a line."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    checks: tuple[Callable[[], str], ...] = (_versions, _modules, _store, _template, _look)
    good = [_passes(check) for check in checks]
    return 0 if all(good) else 1


def _passes(check: Callable[[], str]) -> bool:
    name = check.__name__.strip("_")
    try:
        said = check()
    except Exception:
        sys.stdout.write(f"FAILED {name}\n{traceback.format_exc()}")
        return False
    sys.stdout.write(f"ok     {name}: {said}\n")
    return True


def _versions() -> str:
    import PySide6

    from lordesk import __version__

    python = ".".join(str(part) for part in sys.version_info[:3])
    return f"LoRDesk {__version__}, Python {python}, Qt {PySide6.__version__}"


def _modules() -> str:
    """Every module of ours, and those of others that are imported only when needed."""
    import lordesk
    import ui

    names = [
        found.name
        for package in (lordesk, ui)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    linux = _LAZY_LINUX if sys.platform.startswith("linux") else ()
    for name in (*names, *_LAZY, *linux):
        importlib.import_module(name)
    return f"{len(names)} of ours, {len(_LAZY) + len(linux)} of others"


def _store() -> str:
    from lordesk.clock import Clock
    from lordesk.core import Core
    from lordesk.paths import paths_in

    with tempfile.TemporaryDirectory(prefix="lordesk-test-") as folder:
        core = Core.open(paths_in(Path(folder)), Clock())
        try:
            core.sample.add(with_profile=True)
            return f"schema {core.store.schema()}, {len(core.mentors.rows())} sample mentors"
        finally:
            core.close()


def _template() -> str:
    """A shipped text of each kind with a field of its own."""
    from lordesk.domain.rendering import render
    from lordesk.paths import resources_dir

    texts = sorted((resources_dir() / "templates").rglob("*.txt"))
    if not texts:
        raise FileNotFoundError("the shipped templates are missing")
    return f"{len(texts)} shipped, {render('one {{word}}', {'word': 'rendered'}).text}"


def _look() -> str:
    from PySide6.QtGui import QFontDatabase

    from lordesk.paths import paths_in
    from ui.app import dress, make_application

    app = make_application()
    with tempfile.TemporaryDirectory(prefix="lordesk-test-") as folder:
        look = dress(app, paths_in(Path(folder)))
    icons = look.icons.names()
    for name in icons:
        if look.icons.pixmap(name, 16).toImage().isNull():
            raise ValueError(name)
    if "Inter" not in QFontDatabase.families():
        raise ValueError("the font Inter is missing")
    return f"{len(icons)} icons, font Inter"
