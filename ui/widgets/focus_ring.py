"""The keyboard's focus, drawn round whatever has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from ui.widgets import draw

if TYPE_CHECKING:
    from ui.widgets.look import Look

# Fields draw a 2 px edge of their own; item views draw the ring inside their rows.
# By name: a class that Python has not met yet costs a start its description.
_OWN = (
    "QLineEdit",
    "QPlainTextEdit",
    "QTextEdit",
    "QComboBox",
    "QAbstractSpinBox",
    "QAbstractItemView",
)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.Shortcut)
_POINTERS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
)
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.EnabledChange,
)


class FocusRing(QWidget):
    """One for each window. It lies over the window, lets clicks through and takes no focus.

    A widget may say more: property `ring_radius` (default 6; negative for no ring) and a method
    `ring_rect() -> QRect` for the part of it that has the focus.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._keyboard = False
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._handle: QWindow | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.place)
        attribute = Qt.WidgetAttribute
        for flag in (attribute.WA_TransparentForMouseEvents, attribute.WA_NoSystemBackground):
            self.setAttribute(flag)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        self._watch_handle()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        look.changed.connect(self._later.start)

    @property
    def target(self) -> QWidget | None:
        """What the ring is round, or nothing while it is hidden."""
        return self._target if self.isVisible() else None

    def place(self) -> None:
        """Put the ring where its target is now; hide it where that cannot be seen."""
        target = self._target
        if target is None or not self._keyboard or not target.isVisible():
            self.hide()
            return
        reach = self._reach()
        own = getattr(target, "ring_rect", target.rect)()
        place = QRect(target.mapTo(self.window(), own.topLeft()), own.size())
        ring = place.adjusted(-reach, -reach, reach, reach)
        self.setGeometry(ring)
        seen = self._seen(target) & ring
        if seen.isEmpty():
            self.hide()
            return
        self.setMask(QRegion(seen.translated(-ring.topLeft())))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None:
            return
        painter = QPainter(self)
        draw.begin(painter)
        radius = self._radius(self._target) + self._reach() - 1
        width = float(self._look.theme.tokens.values["stroke"]["focus"])
        draw.box(painter, self._look, QRectF(self.rect()), radius, None, "focus", width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._handle:
            if kind in _KEYS:
                self._keyboard = True
            elif kind in _POINTERS:
                self._keyboard = False
                self.hide()
        elif kind == QEvent.Type.WinIdChange:
            self._watch_handle()
        elif kind in _MOVES and self._target is not None:
            self._later.start()
        return False

    def _reach(self) -> int:
        stroke = self._look.theme.tokens.values["stroke"]
        return int(stroke["focus"] + stroke["focusGap"])

    def _watch_handle(self) -> None:
        """Keys and clicks pass the native window first, so one filter sees them all."""
        handle = self.window().windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            # A row that had the focus may have been deleted with it.
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = None
        if new is None or new.window() is not self.window():
            self.hide()
            return
        self._watch_handle()
        if self._radius(new) >= 0:
            self._target = new
            walk: QWidget | None = new
            while walk is not None and walk is not self.window():
                walk.installEventFilter(self)
                self._watched.append(walk)
                walk = walk.parentWidget()
        self.place()

    def _radius(self, widget: QWidget) -> int:
        radius = widget.property("ring_radius")
        if radius is not None:
            return int(radius)
        return -1 if any(widget.inherits(name) for name in _OWN) else 6

    def _seen(self, target: QWidget) -> QRect:
        """The part of the window in which the ring may be painted: viewports cut it."""
        window = self.window()
        seen = window.rect()
        walk = target.parentWidget()
        while walk is not None and walk is not window:
            parent = walk.parentWidget()
            if isinstance(parent, QAbstractScrollArea) and walk is parent.viewport():
                seen &= QRect(walk.mapTo(window, QPoint(0, 0)), walk.size())
            walk = parent
        return seen
