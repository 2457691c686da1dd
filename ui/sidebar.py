"""The sidebar, and the rail that it becomes where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lordesk.kinds import Page as PageKind
from ui.actions import ActionId, key_text
from ui.mail_words import MailWords
from ui.widgets import draw
from ui.widgets.buttons import Button, IconButton
from ui.widgets.nav import BrandMark, NavItem
from ui.widgets.text import Label
from ui.widgets.toggling import Toggling

if TYPE_CHECKING:
    from ui.actions import Actions
    from ui.standing import Standing
    from ui.widgets.look import Look

_WIDE, _RAIL = 208, 56
_TOP = (
    PageKind.TODAY,
    PageKind.MENTORS,
    PageKind.REQUESTS,
    PageKind.APPLICATIONS,
    PageKind.CALENDAR,
)
_FOOT = (PageKind.NOTICES, PageKind.PRACTICE_INBOX)


class MailLine(Toggling, QPushButton):
    """The state of mail in small words; a click opens the Outbox."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = MailWords("mail", "")
        self._rail = False
        self.setCheckable(True)
        self.hear_reader()
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_state(self, state: MailWords) -> None:
        self._state = state
        self.setAccessibleName(self.tr("Outbox"))
        self.setAccessibleDescription(state.text)
        self.setToolTip(state.text if self._rail else "")
        self.update()

    def set_rail(self, rail: bool) -> None:
        self._rail = rail
        self.set_state(self._state)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(40, self._look.px(36)) if self._rail else QSize(120, self._look.px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, state = self._look, self._state
        tone = self._paint_ground(painter)
        drawn = 18 if self._rail else 14
        size = look.px(drawn)
        left = (self.width() - size) / 2 if self._rail else 8.0
        pos = QPointF(left, (self.height() - size) / 2)
        draw.icon(painter, look, pos, state.icon, drawn, tone)
        if not self._rail:
            words = QRectF(left + size + 10, 0, self.width() - left - size - 14, self.height())
            draw.text(painter, look, words, state.text, "small", tone)

    def _paint_ground(self, painter: QPainter) -> str:
        """Returns the color of the words."""
        rect, look = QRectF(self.rect()), self._look
        if self.isChecked():
            edge = "text" if look.theme.high_contrast else None
            draw.box(painter, look, rect, 6, "accent-soft-hover", edge)
            return "accent-text"
        if self.isDown() or self.underMouse():
            draw.box(painter, look, rect, 6, "pressed")
        quiet = self._state.tone == "text-tertiary"
        return "text-secondary" if self._rail and quiet else self._state.tone


class Sidebar(QWidget):
    """Every entry triggers its action, so that mouse, keys and menus take one road."""

    def __init__(
        self,
        look: Look,
        actions: Actions,
        places: frozenset[PageKind],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self._places = places
        self._items: dict[PageKind, NavItem] = {}
        self._current: PageKind | None = None
        self._standing: Standing | None = None
        self.rail = False
        self._build()
        self.set_rail(False)
        look.changed.connect(self.update)

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._mark = BrandMark(self._look)
        self._brand = Label(self._look, self.tr("LoRDesk"), "heading")
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._brand, 1)
        self._head = head
        self._column.addLayout(head)
        self._column.addSpacing(14)
        self._build_new()
        self._column.addSpacing(14)
        for kind in _TOP:
            self._add_item(kind)
        self._column.addStretch(1)
        for kind in _FOOT:
            self._add_item(kind)
        self._mail = MailLine(self._look)
        self._mail.clicked.connect(self._actions.get(ActionId.OPEN_OUTBOX).trigger)
        self._mail.clicked.connect(self._show_current)
        self._mail.set_state(MailWords("mail", self.tr("Outbox")))
        self._column.addWidget(self._mail)
        self._build_foot()

    def _build_foot(self) -> None:
        """Settings, and beside it the help of whatever page is shown."""
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(2)
        self._add_item(PageKind.SETTINGS, self._foot)
        action = self._actions.get(ActionId.HELP)
        spec = self._actions.spec(ActionId.HELP)
        self._help = IconButton(self._look, spec.icon, action.text())
        self._help.setToolTip(
            self.tr("{action} ({keys})").format(action=action.text(), keys=key_text(spec.keys[0]))
        )
        self._help.setAutoDefault(False)
        self._help.clicked.connect(action.trigger)
        self._foot.addWidget(self._help, 0, Qt.AlignmentFlag.AlignCenter)
        self._column.addLayout(self._foot)

    def _build_new(self) -> None:
        action = self._actions.get(ActionId.NEW_REQUEST)
        spec = self._actions.spec(ActionId.NEW_REQUEST)
        hint = key_text(spec.keys[0])
        self._new = Button(
            self._look, action.text(), "primary", spec.icon, hint=hint.replace("+", " ")
        )
        self._new.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tip = self.tr("{action} ({keys})").format(action=action.text(), keys=hint)
        self._new_small = IconButton(self._look, spec.icon, tip, kind="primary")
        self._new_small.setAccessibleName(action.text())
        self._new_small.setFixedWidth(36)
        for button in (self._new, self._new_small):
            button.setAutoDefault(False)
            button.clicked.connect(action.trigger)
            self._column.addWidget(button)
        self._column.setAlignment(self._new_small, Qt.AlignmentFlag.AlignHCenter)

    def _add_item(self, kind: PageKind, into: QBoxLayout | None = None) -> None:
        if kind not in self._places:
            return
        ident = ActionId(f"open-{kind.value}")
        action = self._actions.get(ident)
        item = NavItem(self._look, self._actions.spec(ident).icon, action.text())
        item.clicked.connect(action.trigger)
        item.clicked.connect(self._show_current)
        self._items[kind] = item
        (into or self._column).addWidget(item)

    # --- what the window calls ------------------------------------------------------------------

    def set_rail(self, rail: bool) -> None:
        self.rail = rail
        self.setFixedWidth(_RAIL if rail else _WIDE)
        side = 8 if rail else 12
        # One pixel less at the right for the line.
        self._column.setContentsMargins(side, 16, side if rail else side + 1, 12)
        self._head.setContentsMargins(8 if rail else 4, 0, 0, 0)
        self._brand.setVisible(not rail)
        self._new.setVisible(not rail)
        self._new_small.setVisible(rail)
        for item in self._items.values():
            item.set_rail(rail)
        self._mail.set_rail(rail)
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.TopToBottom if rail else direction.LeftToRight)

    def set_current(self, kind: PageKind | None) -> None:
        self._current = kind
        self._show_current()

    def follow(self, standing: Standing) -> None:
        """Show badge, unread notices and mail from here on."""
        self._standing = standing
        standing.changed.connect(self._show_standing)

    def _show_standing(self) -> None:
        standing = self._standing
        if standing is None:
            return
        today = self._items.get(PageKind.TODAY)
        if today is not None:
            words = self.tr("%n (thing needs|things need) you", "", standing.badge)
            today.set_badge(standing.badge, words)
        bell = self._items.get(PageKind.NOTICES)
        if bell is not None:
            bell.set_badge(standing.unread, self.tr("%n unread", "", standing.unread))
        self._mail.set_state(standing.mail)

    def first_item(self) -> QWidget:
        """Where F6 arrives."""
        if self._current is PageKind.OUTBOX:
            return self._mail
        current = self._items.get(self._current) if self._current else None
        return current or (self._new_small if self.rail else self._new)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("sidebar"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.color("border"))

    def _show_current(self) -> None:
        """A click on the entry of the current page must not uncheck it."""
        for kind, item in self._items.items():
            item.setChecked(kind is self._current)
        self._mail.setChecked(self._current is PageKind.OUTBOX)
