"""What LoRDesk needs from the system: the thing looked for, and Debian's name for what brings it.

The libraries are those that the Qt in PySide6-Essentials links and does not bring along.
"""

from __future__ import annotations

import sys
import sysconfig

WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

DESKTOP = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "trayer": "trayer",
    "dunst": "dunst",
    "dunstctl": "dunst",
    "gnome-keyring-daemon": "gnome-keyring",
    "dbus-daemon": "dbus",
    "at-spi-bus-launcher": "at-spi2-core",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "gio": "libglib2.0-bin",
    "desktop-file-validate": "desktop-file-utils",
    "update-desktop-database": "desktop-file-utils",
}

MAIL = {"postfix": "postfix", "dovecot": "dovecot-core", "openssl": "openssl"}

# Debian's Python comes without what venv needs.
VENV = {"ensurepip module": f"python3.{sys.version_info.minor}-venv"}

_LIBPYTHON = f"libpython3.{sys.version_info.minor}"

# A Python that is linked statically, as Debian's is, has its shared library in another package.
BUNDLE = {
    f"{_LIBPYTHON}.so.1.0": _LIBPYTHON,
    "objdump": "binutils",
    "strip": "binutils",
    "xz": "xz-utils",
}


def own_library_folder() -> str:
    """Where this very Python keeps its shared library, if it has one."""
    return str(sysconfig.get_config_var("LIBDIR") or "")
