"""Starts LoRDesk: reads as a list of steps."""

from __future__ import annotations

import gc
import linecache
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ui.arguments import read_arguments
from ui.plain_import import load_qt_core

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from lordesk.clock import Clock
    from lordesk.paths import Paths
    from ui.arguments import Arguments
    from ui.widgets.look import Look


def main(argv: list[str]) -> int:
    mend_bundle()
    gc.disable()  # nothing of what a start makes is garbage; `collect_again` puts it back
    arguments = read_arguments(argv)
    if arguments.version:
        return print_version()
    load_qt_core()
    if arguments.self_test:
        from ui.self_test import self_test

        return self_test()
    from lordesk.clock import Clock

    with home_of(arguments) as paths:
        return run(arguments, paths, Clock())


def run(arguments: Arguments, paths: Paths, clock: Clock) -> int:
    """From the application object to its last event."""
    app = make_application()
    look = dress(app, paths)
    from ui.program import Program

    program = Program(paths, look, clock, demo=arguments.demo)
    program.opened.connect(collect_again)
    if program.begin(arguments.open):
        app.exec()
    if program.left:
        # A job that ignores its end would hold up Python's; everything is closed and saved.
        os._exit(0)
    return 0


def collect_again() -> None:
    """What is there now stays to the end, so no later collection need look at it.

    Only the sources that PySide6 has looked at go, which Python keeps for tracebacks.
    """
    linecache.clearcache()
    gc.freeze()
    gc.enable()


def mend_bundle() -> None:
    """What a frozen program must put right before anything else."""
    if not getattr(sys, "frozen", False):
        return
    if sys.platform.startswith("linux"):
        # Programs that we start must not load the libraries of our bundle.
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
        os.environ.pop("LD_LIBRARY_PATH", None)
        if before:
            os.environ["LD_LIBRARY_PATH"] = before
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # windowed mode on Windows
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nowhere)


def print_version() -> int:
    from lordesk import __version__

    sys.stdout.write(f"LoRDesk {__version__}\n")
    return 0


def home_of(arguments: Arguments) -> Home:
    return Home(arguments.home, temporary=arguments.demo)


class Home:
    """The folders of this run. The demo's are made anew and removed, unless a home is named."""

    def __init__(self, folder: Path | None, *, temporary: bool) -> None:
        self._folder = folder
        self._temporary = temporary and folder is None

    def __enter__(self) -> Paths:
        from lordesk.paths import default_paths, paths_in

        if self._temporary:
            import tempfile

            self._folder = Path(tempfile.mkdtemp(prefix="lordesk-demo-"))
        return default_paths() if self._folder is None else paths_in(self._folder.resolve())

    def __exit__(self, *exception: object) -> None:
        if self._temporary and self._folder is not None:
            import shutil

            shutil.rmtree(self._folder, ignore_errors=True)


def make_application() -> QApplication:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from lordesk import __version__
    from ui.wording.plurals import EnglishPlurals, app_locale

    # By name, since `setStyle` hands the style to Python, which then makes all of its enums.
    app = QApplication(["lordesk", "-style", "fusion"])
    app.setApplicationName("lordesk")
    app.setApplicationDisplayName("LoRDesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("org.lordesk.LoRDesk")
    app.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(app_locale(QLocale.system()))
    plurals = EnglishPlurals(app)
    app.installTranslator(plurals)
    return app


def dress(app: QApplication, paths: Paths) -> Look:
    """Theme, fonts and icon, as the user's settings want them."""
    from lordesk.paths import resources_dir
    from lordesk.settings import SettingsFile
    from ui.theme import Mode, ThemeManager
    from ui.widgets.app_icon import app_icon
    from ui.widgets.look import make_look

    values = SettingsFile(paths.settings).values
    themes = ThemeManager(resources_dir(), app.styleHints(), app)
    look = make_look(themes, resources_dir())
    themes.set_mode(Mode(values.scheme))
    themes.set_text_scale(values.text_scale)
    themes.set_reduce_motion(values.reduce_motion)
    themes.apply(app)
    app.setWindowIcon(app_icon(resources_dir()))
    return look
