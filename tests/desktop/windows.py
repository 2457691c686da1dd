"""What a window manager knows of the windows on the virtual screen."""

from __future__ import annotations

from dataclasses import dataclass

from Xlib import X, error
from Xlib.display import Display


@dataclass(frozen=True)
class Window:
    number: int
    title: str
    names: tuple[str, str]
    """WM_CLASS: what a panel compares with an entry's StartupWMClass."""


def open_windows() -> list[Window]:
    """The managed windows, the oldest first."""
    display = Display()
    try:
        root = display.screen().root
        listed = root.get_full_property(display.intern_atom("_NET_CLIENT_LIST"), X.AnyPropertyType)
        return [
            window
            for number in (listed.value if listed else ())
            if (window := _read(display, number)) is not None
        ]
    finally:
        display.close()


def _read(display: Display, number: int) -> Window | None:
    """None for a window that went away meanwhile."""
    window = display.create_resource_object("window", number)
    try:
        title = window.get_full_property(
            display.intern_atom("_NET_WM_NAME"), display.intern_atom("UTF8_STRING")
        )
        names = window.get_wm_class()
    except error.BadWindow:
        return None
    return Window(number, title.value.decode() if title else "", names or ("", ""))
