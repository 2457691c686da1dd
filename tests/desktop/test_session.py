"""The virtual desktop itself: what the other tests here stand on."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import psutil
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QSystemTrayIcon

from tests.desktop.bus import has_owner
from tests.desktop.session import INSIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.desktop.conftest import Screenshot


def test_windows_open_on_a_real_display_and_show_on_the_screen(
    qtbot: QtBot, screenshot: Screenshot
) -> None:
    window = QLabel()
    window.setStyleSheet("background: #12c45a")
    window.resize(300, 200)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert QGuiApplication.platformName() == "xcb"
    middle = window.mapToGlobal(window.rect().center())
    qtbot.waitUntil(
        lambda: QImage(str(screenshot("screen"))).pixelColor(middle) == QColor("#12c45a")
    )


def test_there_is_a_tray(qtbot: QtBot) -> None:
    icon = QPixmap(22, 22)
    icon.fill(Qt.GlobalColor.red)
    tray = QSystemTrayIcon(icon)
    tray.show()
    assert QSystemTrayIcon.isSystemTrayAvailable()
    qtbot.waitUntil(lambda: tray.geometry().width() > 0)
    tray.hide()


def test_a_notification_reaches_the_daemon(
    notifications: Callable[[], list[tuple[str, str]]],
) -> None:
    subprocess.run(
        [
            "gdbus", "call", "--session", "--dest", "org.freedesktop.Notifications",
            "--object-path", "/org/freedesktop/Notifications",
            "--method", "org.freedesktop.Notifications.Notify",
            "test", "0", "", "A & B", "body", "[]", "{}", "5000",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    assert notifications() == [("A & B", "body")]


def test_the_secret_service_is_there() -> None:
    assert has_owner(os.environ["DBUS_SESSION_BUS_ADDRESS"], "org.freedesktop.secrets")


def test_nothing_of_a_session_outlives_it() -> None:
    outside = {name: value for name, value in os.environ.items() if name != INSIDE}
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.session", "--a11y", "--", "printenv", "HOME"],
        env=outside,
        capture_output=True,
        text=True,
        check=True,
    )
    home = done.stdout.strip()
    left = [
        process.info["name"]
        for process in psutil.process_iter(["name", "environ"])
        if (process.info["environ"] or {}).get("HOME") == home
    ]
    assert home
    assert left == []
    assert not os.path.lexists(home)
