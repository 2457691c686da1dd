"""What a window manager knows of the windows on the virtual screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from Xlib import X, error
from Xlib.display import Display
from Xlib.protocol import event as events

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Window:
    number: int
    title: str
    names: tuple[str, str]
    """WM_CLASS: what a panel compares with an entry's StartupWMClass."""


def ask_to_close(window: Window, screen: str | None = None) -> None:
    """As the cross of its frame does (EWMH _NET_CLOSE_WINDOW)."""
    display = Display(screen)
    try:
        closing = events.ClientMessage(
            window=window.number,
            client_type=display.intern_atom("_NET_CLOSE_WINDOW"),
            data=(32, [X.CurrentTime, 2, 0, 0, 0]),
        )
        mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
        display.screen().root.send_event(closing, event_mask=mask)
        display.sync()
    finally:
        display.close()


@dataclass(frozen=True)
class Icon:
    """An icon in the tray, and the middle of it on the screen."""

    x: int
    y: int


def open_windows(screen: str | None = None) -> list[Window]:
    """The managed windows of a display (ours, unless one is named), the oldest first."""
    display = Display(screen)
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


def docked(name: str, screen: str | None = None) -> list[Icon]:
    """What a program of this WM_CLASS has put into the tray."""
    display = Display(screen)
    try:
        root = display.screen().root
        return [
            _icon(icon, root)
            for tray in _below(root)
            if "trayer" in (tray.get_wm_class() or ())
            for icon in _below(tray)
            if name in (icon.get_wm_class() or ())
        ]
    except error.BadWindow:
        return []
    finally:
        display.close()


def _below(window: Any) -> Iterator[Any]:
    for child in window.query_tree().children:
        yield child
        yield from _below(child)


def _icon(window: Any, root: Any) -> Icon:
    size = window.get_geometry()
    corner = root.translate_coords(window, size.width // 2, size.height // 2)
    return Icon(corner.x, corner.y)


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
