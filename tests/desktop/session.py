"""A private virtual desktop: display, window manager, tray host, notifications, unlocked keyring.

    python -m tests.desktop.session [--screen 1400x900] [--a11y] -- COMMAND [ARGUMENT ...]

runs a command on it. Nothing of the real session is seen or touched: home, XDG folders, display and
bus are its own, and all of it ends with the command.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jeepney import DBusAddress
from Xlib.display import Display

from tests.daemons import Daemons, NotReadyError
from tests.desktop.bus import ask, has_owner, start_bus, start_keyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

INSIDE = "LORDESK_TEST_DESKTOP"
_SYSTEM_PLACES = ("/usr/sbin", "/usr/libexec", "/usr/lib/at-spi2-core")
_OF_THE_REAL_SESSION = (
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "SESSION_MANAGER",
    "PYTHON_KEYRING_BACKEND",
)
_DUNST = """[global]
    history_length = 50
    notification_limit = 0
    # As in the file that comes with dunst; without it dunst says that it knows no markup, but does.
    markup = full
    # Asked which action of a notification is meant: the one that is called Done.
    dmenu = grep -m 1 Done
"""


def is_inside() -> bool:
    return bool(os.environ.get(INSIDE))


@contextmanager
def private_home() -> Iterator[tuple[Path, dict[str, str]]]:
    """An empty home with an environment that leads every program to it and to no display or bus."""
    top = Path(tempfile.mkdtemp(prefix="lordesk-desktop-"))
    env = {
        name: value
        for name, value in os.environ.items()
        if name not in (*_OF_THE_REAL_SESSION, "DISPLAY", INSIDE)
        and not name.startswith(("DBUS_", "XDG_", "QT_", "GTK_", "AT_SPI_"))
    }
    env |= {
        "HOME": str(top),
        "LANG": "C.UTF-8",
        "PATH": os.pathsep.join((os.environ.get("PATH", os.defpath), *_SYSTEM_PLACES)),
    }
    for name, place in {
        "XDG_DATA_HOME": ".local/share",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_STATE_HOME": ".local/state",
        "XDG_RUNTIME_DIR": "run",
    }.items():
        folder = top / place
        folder.mkdir(mode=0o700, parents=True)
        env[name] = str(folder)
    try:
        yield top, env
    finally:
        shutil.rmtree(top, ignore_errors=True)


@contextmanager
def desktop(
    screen: str = "1400x900", *, accessible: bool = False, tray: bool = True
) -> Iterator[dict[str, str]]:
    """A running desktop; yields the environment for programs on it."""
    with private_home() as (top, env), Daemons(top / "daemons.log") as daemons:
        number = daemons.start_and_read(
            "{}", "Xvfb", "-screen", "0", f"{screen}x24", "-nolisten", "tcp", "-displayfd", env=env
        )
        env |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", INSIDE: "1"}
        env["DBUS_SESSION_BUS_ADDRESS"] = address = start_bus(daemons, top, env)
        start_keyring(daemons, env)
        (top / "dunstrc").write_text(_DUNST)
        daemons.start("dunst", "-conf", str(top / "dunstrc"), env=env)
        daemons.start("openbox", "--sm-disable", env=env)
        if tray:
            daemons.start(
                "trayer", "--edge", "top", "--align", "right", "--widthtype", "request", env=env
            )
        if accessible:
            _turn_accessibility_on(address)
            env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        display = Display(env["DISPLAY"])
        try:
            daemons.wait("openbox", lambda: _has_window_manager(display))
            daemons.wait("trayer", lambda: not tray or _has_tray(display))
        finally:
            display.close()
        daemons.wait("dunst", lambda: has_owner(address, "org.freedesktop.Notifications"))
        yield env


def _has_window_manager(display: Display) -> bool:
    check = display.intern_atom("_NET_SUPPORTING_WM_CHECK")
    return display.screen().root.get_full_property(check, 0) is not None


def _has_tray(display: Display) -> bool:
    return bool(display.get_selection_owner(display.intern_atom("_NET_SYSTEM_TRAY_S0")))


def _turn_accessibility_on(address: str) -> None:
    """Say on the bus what a running screen reader says."""
    a11y = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    ask(address, a11y, "GetAddress")
    properties = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.freedesktop.DBus.Properties")
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        ask(address, properties, "Set", "ssv", ("org.a11y.Status", name, ("b", True)))


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(143)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--screen", default="1400x900")
    parser.add_argument("--a11y", action="store_true", help="behave as if a screen reader ran")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    chosen = parser.parse_args()
    command = chosen.command[1:] if chosen.command[:1] == ["--"] else chosen.command
    signal.signal(signal.SIGTERM, _end)
    try:
        with desktop(chosen.screen, accessible=chosen.a11y) as env:
            return subprocess.run(command, env=env, check=False).returncode
    except NotReadyError as error:
        sys.exit(f"The virtual desktop did not start: {error}")


if __name__ == "__main__":
    sys.exit(main())
