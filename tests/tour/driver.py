"""Hands and eyes of the tour: finds what is on the screen by its name and uses it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget

from ui.pages.calendar_day import DayTable

if TYPE_CHECKING:
    from collections.abc import Callable

W = TypeVar("W", bound=QWidget)

_STEP_MS = 20
_MOST_TABS = 200


class MissedError(Exception):
    """Something that should be on the screen is not."""


def until(ask: Callable[[], object], what: str, seconds: float = 10) -> None:
    """Let the program run until `ask` is true."""
    for _ in range(int(seconds * 1000 / _STEP_MS)):
        if ask():
            return
        QTest.qWait(_STEP_MS)
    raise MissedError(what)


def pause(ms: int = 60) -> None:
    """Let the program answer what was just done."""
    QTest.qWait(ms)


def name_of(widget: QWidget) -> str:
    """What a user or a screen reader calls a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    named = widget.accessibleName() or text.replace("&&", "&")
    if named:
        return named
    for label in widget.window().findChildren(QLabel):
        if label.buddy() is widget:
            return label.text()
    return ""


def active() -> QWidget:
    """The dialog or menu on top, else the window."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return modal
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "main" or _main(w))


def _main(widget: QWidget) -> bool:
    return type(widget).__name__ == "MainWindow"


def seen(kind: type[W], name: str = "", within: QWidget | None = None) -> list[W]:
    """Visible and enabled widgets of a kind whose name contains `name`."""
    ground = within or active()
    return [
        widget
        for widget in ground.findChildren(kind)
        if widget.isVisible() and widget.isEnabled() and name in name_of(widget)
    ]


def find(kind: type[W], name: str = "", within: QWidget | None = None) -> W:
    """The first of `seen`, waited for."""
    until(lambda: seen(kind, name, within), f"no {kind.__name__} named “{name}”")
    exact = [w for w in seen(kind, name, within) if name_of(w) == name]
    return (exact or seen(kind, name, within))[0]


def shows(words: str) -> bool:
    """Whether the words can be read on the screen now."""
    ground = active()
    labels = (w for w in ground.findChildren(QLabel) if w.isVisible())
    buttons = (w for w in ground.findChildren(QAbstractButton) if w.isVisible())
    lines = (w for w in ground.findChildren(DayTable) if w.isVisible())
    return (
        any(words in label.text() for label in labels)
        or any(words in name_of(button) for button in buttons)
        or any(words in line.title for table in lines for line in table.lines.rows)
    )


# --- the mouse ------------------------------------------------------------------------------------


def click(widget: QWidget, at: QPoint | None = None) -> None:
    place = widget.rect().center() if at is None else at
    QTest.mouseMove(widget, place)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    pause()


def right_click(widget: QWidget, at: QPoint) -> None:
    """Through the window, which alone makes a wish for a menu out of it."""
    window = widget.window()
    place = widget.mapTo(window, at)
    QTest.mouseMove(window.windowHandle(), place)
    QTest.mouseClick(
        window.windowHandle(),
        Qt.MouseButton.RightButton,
        Qt.KeyboardModifier.NoModifier,
        place,
    )
    pause()


def put_away() -> None:
    """Take the mouse to where it hovers over nothing."""
    QTest.mouseMove(active(), QPoint(2, 2))
    pause()


def press(name: str, within: QWidget | None = None) -> None:
    """Click the button of this name."""
    click(find(QAbstractButton, name, within))


def click_row(view: QAbstractItemView, words: str) -> None:
    """Click the row of a list that reads like `words`."""
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        text = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or "")
        if words in text:
            view.scrollTo(index)
            rect = view.visualRect(index)
            place = QPoint(min(rect.center().x(), rect.left() + 120), rect.center().y())
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
            pause()
            return
    raise MissedError(f"no row with “{words}”")


def write(widget: QWidget, text: str) -> None:
    """Click into a field and type."""
    click(widget)
    type_text(text)


# --- the keys -------------------------------------------------------------------------------------


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    if widget is None:
        raise MissedError("nothing has the focus")
    return widget


def keys(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    together = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        together |= modifier
    target = QApplication.activePopupWidget() or QApplication.focusWidget() or active()
    QTest.keyClick(target, key, together)
    pause()


def type_text(text: str) -> None:
    QTest.keyClicks(focused(), text)
    pause()


def tab_to(kind: type[QWidget], name: str = "") -> QWidget:
    """Press Tab until a widget of this kind and name has the focus."""
    met: list[str] = []
    for _ in range(_MOST_TABS):
        widget = QApplication.focusWidget()
        if widget is not None and isinstance(widget, kind) and name in name_of(widget):
            return widget
        if widget is not None:
            met.append(f"{type(widget).__name__} “{name_of(widget)}”")
        keys(Qt.Key.Key_Tab)
    raise MissedError(f"Tab does not reach {kind.__name__} “{name}”; it met {met[:40]}")


def say(line: str) -> None:
    sys.stdout.write(f"  {line}\n")
    sys.stdout.flush()
